/** Whatever was settled: the explanation's figures are the settlement's, every yuan is explained once, nothing is explained that is not there. */
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { cutSay } from '../../bots/deductions/one.ts';
import { wholeSays } from '../../bots/deductions/whole.ts';
import { explain } from '../../claims/deductions/explain.ts';
import { REASONS } from '../../claims/deductions/reasons/index.ts';
import { readSettlement, type Settlement } from '../../claims/deductions/settlement.ts';
import { numberedCuts, wholeOf } from '../../claims/deductions/whole.ts';
import { money } from '../../claims/figure.ts';
import { fold } from '../../claims/fold.ts';
import { parseYuan, yuanText } from '../../claims/money.ts';
import { loadLaw } from '../../law/load.ts';
import { createRenderer, languages } from '../../locales/render.ts';

const ROOT = join(import.meta.dirname, '../..');
const law = loadLaw(join(ROOT, 'law'));
const renderer = createRenderer(join(ROOT, 'locales'), { insurer: '', hotline: '', caller: '' });
const fen = fc.integer({ min: 1, max: 40_000_000 });
const ITEMS = [
  'medical',
  'lostIncome',
  'nursing',
  'nutrition',
  'transport',
  'disability',
  'mentalDistress',
  'other',
] as const;
const BEARERS = ['driver', 'victim', 'compulsoryInsurer', 'commercialInsurer', 'fund', 'court', 'nobody'] as const;
/** Two of them on one line, with amounts from nowhere: those whose amount follows from something else are not explained then. */
const probe = (code: string): Settlement => ({
  ...{ claim: 'P1', victim: 'v1', version: 1, at: '2026-11-20T10:00:00+08:00' },
  lines: [
    {
      ...{ item: 'medical', asked: '10.00', accepted: '7.00' },
      reasons: [
        { code, amount: '1.00', paper: '核定表' },
        { code, amount: '2.00', paper: '核定表' },
      ],
    },
  ],
  ...{ layers: { compulsory: { medical: '7.00' }, commercial: '0.00' }, advances: [] },
  payable: [{ to: 'v1', amount: '7.00' }],
});
const CODES = REASONS.map(({ code }) => code).filter((code) => explain(probe(code), law).status === 'explained');

const anyCut = fc.record({
  code: fc.constantFrom(...CODES),
  amount: fen,
  bearer: fc.option(fc.constantFrom(...BEARERS)),
});
const anySettlement = fc
  .array(fc.record({ item: fc.constantFrom(...ITEMS), accepted: fen, cuts: fc.array(anyCut, { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((lines) => {
    const sum = lines.reduce((total, one) => total + one.accepted, 0);
    return fc.tuple(fc.constant(lines), fc.integer({ min: 0, max: sum }), fc.integer({ min: 0, max: sum }));
  })
  .map(([lines, compulsory, advance]): Settlement => {
    const text = (n: number): string => yuanText(BigInt(n));
    const sum = lines.reduce((total, one) => total + one.accepted, 0);
    return {
      ...{ claim: 'P1', victim: 'v1', version: 1, at: '2026-11-20T10:00:00+08:00' },
      lines: lines.map(({ item, accepted, cuts }) => ({
        ...{ item, accepted: text(accepted), asked: text(cuts.reduce((so, { amount }) => so + amount, accepted)) },
        reasons: cuts.map(({ code, amount, bearer }) => ({
          ...{ code, amount: text(amount), paper: '核定表' },
          ...(bearer && { bearer }),
        })),
      })),
      layers: { compulsory: { medical: text(compulsory) }, commercial: text(sum - compulsory) },
      advances: advance > 0 ? [{ by: 'insurer', amount: text(advance) }] : [],
      payable: [{ to: 'v1', amount: text(sum - advance) }],
    };
  });

const facts = fold([
  {
    ...{ id: 'e', claim: 'c' as never, type: 'registered', v: 1, at: 0, by: 'insurer', via: 'api' },
    data: { number: 'P1', parties: [{ id: 'v1', role: 'injured', name: '示例乙' }], policies: [] },
  },
]);

describe('200 settlements as they are told', () => {
  it('are made of most reasons', () => expect(CODES.length).to.be.at.least(15));

  it('every yuan is paid or borne by somebody, each reason is told once, and no figure is another one', () => {
    fc.assert(
      fc.property(anySettlement, (given) => {
        const read = readSettlement(JSON.parse(JSON.stringify(given)), law);
        if (read.status === 'refused') throw new Error(JSON.stringify(read.problems));
        const { settlement } = read;
        const explanation = explain(settlement, law);
        if (explanation.status !== 'explained') throw new Error(JSON.stringify(explanation.problems));
        const { lines } = explanation;
        const whole = wholeOf(settlement, lines);
        expect(
          whole.payers.reduce((sum, { amount }) => sum + amount, 0n),
          'every yuan',
        ).to.equal(whole.asked);
        expect(whole.asked - whole.accepted).to.equal(whole.cut);
        const cuts = numberedCuts(lines);
        const wanted = settlement.lines.flatMap(({ item, reasons }) =>
          reasons.map(({ code, amount }) => [item, code, parseYuan(amount)]),
        );
        expect(cuts.map(({ line, cut }) => [line.item, cut.reason.code, cut.amount])).to.deep.equal(wanted);
        for (const lang of languages) {
          const [first] = wholeSays({ kind: 'own', facts, person: 'v1', settlement, explanation });
          if (!first) throw new Error('nothing is told');
          const told = renderer.render(lang, first).text;
          for (const amount of [whole.asked, whole.accepted]) expect(told).to.include(money(amount));
          expect(told.match(/^\d+\. /gm) ?? [], 'a row for each reason, and no other').to.have.length(cuts.length);
          for (const one of cuts)
            expect(renderer.render(lang, cutSay(one, cuts.length)).text).to.include(money(one.cut.amount));
        }
      }),
      { numRuns: 200 },
    );
  });
});
