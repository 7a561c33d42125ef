/** What holds whatever is written: no throw, no memory that grows, linear time; and the contract of the command. */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { understands } from '../../dialogs/report/understands.ts';
import { crisisIn } from '../../understanding/crisis.ts';
import { INTENTS } from '../../understanding/labels.ts';
import { meaningOf } from '../../understanding/meaning.ts';
import { intentOf, understand } from '../../understanding/understand.ts';

/** Nightly a hundred thousand texts, here some; `SEED=… NIGHTLY=1` runs the same again. */
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
const at = Date.parse('2026-11-22T10:00:00+08:00');
const command = join(import.meta.dirname, '../../scripts/understand.ts');
const run = (input: string) => {
  const { stdout, status } = spawnSync(process.execPath, [command], { input, encoding: 'utf8' });
  return {
    status,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
};

describe('understanding a message', () => {
  it(`whatever is written, one intent comes first, all together are certain, and nothing throws (SEED=${seed})`, function () {
    this.timeout(process.env.NIGHTLY ? 1_200_000 : 60_000);
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.string({ unit: fc.constantFrom(...'我车撞人赔多少0123.，？aA 死血救命医院'), maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (written) => {
        meaningOf(written, true);
        understands(written, { at }, undefined, { consent: { value: 'agree', at: 0 } });
        const { intent, confidence, intents } = understand(written, at);
        expect(INTENTS).to.include(intent);
        expect(intents[0]).to.deep.equal({ intent, confidence });
        expect(intents).to.have.length(INTENTS.length);
        expect(confidence).to.be.within(0, 1);
      }),
      { seed, numRuns: process.env.NIGHTLY ? 100_000 : 500 },
    );
  });

  it('names the words that decided', () => {
    const { intent, evidence } = intentOf('住院费交不起了，保险能先垫付吗');
    expect(intent).to.equal('advance');
    expect(evidence.join(' ')).to.match(/垫付|advance/i);
  });

  it('nothing but marks, blanks or an emoji is no reason to stop', () => {
    for (const text of ['', '   ', '？？？', '👍', '\u0000', '啊'.repeat(5000)])
      expect(INTENTS).to.include(intentOf(text).intent);
  });

  it('hears despair wherever it stands, and no figure of speech', () => {
    for (const text of ['不想活了', '赔了这么多钱，我真的活不下去了，误工费还没给', 'I just want to die'])
      expect(intentOf(text), text).to.include({ intent: 'human', crisis: true });
    for (const text of ['累死了', '气死我了，你们拖了三个月', '死亡赔偿金怎么算', '他当场就死了'])
      expect(crisisIn(text), text).to.equal(undefined);
  });
});

describe('npm run understand', () => {
  it('answers line by line, in order, with what it found', () => {
    const { status, lines } = run(
      `${[
        { id: 'a', text: '对方流了好多血止不住', reference_time: '2026-11-22T10:00:00+08:00' },
        { id: 'b', text: '昨晚八点在朝阳路撞了人，车牌湘A12345', reference_time: '2026-11-22T10:00:00+08:00' },
        { text: '赔款什么时候到账' },
      ]
        .map((one) => JSON.stringify(one))
        .join('\n')}\n`,
    );
    expect(status).to.equal(0);
    expect(lines.map(({ id, intent }) => [id, intent])).to.deep.equal([
      ['a', 'emergency'],
      ['b', 'report'],
      [undefined, 'progress'],
    ]);
    expect(lines[1].entities).to.deep.include({ plate: ['湘A12345'] });
    expect(lines[1].entities.accident_time.start).to.equal('2026-11-21T20:00:00+08:00');
    expect(lines[2].entities).to.deep.equal({});
  });

  it('says what is wrong with a line and goes on', () => {
    const { status, lines } = run(
      'nonsense\n[1]\n{"id":7}\n{"id":8,"text":"x","reference_time":"yesterday"}\n\n{"id":9,"text":"你好"}',
    );
    expect(status).to.equal(0);
    expect(lines.map(({ id, error, intent }) => [id, error !== undefined, intent])).to.deep.equal([
      [undefined, true, undefined],
      [undefined, true, undefined],
      [7, true, undefined],
      [8, true, undefined],
      [9, false, 'smalltalk_or_greeting'],
    ]);
  });
});
