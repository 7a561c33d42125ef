/** Facts in running text: sentences of our own with everything that is told in them, and what must never be invented. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { factMarks } from '../../scripts/understanding/facts.ts';
import { linesOf, type Told, toldFacts } from '../../scripts/understanding/material.ts';
import { entitiesIn } from '../../understanding/entities.ts';

const reference_time = '2026-11-22T10:00:00+08:00';
const now = { at: Date.parse(reference_time) };
const badInput: readonly string[] = readFileSync(join(import.meta.dirname, '../fixtures/bad-input.txt'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const own: readonly Told[] = linesOf<Omit<Told, 'reference_time'>>(
  join(import.meta.dirname, '../fixtures/entities.jsonl'),
).map((row) => ({ ...row, reference_time }));

describe('entities', () => {
  for (const [name, rows] of Object.entries({ 'our own sentences': own, 'the given sentences': toldFacts('dev') }))
    it(`finds in ${name} exactly what is told`, () => {
      const { wrong, invented } = factMarks(rows, (text, at) => ({ ...entitiesIn(text, { at }) }));
      expect([...wrong, ...invented]).to.deep.equal([]);
    });

  it('has the shape of the label guide', () => {
    const text =
      '昨晚八点半在中山路，湘A12345把我妈撞了，她68岁，骨折住院20天，垫了两千多，报案号RDAA202611110000123，电话13600000000，身份证110101191010100016，对方主责，没签字，评了十级';
    expect(entitiesIn(text, now)).to.deep.equal({
      accident_time: {
        start: '2026-11-21T20:30:00+08:00',
        end: '2026-11-21T20:30:00+08:00',
        approx: false,
        grain: 'minute',
      },
      place: '中山路',
      plate: ['湘A12345'],
      phone: [{ value: '13600000000', masked: '136****0000' }],
      id_number: [{ value: '110101191010100016', masked: '110***********0016' }],
      claim_no: ['RDAA202611110000123'],
      amount: [{ value: 2000, approx: true, max: 2999 }],
      age: [68],
      injury: ['骨折'],
      duration: [{ kind: '住院', days: 20 }],
      liability: { self: '次责', other: '主责' },
      disability_grade: [10],
      negation: ['not_signed'],
    });
  });

  it('reads words of the trade by their sound, and Cantonese', () => {
    expect(entitiesIn('误公三个月，对方全则', now)).to.deep.equal({
      duration: [{ kind: '误工', days: 90 }],
      liability: { self: '无责', other: '全责' },
    });
    expect(entitiesIn('佢腳骨折咗，冇報警', now)).to.deep.include({ injury: ['骨折'], negation: ['no_police'] });
  });

  it('gives nothing for nothing', () => {
    for (const text of ['', '   ', '你好', '没事了，谢谢', '😀', '赔款什么时候到账'])
      expect(entitiesIn(text, now)).to.deep.equal({});
  });

  it('stands any text, and says the same twice', () => {
    for (const text of badInput) expect(entitiesIn(text, now)).to.deep.equal(entitiesIn(text, now));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const found = entitiesIn(text, now);
        expect(JSON.parse(JSON.stringify(found))).to.deep.equal(found);
      }),
      { numRuns: 300 },
    );
  });

  it('stays far below 50 ms for the longest message (a sanity bound, no measurement)', () => {
    const texts = ['十天', '住院十天', '三个人受伤', '十级', '没骨折', '我全责', '报案号1', '没', '我妈6', '口子'].map(
      (word) => word.repeat(4_000 / word.length),
    );
    // The quickest of three rounds: what runs beside it is not measured.
    const rounds = [1, 2, 3].map(() => {
      const started = performance.now();
      for (const text of texts) entitiesIn(text, now);
      return (performance.now() - started) / texts.length;
    });
    expect(Math.min(...rounds)).to.be.below(50);
  });
});
