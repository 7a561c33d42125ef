/**
 * Where somebody stands in the queue. Several may ask at the same moment, and none of them sees the others yet: what is told
 * at once is told as about, looked at again when it is written, and told anew where it was wrong or has changed much.
 */
import type { ConversationId, Handoff, JsonObject } from '../store/ports.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { standing } from './handoff.ts';
import type { Scope } from './scope.ts';
import type { Asking } from './state.ts';

/** Milliseconds until what was told is looked at, and between two looks after that. */
const SOON = 2_000;
const AGAIN = 60_000;
/** Nobody hears of it more often than this. */
const QUIET = 30_000;
/** Who is not the next one and says nothing: only of so many places, and less often. */
const CALM = 2 * 60_000;
const MUCH = 3;
/** So many behind whoever comes or goes are looked at soon; the others when their time comes. */
const MOST = 50;
export const PLACE_JOB = 'place';

interface Told extends JsonObject {
  readonly place: number;
  readonly at: number;
  /** Read after the asking stood in the queue. */
  readonly sure: boolean;
}
const toldOf = ({ data }: Asking): Told | undefined => data.told as Told | undefined;
const noted = (handoff: Asking, told: Told): Asking => ({ ...handoff, data: { ...handoff.data, told } });

function lookAt(draft: Draft, dueAt: number, of: ConversationId = draft.conversation.id): void {
  draft.jobs.push({ key: `place:${of}`, kind: PLACE_JOB, dueAt, conversation: of, payload: {} });
}

/** To be looked at as soon as others who ask now are written, too. */
export function placeTold(draft: Draft, handoff: Asking, place: number): void {
  draft.hand(noted(handoff, { place, at: draft.at, sure: false }));
  lookAt(draft, draft.at + SOON);
}

export const placeNow = async ({ deps }: Scope, handoff: Asking): Promise<number> =>
  (await deps.store.waitingBefore(handoff)) + 1;

export async function placeTimerFired(scope: Scope): Promise<void> {
  const { draft } = scope;
  const handoff = standing(draft);
  const told = handoff && toldOf(handoff);
  if (!told || draft.floor !== 'waiting' || handoff.state !== 'waiting') return;
  const place = await placeNow(scope, handoff);
  const wrote = (handoff.lastPersonAt ?? 0) > told.at;
  if (isNews(told, place, { now: draft.at, wrote })) {
    draft.hand(noted(handoff, { place, at: draft.at, sure: true }));
    scope.say({ key: 'human.place', values: { place }, quick: ['backToBot'] });
  } else if (!told.sure) draft.hand(noted(handoff, { ...told, sure: true }));
  const quiet = told.at + QUIET;
  lookAt(draft, place !== told.place && draft.at < quiet ? quiet : draft.at + AGAIN);
}

function isNews(
  { place: before, at, sure }: Told,
  place: number,
  { now, wrote }: { readonly now: number; readonly wrote: boolean },
): boolean {
  if (place === before) return false;
  if (!sure) return true;
  if (now - at < QUIET) return false;
  return place === 1 || wrote || (now - at >= CALM && Math.abs(place - before) >= MUCH);
}

/** She has written while she waits: what she was told of her place should be true. */
export function placeAsked(draft: Draft, handoff: Asking): void {
  const told = toldOf(handoff);
  if (told) lookAt(draft, Math.max(draft.at + SOON, told.at + QUIET));
}

/** Somebody has come into the queue or left it: those behind stand elsewhere now. */
export async function queueMoved({ store }: TurnDeps, draft: Draft, before: Asking | null): Promise<void> {
  const after = draft.state.handoff;
  const [waited, waits] = [before, after].map((one) => (one?.state === 'waiting' ? one : undefined));
  // Who comes as the last one moves nobody.
  const passes = waits && (waits.severity > 0 || waits.back);
  const moved = waited && !waits ? waited : !waited && passes ? waits : undefined;
  if (!moved) return;
  const waiting = await store.handoffs({ state: 'waiting', limit: MOST });
  for (const one of waiting)
    if (one.conversation !== draft.conversation.id && isBehind(one, moved))
      lookAt(draft, draft.at + SOON, one.conversation);
}

/** In the order of the queue. */
const isBehind = (one: Handoff, { severity, back, askedAt }: Asking): boolean =>
  one.severity === severity
    ? one.back === back
      ? one.askedAt >= askedAt
      : Number(one.back) < Number(back)
    : one.severity < severity;
