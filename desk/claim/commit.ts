/** Keeps what a colleague has decided of a claim, judged by how the claim stands at that moment. */
import { createHash } from 'node:crypto';
import { QUEUE } from '../../bots/acts.ts';
import { dueAfter } from '../../bots/duePromise.ts';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { waitingSince } from '../../claims/proposals.ts';
import type { Account, ClaimEvent, ClaimId, JsonObject } from '../../store/ports.ts';
import type { Desk } from '../web/visit.ts';
import { claimOf, type SeenClaim } from './see.ts';

/** So often it is tried again where somebody else was faster. */
const MOST_TRIES = 4;

export interface Made {
  readonly type: ClaimEvent['type'];
  readonly data: JsonObject;
  readonly id?: string;
}
/** What is to be kept; or why it cannot be. */
export type Judged<No> = { readonly events: readonly Made[] } | { readonly no: No };

/** Undefined: it is kept, or was kept before as `once`, the id of one of its events. */
export async function keepEvents<No>(
  desk: Desk,
  me: Account,
  found: SeenClaim,
  judge: (known: SeenClaim) => Judged<No>,
  once?: string,
): Promise<No | 'alreadyHere' | undefined> {
  let known: SeenClaim | undefined = found;
  for (let tries = 0; known && tries < MOST_TRIES; tries += 1) {
    if (once !== undefined && (await isKept(desk, known.id, once))) return undefined;
    const judged = judge(known);
    if ('no' in judged) return judged.no;
    if ((await keepOnce(desk, me, known, judged.events)) === 'recorded') return undefined;
    known = await claimOf(desk, known.id);
  }
  return 'alreadyHere';
}

export const isKept = async ({ store }: Pick<Desk, 'store'>, claim: ClaimId, event: string): Promise<boolean> =>
  (await store.events(claim)).some(({ id }) => id === event);

async function keepOnce(desk: Desk, me: Account, { id, version, facts: before }: SeenClaim, made: readonly Made[]) {
  const by = { id: me.id, adjuster: me.id };
  const whose = { claim: id, v: 1, at: desk.now(), by: 'adjuster', via: `desk:${me.id}` } as const;
  const events = made.map((one): ClaimEvent => ({ ...whose, ...one, id: one.id ?? crypto.randomUUID() }));
  const facts = fold(events, before);
  const [last] = events.slice(-1);
  const recorded = await desk.store.recordClaim({
    ...{ claim: id, expectedVersion: version, events, at: desk.now(), facts: facts as unknown as JsonObject },
    ...(facts.contacted ? { contactedAt: facts.contacted.at } : {}),
    ...proposedAt(facts),
    ...(last ? await dueAfter(desk, before, last, by) : {}),
  });
  if (recorded === 'recorded') {
    desk.board.drop();
    if (facts.proposals || last?.type === 'communicated') desk.wake.wake(QUEUE);
  }
  return recorded;
}

const proposedAt = ({ proposals }: ClaimFacts) => (proposals ? { proposedAt: waitingSince(proposals) } : {});

/** Of one form of one colleague: whoever presses twice, or whose line breaks, has recorded once. */
export const onceOf = (claim: ClaimId, me: Account, key: string): string =>
  createHash('sha256').update([claim, me.id, key].join(' ')).digest('hex').slice(0, 32);
