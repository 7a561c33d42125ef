/** What a JSON Schema cannot see of a case: names that point nowhere, doubles, faults above one, days that go back. */
import type { Law } from '../../law/types.ts';
import { compare, one, over, parseRatio, type Ratio, ratio, total, zero } from '../money.ts';
import { type Case, isNamed, listOf, type NonMedicare, type Policy, policyName } from './case.ts';

export interface Problem {
  /** JSON pointer. */
  readonly pointer: string;
  readonly expected:
    | 'known vehicle'
    | 'known victim'
    | 'unique id'
    | 'faults at most 1'
    | 'not before accidentDate'
    | 'a vehicle'
    | 'passenger'
    | 'not after asOf'
    | 'not before from'
    | 'an item that is claimed'
    | 'another id than driver, insurer, rescueFund'
    | `nothing beside ${string}`;
}
type Expected = Problem['expected'];

/** `named` is the law's share for `primary`, `equal` …, if it has one on the day of the accident. */
export function checkCase(of: Case, named: (fault: string) => Ratio | undefined): readonly Problem[] {
  const vehicles = of.vehicles.map(({ id }) => id);
  const victims = of.victims.map(({ id }) => id);
  const bad = (when: boolean, pointer: string, expected: Expected): Problem[] => (when ? [{ pointer, expected }] : []);
  const nonMedicare = Array.isArray(of.nonMedicare);
  return [
    ...bad(of.asOf < of.accidentDate, '/asOf', 'not before accidentDate'),
    ...doubles(victims, '/victims'),
    ...doubles(vehicles, '/vehicles'),
    ...faults(of, named),
    ...of.vehicles.flatMap(({ commercial }, i) =>
      doubles(listOf<Policy>(commercial).map(policyName), `/vehicles/${i}/commercial`),
    ),
    ...of.victims.flatMap(({ rides, items }, i) => [
      ...bad(rides !== undefined && !vehicles.includes(rides.vehicle), `/victims/${i}/rides/vehicle`, 'known vehicle'),
      ...bad(
        rides?.as === 'driver' && rides.gratuitousReduction !== undefined,
        `/victims/${i}/rides/gratuitousReduction`,
        'passenger',
      ),
      ...(Array.isArray(items.dependants)
        ? doubles(
            items.dependants.map(({ id }) => id),
            `/victims/${i}/items/dependants`,
          )
        : []),
    ]),
    ...listOf<NonMedicare>(of.nonMedicare).flatMap(({ victim }, i) =>
      bad(!victims.includes(victim), `/nonMedicare${nonMedicare ? `/${i}` : ''}/victim`, 'known victim'),
    ),
    ...(of.advances ?? []).flatMap(({ by, vehicle, victim }, i) => [
      ...bad(!victims.includes(victim), `/advances/${i}/victim`, 'known victim'),
      ...bad(vehicle !== undefined && !vehicles.includes(vehicle), `/advances/${i}/vehicle`, 'known vehicle'),
      ...bad(vehicle === undefined && by !== 'rescueFund' && vehicles.length !== 1, `/advances/${i}`, 'a vehicle'),
    ]),
  ];
}

const doubles = (ids: readonly string[], pointer: string): Problem[] =>
  ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [{ pointer: `${pointer}/${i}/id`, expected: 'unique id' as const }] : [],
  );

function faults({ vehicles }: Case, named: (fault: string) => Ratio | undefined): Problem[] {
  const shares = vehicles.map(({ fault }) => (isNamed(fault) ? (named(fault) ?? zero) : parseRatio(fault)));
  return compare(total(shares), one) > 0 ? [{ pointer: '/vehicles', expected: 'faults at most 1' }] : [];
}

/** The shares of named faults, asked of the law for the day of the accident. */
export const namedFaults =
  (law: Law, { accidentDate, region }: Case) =>
  (fault: string): Ratio | undefined => {
    const found = law.at(accidentDate, region).get(`fault.${fault}`, 'check');
    return found.status === 'value' ? over(parseRatio(found.value), ratio(100n)) : undefined;
  };
