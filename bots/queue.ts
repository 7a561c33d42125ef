/** The queue for a person: who asks is put in it where somebody is there, and hears honestly where she stands. */

import { begin } from '../dialogs/begin.ts';
import type { Say } from '../dialogs/say.ts';
import { branchNow } from './branch.ts';
import { callBackSaid } from './callBack.ts';
import { contactPhone } from './contact.ts';
import type { Draft } from './draft.ts';
import { ended, newHandoff, occupied, reasonFor, somebodyFree, standing } from './handoff.ts';
import { readsBack } from './overheard.ts';
import { dropCall, keptOf, oweCall, settled } from './owedCall.ts';
import { placeNow, placeTold } from './place.ts';
import { goOn, proceed, type Scope } from './scope.ts';
import type { Asking } from './state.ts';

const minute = 60_000;
/** So many of the last waits are looked at; from fewer than `FEW` nothing is told. */
const WAITS = 20;
const FEW = 3;

/** One timer a conversation: what it waits for changes with who has the floor. */
export const deskKey = (draft: Draft): string => `desk:${draft.conversation.id}`;

export function lookAgain(draft: Draft, dueAt: number): void {
  draft.jobs.push({
    ...{ key: deskKey(draft), kind: 'desk', dueAt, conversation: draft.conversation.id, payload: {} },
  });
}

/** A colleague's words: nobody waits for them any more. */
export function hasSpoken(draft: Draft, handoff: Asking): void {
  const at = Math.max(draft.at, handoff.lastPersonAt ?? 0);
  draft.cancelJobs.push(deskKey(draft));
  const { unanswered: _, ...data } = handoff.data;
  draft.hand({ ...handoff, data, firstWordAt: handoff.firstWordAt ?? at, lastAdjusterAt: at });
}

/** False where nobody is there: then a call is arranged. */
export async function joinQueue(scope: Scope, asked: string): Promise<boolean> {
  const { draft, deps } = scope;
  const before = standing(draft);
  if (occupied(draft) && before) {
    await tellPlace(scope, before);
    return true;
  }
  const branch = await branchNow(deps, draft);
  if (!(await somebodyFree(deps, draft.at, branch))) return false;
  const gravity = await reasonFor(scope, asked);
  const fresh = { ...newHandoff(scope, gravity, 'waiting'), branch };
  // Who was promised a call and asks again waits from now on.
  const handoff = before ? { ...fresh, id: before.id, data: keptOf(before) } : fresh;
  draft.floor = 'waiting';
  lookAgain(draft, draft.at + deps.service.desk.longestWait);
  await tellPlace(scope, handoff);
  return true;
}

async function tellPlace(scope: Scope, handoff: Asking): Promise<void> {
  const place = await placeNow(scope, handoff);
  placeTold(scope.draft, handoff, place);
  scope.say(await placeSaid(scope, place));
}

/** The place in the queue, and the range within which half of the last ones waited. */
async function placeSaid({ deps }: Scope, place: number): Promise<Say> {
  const waits = [...(await deps.store.recentWaits(WAITS))].sort((a, b) => a - b);
  const quick = ['backToBot'];
  if (waits.length < FEW) return { key: 'human.queuedUnknown', values: { place }, quick };
  const at = (share: number): number => (waits[Math.floor((waits.length - 1) * share)] ?? 0) / minute;
  const from = Math.max(1, Math.floor(at(0.25)));
  return { key: 'human.queued', values: { place, from, to: Math.max(from + 1, Math.ceil(at(0.75))) }, quick };
}

/** “返回机器人”. */
export function leaveQueue(scope: Scope, handoff: Asking): void {
  const { draft } = scope;
  // The call that was promised before stands.
  if (draft.state.callBack) draft.hand({ ...handoff, state: 'ticket' });
  else {
    dropCall(draft);
    ended(draft, settled(handoff), 'left');
  }
  draft.floor = draft.state.callBack ? 'waiting' : 'bot';
  draft.cancelJobs.push(deskKey(draft));
  scope.say({ key: 'human.left', quick: ['report', 'scene', 'human'] });
  readsBack(scope);
  goOn(scope);
}

/** Nobody has come: an honest word, and a call instead. */
export async function waitIsOver(scope: Scope, handoff: Asking): Promise<void> {
  const { draft } = scope;
  draft.hand({ ...handoff, state: 'ticket', adjuster: null });
  draft.cancelJobs.push(deskKey(draft));
  const { callBack } = draft.state;
  draft.floor = callBack ? 'waiting' : 'bot';
  if (!callBack) {
    scope.say({ key: 'human.nobodyCame' });
    return arrangeCall(scope, handoff.reason);
  }
  // The call that was promised before stands.
  scope.say({ key: 'human.stillNobody' }, callBackSaid(scope, callBack));
  goOn(scope);
}

/** Asks for a number and an hour. */
export async function arrangeCall(scope: Scope, reason: string, said?: string, bestTime?: string): Promise<void> {
  const { draft, runtime } = scope;
  const phone = said ?? contactPhone(draft.state);
  await oweCall(scope, reason, phone);
  const wish = { params: { reason }, known: { ...(phone ? { phone } : {}), ...(bestTime ? { bestTime } : {}) } };
  await proceed(scope, await begin(runtime, draft.state.talk, 'human', wish));
}
