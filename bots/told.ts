/** What was told while nothing was open: kept for the report that it leads to, so that a story in several messages is one. */
import { noteFacts, type Runtime, type Talk } from '../dialogs/runtime.ts';
import { tellsAccident } from '../understanding/asks.ts';
import type { Draft } from './draft.ts';
import type { Scope } from './scope.ts';

const most = 5;
const longest = 2_000;
const halfAnHour = 30 * 60 * 1000;

/** True where the words tell something of an accident. */
export function keepTold({ draft, deps, runtime }: Scope, text: string): boolean {
  const facts = deps.flows.report?.understands?.(text, runtime.now, undefined) ?? {};
  if (text.length > longest || (Object.keys(facts).length === 0 && !tellsAccident(text))) return false;
  draft.set({ told: [...(draft.state.told ?? []), { text, at: draft.at }].slice(-most) });
  return true;
}

/** A report that begins knows what was told just before. */
export function withTold(draft: Draft, runtime: Runtime, talk: Talk): Talk {
  const { told = [] } = draft.state;
  if (told.length > 0) draft.set({ told: [] });
  const fresh = told.filter(({ at }) => draft.at - at <= halfAnHour);
  return fresh.reduce((filled, { text }) => noteFacts(runtime, filled, text, undefined), talk);
}
