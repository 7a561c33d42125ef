/** Turns whose cause is the clock. The job is done in the same commit, so it happens once. */

import { wallClock } from '../claims/clocks/days.ts';
import { promisedBy } from '../claims/hours.ts';
import { framesOf, type Talk } from '../dialogs/runtime.ts';
import type { Json } from '../store/ports.ts';
import { deskTimerFired } from './deskTimer.ts';
import type { Draft } from './draft.ts';
import { occupied } from './handoff.ts';
import { placeTimerFired } from './place.ts';
import type { Scope } from './scope.ts';

const silence = 30 * 60 * 1000;
const brokenOffKey = (draft: Draft): string => `brokenOff:${draft.conversation.id}`;

/**
 * A draft with a phone number and somebody hurt becomes a call-back when the phone falls silent for half an hour. The timer
 * is not moved with every message: when it looks and finds that the person has written since, it waits for the rest.
 */
export function watchForSilence(draft: Draft): void {
  const { talk, watch, brokenOff: told } = draft.state;
  const open = draftToCall(talk);
  // Also where somebody has gone back to the draft that a call was promised for: nobody is called for it twice.
  if (!open || (draft.cause.kind === 'arrival' && told === mark(open))) {
    if (watch) draft.cancelJobs.push(brokenOffKey(draft));
    draft.set({ watch: null });
    return;
  }
  if (draft.cause.kind !== 'arrival') return;
  const latest = draft.at + silence;
  // Where the clock has gone back, the appointment is too far away.
  if (watch && watch.looksAt <= latest) draft.set({ watch: { ...watch, heard: draft.at } });
  else lookAt(draft, latest, draft.at);
}

function lookAt(draft: Draft, looksAt: number, heard: number): void {
  const { conversation } = draft;
  draft.jobs.push({
    key: brokenOffKey(draft),
    kind: 'brokenOff',
    dueAt: looksAt,
    conversation: conversation.id,
    payload: {},
  });
  draft.set({ watch: { heard, looksAt } });
}

export async function timerFired(scope: Scope): Promise<void> {
  const { cause } = scope.draft;
  const kind = cause.kind === 'timer' ? cause.job.kind : undefined;
  if (kind === 'brokenOff') brokenOff(scope);
  if (kind === 'desk') await deskTimerFired(scope);
  if (kind === 'place') await placeTimerFired(scope);
}

function brokenOff(scope: Scope): void {
  const { draft } = scope;
  const open = draftToCall(draft.state.talk);
  const { watch, brokenOff: told } = draft.state;
  draft.set({ watch: null });
  if (!open || told === mark(open)) return;
  // Who waits for a person, or speaks with one, has not fallen silent.
  const heard = occupied(draft) ? draft.at : (watch?.heard ?? 0);
  if (watch && heard + silence > draft.at) {
    lookAt(draft, heard + silence, heard);
    return;
  }
  draft.set({ brokenOff: mark(open) });
  draft.ticket('brokenOff', { phone: open.phone, answers: open.answers });
  const by = wallClock(promisedBy(draft.at, scope.deps.service.hours, scope.deps.service.firstContact));
  scope.say({ key: 'report.brokenOff', values: { by: { kind: 'instant', answer: by } }, quick: ['resume', 'human'] });
}

/** Which answers a call-back was made for: the same draft is not called twice. */
const mark = (open: { answers: Json }): string => JSON.stringify(open.answers);

function draftToCall(talk: Talk): { phone: string; answers: Json } | undefined {
  const frame = framesOf(talk).find((running) => running.flow === 'report');
  const phone = frame?.answers.phone?.value;
  if (!frame || typeof phone !== 'string' || phone === 'unknown' || !somebodyHurt(frame.answers)) return undefined;
  const agreed = frame.answers.consent?.value === 'agree' && frame.answers.minorConsent?.value !== 'decline';
  const told = Object.entries(frame.answers).filter(([name]) => agreed || name !== 'danger');
  return { phone, answers: Object.fromEntries(told.map(([name, answer]) => [name, answer.value])) };
}

/** Unless the person has said that nobody is: this line is for people who were hurt. */
function somebodyHurt(answers: Readonly<Record<string, { value: Json }>>): boolean {
  const injured = answers.injured?.value as { count?: number | null } | undefined;
  return injured?.count !== 0 && answers.injuredCount?.value !== 0;
}
