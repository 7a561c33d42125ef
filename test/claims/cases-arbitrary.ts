/** Random cases for properties: any mixture of victims, vehicles, policies and advances that the schema lets through. */
import fc from 'fast-check';
import type { Advance, Case, Given, Policy, Vehicle, Victim } from '../../claims/compensation/case.ts';
import { yuanText } from '../../claims/money.ts';

export const money = (most = 40_000_000): fc.Arbitrary<string> =>
  fc.oneof(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 300 })).map((fen) => yuanText(BigInt(fen)));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
const given = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

const other = fc.record({
  name: fc.constant('x'),
  amount: money(),
  bearer: fc.constantFrom('compulsory' as const, 'commercial' as const, 'tortfeasor' as const),
  limb: fc.constantFrom('medical' as const, 'deathDisability' as const, 'property' as const),
  byRatio: fc.boolean(),
});
const items = fc
  .record({
    medical: maybe(fc.record({ amount: money() })),
    nursing: maybe(fc.record({ days: fc.nat(300), perYear: money(), persons: fc.integer({ min: 1, max: 2 }) })),
    lostIncome: maybe(fc.record({ amount: money() })),
    mentalDistress: maybe(fc.record({ amount: money() })),
    property: maybe(fc.record({ amount: money() })),
    appraisal: maybe(fc.record({ amount: money() })),
    other: maybe(fc.array(other, { minLength: 1, maxLength: 3 })),
  })
  .map((all) => given(all) as Partial<Given>);

const policy: fc.Arbitrary<Policy> = fc.record({
  limit: money(),
  deductibleRate: fc.constantFrom('0', '0.1', '0.05', '1/3'),
  nonMedicare: fc.constantFrom('exclude', 'cover'),
  mentalDistress: fc.constantFrom('exclude', 'cover'),
});
const vehicle = (id: string, fault: string): fc.Arbitrary<Vehicle> =>
  fc
    .record({
      insured: fc.boolean(),
      needed: fc.boolean(),
      used: maybe(fc.record({ medical: money(2_000_000), deathDisability: money(20_000_000) })),
      commercial: fc.oneof(fc.constant(null), policy, fc.array(policy, { minLength: 2, maxLength: 3 })),
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
  fc.constantFrom(['1', '0', '0'], ['1/3', '1/3', '1/3'], ['0.5', '0.5', '0'], ['0.7', '0.3', '0']),
);

const victim = (id: string, vehicles: readonly string[]): fc.Arbitrary<Victim> =>
  fc
    .record({
      items,
      in: maybe(fc.constantFrom(...vehicles)),
      as: fc.constantFrom('driver' as const, 'passenger' as const),
      free: fc.boolean(),
    })
    .map((v) => ({
      id,
      outcome: 'injury',
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

export const anyCase: fc.Arbitrary<Case> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), faults)
  .chain(([people, cars, shares]) => {
    const vehicles = ['A', 'B', 'C'].slice(0, cars);
    const victims = ['v1', 'v2', 'v3', 'v4'].slice(0, people);
    const advance: fc.Arbitrary<Advance> = fc.record({
      by: fc.constantFrom('insurer' as const, 'driver' as const, 'rescueFund' as const),
      vehicle: fc.constantFrom(...vehicles),
      victim: fc.constantFrom(...victims),
      amount: money(5_000_000),
    });
    const nonMedicare = fc.record({
      victim: fc.constantFrom(...victims),
      amount: money(5_000_000),
      proved: fc.boolean(),
    });
    return fc.record({
      accidentDate: fc.constantFrom('2012-05-05', '2023-05-05'),
      asOf: fc.constant('2024-05-05'),
      region: fc.constant('湖南'),
      victims: fc.tuple(...victims.map((id) => victim(id, vehicles))),
      vehicles: fc.tuple(...vehicles.map((id, i) => vehicle(id, shares[i] ?? '0'))),
      nonMedicare: fc.array(nonMedicare, { maxLength: 3 }),
      advances: fc.array(advance, { maxLength: 4 }),
    });
  });
