/** What there is to tell a conversation of one claim now, and when to look again. Pure; instants in milliseconds. */
import type { ClaimEvent } from '../../store/ports.ts';
import { type ClaimFacts, fold } from '../fold.ts';
import { type ProgressLaw, peopleOf } from '../progress/progress.ts';
import { stageOfClaim } from '../stages/standing.ts';
import { hears } from './ears.ts';
import { happened, type Piece } from './happened.ts';
import { broken, nextBroken, nextRunningOut, openPromises, runningOut } from './runsOut.ts';
import { isOver, stillOf } from './still.ts';
import type { Ear, Item, Level, Renewal, Told } from './types.ts';

export interface Ask {
  /** All events of the claim, as far as they can be read. */
  readonly events: readonly ClaimEvent[];
  /** How many of them the conversation knows. */
  readonly known: number;
  readonly told: Told;
  readonly ear: Ear;
  readonly level: Level;
  readonly now: number;
  /** Something is told at least so often. */
  readonly every: number;
  /** Until when a broken promise is promised anew. */
  readonly again: number;
  readonly law: ProgressLaw;
}

export interface Answer {
  /** Nothing: there is nothing to tell. */
  readonly items: readonly Item[];
  readonly told: Told;
  readonly renewals: readonly Renewal[];
}

export function tell(ask: Ask): Answer {
  const { events, known, told, ear, level, now, law } = ask;
  const facts = fold(events);
  const moved = ear.door ? [] : [...claimMoved(fold(events.slice(0, known)), facts, ear, now), ...newsOf(ask, facts)];
  const late = broken(facts, openPromises(facts, events, ear), { now, marks: told.marks, again: ask.again });
  const soon = runningOut(facts, ear, now, law).filter(({ mark }) => !told.marks.includes(mark));
  const all = [...late, ...soon].map(({ item }) => item);
  // Told only when it was broken already: that says it all.
  const isBroken = (item: Item): boolean =>
    item.kind === 'promised' &&
    late.some((one) => one.item.kind === 'broken' && one.item.what === item.what && one.item.by === item.by);
  const items = [...merged(moved).filter((item) => !isBroken(item)), ...all].filter((item) => isWanted(item, level));
  const door: Item[] = ear.door && stirs(events.slice(known), level) ? [{ kind: 'door' }] : [];
  const said = items.length + door.length > 0 ? [...items, ...door] : still(ask, facts);
  const marks = [...told.marks, ...[...late, ...soon].map(({ mark }) => mark)];
  return {
    items: said,
    told: { at: said.length > 0 ? now : told.at, marks },
    renewals: late.flatMap(({ renewal }) => renewal ?? []),
  };
}

/** Null: only when something happens. */
export function lookAgain(ask: Ask): number | null {
  const { events, told, ear, now, every, law } = ask;
  const facts = fold(events);
  const week = told.at + every;
  const ends = nextBroken(openPromises(facts, events, ear), now, told.marks);
  if (isOver(facts, ear, now)) return ends.length > 0 ? Math.min(...ends) : null;
  const until = Math.max(week, now + every);
  const soon = nextRunningOut(facts, ear, { now, until, marks: told.marks }, law);
  return Math.max(now + 1, Math.min(week > now ? week : now + every, ...ends, ...soon));
}

/** Whoever wants little hears nothing where nothing has moved. */
function still({ told, ear, level, now, every, law }: Ask, facts: ClaimFacts): readonly Item[] {
  if (level !== 'all' || now < told.at + every) return [];
  return [stillOf(facts, ear, now, law) ?? []].flat();
}

const newsOf = ({ events, known, ear }: Ask, facts: ClaimFacts): readonly Piece[] =>
  happened(facts, events.slice(known), ear);

/** Who does not see the stages of people hears when the claim as a whole has gone on. */
function claimMoved(before: ClaimFacts, facts: ClaimFacts, ear: Ear, now: number): Piece[] {
  const stage = stageOfClaim(facts.stages ?? [], now);
  const seesPeople = peopleOf(facts).some((person) => hears(ear, [{ person, field: 'stage' }]));
  if (seesPeople || !hears(ear, [{ claim: 'stage' }]) || stage === undefined) return [];
  // That it was reported is no news.
  if (stage === 'report' || stage === stageOfClaim(before.stages ?? [], now)) return [];
  return [{ about: 'stage of the claim', item: { kind: 'stage', stage, own: false, whole: peopleOf(facts).length } }];
}

/** Of what is about the same thing the last; papers that are wished in one way, together. */
function merged(pieces: readonly Piece[]): readonly Item[] {
  const last = pieces.filter(({ about }, i) => pieces.findLastIndex((one) => one.about === about) === i);
  const items = last.map(({ item }) => item);
  return items.flatMap((item, i): Item[] => {
    if (item.kind !== 'papers') return [item];
    const alike = items.filter((one) => one.kind === 'papers' && one.wish === item.wish);
    if (items.indexOf(alike[0] ?? item) !== i) return [];
    const documents = [...new Set(alike.flatMap((one) => (one.kind === 'papers' ? one.documents : [])))];
    const { why: _, fault: __, ...together } = item;
    return [alike.length === 1 ? item : { ...together, documents }];
  });
}

/** What those who take part may have to act on, and what they would hear of besides. */
const WANTED: Readonly<Record<Level, readonly ClaimEvent['type'][]>> = {
  all: [
    ...(['stageChanged', 'paperAsked', 'paperChanged', 'liabilityDetermined', 'settled'] as const),
    ...(['advanceChanged', 'paid', 'handlerAssigned'] as const),
  ],
  needed: ['paperAsked', 'paperChanged', 'liabilityDetermined', 'settled', 'advanceChanged', 'paid'],
  law: [],
};
const stirs = (events: readonly ClaimEvent[], level: Level): boolean =>
  events.some(({ type }) => WANTED[level].includes(type));

/** She has to do something about it. */
const NEEDS_HER: ReadonlySet<Item['kind']> = new Set([
  ...(['papers', 'settlement', 'clock', 'appraisal', 'broken', 'liability', 'paid'] as const),
]);

export function isWanted(item: Item, level: Level): boolean {
  if (level === 'all' || item.kind === 'clock') return true;
  if (level !== 'needed') return false;
  if (item.kind === 'advance') return item.change === 'papersMissing' || item.change === 'refused';
  return NEEDS_HER.has(item.kind) || (item.kind === 'held' && item.because === 'papers');
}
