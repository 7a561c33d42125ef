/** Who has paid what before the settlement: each sum once, each side only its own (claims/visible.ts). Fen. */
import { expect } from 'chai';
import { ledgerOf } from '../../../claims/advance/ledger.ts';
import { type ClaimFacts, fold } from '../../../claims/fold.ts';
import type { Viewer } from '../../../claims/visible.ts';
import type { ClaimEvent, ClaimId, JsonObject } from '../../../store/ports.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const event = (type: ClaimEvent['type'], data: JsonObject): ClaimEvent => ({
  ...{ id: 'e', claim: 'c' as ClaimId, type, v: 1, at: NOW, by: 'insurer', via: 'api', data },
});
const party = (id: string, role: string) => ({ id, role, name: `name-${id}` });
const advance = (id: string, person: string, route: string, amount: string) => [
  event('advanceChanged', { advance: id, change: 'approved', person, route, amount, at: '2026-11-20' }),
  event('advanceChanged', { advance: id, change: 'paid', person, route, amount, hospital: 'H', at: '2026-11-21' }),
];
const settlement = (victim: string, advances: readonly JsonObject[], payable: readonly JsonObject[]) =>
  event('settled', {
    settlement: {
      claim: 'P',
      victim,
      version: 1,
      at: '2026-11-23',
      lines: [],
      layers: { compulsory: {}, commercial: '0.00' },
      advances,
      payable,
    },
  });
const facts: ClaimFacts = fold([
  event('registered', {
    number: 'P',
    parties: [party('v1', 'injured'), party('v2', 'injured'), party('i1', 'insured'), party('d1', 'driver')],
    policies: [],
  }),
  ...advance('a1', 'v1', 'compulsory', '8000.00'),
  ...advance('a2', 'v2', 'rescueFund', '3000.00'),
]);
const settled = fold(
  [
    settlement(
      'v1',
      [
        { by: 'insurer', amount: '8000.00' },
        { by: 'driver', amount: '5000.00' },
      ],
      [
        { to: 'v1', amount: '1000.00' },
        { to: 'driver', amount: '3800.00' },
      ],
    ),
  ],
  facts,
);
const rows = (of: ClaimFacts, viewer: Viewer) =>
  ledgerOf(of, viewer, NOW).map(({ by, fen, netted, back }) => [by, fen, netted, back ?? null]);

describe('the ledger of money in advance', () => {
  it('before the settlement: what was paid, by whom, and nothing is netted yet', () => {
    expect(rows(facts, { role: 'insured' })).to.deep.equal([
      ['insurer', 800_000n, false, null],
      ['rescueFund', 300_000n, false, null],
    ]);
  });

  it('an injured person sees what was paid for her, and nothing of the other', () => {
    expect(rows(facts, { role: 'injured', person: 'v2' })).to.deep.equal([['rescueFund', 300_000n, false, null]]);
    expect(JSON.stringify(ledgerOf(facts, { role: 'injured', person: 'v2' }, NOW), text)).to.not.match(/v1|800000/);
  });

  it('the settlement tells the same money again: it is one sum, and netted; what it adds is the driver’s', () => {
    expect(rows(settled, { role: 'injured', person: 'v1' })).to.deep.equal([
      ['insurer', 800_000n, true, null],
      ['driver', 500_000n, true, 380_000n],
    ]);
  });

  it('the driver sees his own sum and what of it comes back, whom it was for is not said', () => {
    const seen = ledgerOf(settled, { role: 'driver' }, NOW);
    expect(seen.map(({ by, fen, back }) => [by, fen, back])).to.deep.equal([['driver', 500_000n, 380_000n]]);
    expect(seen[0]).to.not.have.any.keys('person', 'name', 'day');
  });

  it('an insured who drove herself sees that sum; beside another driver it is not hers', () => {
    expect(rows(settled, { role: 'insured' }).map(([by]) => by)).to.deep.equal(['insurer', 'rescueFund']);
    const alone = fold([
      event('registered', { number: 'P', parties: [party('v1', 'injured'), party('i1', 'insured')], policies: [] }),
      settlement('v1', [{ by: 'driver', amount: '5000.00' }], [{ to: 'driver', amount: '3800.00' }]),
    ]);
    expect(rows(alone, { role: 'insured' })).to.deep.equal([['driver', 500_000n, true, 380_000n]]);
  });

  it('whoever only reported it, and an agent without an authorisation, see nothing', () => {
    expect(rows(settled, { role: 'reporter' })).to.deep.equal([]);
    expect(rows(settled, { role: 'agent' })).to.deep.equal([]);
  });

  it('a payment of an advance that was not said to be paid counts, once', () => {
    const paid = fold([
      event('registered', { number: 'P', parties: [party('v1', 'injured')], policies: [] }),
      event('advanceChanged', {
        advance: 'a1',
        change: 'approved',
        person: 'v1',
        route: 'compulsory',
        amount: '900.00',
        at: '2026-11-20',
      }),
      event('paid', {
        to: { hospital: 'H' },
        amount: '900.00',
        at: '2026-11-21',
        reference: 'R',
        for: { advance: 'a1' },
      }),
    ]);
    expect(rows(paid, { role: 'injured', person: 'v1' })).to.deep.equal([['insurer', 90_000n, false, null]]);
  });
});

const text = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
