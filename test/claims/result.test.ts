/** An estimate as other programs read it (contract §3): one whole result, field by field, and what it looks like without layers. */
import { expect } from 'chai';
import type { Case } from '../../claims/compensation/case.ts';
import { estimate } from '../../claims/compensation/estimate.ts';
import { citation, resultOf } from '../../claims/compensation/result.ts';
import { car, dead, of, person, sum, withPolicy } from '../cases/case.ts';
import { realLaw } from '../cases/invented.ts';

const say = (key: string, values: object): string => `${key.replace('estimate.', '')} ${JSON.stringify(values)}`;
const result = (of: Case): unknown => resultOf(estimate(of, realLaw), realLaw, say);
const regime = { limits: '2020-09-19', standard: '2022-05-01', interpretation: null };
const MEDICAL = 'RS22-6 最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释 法释〔2022〕14号 6';
const OTHER = 'practice 行业惯例与审判实践';

describe('a result', () => {
  it('has every row with its money as text, and no row of zero', () => {
    const given = of(
      [
        person({ medical: sum('20000.10'), lostIncome: { days: 1, perYear: '1000' } }, { id: 'v1' }),
        person({ other: [{ name: 'copies', amount: '80', bearer: 'tortfeasor' }] }, { id: 'v2' }),
      ],
      {
        vehicles: [
          car('A', '0.5', {
            commercial: [withPolicy({ id: 'p', limit: '300000' }), withPolicy({ id: 'q', limit: '100000' })],
          }),
        ],
        advances: [{ by: 'driver', vehicle: 'A', victim: 'v2', amount: '100' }],
      },
    );
    const amount = { status: 'amount' };
    expect(result(given)).to.deep.equal({
      status: 'amount',
      items: [
        { victim: 'v1', item: 'medical', ...amount, amount: '20000.10', steps: ['20,000.10'], sources: [MEDICAL] },
        {
          victim: 'v1',
          item: 'lostIncome',
          ...amount,
          amount: '2.74',
          steps: ['1,000 ÷ 365 × 1', 'rounded {}'],
          sources: [MEDICAL.replace('RS22-6', 'RS22-7').replace(/6$/, '7'), 'calendar 计算惯例'],
        },
        {
          victim: 'v2',
          item: 'other',
          name: 'copies',
          ...amount,
          amount: '80.00',
          steps: ['80'],
          sources: [OTHER],
        },
      ],
      compulsory: [
        { vehicle: 'A', victim: 'v1', limb: 'medical', amount: '18000.00' },
        { vehicle: 'A', victim: 'v1', limb: 'deathDisability', amount: '2.74' },
      ],
      commercial: [
        { vehicle: 'A', victim: 'v1', policy: 'p', amount: '750.04' },
        { vehicle: 'A', victim: 'v1', policy: 'q', amount: '250.01' },
      ],
      tortfeasor: [{ vehicle: 'A', victim: 'v2', amount: '40.00' }],
      victimBears: [
        { victim: 'v1', amount: '1000.05' },
        { victim: 'v2', amount: '40.00' },
      ],
      total: '20082.84',
      payable: [
        { from: 'insurer', vehicle: 'A', to: 'v1', amount: '19002.79' },
        { from: 'v2', vehicle: 'A', to: 'driver', amount: '60.00' },
      ],
      missing: [],
      assumptions: ['assumption.faultGiven {"vehicle":"A","percent":"50%"}'],
      unconfirmed: ['lostIncome.retirementAge', 'calendar.daysPerYear', 'limb.other', 'item.other'],
      regime,
    });
  });

  it('says that a line was rounded, or that a fen was moved so that the lines add up', () => {
    const given = of(dead({ dependants: ['a', 'b', 'c'].map((id) => ({ id, age: 17, supporters: 1 })) }), {
      standards: { urbanConsumption: '32625.02' },
    });
    const { items } = resultOf(estimate(given, realLaw), realLaw, say) as {
      items: { amount: string; steps: string[] }[];
    };
    expect(items.map(({ amount, steps }) => [amount, ...steps])).to.deep.equal([
      ['10875.00', '32,625.02 × 1/3 × 1', 'shared {}'],
      ['10875.01', '32,625.02 × 1/3 × 1', 'rounded {}'],
      ['10875.01', '32,625.02 × 1/3 × 1', 'rounded {}'],
    ]);
  });

  it('says the lesser of two in words', () => {
    const given = of(person({ lostIncome: { months: 2, perMonth: '6000', stillPaid: '6500' } }));
    const { items } = resultOf(estimate(given, realLaw), realLaw, say) as { items: { steps: string[] }[] };
    expect(items[0]?.steps).to.deep.equal(['(6,000 − leastOf {"first":"6,500","limit":"6,000"}) × 2']);
  });

  it('without an amount has no layers, and says why', () => {
    const given = of(dead({ dependants: [{ id: 'wife', age: 40, supporters: 1 }], mentalDistress: {} }));
    const amount = { kind: 'fact', fact: 'amount', victim: 'v1', item: 'mentalDistress', asker: 'mentalDistress' };
    expect(result(given)).to.deep.equal({
      status: 'missing',
      items: [
        { victim: 'v1', item: 'dependants', name: 'wife', status: 'notDue', reason: 'notDue.capable {}' },
        { victim: 'v1', item: 'mentalDistress', status: 'missing', missing: [amount] },
      ],
      missing: [amount],
      assumptions: [],
      unconfirmed: ['calendar.monthsPerYear'],
      regime,
    });
  });

  it('names a source by its id, title, number and article, and leaves what is no source as it is', () => {
    expect(citation('RS22-6', realLaw)).to.equal(MEDICAL);
    expect(citation('given', realLaw)).to.equal('given');
  });
});
