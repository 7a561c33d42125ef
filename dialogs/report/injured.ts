/** Who is hurt and how, by closed choices: one tap for the commonest case, one question a person otherwise. */
import {
  type Flag,
  type InjuredPerson,
  type InjuredState,
  mayNoteInjuries,
  type Report,
  type Role,
  someoneDied,
} from '../../claims/report.ts';
import { type Casualties, casualties, choice, count, orUnknown, saysUnsure } from '../../prompts/index.ts';
import type { Kind, Read } from '../../prompts/kind.ts';
import * as words from '../../prompts/vocabulary.ts';
import { ask, type Script, tell } from '../flow.ts';

type People = Pick<Report, 'injuredCount' | 'dead' | 'injured'>;

/** More people than this are counted here and listed by the person who calls. */
const askedOneByOne = 5;

export function* injuredPeople(
  medicalConsent: boolean,
  flags: readonly Flag[],
  role: Role,
): Script<People & Pick<Report, 'minorConsent'>> {
  // Who drove is no guardian and cannot agree for the child; a colleague asks the family.
  const asked = medicalConsent && flags.includes('minor') && (role === 'injured' || role === 'family');
  const minorConsent = asked ? yield* guardian(flags) : undefined;
  const people = medicalConsent && minorConsent !== false ? yield* everyone() : yield* onlyHowMany();
  if (people.injuredCount === 0) yield* tell('report.nobodyHurt');
  if (someoneDied(people) || flags.includes('death')) yield* death();
  if (flags.includes('minor')) yield* minorHurt();
  return { ...people, ...(minorConsent === undefined ? {} : { minorConsent }) };
}

/** Of a child who has died nobody is asked for consent. */
function* guardian(flags: readonly Flag[]): Script<boolean | undefined> {
  if (flags.includes('death')) return undefined;
  yield* minorHurt();
  const agreed = (yield* ask('minorConsent', choice(words.minorConsent), guardianOptions)) === 'agree';
  if (!agreed) yield* tell('report.minorDeclined');
  return agreed;
}
const guardianOptions = { stage: 'injured', problems: { notClear: 'report.minorConsent.notClear' } } as const;

/** A report that was sent, as a colleague has heard it: of whom she says nothing, what was said before stays. */
export function peopleOf(told: Casualties, before: Partial<Report>): Partial<People> {
  const injuredCount = told.count;
  // Without consent only how many.
  if (!mayNoteInjuries(before)) return { injuredCount };
  const { injured = [] } = before;
  const listed = Math.min(injuredCount ?? injured.length, askedOneByOne);
  const people = Array.from({ length: listed }, (_, i): InjuredPerson => {
    const only = injuredCount === 1 ? told.state : undefined;
    const hospital = (i === 0 ? told.hospital : undefined) ?? injured[i]?.hospital;
    const state = told.states?.[i] ?? only ?? injured[i]?.state ?? 'unknown';
    return { n: i + 1, state, ...(hospital ? { hospital } : {}) };
  });
  return { injuredCount, dead: told.dead, injured: people };
}

/** Without consent nothing is noted of anyone's state. */
function* onlyHowMany(): Script<People> {
  return { injuredCount: yield* headcount(0), dead: 0, injured: [] };
}

function* everyone(): Script<People> {
  const first = yield* ask('injured', casualtiesOrUnsure(), { stage: 'injured' });
  if (first.dead > 0) yield* death();
  const injuredCount = first.count ?? (yield* headcount(1, first.dead > 0 ? 'death' : undefined));
  const injured = yield* states(injuredCount ?? 1, first);
  if ((injuredCount ?? 0) > askedOneByOne) yield* tell('report.injuredRest');
  return { injuredCount, dead: first.dead, injured };
}

/** “不知道”: somebody may be hurt; how many is asked, and may be left open too. */
function casualtiesOrUnsure(): Kind<Casualties> {
  const kind = casualties();
  const unsure: Read<Casualties> = { kind: 'value', value: { count: null, dead: 0, state: 'unknown' } };
  return { ...kind, read: (input, now) => (saysUnsure(input.text) ? unsure : kind.read(input, now)) };
}

function* headcount(min: number, variant?: string): Script<number | null> {
  const options = { stage: 'injured' as const, ...(variant ? { variant } : {}) };
  const answer = yield* ask('injuredCount', orUnknown(count({ min, max: 100 })), options);
  return answer === 'unknown' ? null : answer;
}

/** Said once, and staff hear of it before anything is asked of the child. */
const minorHurt = (): Script<void> => tell('report.minor', { raise: 'minor' });

/** Gentle words, and a person hears of it at once; said once however it became known. */
const death = (): Script<void> => tell('report.death', { raise: 'death' });

function* states(
  injuredCount: number,
  first: { state?: InjuredState; states?: readonly (InjuredState | null)[]; hospital?: string },
): Script<readonly InjuredPerson[]> {
  const people: InjuredPerson[] = [];
  for (let n = 1; n <= Math.min(injuredCount, askedOneByOne); n += 1) {
    const known = first.states?.[n - 1] ?? (injuredCount === 1 ? first.state : undefined);
    const state = known ?? (yield* ask(`person.${n}.state`, choice(words.injuredState), stateOptions(n, injuredCount)));
    if (state === 'died') yield* death();
    people.push({ n, state, ...(n === 1 && first.hospital ? { hospital: first.hospital } : {}) });
  }
  return people;
}

const stateOptions = (n: number, of: number) => ({
  stage: 'injured' as const,
  values: { n, of },
  ...(of === 1 ? { variant: 'only' } : {}),
});
