/**
 * Exact payments of limits → fen, by hand and small: a table of victims (down) and vehicles (across), what each has lost,
 * what each limit is. The cases of test/cases say that it is right for money; here is every turn of it.
 */
import { expect } from 'chai';
import { type Cell, round } from '../../claims/apportionment/rounding.ts';
import { parseRatio } from '../../claims/money.ts';

type Numbers = Readonly<Record<string, number>>;
interface Table {
  readonly name: string;
  /** `a: 'A 1/2, B 1/2'`: vehicle and exact fen. */
  readonly exact: Readonly<Record<string, string>>;
  readonly losses: Numbers;
  readonly limits: Numbers;
  readonly fen: Readonly<Record<string, string>>;
  /** Limits that are used up. */
  readonly used: string;
}

const TABLES: readonly Table[] = [
  {
    // Two halves are two fen of one: the first by name gives up, though he stands last.
    name: 'a limit of one fen for two halves',
    exact: { b: 'A 1/2', a: 'A 1/2' },
    losses: { b: 2, a: 2 },
    limits: { A: 1 },
    fen: { b: 'A 1', a: 'A 0' },
    used: 'A',
  },
  {
    // A third is nothing, three times; the limit is one: the first by name gets it.
    name: 'a limit of one fen for three thirds',
    exact: { c: 'A 1/3', b: 'A 1/3', a: 'A 1/3' },
    losses: { c: 2, b: 2, a: 2 },
    limits: { A: 1 },
    fen: { c: 'A 0', b: 'A 0', a: 'A 1' },
    used: 'A',
  },
  {
    // Both vehicles have room: one fen of loss, two halves of it; the first vehicle by name gives up, though it stands last.
    name: 'a loss of one fen and two vehicles with room',
    exact: { a: 'B 1/2, A 1/2' },
    losses: { a: 1 },
    limits: { B: 9, A: 9 },
    fen: { a: 'B 1, A 0' },
    used: '',
  },
  {
    // A and B both give b the fen, who lost only one: A’s goes to a, who is short.
    name: 'one who would be paid twice leaves it to who is short',
    exact: { a: 'A 1/2, B 1/2', b: 'A 1/2, B 1/2' },
    losses: { a: 1, b: 1 },
    limits: { A: 1, B: 1 },
    fen: { a: 'A 1, B 0', b: 'A 0, B 1' },
    used: 'A,B',
  },
  {
    // A: 1/2 and 3/2 of two → 1 and 1; B the same. a has lost one and gets two; b has lost three and gets two.
    name: 'the larger gave up too much in each limit',
    exact: { a: 'A 1/2, B 1/2', b: 'A 3/2, B 3/2' },
    losses: { a: 1, b: 3 },
    limits: { A: 2, B: 2 },
    fen: { a: 'A 0, B 1', b: 'A 2, B 1' },
    used: 'A,B',
  },
  {
    // A: b 0, c 1 of one; B: a 1, c 1 of two (3/2 and 1/2 are 2 and 1, the larger gives up). c has lost one: b is short at
    // A, a at B; A comes first.
    name: 'the fen goes to who is short at the vehicle that gives it',
    exact: { a: 'B 3/2', b: 'A 1/2', c: 'A 1/2, B 1/2' },
    losses: { a: 2, b: 1, c: 1 },
    limits: { A: 1, B: 2 },
    fen: { a: 'B 1', b: 'A 1', c: 'A 0, B 1' },
    used: 'A,B',
  },
  {
    // A: a 0, c 1; B: a 1 (of 1/2), b 2, c 2 (of 3/2), a fen too many: b gives it up, 1. c has lost two and gets three: at A
    // nobody is short (a has his one), at B b is.
    name: 'a vehicle where somebody is short comes before the first one',
    exact: { a: 'A 1/2, B 1/2', b: 'B 2', c: 'A 1/2, B 3/2' },
    losses: { a: 1, b: 2, c: 2 },
    limits: { A: 1, B: 4 },
    fen: { a: 'A 0, B 1', b: 'B 2', c: 'A 1, B 1' },
    used: 'A,B',
  },
  {
    // A and B give z a fen each of one; y and x, who gave up, are paid in full by E, which has room: nobody is short, and
    // A keeps it.
    name: 'a fen that nobody is short of is not paid',
    exact: { x: 'B 1/2, E 3/2', y: 'A 1/2, E 3/2', z: 'A 1/2, B 1/2' },
    losses: { x: 2, y: 2, z: 1 },
    limits: { A: 1, B: 1, E: 4 },
    fen: { x: 'B 0, E 2', y: 'A 0, E 2', z: 'A 0, B 1' },
    used: 'A,B',
  },
  {
    // A, B and C give z three of the two he lost; D, which has room, gives nothing and takes nothing.
    name: 'a vehicle with room does not pay less than nothing',
    exact: { y: 'A 1/2, B 1/2, C 1/2', z: 'A 1/2, B 1/2, C 1/2, D 1/2' },
    losses: { y: 2, z: 2 },
    limits: { A: 1, B: 1, C: 1, D: 1 },
    fen: { y: 'A 1, B 0, C 0', z: 'A 0, B 1, C 1, D 0' },
    used: 'A,B,C',
  },
  {
    // z gets nothing of A (2/5), and 1 each of B, C and D: three of two. y is short at A, where z has nothing to give; x at
    // B.
    name: 'who has nothing of a vehicle gives nothing back to it',
    exact: { x: 'B 1/2, C 1/2, D 2/5', y: 'A 8/5', z: 'A 2/5, B 1/2, C 1/2, D 3/5' },
    losses: { x: 2, y: 3, z: 2 },
    limits: { A: 2, B: 1, C: 1, D: 1 },
    fen: { x: 'B 1, C 0, D 0', y: 'A 2', z: 'A 0, B 0, C 1, D 1' },
    used: 'A,B,C,D',
  },
  {
    // Three fen each, half from each vehicle: A, the first by name, pays one and B two. B has five and would pay six: of
    // equals a gives up.
    name: 'rounding up may not take more than there is, three equal ones',
    exact: { c: 'A 3/2, B 3/2', b: 'A 3/2, B 3/2', a: 'A 3/2, B 3/2' },
    losses: { c: 3, b: 3, a: 3 },
    limits: { A: 9, B: 5 },
    fen: { c: 'A 1, B 2', b: 'A 1, B 2', a: 'A 1, B 1' },
    used: '',
  },
  {
    // Everybody has his own: a 3 = 1 + 2, b 1 = 0 + 1, c 2 = 1 + 1. B has three and would pay four: the largest, a’s, gives up.
    name: 'rounding up may not take more than there is',
    exact: { a: 'A 3/2, B 3/2', b: 'A 1/2, B 1/2', c: 'A 3/2, B 1/2' },
    losses: { a: 3, b: 1, c: 2 },
    limits: { A: 4, B: 3 },
    fen: { a: 'A 1, B 1', b: 'A 0, B 1', c: 'A 1, B 1' },
    used: '',
  },
];

const cellsOf = (victim: string, text: string): Cell[] =>
  text.split(', ').map((one) => {
    const [vehicle = '', share = ''] = one.split(' ');
    return { victim, vehicle, exact: parseRatio(share), fen: 0n };
  });
const fen = (all: Numbers): Map<string, bigint> => new Map(Object.entries(all).map(([key, n]) => [key, BigInt(n)]));

describe('shares of limits, to the fen', () => {
  for (const { name, exact, losses, limits, fen: wanted, used } of TABLES)
    it(name, () => {
      const cells = Object.entries(exact).flatMap(([victim, text]) => cellsOf(victim, text));
      const full = round(cells, fen(losses), fen(limits));
      const written = Object.keys(exact).map((victim) => [
        victim,
        cells.flatMap((cell) => (cell.victim === victim ? `${cell.vehicle} ${cell.fen}` : [])).join(', '),
      ]);
      expect(Object.fromEntries(written)).to.deep.equal(wanted);
      expect([...full].sort().join()).to.equal(used);
    });
});
