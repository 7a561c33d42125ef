/** What was told while nothing was open, or to a colleague: kept for the report that it leads to, so that a story in several messages is one. */
import { flowNamed, noteFacts, onTop, type Runtime, running, type Talk } from '../dialogs/runtime.ts';
import type { JsonObject } from '../store/ports.ts';
import { asksSomething, tellsAccident } from '../understanding/asks.ts';
import { isLookedAfter, tellsDaysAgo } from '../understanding/danger.ts';
import type { Draft } from './draft.ts';
import { hasClaim } from './menu.ts';
import type { Scope } from './scope.ts';

const most = 5;
/** A talk with a colleague has more messages, and lasts longer, than the beginning of a story. */
const mostToPeople = 20;
const longest = 2_000;
const halfAnHour = 30 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

/** True where the words tell something of an accident; `toPeople`: they were for a colleague. */
export function keepTold({ draft, runtime }: Scope, text: string, toPeople = false): boolean {
  const tells =
    tellsAccident(text) || isLookedAfter(text) || tellsDaysAgo(text) || Object.keys(factsIn(runtime, text)).length > 0;
  if (text.length > longest || !tells) return false;
  const kept = { text, at: draft.at, ...(toPeople ? { toPeople } : {}) };
  draft.set({ told: [...(draft.state.told ?? []), kept].slice(-(toPeople ? mostToPeople : most)) });
  return true;
}

/** Of a message that is answered as something else. */
export function keepBeside(scope: Scope, text: string): void {
  const { talk } = scope.draft.state;
  if (hasClaim(scope) || running(talk, 'report')) return;
  const { runtime } = scope;
  if (tellsAccident(text) || isLookedAfter(text) || tellsDaysAgo(text) || 'police' in factsIn(runtime, text))
    keepTold(scope, text);
}

/** As if consent was given: injuries are part of what was told, and are taken into the report only with it. */
const factsIn = (runtime: Runtime, text: string): JsonObject =>
  runtime.flows.report?.understands?.(text, runtime.now, undefined, {
    consent: { value: 'agree', at: runtime.now.at },
  }) ?? {};

/** What was told just before, in the order in which it was. */
export const freshTold = ({ at: now, state: { told = [] } }: Draft) =>
  told.filter(({ at, toPeople }) => now - at <= (toPeople ? day : halfAnHour));

/** A report that begins knows it. */
export function withTold(draft: Draft, runtime: Runtime, talk: Talk): Talk {
  const fresh = freshTold(draft);
  if (draft.state.told) draft.set({ told: [] });
  return fresh.reduce((filled, { text }) => noteStory(runtime, filled, text, undefined), talk);
}

/** Facts, and what else belongs to the account that was begun: of injuries only what consent is still to be asked for. */
export function noteStory(runtime: Runtime, talk: Talk, text: string, asked: string | undefined): Talk {
  const noted = noteFacts(runtime, talk, text, asked);
  const frame = noted.stack.at(-1);
  const begun = talk.stack.at(-1)?.answers.what !== undefined && asked !== 'what';
  if (!frame || !begun || asksSomething(text)) return noted;
  const injuries = frame.answers.consent === undefined && 'injured' in factsIn(runtime, text);
  const added = flowNamed(runtime, frame.flow).adds?.(text, frame.answers, true);
  if (!added || !(injuries || tellsAccident(text))) return noted;
  const answer = { value: added.value, at: runtime.now.at, unheard: true as const };
  return onTop(noted, { ...frame, answers: { ...frame.answers, [added.name]: answer } });
}
