/**
 * Random cases for properties: any mixture of victims, vehicles, policies and advances that the schema lets through.
 * Half of them are about a few fen, with limits that are all but used up: there rounding has to be right.
 */
import fc from 'fast-check';
import type { Advance, Case, Dependant, Given, Policy, Vehicle, Victim } from '../../claims/compensation/case.ts';
import { yuanText } from '../../claims/money.ts';

type Money = (most?: number) => fc.Arbitrary<string>;
const upTo = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((fen) => yuanText(BigInt(fen)));
export const money: Money = (most = 40_000_000) => fc.oneof(upTo(most), upTo(300));
const fewFen: Money = () => upTo(6);
/** All but a few fen of a limit of 2012 or 2023, at fault or not. */
const allBut = (...limits: readonly number[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...limits), fc.integer({ min: 0, max: 6 }))
    .map(([limit, left]) => yuanText(BigInt(limit - left)));
const nearly = fc.record({
  medical: allBut(1_000_000, 1_800_000, 100_000, 180_000),
  deathDisability: allBut(11_000_000, 18_000_000, 1_100_000, 1_800_000),
});

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
const given = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

const itemsOf = (sum: Money): fc.Arbitrary<Partial<Given>> => {
  const amount = fc.record({ amount: sum() });
  const other = fc.record({
    name: fc.constant('x'),
    amount: sum(),
    bearer: fc.constantFrom('compulsory' as const, 'commercial' as const, 'tortfeasor' as const),
    limb: fc.constantFrom('medical' as const, 'deathDisability' as const, 'property' as const),
    byRatio: fc.boolean(),
  });
  return fc
    .record({
      medical: maybe(amount),
      nursing: maybe(fc.record({ days: fc.nat(300), perYear: sum(), persons: fc.integer({ min: 1, max: 2 }) })),
      lostIncome: maybe(amount),
      mentalDistress: maybe(amount),
      property: maybe(amount),
      appraisal: maybe(amount),
      other: maybe(fc.array(other, { minLength: 1, maxLength: 3 })),
      dependants: maybe(
        fc.array(dependant, { maxLength: 4 }).map((all) => all.map((one, i) => ({ ...one, id: `d${i}` }))),
      ),
    })
    .map((all) => given(all) as Partial<Given>);
};
const dependant: fc.Arbitrary<Dependant> = fc
  .record({
    id: fc.constant('d'),
    months: maybe(fc.nat(300)),
    age: fc.nat(90),
    supporters: fc.integer({ min: 1, max: 3 }),
    incapable: fc.constant(true),
  })
  .map((one) => given(one) as Dependant);

const policyOf = (sum: Money): fc.Arbitrary<Policy> =>
  fc.record({
    limit: sum(),
    deductibleRate: fc.constantFrom('0', '0.1', '0.05', '1/3'),
    nonMedicare: fc.constantFrom('exclude', 'cover'),
    mentalDistress: fc.constantFrom('exclude', 'cover'),
  });
const vehicleOf = (
  id: string,
  fault: string,
  sum: Money,
  used: fc.Arbitrary<object | undefined>,
): fc.Arbitrary<Vehicle> =>
  fc
    .record({
      insured: fc.boolean(),
      needed: fc.boolean(),
      used,
      commercial: fc.oneof(fc.constant(null), policyOf(sum), fc.array(policyOf(sum), { minLength: 2, maxLength: 3 })),
    })
    .map(({ insured, needed, used, commercial }) => ({
      id,
      fault,
      compulsory: needed ? { insured, ...(used ? { used } : {}) } : null,
      commercial,
    }));

/** Faults in hundredths or thirds that add up to at most one. */
const faults = fc.oneof(
  fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)).map((parts) => {
    const sum = Math.max(100, parts[0] + parts[1] + parts[2]);
    return parts.map((part) => `${part}/${sum}`);
  }),
  fc.constantFrom(
    ['1', '0', '0'],
    ['1/3', '1/3', '1/3'],
    ['0.5', '0.5', '0'],
    ['0.7', '0.3', '0'],
    ['0.3', '0.3', '0.4'],
  ),
);

const victimOf = (id: string, vehicles: readonly string[], sum: Money): fc.Arbitrary<Victim> =>
  fc
    .record({
      items: itemsOf(sum),
      in: maybe(fc.constantFrom(...vehicles)),
      as: fc.constantFrom('driver' as const, 'passenger' as const),
      free: fc.boolean(),
    })
    .map((v) => ({
      id,
      outcome: v.items.dependants ? ('death' as const) : ('injury' as const),
      residence: 'urban' as const,
      items: v.items,
      ...(v.in === undefined
        ? {}
        : {
            rides: {
              vehicle: v.in,
              as: v.as,
              ...(v.as === 'passenger' && v.free ? { gratuitousReduction: '0.3' } : {}),
            },
          }),
    }));

const caseOf = (sum: Money, used: fc.Arbitrary<object | undefined>): fc.Arbitrary<Case> =>
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), faults).chain(([people, cars, shares]) => {
    const vehicles = ['A', 'B', 'C'].slice(0, cars);
    const victims = ['v1', 'v2', 'v3', 'v4'].slice(0, people);
    const advance: fc.Arbitrary<Advance> = fc.record({
      by: fc.constantFrom('insurer' as const, 'driver' as const, 'rescueFund' as const),
      vehicle: fc.constantFrom(...vehicles),
      victim: fc.constantFrom(...victims),
      amount: sum(5_000_000),
    });
    const nonMedicare = fc.record({
      victim: fc.constantFrom(...victims),
      amount: sum(5_000_000),
      proved: fc.boolean(),
    });
    return fc.record({
      accidentDate: fc.constantFrom('2012-05-05', '2023-05-05'),
      asOf: fc.constant('2024-05-05'),
      region: fc.constant('湖南'),
      standards: fc.record({ urbanConsumption: sum(4_000_000) }),
      victims: fc.tuple(...victims.map((id) => victimOf(id, vehicles, sum))),
      vehicles: fc.tuple(...vehicles.map((id, i) => vehicleOf(id, shares[i] ?? '0', sum, used))),
      nonMedicare: fc.array(nonMedicare, { maxLength: 3 }),
      advances: fc.array(advance, { maxLength: 4 }),
    });
  });

export const anyCase: fc.Arbitrary<Case> = fc.oneof(
  caseOf(money, maybe(fc.record({ medical: money(2_000_000), deathDisability: money(20_000_000) }))),
  caseOf(fewFen, nearly),
);
