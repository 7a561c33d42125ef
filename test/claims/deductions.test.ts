import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { type Differences, explainEstimate } from '../../claims/deductions/estimate.ts';
import { estimateSayings } from '../../claims/deductions/estimateSayings.ts';
import { type Explanation, explain, type TracedCut } from '../../claims/deductions/explain.ts';
import { reasonSayings } from '../../claims/deductions/general.ts';
import { REASONS } from '../../claims/deductions/reasons/index.ts';
import { once, type Saying, sayings } from '../../claims/deductions/sayings.ts';
import schema from '../../claims/deductions/settlement.schema.json' with { type: 'json' };
import { readSettlement, type Settlement } from '../../claims/deductions/settlement.ts';
import { printed } from '../../claims/figure.ts';
import { parseYuan, yuanText } from '../../claims/money.ts';
import { loadLaw } from '../../law/load.ts';
import { createRenderer, languages } from '../../locales/render.ts';
import { sayingText } from '../../locales/sayings.ts';
import { DEDUCTION_CASES, type DeductionCase } from '../cases/deductions.ts';

const ROOT = join(import.meta.dirname, '../..');
const law = loadLaw(join(ROOT, 'law'));
const { sentence, has } = createRenderer(join(ROOT, 'locales'), {});

/** The case as a whole settlement of one line with one reason. */
function settlementOf(one: DeductionCase): Settlement {
  const { code, item, asked, accepted, basis, paper, at = '2025-11-20', accident, fault, rate, compulsory } = one;
  const amount = yuanText(parseYuan(asked) - parseYuan(accepted));
  const input = {
    claim: 'LP-1',
    victim: 'v1',
    version: 1,
    at: `${at}T10:00:00+08:00`,
    ...(accident && { accidentDate: accident }),
    lines: [{ item, asked, accepted, reasons: [{ code, amount, ...(basis && { basis }), ...(paper && { paper }) }] }],
    layers: {
      compulsory: { [basis?.limb ?? 'medical']: compulsory ? accepted : '0.00' },
      commercial: compulsory ? '0.00' : accepted,
      ...(fault && { fault }),
      ...(rate && { deductibleRate: rate }),
    },
    advances: [],
    payable: [{ to: 'v1', amount: accepted }],
  };
  const read = readSettlement(input, law);
  if (read.status === 'refused') throw new Error(`Refused: ${JSON.stringify(read.problems)}`);
  return read.settlement;
}
function explained(explanation: Explanation): Extract<Explanation, { status: 'explained' }> {
  if (explanation.status !== 'explained') throw new Error(`Unreconciled: ${JSON.stringify(explanation.problems)}`);
  return explanation;
}
function cutOf(settlement: Settlement): TracedCut {
  const cut = explained(explain(settlement, law)).lines[0]?.cuts[0];
  if (!cut) throw new Error('There is no cut.');
  return cut;
}

describe('deductions: cases', () => {
  for (const one of DEDUCTION_CASES)
    it(`${one.code}: ${one.is}`, () => {
      const settlement = settlementOf(one);
      const { steps, doubt, apart } = one.expect;
      if (apart !== undefined) {
        const result = explain(settlement, law);
        expect(result.status === 'unreconciled' && result.problems.map((p) => p.difference)).to.deep.equal([apart]);
        return;
      }
      const cut = cutOf(settlement);
      expect(cut.doubt).to.equal(doubt);
      if (steps !== undefined) expect([cut.byPaper, printed(cut.figure)]).to.deep.equal([false, steps]);
      expect(cut.toPerson).to.equal(cut.reason.alwaysPerson || doubt !== undefined);
      expect(cut.rests, 'rests on no text').to.not.be.empty;
    });

  for (const { code } of REASONS)
    it(`${code} has a case that fits, one that does not, and one at the boundary`, () => {
      const own = DEDUCTION_CASES.filter((one) => one.code === code);
      expect(
        own.some((one) => one.expect.doubt !== undefined),
        'does not apply',
      ).to.equal(true);
      if (code !== 'advance') expect(own.length).to.be.at.least(3);
      if (code !== 'advance')
        expect(
          own.some((one) => !one.expect.doubt && !one.expect.apart),
          'fits',
        ).to.equal(true);
    });
});

describe('deductions: every reason says all it must', () => {
  it('is listed, has its file, and the schema knows exactly these codes', () => {
    const codes = REASONS.map((reason) => reason.code).sort();
    const files = readdirSync(join(ROOT, 'claims/deductions/reasons')).map((name) => name.replace('.ts', ''));
    expect(files.filter((name) => name !== 'index').sort()).to.deep.equal(codes);
    const allowed = schema.properties.lines.items.properties.reasons.items.properties.code.enum;
    expect([...allowed].sort()).to.deep.equal(codes);
    expect(codes).to.have.length(24);
  });

  it('asks the law for what is there', () => {
    const ids = law.parameters.map((parameter) => parameter.id);
    const asked = REASONS.flatMap(({ law: rests, byItem = {}, alsoLaw = {}, figures = {} }) => [
      ...rests,
      ...Object.values(byItem).flatMap((one) => one.law),
      ...Object.values(alsoLaw).flat(),
      ...Object.values(figures).flatMap((wanted) => Object.values(wanted).map((one) => one.law)),
    ]);
    expect(asked.filter((id) => !ids.includes(id))).to.deep.equal([]);
  });

  it('never decides cover, blame or a court’s part without a person', () => {
    const always = REASONS.filter((reason) => reason.alwaysPerson).map((reason) => reason.code);
    const sensitive = ['exclusion', 'falsified', 'reappraisal', 'fees', 'privatePromise', 'lateReport'];
    expect(always).to.include.members(sensitive);
  });

  it('has its words, and no words are without a reason', () => {
    const all = JSON.parse(readFileSync(join(ROOT, 'locales/zh-CN/deductions.json'), 'utf8'));
    const source = readdirSync(join(ROOT, 'claims/deductions/reasons'))
      .map((name) => readFileSync(join(ROOT, 'claims/deductions/reasons', name), 'utf8'))
      .concat(readFileSync(join(ROOT, 'claims/deductions/explain.ts'), 'utf8'))
      .join('\n');
    const byItem = REASONS.flatMap((reason) => Object.values(reason.byItem ?? {}));
    const sentences = [...REASONS.map(({ code }) => code), ...byItem.map(({ words }) => words)];
    expect(Object.keys(all.reason).sort()).to.deep.equal(sentences.sort());
    expect(Object.keys(all.change).sort()).to.deep.equal(
      [...new Set([...REASONS, ...byItem].flatMap((r) => r.changes))].sort(),
    );
    expect(Object.keys(all.doubt).filter((name) => !source.includes(`'${name}'`))).to.deep.equal([]);
    expect(REASONS.filter((reason) => reason.changes.length === 0)).to.deep.equal([]);
  });

  it('says nothing that is not written in both languages, and leaves no placeholder', () => {
    for (const one of DEDUCTION_CASES)
      for (const saying of sayings(explain(settlementOf(one), law)))
        for (const lang of languages) {
          const text = sayingText(lang, sentence, saying);
          expect(text, saying.key)
            .to.match(/\S/)
            .and.not.match(/[{}]|undefined|\[object/);
        }
  });

  it('uses every text of deductions.json', () => {
    const said = new Set(['deductions.join', 'deductions.unreconciled']);
    const walk = ({ key, values }: Saying): void => {
      said.add(key);
      for (const value of Object.values(values).flat()) if (typeof value === 'object') walk(value);
    };
    const odd = DEDUCTION_CASES.map(settlementOf).map((s) => explain(s, law));
    const rest = [
      'deductions.reason.',
      'deductions.change.',
      'deductions.doubt.',
      'deductions.item.',
      'deductions.bears.',
    ];
    for (const explanation of [...odd, explain(advanced, law), explain(bare, law)]) sayings(explanation).forEach(walk);
    const [first] = DEDUCTION_CASES.filter(({ basis }) => basis);
    if (first) sayings(explain(settlementOf({ ...first, paper: '费用清单' }), law)).forEach(walk);
    for (const code of ['nonMedicare', 'limbLimit']) reasonSayings(code, law.at('2026-11-24'), 100n).forEach(walk);
    reasonSayings('exclusion', law.at('2026-11-24'), 100n).forEach(walk);
    for (const found of estimates) estimateSayings(found).forEach(walk);
    const keys = keysOf(JSON.parse(readFileSync(join(ROOT, 'locales/zh-CN/deductions.json'), 'utf8')), 'deductions');
    expect(keys.filter((key) => !said.has(key) && !rest.some((start) => key.startsWith(start)))).to.deep.equal([]);
    for (const item of schema.properties.lines.items.properties.item.enum)
      expect(has('zh-CN', `deductions.item.${item}`), item).to.equal(true);
    const bearers = schema.properties.lines.items.properties.reasons.items.properties.bearer.enum;
    for (const bearer of bearers) expect(has('zh-CN', `deductions.bears.${bearer}`), bearer).to.equal(true);
    expect(keys.filter((key) => key.startsWith('deductions.bears.'))).to.have.length(bearers.length);
  });
});

function keysOf(value: unknown, path: string): string[] {
  if (typeof value === 'string') return [path];
  return Object.entries(value as object).flatMap(([name, child]) => keysOf(child, `${path}.${name}`));
}

/** 解释（一）13, 民法典 1181: 26,000 accepted; the insurer paid 10,000, the driver 4,000 and the fund 2,000 before. */
const advanced: Settlement = {
  claim: 'LP-2',
  victim: 'v1',
  version: 2,
  at: '2025-11-20T10:00:00+08:00',
  lines: [
    { item: 'medical', asked: '20000.00', accepted: '20000.00', reasons: [] },
    { item: 'mentalDistress', asked: '5000.00', accepted: '5000.00', reasons: [] },
    { item: 'property', asked: '1000.00', accepted: '1000.00', reasons: [] },
  ],
  layers: {
    compulsory: { medical: '18000.00', deathDisability: '5000.00', property: '1000.00' },
    commercial: '2000.00',
  },
  advances: [
    { by: 'insurer', amount: '10000.00' },
    { by: 'driver', amount: '4000.00' },
    { by: 'rescueFund', amount: '2000.00' },
  ],
  payable: [
    { to: 'v1', amount: '10000.00' },
    { to: 'driver', amount: '4000.00' },
    { to: 'rescueFund', amount: '2000.00' },
  ],
};
/** An uninsured car, and the day of the accident lies before any limit on file; another cut has neither paper nor basis. */
const bare: Settlement = {
  ...advanced,
  accidentDate: '2007-01-01',
  lines: [
    {
      item: 'medical',
      asked: '30000.00',
      accepted: '26000.00',
      reasons: [
        { code: 'compulsoryFirst', amount: '3000.00', basis: { loss: '3000' } },
        { code: 'faultRatio', amount: '1000.00' },
      ],
    },
  ],
};

const car = (id: string, fault: string) => ({ id, fault, commercial: { limit: '1000000', deductibleRate: '0.05' } });
/** A passenger whose own car is at fault too, a person paid in full, and estimates without an amount. */
const estimates: readonly Differences[] = [
  explainEstimate(
    {
      accidentDate: '2025-03-02',
      asOf: '2025-11-20',
      region: '湖南',
      victims: [
        {
          id: 'v1',
          outcome: 'injury',
          rides: { vehicle: 'A', as: 'passenger' },
          items: {
            medical: { amount: '65000' },
            other: [{ name: '复印费', amount: '80', bearer: 'tortfeasor' }],
          },
        },
        { id: 'v2', outcome: 'property', items: { property: { amount: '10' } } },
      ],
      vehicles: [car('A', '0.6'), car('B', '0.4')],
    },
    law,
  ),
  { status: 'missing', missing: [] },
  { status: 'notDue', missing: [] },
  { status: 'notSupported', missing: [] },
];

describe('deductions: sums', () => {
  it('advances are netted when paying, and each goes back to whoever paid it', () => {
    const keys = sayings(explain(advanced, law)).map((saying) => saying.key);
    expect(keys.filter((key) => /advance|payable/.test(key))).to.deep.equal([
      ...['deductions.advance.insurer', 'deductions.advance.driver', 'deductions.advance.rescueFund'],
      ...['deductions.payable', 'deductions.payable', 'deductions.payable'],
    ]);
  });

  const text = (settlement: Settlement): string =>
    sayings(explain(settlement, law))
      .map((saying) => sayingText('zh-CN', sentence, saying))
      .join('\n');
  const caseOf = (code: string, is: string): DeductionCase => {
    const found = DEDUCTION_CASES.find((each) => each.code === code && each.is === is);
    if (!found) throw new Error(`There is no case “${code}: ${is}”.`);
    return found;
  };

  it('whoever is liable owes by his share of fault: it is said, with the share where it is known', () => {
    const limbLimit = caseOf('limbLimit', 'two thousand beyond');
    expect(text(settlementOf(limbLimit))).to.include('他只出自己该担的那一份');
    expect(text(settlementOf({ ...limbLimit, fault: '0.7' }))).to.include('他只出自己该担的那一份：70%');
    expect(text(settlementOf({ ...limbLimit, fault: '1' })))
      .to.include('承担。可以向他要。')
      .and.not.include('只出');
  });

  it('a share of fault that is in the amount already is not taken of it a second time', () => {
    const inIt = { fault: '0.7' } as const;
    for (const one of [
      caseOf('nonMedicare', 'the share of fault of what lies above the standard'),
      caseOf('policyLimit', DEDUCTION_CASES.find(({ code }) => code === 'policyLimit')?.is ?? ''),
      caseOf('deductible', 'five per cent'),
    ])
      expect(text(settlementOf({ ...one, ...inIt })), one.code)
        .to.include('按责任分给您这边的那几成，不在这一条里')
        .and.not.include('他只出自己该担的那一份');
  });

  it('what a court has not awarded of mental distress is nobody’s debt; without cover it is asked for as it was awarded', () => {
    const assessed = DEDUCTION_CASES.find(({ code, basis }) => code === 'mentalDistress' && basis?.assessed);
    const uncovered = DEDUCTION_CASES.find(({ code, basis }) => code === 'mentalDistress' && !basis?.assessed);
    if (!assessed || !uncovered) throw new Error('a case is missing');
    expect(text(settlementOf({ ...assessed, fault: '0.7' })))
      .to.include('由谁承担，法院来定')
      .and.not.include('他只出');
    expect(text(settlementOf({ ...uncovered, fault: '0.7' })))
      .to.include('法院支持、强制险和附加险')
      .and.not.include('他只出自己该担的那一份');
  });

  it('a car without fault: its own limits, and it owes nothing beyond them', () => {
    const said = text(settlementOf(caseOf('limbLimit', 'a car that is not at fault')));
    expect(said).to.include('这辆车在事故里没有责任').and.include('强制险以外不用赔').and.not.include('0%');
    expect(said, 'on foot or on a bicycle it is otherwise (道交法 76)').to.include('走路或骑非机动车');
  });

  it('recourse is named for what the law names, and not for flight', () => {
    const drunk = caseOf('exclusion', 'drunk: compulsory insurance pays');
    const recourse = (cause: string): boolean => text(settlementOf({ ...drunk, basis: { cause } })).includes('要回');
    expect(['drunk', 'unlicensed', 'intent', 'stolen'].map(recourse)).to.deep.equal([true, true, true, true]);
    expect(['drinking', 'flight', 'expiredLicence', 'passengerDoor', 'other'].map(recourse)).to.not.include(true);
    // The article that gives it is named with it.
    const rests = (cause: string) =>
      cutOf(settlementOf({ ...drunk, basis: { cause } })).rests.map(({ source }) => source.id);
    expect([rests('drunk').includes('DJ1-15'), rests('flight').includes('DJ1-15')]).to.deep.equal([true, false]);
  });

  it('asking first needs no signature, and the ten days run from the agreement: both are said', () => {
    const said = text(settlementOf(caseOf('limbLimit', 'two thousand beyond')));
    expect(said).to.include('双方把数目说定那天起，保险公司要在 10 天内付款').and.include('不用先签字');
    expect(said).to.not.include('不必先表示同意');
  });

  it('the lesser of two is said in words, and a death is paid to the family', () => {
    expect(text(settlementOf(caseOf('compulsoryFirst', 'an uninsured car')))).to.include(
      '25,000 和上限 18,000 里小的那个',
    );
    expect(text(settlementOf(caseOf('policyLimit', 'a limit of one million')))).to.include('死者家属（v1）');
  });

  it('a limit that is not on file is named, and the amount stands on its paper', () => {
    const cut = cutOf(bare);
    expect([cut.byPaper, cut.missing.map((one) => [one.parameter, one.date])]).to.deep.equal([
      true,
      [['compulsory.medical.limit', '2007-01-01']],
    ]);
    expect(text(bare))
      .to.include('2007-01-01')
      .and.not.match(/compulsory\./);
  });

  const one = settlementOf(DEDUCTION_CASES[0] as DeductionCase);
  const line = one.lines[0] as Settlement['lines'][number];
  const cut = line.reasons[0] as Settlement['lines'][number]['reasons'][number];
  const problemsOf = (input: unknown) => {
    const read = readSettlement(input, law);
    return read.status === 'refused' ? read.problems : [];
  };

  it('refuses at the door: reasons that do not add up, with pointer and difference', () => {
    const wrong = { ...one, lines: [{ ...line, reasons: [{ ...cut, amount: '5999.99' }] }] };
    expect(problemsOf(wrong)).to.deep.equal([
      {
        pointer: '/lines/0/reasons',
        expected: 'sum of the reasons = asked − accepted: 6000.00, not 5999.99',
        difference: '-0.01',
        rule: { name: 'reasons', values: { got: '5999.99', want: '6000.00', off: '0.01' } },
      },
    ]);
  });

  it('refuses at the door: layers that do not add up', () => {
    const wrong = { ...one, layers: { ...one.layers, commercial: '62000.01' } };
    expect(problemsOf(wrong).map((p) => [p.pointer, p.difference])).to.deep.equal([['/layers', '0.01']]);
  });

  const withCut = (more: object) => ({ ...one, lines: [{ ...line, reasons: [{ ...cut, ...more }] }] });
  for (const [name, input, pointer] of [
    ['no object', 7, '/'],
    ['an unknown field', { ...one, total: '1.00' }, '/'],
    ['an unknown code', withCut({ code: 'justBecause' }), '/lines/0/reasons/0/code'],
    ['money without two decimals', withCut({ amount: '6000' }), '/lines/0/reasons/0/amount'],
    ['money below zero', withCut({ amount: '-1.00' }), '/lines/0/reasons/0/amount'],
    ['a name the reason does not know', withCut({ basis: { bill: '1' } }), '/lines/0/reasons/0/basis/bill'],
    ['a basis of the wrong shape', withCut({ basis: { billed: 'much' } }), '/lines/0/reasons/0/basis/billed'],
    ['a word that is none of its words', withCut({ basis: { rider: 'perhaps' } }), '/lines/0/reasons/0/basis/rider'],
    ['an instant without offset', { ...one, at: '2025-11-20T10:00:00' }, '/at'],
    [
      'a basis of no name',
      { ...one, lines: [{ ...line, reasons: [{ ...cut, basis: { constructor: 'x' } }] }] },
      '/lines/0/reasons/0/basis/constructor',
    ],
    [
      'more beyond compulsory insurance than was asked for',
      { ...one, lines: [{ ...line, reasons: [{ ...cut, code: 'faultRatio', basis: { excess: '99999.00' } }] }] },
      '/lines/0/reasons/0/basis/excess',
    ],
    ['a share over zero', { ...one, layers: { ...one.layers, fault: '1/0' } }, '/layers/fault'],
    ['a fault above one', { ...one, layers: { ...one.layers, fault: '1.01' } }, '/layers/fault'],
    ['a deductible above one', { ...one, layers: { ...one.layers, deductibleRate: '3/2' } }, '/layers/deductibleRate'],
    ['a payee that nobody knows', { ...one, payable: [{ to: 'v2', amount: '62000.00' }] }, '/payable/0/to'],
  ] as const)
    it(`refuses at the door: ${name}`, () => expect(problemsOf(input).map((p) => p.pointer)).to.include(pointer));

  const payable = (...rows: readonly (readonly [string, string])[]) => rows.map(([to, amount]) => ({ to, amount }));
  const differences = (more: object) => problemsOf({ ...one, ...more }).map((p) => [p.pointer, p.difference]);

  // 基金追偿 (社会救助基金管理办法 27): 300 of the fund, all 62,000 to the victim: 300 are missing on its row.
  it('refuses at the door: a fund that does not get its advance back, by the difference', () => {
    const advances = [{ by: 'rescueFund', amount: '300.00' }];
    expect(problemsOf({ ...one, advances })).to.deep.equal([
      {
        pointer: '/payable',
        expected: 'what goes back to the rescue fund: at least 300.00, not 0.00',
        difference: '-300.00',
        rule: { name: 'fundLeast', values: { bound: '300.00', got: '0.00' } },
      },
    ]);
    const some = payable(['v1', '61700.01'], ['rescueFund', '299.99']);
    expect(differences({ advances, payable: some })).to.deep.equal([['/payable', '-0.01']]);
    expect(differences({ advances, payable: payable(['v1', '61700.00'], ['rescueFund', '300.00']) })).to.be.empty;
    expect(differences({ payable: payable(['v1', '61700.00'], ['rescueFund', '300.00']) })).to.deep.equal([
      ['/payable', '300.00'],
    ]);
  });

  // The 6,000 outside medical insurance are the driver's own: of 7,000 at least 1,000 and at most 7,000 go back.
  it('refuses at the door: a driver who gets back less than is more than his part, or more than he advanced', () => {
    const back = (amount: string, rest: string) =>
      differences({
        advances: [{ by: 'driver', amount: '7000.00' }],
        payable: payable(['v1', rest], ['driver', amount]),
      });
    expect(back('999.99', '61000.01')).to.deep.equal([['/payable', '-0.01']]);
    expect(back('1000.00', '61000.00')).to.be.empty;
    expect(back('7000.00', '55000.00')).to.be.empty;
    expect(back('7000.01', '54999.99')).to.deep.equal([['/payable', '0.01']]);
    // All of it the driver's own: nothing goes back, and no row is needed.
    expect(differences({ advances: [{ by: 'driver', amount: '6000.00' }] })).to.be.empty;
  });

  // 18,000 for treatment since 2020-09-19, 1,800 for a car without fault.
  it('refuses at the door: a compulsory layer above the limit of its day', () => {
    const layers = (medical: string, commercial: string, fault = '1') => ({
      accidentDate: '2025-03-02',
      layers: { compulsory: { medical }, commercial, fault },
    });
    expect(differences(layers('18000.00', '44000.00'))).to.be.empty;
    expect(differences(layers('18000.01', '43999.99'))).to.deep.equal([['/layers/compulsory/medical', '0.01']]);
    expect(differences(layers('1800.00', '60200.00', '0'))).to.be.empty;
    expect(differences(layers('1800.01', '60199.99', '0'))).to.deep.equal([['/layers/compulsory/medical', '0.01']]);
    expect(differences({ ...layers('18000.01', '43999.99'), accidentDate: undefined })).to.be.empty;
    // No limit is on file for that day.
    expect(differences({ ...layers('18000.01', '43999.99'), accidentDate: '2007-01-01' })).to.be.empty;
  });

  it('explains nothing that does not reconcile', () => {
    const wrong = { ...one, payable: [{ to: 'v1', amount: '62000.01' }] };
    const result = explain(wrong, law);
    expect(result).to.deep.include({ status: 'unreconciled' });
    expect(sayings(result).map((saying) => [saying.key, saying.values])).to.deep.equal([
      ['deductions.unreconciled', { difference: '0.01' }],
    ]);
  });
});

/** Cuts of any size on lines of any number, split over the layers and the payees anyhow. */
const cents = fc.integer({ min: 0, max: 50_000_000 });
const anySettlement = fc
  .array(fc.record({ accepted: cents, cuts: fc.array(cents, { maxLength: 4 }) }), { minLength: 1, maxLength: 6 })
  .chain((lines) => {
    const sum = lines.reduce((total, one) => total + one.accepted, 0);
    const part = fc.integer({ min: 0, max: sum });
    return fc.tuple(fc.constant(lines), fc.constant(sum), part, part);
  })
  .map(([lines, sum, compulsory, advance]): Settlement => {
    const text = (n: number) => yuanText(BigInt(n));
    return {
      ...advanced,
      lines: lines.map(({ accepted, cuts }) => ({
        item: 'other',
        asked: text(accepted + cuts.reduce((a, b) => a + b, 0)),
        accepted: text(accepted),
        reasons: cuts.map((amount) => ({ code: 'privatePromise', amount: text(amount), paper: '核定表' })),
      })),
      layers: { compulsory: { medical: text(compulsory) }, commercial: text(sum - compulsory) },
      advances: [{ by: 'insurer', amount: text(advance) }],
      payable: [{ to: 'v1', amount: text(sum - advance) }],
    };
  });

describe('deductions: what the second reader of the law has found', () => {
  const said = (code: string, is: string): string => {
    const one = DEDUCTION_CASES.find((each) => each.code === code && each.is === is);
    if (!one) throw new Error(`no case ${code} ${is}`);
    return sayings(explain(settlementOf(one), law))
      .map((each) => sayingText('zh-CN', sentence, each))
      .join('\n');
  };

  it('of a stolen car nobody is told that compulsory insurance pays for injury, only for emergency treatment (条例 22)', () => {
    const stolen = said('exclusion', 'a stolen car');
    expect(stolen)
      .to.include('抢救费')
      .and.not.match(/人身损失的赔偿|不影响您拿钱|先向强制险申请/);
    expect(said('exclusion', 'drunk: compulsory insurance pays'))
      .to.include('人身损失的赔偿')
      .and.include('再向责任人要回');
  });

  it('inside the compulsory limit the share of fault plays no part for whoever is uninsured (侵权责任编解释（一） 21)', () => {
    const own = DEDUCTION_CASES.filter(({ code, expect: wanted }) => code === 'compulsoryFirst' && !wanted.apart);
    for (const one of own) {
      const text = said(one.code, one.is);
      expect(text, one.is).to.include('侵权责任编').and.not.include('只按自己').and.not.include('没有责任，超出');
    }
  });

  it('a text stands with the weakest mark that it carries', () => {
    const cut = cutOf(settlementOf({ ...(DEDUCTION_CASES[0] as DeductionCase) }));
    const [first] = cut.rests;
    if (!first) throw new Error('rests on nothing');
    const twice = once([
      { ...first, mark: 'secondary' },
      { ...first, mark: 'verified' },
    ]);
    expect(twice.map(({ mark }) => mark)).to.deep.equal(['secondary']);
  });
});

describe('deductions: whatever the amounts', () => {
  it('what adds up is explained, line by line and to the fen', () => {
    fc.assert(
      fc.property(anySettlement, (settlement) => {
        const read = readSettlement(JSON.parse(JSON.stringify(settlement)), law);
        if (read.status === 'refused') throw new Error(JSON.stringify(read.problems));
        for (const { asked, accepted, cuts } of explained(explain(read.settlement, law)).lines)
          expect(cuts.reduce((sum, cut) => sum + cut.amount, accepted)).to.equal(asked);
      }),
    );
  });

  it('one fen anywhere is one fen: refused or unreconciled, by that difference, and never explained', () => {
    const where = fc.constantFrom('asked', 'accepted', 'layer', 'payable');
    fc.assert(
      fc.property(anySettlement, where, (settlement, at) => {
        const up = (text: string) => yuanText(parseYuan(text) + 1n);
        const [first, ...others] = settlement.lines as readonly [Settlement['lines'][number]];
        const wrong: Settlement = {
          ...settlement,
          ...((at === 'asked' || at === 'accepted') && { lines: [{ ...first, [at]: up(first[at]) }, ...others] }),
          ...(at === 'layer' && { layers: { ...settlement.layers, commercial: up(settlement.layers.commercial) } }),
          ...(at === 'payable' && { payable: settlement.payable.map((row) => ({ ...row, amount: up(row.amount) })) }),
        };
        expect(readSettlement(wrong, law).status).to.equal(at === 'payable' ? 'settlement' : 'refused');
        const result = explain(wrong, law);
        if (result.status === 'explained') throw new Error('It was explained all the same.');
        for (const { difference } of result.problems) expect(['0.01', '-0.01']).to.include(difference);
        expect(sayings(result)).to.have.length(1);
      }),
    );
  });
});
