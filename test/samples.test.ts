/** Samples of what people write: off unless asked for, told to people where they are on, and nothing personal in them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { createSample, samplesPath } from '../samples.ts';
import { masked } from '../understanding/masked.ts';
import { Person, serve, temporary } from './e2e/client.ts';

const at = Date.parse('2026-11-22T10:00:00+08:00');
const silent = { info: () => {}, warn: () => {} };
const taken = { intent: 'progress', confidence: 0.51239 };
/** What must never be read in a sample. */
const secrets = {
  phone: '13912345678',
  id: '11010519491231002X',
  plate: '湘K8T2X6',
  claim: 'RDAA202643010000012345',
  amount: '三万五',
  name: '欧阳晓琳',
  mail: 'someone@example.com',
  passport: 'E12345678',
  address: '幸福路128号',
};
const story = `我叫${secrets.name}，电话${secrets.phone}，身份证${secrets.id}，车牌${secrets.plate}，报案号${secrets.claim}，垫了${secrets.amount}块，在${secrets.address}被撞的，赔款到哪一步了，发${secrets.mail}，护照${secrets.passport}`;

describe('a masked sentence', () => {
  it('has none of what tells whose it is, and all that tells what is wanted', () => {
    const text = masked(story, { at });
    for (const secret of Object.values(secrets)) expect(text).not.to.include(secret);
    expect(text).to.match(
      /\[name\].*\[phone\].*\[id\].*\[plate\].*\[claim\].*\[amount\].*\[place\].*赔款到哪一步了.*\[link\].*\[code\]/,
    );
  });

  it('in any of the ways in which numbers and names are written', () => {
    const ways: readonly (readonly [string, RegExp])[] = [
      ['打 139-1234-5678 或者１３９１２３４５６７８', /139|１３|1234|5678/],
      ['电话一三九一二三四五六七八', /一三九|五六七/],
      ['王建国师傅和李女士都在', /王|建国|李/],
      ['尾号8899，卡号6222 0202 0001 1234 567', /\d{2}/],
      ['住在人民医院骨科12床', /人民|12/],
      ['my name is John Miller, call 13912345678', /John|Miller|139/],
      ['付了两千三百五十块', /两千|三百/],
    ];
    for (const [text, secret] of ways) expect(masked(text, { at }), text).not.to.match(secret);
  });

  it('keeps no row of digits, whatever is around it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer({ min: 10, max: 10 ** 15 }),
        (words, n) => {
          expect(masked(`${words}${n}${words}`, { at })).not.to.match(/\d{2}/);
        },
      ),
    );
  });

  it('leaves words alone', () => {
    expect(masked('住院费交不起了，保险能先垫付吗', { at })).to.equal('住院费交不起了，保险能先垫付吗');
  });
});

describe('samples', () => {
  const { dir, remove } = temporary();
  after(remove);
  const linesOf = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as object);

  it('are off by themselves, and then there is no file', () => {
    expect(createSample({ samplesPerThousand: 0, dataDir: dir }, silent)).to.equal(undefined);
    expect(readdirSync(dir)).to.deep.equal([]);
  });

  it('are masked lines in a file of its own that nobody else may read, and no more than fit', async () => {
    const told: string[] = [];
    const log = {
      info: (_: object, words: string) => told.push(words),
      warn: (_: object, words: string) => told.push(words),
    };
    const sample = createSample({ samplesPerThousand: 1_000, dataDir: join(dir, 'new') }, log, 500);
    for (let i = 0; i < 10; i += 1) sample?.(story, taken, at);
    const path = samplesPath(join(dir, 'new'));
    await until(() => statSync(path).size >= 500);
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    expect(statSync(path).size).to.be.lessThan(1_000);
    expect(told).to.deep.equal(['masked sentences are kept as samples', 'the samples are full: no more are kept']);
    for (const secret of Object.values(secrets)) expect(readFileSync(path, 'utf8')).not.to.include(secret);
    expect(linesOf(path)[0]).to.deep.equal({
      day: '2026-11-22',
      text: masked(story, { at }),
      intent: 'progress',
      confidence: 0.5124,
    });
  });

  it('are some of a thousand', async () => {
    const own = join(dir, 'some');
    const sample = createSample({ samplesPerThousand: 100, dataDir: own }, silent);
    for (let i = 0; i < 2_000; i += 1) sample?.('你好', taken, at);
    await until(() => linesOf(samplesPath(own)).length > 100);
    expect(linesOf(samplesPath(own)).length).to.be.within(100, 320);
  });

  it('are told to people in the greeting where they are on, and come from what the classifier was asked about', async function () {
    this.timeout(60_000);
    for (const [set, on] of [
      ['1000', true],
      ['0', false],
    ] as const) {
      const own = join(dir, `server${set}`);
      const served = await serve(own, { UNDERSTAND_SAMPLES: set });
      try {
        const person = new Person(served.url);
        await person.begin();
        await person.listen();
        const greeting = person.heard[0];
        expect(greeting?.channelData?.key).to.equal(on ? 'home.greetingSampled' : 'home.greeting');
        expect(/隐去电话/.test(greeting?.text ?? '')).to.equal(on);
        await person.say(`都俩月了一点动静没有 ${secrets.phone}`);
        await person.say('不想活了');
        if (on) await until(() => statSync(samplesPath(own)).size > 0);
        expect(served.output().includes('masked sentences are kept as samples')).to.equal(on);
        expect(existsSync(samplesPath(own))).to.equal(on);
        if (on) expect(linesOf(samplesPath(own))).to.have.lengthOf(1);
        if (on)
          expect(readFileSync(samplesPath(own), 'utf8'))
            .to.include('一点动静没有')
            .and.not.include(secrets.phone);
      } finally {
        await served.stop();
      }
    }
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i += 1) await new Promise((done) => setTimeout(done, 10));
}
