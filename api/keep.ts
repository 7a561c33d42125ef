/** An event and the answer to it, in one transaction. Conversations are told of it by turns of their own (bots/telling). */
import { dueAfter } from '../bots/duePromise.ts';
import { afterHours, instantOf } from '../claims/clocks/days.ts';
import { type ClaimFacts, fold } from '../claims/fold.ts';
import { lookupsOf } from '../claims/identity/lookups.ts';
import { waitingSince } from '../claims/proposals.ts';
import type { ApiAnswer, ClaimEvent, ClaimId, ClaimWrite, JsonObject } from '../store/ports.ts';
import type { Answer, Call } from './deps.ts';

export interface Known {
  readonly id: ClaimId;
  readonly facts: ClaimFacts;
  readonly version: number;
}

/** Somebody else came first: from the start. */
export class Stale extends Error {}

export const tagOf = (version: number): string => `"${version}"`;

export async function keep(
  call: Call,
  known: Known,
  event: ClaimEvent,
  status: number,
  isNew = false,
): Promise<Answer> {
  const facts = fold([event], known.facts);
  const version = known.version + 1;
  const body = { number: call.number, version, event: event.id };
  const own = facts.registered?.report === undefined;
  const recorded = await call.store.recordClaim({
    ...{ claim: known.id, expectedVersion: known.version, events: [event], at: call.at },
    ...{ facts: facts as unknown as JsonObject, lookups: lookupsOf(facts) },
    ...(facts.proposals ? { proposedAt: waitingSince(facts.proposals) } : {}),
    ...(facts.contacted ? { contactedAt: facts.contacted.at } : {}),
    ...(isNew ? { number: call.number } : {}),
    ...(own ? { whole: projectionOf(known, facts, call.at) } : {}),
    ...(await dueAfter(call, known.facts, event, { id: BY_API })),
    ...(call.idempotency ? { answer: answerOf(call, call.idempotency, status, body) } : {}),
  });
  if (recorded === 'stale') throw new Stale();
  call.webhooks.nudge();
  return { status, body, headers: { ETag: tagOf(version) }, subject: known.id };
}

/** Whose hand it was that a row among what is due is done with, where no colleague's was. */
const BY_API = 'api';

const answerOf = (
  { key, at }: Call,
  idempotency: NonNullable<Call['idempotency']>,
  status: number,
  body: object,
): ApiAnswer => ({ key: key.id, ...idempotency, status, body: JSON.stringify(body), at });

/** What was answered before under this Idempotency-Key; its version is the ETag of then. */
export async function answered({ store, key, idempotency }: Call): Promise<(Answer & { print: string }) | undefined> {
  const found = idempotency && (await store.apiAnswer(key.id, idempotency.id));
  if (!found) return undefined;
  const body = JSON.parse(found.body) as { version: number };
  const headers = { ETag: tagOf(body.version), 'Idempotent-Replayed': 'true' };
  return { status: found.status, body, headers, print: found.print };
}

/** Of a claim that nobody reported here: look-ups by plate and phone are the insurer's. */
function projectionOf({ id, version }: Known, facts: ClaimFacts, updatedAt: number): ClaimWrite {
  const { accident } = facts.registered ?? {};
  const from = accident ? instantOf(accident.on, 'accident.on') : null;
  return {
    ...{ id, expectedVersion: version, number: facts.number, status: 'registered', updatedAt },
    ...{ accidentFrom: from, accidentTo: from === null ? null : afterHours(from, 24) },
    facts: facts as unknown as JsonObject,
    ...lookupsOf(facts),
  };
}
