/** What a victim's facts say against each other: a computation would silently take one of them, so they are refused. */
import type { Case, Part, Victim } from './case.ts';
import type { Problem } from './check.ts';
import { ITEMS } from './items/index.ts';

/** Ways to say how long, and at what rate; of each an item has one. */
const TIMES: readonly (readonly (keyof Part)[])[] = [['days'], ['from', 'until'], ['months'], ['years']];
const RATES: readonly (readonly (keyof Part)[])[] = [['perDay'], ['perYear'], ['lastYears'], ['perMonth']];
/** A sum needs none of these. */
const MEASURES: readonly (keyof Part)[] = [...TIMES.flat(), ...RATES.flat(), 'stillPaid', 'persons', 'dependence'];
/** Those who pay, in `payable`: a victim of that name could not be told from them. */
const PAYERS: readonly string[] = ['driver', 'insurer', 'rescueFund'];

export const contradictions = (of: Case): readonly Problem[] =>
  of.victims.flatMap((victim, i) => [
    ...ofVictim(victim, of).map((problem) => ({ ...problem, pointer: `/victims/${i}/${problem.pointer}` })),
    ...ITEMS.flatMap(({ name }) => stretchesOf(victim.items[name], `/victims/${i}/items/${name}`)),
  ]);

function ofVictim({ id, determinedOn, items, paidByOthers = [] }: Victim, of: Case): readonly Problem[] {
  const bad = (when: boolean, pointer: string, expected: Problem['expected']): Problem[] =>
    when ? [{ pointer, expected }] : [];
  return [
    ...bad(PAYERS.includes(id), 'id', 'another id than driver, insurer, rescueFund'),
    ...bad((determinedOn ?? of.accidentDate) < of.accidentDate, 'determinedOn', 'not before accidentDate'),
    ...bad((determinedOn ?? of.asOf) > of.asOf, 'determinedOn', 'not after asOf'),
    ...paidByOthers.flatMap(({ item }, i) =>
      bad(items[item] === undefined, `paidByOthers/${i}/item`, 'an item that is claimed'),
    ),
  ];
}

/** Dependants and other losses are lists too; they have none of these fields but `months`, which stands alone. */
function stretchesOf(given: unknown, pointer: string): readonly Problem[] {
  if (Array.isArray(given)) return given.flatMap((part, i) => ofPart(part as Part, `${pointer}/${i}`));
  return given === undefined ? [] : ofPart(given as Part, pointer);
}

function ofPart(part: Part, pointer: string): readonly Problem[] {
  const { from, until } = part;
  const backwards = from !== undefined && until !== undefined && until < from;
  return [
    ...(part.amount === undefined
      ? [...several(part, TIMES), ...several(part, RATES)]
      : beside(part, 'amount', MEASURES)),
    ...(backwards ? [{ pointer: 'until', expected: 'not before from' as const }] : []),
  ].map((problem) => ({ ...problem, pointer: `${pointer}/${problem.pointer}` }));
}

function several(part: Part, ways: readonly (readonly (keyof Part)[])[]): readonly Problem[] {
  const [first, ...others] = ways.flatMap((way) => {
    const said = way.filter((field) => part[field] !== undefined);
    return said.length > 0 ? [said] : [];
  });
  return first?.[0] === undefined ? [] : beside(part, first[0], others.flat());
}

const beside = (part: Part, field: keyof Part, others: readonly (keyof Part)[]): readonly Problem[] =>
  others.flatMap((other) =>
    part[other] === undefined ? [] : [{ pointer: other, expected: `nothing beside ${field}` as const }],
  );
