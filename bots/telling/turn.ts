/**
 * The turn that tells what has happened to the claims of a conversation, before anybody asks. What was told is written in its
 * own commit: whatever dies, nothing is told twice, and nothing is left out.
 */
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { promisedBy } from '../../claims/hours.ts';
import { earOf } from '../../claims/telling/ears.ts';
import { quietUntil } from '../../claims/telling/quiet.ts';
import { type Ask, lookAgain, tell } from '../../claims/telling/tell.ts';
import type { Item } from '../../claims/telling/types.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Binding, Json, Telling } from '../../store/ports.ts';
import { occupied } from '../handoff.ts';
import { goOnLater, type Scope } from '../scope.ts';
import { lapse } from '../standing/askings.ts';
import { hearingOf } from './hearing.ts';
import { newsOf, remember, setNews } from './news.ts';
import { planText } from './plan.ts';
import { promiseAnew } from './promises.ts';

const minute = 60_000;

export async function tellNews(scope: Scope): Promise<void> {
  const { draft, deps } = scope;
  if (draft.cause.kind !== 'api') return;
  const [rows, bindings] = await Promise.all([
    deps.store.tellings(draft.conversation.id),
    deps.store.bindings(draft.conversation.id),
  ]);
  const due = rows.filter(({ lookAt }) => lookAt !== null && lookAt <= draft.at);
  const later = notBefore(scope);
  if (later !== undefined) return void draft.tellings.push(...due.map((row) => ({ ...row, lookAt: later })));
  const says: Say[] = [];
  for (const row of due) says.push(...(await ofClaim(scope, row, bindings)));
  if (says.length > 0) speakUp(scope, says);
}

/** Undefined: now. Whoever speaks with a colleague, or sleeps, is told afterwards; what comes in a row is one message. */
function notBefore({ draft, deps }: Scope): number | undefined {
  const { telling } = deps.service;
  const { zone, at } = newsOf(draft);
  if (occupied(draft)) return draft.at + minute;
  const quiet = quietUntil(draft.at, telling.quiet, zone);
  if (quiet !== undefined) return quiet;
  return at !== undefined && at <= draft.at && draft.at < at + telling.gap ? at + telling.gap : undefined;
}

async function ofClaim(scope: Scope, row: Telling, bindings: readonly Binding[]): Promise<Say[]> {
  const { draft, deps } = scope;
  const { claim, told: known } = row;
  const { last, events: numbered } = await deps.store.numberedEvents(claim);
  const events = numbered.map(({ event }) => event);
  const facts = fold(events);
  const binding = bindings.find((one) => one.claim === claim);
  const hearing = binding && hearingOf(scope, binding, { facts, events });
  if (!hearing) {
    draft.tellings.push({ ...row, told: last, lookAt: null });
    return [];
  }
  const ask: Ask = {
    ...{ events, known: numbered.filter(({ seq }) => seq <= known).length, now: draft.at, law: deps.clocks },
    ...{ ear: earOf(facts, hearing, draft.at), level: newsOf(draft).level, every: deps.service.telling.every },
    told: newsOf(draft).claims[claim] ?? { at: draft.at, marks: [] },
    again: promisedBy(draft.at, deps.service.hours, deps.service.firstContact),
  };
  const { items, told, renewals } = tell(ask);
  remember(draft, claim, told);
  draft.tellings.push({ ...row, told: last, lookAt: lookAgain({ ...ask, told }) });
  if (renewals.length > 0) await promiseAnew(scope, claim, renewals);
  return items.length > 0 ? [sayOf(facts, items)] : [];
}

const sayOf = ({ number }: ClaimFacts, items: readonly Item[]): Say => ({
  key: 'telling.news',
  values: {
    number: { kind: 'number', answer: number },
    news: { kind: 'news', answer: items as unknown as Json },
  },
  quick: ['progress', 'fewerNews', 'human'],
});

/** What was asked before stays asked. */
function speakUp(scope: Scope, says: readonly Say[]): void {
  const { draft } = scope;
  const { lastSaid } = draft.state;
  lapse(scope);
  scope.say(...says);
  goOnLater(scope);
  draft.set({ lastSaid });
  setNews(draft, { at: draft.at });
  planText(scope);
}
