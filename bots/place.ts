/**
 * Where somebody stands in the queue. Several may ask at the same moment, and none of them sees the others yet: what is told
 * at once is told as about, looked at again when it is written, and told anew where it was wrong or has changed much.
 */
import type { JsonObject } from '../store/ports.ts';
import type { Draft } from './draft.ts';
import { standing } from './handoff.ts';
import type { Scope } from './scope.ts';
import type { Asking } from './state.ts';

/** Milliseconds until what was told is looked at, and between two looks after that. */
const SOON = 2_000;
const AGAIN = 60_000;
/** Nobody hears of it more often than this, nor of fewer places than so many, but of being the next one. */
const QUIET = 2 * 60_000;
const MUCH = 3;

interface Told extends JsonObject {
  readonly place: number;
  readonly at: number;
  /** Read after the asking stood in the queue. */
  readonly sure: boolean;
}
const toldOf = ({ data }: Asking): Told | undefined => data.told as Told | undefined;
const noted = (handoff: Asking, told: Told): Asking => ({ ...handoff, data: { ...handoff.data, told } });

function lookAt(draft: Draft, dueAt: number): void {
  const { id } = draft.conversation;
  draft.jobs.push({ key: `place:${id}`, kind: 'place', dueAt, conversation: id, payload: {} });
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
  lookAt(draft, draft.at + AGAIN);
  if (isNews(told, place, draft.at)) {
    draft.hand(noted(handoff, { place, at: draft.at, sure: true }));
    scope.say({ key: 'human.place', values: { place }, quick: ['backToBot'] });
  } else if (!told.sure) draft.hand(noted(handoff, { ...told, sure: true }));
}

function isNews({ place: before, at, sure }: Told, place: number, now: number): boolean {
  if (!sure) return place !== before;
  if (now - at < QUIET) return false;
  return Math.abs(place - before) >= MUCH || (place === 1 && before > 1);
}
