/**
 * A promise among what is due at the desk, whoever made it: colleagues are warned before its time is over. A row is opened as a
 * conversation, so that of a claim that no conversation knows yet the promise stands on the claim's page until one does.
 */
import type { Branch } from '../claims/branches.ts';
import { type ClaimFacts, fold, type PromiseMade } from '../claims/fold.ts';
import type { Grant, Identity } from '../claims/identity/types.ts';
import type { ClaimEvent, ClaimId, ConversationId, Store, Ticket } from '../store/ports.ts';
import { branchOf } from '../understanding/branch.ts';
import type { Draft } from './draft.ts';
import type { Scope } from './scope.ts';

export interface Around {
  readonly store: Pick<Store, 'claim' | 'conversationsBy' | 'bindings' | 'conversation'>;
  readonly branches: readonly Branch[];
}

/** What an event of a claim changes of what is due; `by`: who recorded it. */
export async function dueAfter(
  around: Around,
  before: ClaimFacts,
  event: ClaimEvent,
  by: { readonly id: string; readonly adjuster?: string },
): Promise<{ readonly tickets: readonly Ticket[]; readonly ticketsDone: readonly { id: string; by: string }[] }> {
  const facts = fold([event], before);
  const open = new Set(before.promises.filter(({ kept }) => !kept).map(({ id }) => id));
  const done = facts.promises.filter(({ id, kept }) => kept && open.has(id));
  const made = event.type === 'promiseMade' ? facts.promises.find(({ id }) => id === event.id) : undefined;
  return {
    tickets: made ? await rowOf(around, event.claim, facts, made, by.adjuster) : [],
    ticketsDone: done.map(({ id }) => ({ id, by: by.id })),
  };
}

async function rowOf(
  around: Around,
  claim: ClaimId,
  facts: ClaimFacts,
  made: PromiseMade,
  adjuster: string | undefined,
): Promise<Ticket[]> {
  const conversation = await whereTold(around, claim, facts, made.to);
  if (!conversation) return [];
  const branch = branchOfClaim(around.branches, facts);
  return [
    {
      ...{ id: made.id, kind: 'promise', conversation, claim, at: made.at, slot: Date.parse(made.by) },
      ...(branch === null ? {} : { branch }),
      data: { who: made.who, adjuster: adjuster ?? facts.assigned?.to ?? null, what: made.what },
    },
  ];
}

/** The conversation of whom it was promised to; one that names nobody, where it was reported or else where the claim is known. */
async function whereTold(around: Around, claim: ClaimId, facts: ClaimFacts, to: string | undefined) {
  const bound = await conversationsOf(around, claim);
  if (to !== undefined) return bound.find(({ party }) => party === to)?.conversation;
  const role = facts.report.role === undefined ? 'insured' : undefined;
  return (bound.find(({ as, party }) => party === undefined || as === role) ?? bound[0])?.conversation;
}

/** Somebody has proved who she is: what was promised to her before stands among what is due from now on; in the first conversation also what names nobody. */
export async function dueSinceBefore(
  { draft, deps }: Pick<Scope, 'draft' | 'deps'>,
  claim: ClaimId,
  party: string,
): Promise<void> {
  const { store } = deps;
  await draft.know(claim, store);
  // Of somebody who was erased nothing is folded.
  const open = (draft.facts.get(claim)?.promises ?? []).filter(({ kept }) => !kept);
  if (open.length === 0) return;
  const others = (await conversationsOf({ store }, claim)).filter((one) => one.conversation !== draft.conversation.id);
  const isNew = (one: PromiseMade) =>
    one.to === undefined ? others.length === 0 : one.to === party && !others.some((other) => other.party === party);
  for (const promise of open.filter(isNew)) stand(draft, claim, promise);
}

/** To the party that asked, and to nobody else; with its row among what is due. The claim is known to the draft. */
export function promise(
  draft: Draft,
  { claim, party }: Grant,
  { what, by, who }: Pick<PromiseMade, 'what' | 'by' | 'who'>,
): void {
  const { id } = draft.event(claim, 'promiseMade', { what, by, who, ...toParty(draft.facts.get(claim), party) }, 'bot');
  stand(draft, claim, { id, by, who, what });
}

/** Absent where the insurer has named no such party. */
export const toParty = (facts: ClaimFacts | undefined, party: string): { readonly to?: string } =>
  facts?.registered?.parties.some(({ id }) => id === party) ? { to: party } : {};

function stand(
  draft: Draft,
  claim: ClaimId,
  { id, by, who, what }: Pick<PromiseMade, 'id' | 'by' | 'who' | 'what'>,
): void {
  const { assigned } = draft.facts.get(claim) ?? {};
  draft.ticket('promise', { who, adjuster: assigned?.to ?? null, what }, { slot: Date.parse(by), id, claim });
}

export function branchOfClaim(branches: readonly Branch[], facts: ClaimFacts): string | null {
  const { accident, policies = [] } = facts.registered ?? {};
  const plate = policies.find((one) => one.plate)?.plate;
  return facts.assigned?.branch ?? branchOf({ place: accident?.place, plate }, branches);
}

export interface Bound {
  readonly conversation: ConversationId;
  readonly as: string | undefined;
  readonly party: string | undefined;
}

/** So many conversations of one claim are looked at. */
const MOST = 20;

/** In which conversations it is known, and as whom each of these people takes part. */
export async function conversationsOf({ store }: Pick<Around, 'store'>, claim: ClaimId): Promise<readonly Bound[]> {
  const number = (await store.claim(claim))?.number;
  const all = number === undefined ? [] : await store.conversationsBy('number', number, MOST);
  return Promise.all(
    all.map(async (conversation) => ({
      conversation,
      as: (await store.bindings(conversation)).find((one) => one.claim === claim)?.role,
      party: await partyIn(store, conversation, claim),
    })),
  );
}

/** As which party somebody has proved herself there last, however long ago. */
async function partyIn(
  store: Around['store'],
  conversation: ConversationId,
  claim: ClaimId,
): Promise<string | undefined> {
  const state = (await store.conversation(conversation))?.state as { identity?: Identity } | undefined;
  return state?.identity?.grants.findLast((one) => one.claim === claim)?.party;
}
