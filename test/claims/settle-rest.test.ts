/** Who absorbs the fen that rounding left over or made: rows by hand, beyond the limits. */
import { expect } from 'chai';
import { settleRest } from '../../claims/apportionment/bears.ts';
import { yuan } from '../../claims/figure.ts';

/** `A>v 3`: the tortfeasor of A; `A/p>v 3 of 5`: its policy p, which pays 5 at most to all its victims. */
type Row = string;
interface Rest {
  readonly name: string;
  readonly losses: Readonly<Record<string, number>>;
  readonly insured?: Readonly<Record<string, number>>;
  readonly rows: readonly Row[];
  /** Those who bear a part of it themselves. */
  readonly bearing?: readonly string[];
  readonly become: readonly Row[];
}

const RESTS: readonly Rest[] = [
  {
    name: 'nothing is left: nothing changes',
    losses: { v: 5 },
    rows: ['A>v 2', 'A/>v 3 of 9'],
    become: ['A>v 2', 'A/>v 3 of 9'],
  },
  {
    name: 'a fen too much: off the largest, policy or tortfeasor',
    losses: { v: 4 },
    rows: ['A>v 2', 'A/>v 3 of 9'],
    become: ['A>v 2', 'A/>v 2 of 9'],
  },
  {
    name: 'a fen too much: off the tortfeasor, the largest',
    losses: { v: 6 },
    insured: { v: 2 },
    rows: ['A>v 3', 'A/>v 2 of 9'],
    become: ['A>v 2', 'A/>v 2 of 9'],
  },
  {
    name: 'a fen too much: a policy at its limit keeps what it pays while another can give',
    losses: { v: 5 },
    rows: ['B>v 1', 'A/>v 5 of 5'],
    become: ['B>v 0', 'A/>v 5 of 5'],
  },
  {
    name: 'a fen too much: a policy at its limit gives where nobody else has anything',
    losses: { v: 4 },
    rows: ['B>v 0', 'A/>v 5 of 5', 'B/>v 0 of 9'],
    become: ['B>v 0', 'A/>v 4 of 5', 'B/>v 0 of 9'],
  },
  {
    name: 'two fen too much: off the next where the first has only one',
    losses: { v: 1 },
    rows: ['A>v 1', 'B>v 1', 'C>v 1'],
    become: ['A>v 0', 'B>v 0', 'C>v 1'],
  },
  {
    name: 'an odd fen: the victim’s who bears a part',
    losses: { v: 3 },
    rows: ['A>v 2'],
    bearing: ['v'],
    become: ['A>v 2'],
  },
  {
    name: 'a fen too much comes off although the victim bears a part',
    losses: { v: 1 },
    rows: ['A>v 2'],
    bearing: ['v'],
    become: ['A>v 1'],
  },
  {
    name: 'an odd fen: the largest pays it',
    losses: { v: 6 },
    rows: ['A>v 2', 'A/>v 3 of 9'],
    become: ['A>v 2', 'A/>v 4 of 9'],
  },
  {
    name: 'an odd fen: not a policy at its limit, counting what it pays to others',
    losses: { v: 6, w: 4 },
    rows: ['A>v 2', 'A/>v 3 of 7', 'A/>w 4 of 7'],
    become: ['A>v 3', 'A/>v 3 of 7', 'A/>w 4 of 7'],
  },
  {
    name: 'another policy of the vehicle and the same policy’s name elsewhere take no room',
    losses: { v: 5, w: 8 },
    rows: ['A/p>v 4 of 5', 'A/q>w 4 of 4', 'B/p>w 4 of 4'],
    become: ['A/p>v 5 of 5', 'A/q>w 4 of 4', 'B/p>w 4 of 4'],
  },
  {
    name: 'an odd fen that nobody may pay stays with the victim',
    losses: { v: 4 },
    rows: ['A/>v 3 of 3'],
    become: ['A/>v 3 of 3'],
  },
  { name: 'nobody owes anything: all of it stays with the victim', losses: { v: 4 }, rows: [], become: [] },
  {
    name: 'two odd fen and room for one: the next pays the other',
    losses: { v: 7 },
    rows: ['A/>v 3 of 4', 'B/>v 2 of 9'],
    become: ['A/>v 4 of 4', 'B/>v 3 of 9'],
  },
  {
    name: 'room for one odd fen of two: the first by name has it, in whatever order they stand',
    losses: { w: 3, v: 3 },
    rows: ['A/>w 2 of 5', 'A/>v 2 of 5'],
    become: ['A/>w 2 of 5', 'A/>v 3 of 5'],
  },
  {
    name: 'what one has too much makes room for the other, who comes before him by name',
    losses: { v: 3, w: 2 },
    rows: ['A/>v 2 of 5', 'A/>w 3 of 5'],
    become: ['A/>v 3 of 5', 'A/>w 2 of 5'],
  },
];

const parts = (row: Row): RegExpExecArray => {
  const found = /^(\w+)(?:\/(\w*))?>(\w+) (\d+)(?: of (\d+))?$/.exec(row);
  if (!found) throw new Error(`no row: ${row}`);
  return found;
};
const line = (row: Row) => {
  const [, vehicle = '', , victim = '', amount = '0'] = parts(row);
  return { vehicle, victim, amount: BigInt(amount), figure: yuan('x', BigInt(amount)) };
};
const isPolicy = (row: Row): boolean => row.includes('/');
const policy = (row: Row) => ({ ...line(row), policy: parts(row)[2], most: BigInt(parts(row)[5] ?? '0') });

describe('the fen that rounding leaves or makes', () => {
  for (const { name, losses, insured = {}, rows, bearing = [], become } of RESTS)
    it(name, () => {
      const { paid, borne } = settleRest(
        Object.entries(losses).map(([victim, total]) => ({ victim, total: BigInt(total) })),
        Object.entries(insured).map(([victim, amount]) => ({ victim, amount: BigInt(amount) })),
        {
          paid: rows.filter(isPolicy).map(policy),
          borne: rows.filter((row) => !isPolicy(row)).map(line),
        },
        ({ victim }) => !bearing.includes(victim),
      );
      const written = [
        ...borne.map((r) => `${r.vehicle}>${r.victim} ${r.amount}`),
        ...paid.map((r) => `${r.vehicle}/${r.policy}>${r.victim} ${r.amount} of ${r.most}`),
      ];
      expect(written).to.deep.equal([...become]);
    });
});
