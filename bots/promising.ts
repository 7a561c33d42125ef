/** What a colleague promises: part of the report's events, told to the person as hers, and among what is due at the desk. */
import type { Adjuster, DeskResult } from './acts.ts';
import { standing } from './handoff.ts';
import { note } from './noting.ts';
import { hasSpoken } from './queue.ts';
import type { Scope } from './scope.ts';
import { settleTickets } from './settling.ts';

/** What is promised could only be broken. */
export const PAST = 'the time is past';

export async function promise(
  scope: Scope,
  adjuster: Adjuster,
  what: string,
  by: string,
): Promise<DeskResult | undefined> {
  const { draft, deps } = scope;
  const { claim, lang } = draft.state;
  if (Date.parse(by) <= draft.at) return { status: 'invalid', what: PAST };
  const { name } = adjuster;
  if (claim) await draft.know(claim.id, deps.store);
  // Without a report it stands among what is due at the desk alone.
  const id = claim ? draft.event(claim.id, 'promiseMade', { what, by, who: name }, 'adjuster').id : scope.newId();
  draft.ticket('promise', { who: name, adjuster: adjuster.id, what }, { slot: Date.parse(by), id });
  const until = deps.renderer.show(lang, { kind: 'instant', answer: by });
  note(scope, adjuster, deps.renderer.sentence(lang, 'human.promised', { what, by: until }));
  const { lastSaid } = draft.state;
  scope.say({ key: 'human.promisedYou', values: { name, what, by: { kind: 'instant', answer: by } } });
  answers(scope, adjuster);
  // What was asked before stays asked: “解决了” may still answer it.
  draft.set({ lastSaid });
  return undefined;
}

/** Whoever waits for her words has them. */
export function answers({ draft }: Scope, { id }: Adjuster): void {
  const handoff = standing(draft);
  if (draft.floor === 'person' && handoff?.adjuster === id) hasSpoken(draft, handoff);
}

/** Whoever it was made by: a colleague may have kept it for her. Its row among what is due is done with it. */
export async function keepPromise(scope: Scope, adjuster: Adjuster, id: string): Promise<DeskResult | undefined> {
  const { draft, deps } = scope;
  const [due] = await settleTickets(scope, adjuster, (one) => one.id === id && one.kind === 'promise');
  // Without a report there is nothing else to mark.
  if (due?.claim === null) return undefined;
  const claim = due?.claim ?? draft.state.claim?.id;
  const made = claim && (await deps.store.events(claim)).find((event) => event.id === id);
  if (!claim || made?.type !== 'promiseMade') return { status: 'invalid', what: 'there is no such promise' };
  await draft.know(claim, deps.store);
  const kept = draft.facts.get(claim)?.promises.find((one) => one.id === id)?.kept;
  // Kept before, and its row has stayed: that goes now.
  if (kept) return due ? undefined : { status: 'done' };
  draft.event(claim, 'promiseKept', { promise: id, what: made.data.what ?? '', who: adjuster.name }, 'adjuster');
  return undefined;
}
