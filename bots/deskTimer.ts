/** The clock of the desk: who waits too long is offered a call; a colleague who is silent is reminded, and then somebody else is asked. */

import { waitsForWords } from './floor.ts';
import { somebodyFree, standing } from './handoff.ts';
import { placeTold } from './place.ts';
import { lookAgain, waitIsOver } from './queue.ts';
import type { Scope } from './scope.ts';
import type { Asking } from './state.ts';

export async function deskTimerFired(scope: Scope): Promise<void> {
  const { draft } = scope;
  const handoff = standing(draft);
  if (!handoff) return;
  if (draft.floor === 'waiting' && handoff.state === 'waiting') return waitIsOver(scope, handoff);
  if (draft.floor === 'person') await silent(scope, handoff);
}

/** Since she took it, or since the person wrote. */
async function silent(scope: Scope, handoff: Asking): Promise<void> {
  const { draft, deps } = scope;
  // She has not said a word yet, or the person waits for the next one.
  if (handoff.lastAdjusterAt !== null && !waitsForWords(handoff)) return;
  if (!handoff.data.reminded || Number(handoff.data.reminded) < (handoff.lastAdjusterAt ?? 0)) {
    const text = deps.renderer.sentence('zh-CN', 'human.reminder', { minutes: deps.service.desk.silence / 60_000 });
    const channelData = { key: 'human.reminder', speaker: 'note' };
    draft.said.push({ direction: 'note', payload: { type: 'message', text, textFormat: 'plain', channelData } });
    draft.hand({ ...handoff, data: { ...handoff.data, reminded: draft.at } });
    lookAgain(draft, draft.at + deps.service.desk.silence);
    return;
  }
  const back: Asking = { ...handoff, state: 'waiting', back: true, adjuster: null };
  if (!(await somebodyFree(deps, draft.at, back.branch))) return waitIsOver(scope, back);
  // At the front, unless somebody graver waits: looked at like any other place.
  placeTold(draft, back, 1);
  draft.floor = 'waiting';
  lookAgain(draft, draft.at + deps.service.desk.longestWait);
  scope.say({ key: 'human.requeued', quick: ['backToBot'] });
}
