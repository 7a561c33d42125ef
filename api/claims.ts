/** One claim: put and read as the insurer knows it, and what happens to it. */
import { randomUUID } from 'node:crypto';
import { badArgument } from '../channels/web/errors.ts';
import { type ClaimFacts, fold } from '../claims/fold.ts';
import { viewerAs } from '../claims/identity/parties.ts';
import { isRecording, problemsOf, RECORDINGS, refusalsOf } from '../claims/recording/record.ts';
import type { Refused, Registration } from '../claims/recording/types.ts';
import { sectionsOf } from '../claims/sections.ts';
import { visible } from '../claims/visible.ts';
import type { ClaimEvent, ClaimId, ClaimRow, JsonObject } from '../store/ports.ts';
import type { Answer, Call } from './deps.ts';
import { type Known, keep, tagOf } from './keep.ts';
import { conflict, noClaim, Problem, unfit } from './problem.ts';
import { misfits } from './schemas.ts';
import { SHAPES } from './shapes.ts';
import { claimView } from './views.ts';

export async function readClaim(call: Call): Promise<Answer> {
  const { id, facts, version } = await knownOrThrow(call);
  const headers = { ETag: tagOf(version) };
  if (call.ifNoneMatch === headers.ETag) return { status: 304, body: undefined, headers };
  return { status: 200, body: viewOf(call, facts, version), headers, subject: id };
}

/** The whole; or what somebody who takes part would see of it. */
function viewOf({ as, at }: Call, facts: ClaimFacts, version: number): object {
  if (as === undefined) return claimView(facts, version);
  const viewer = viewerAs(facts, as);
  if (!viewer)
    throw badArgument('as is insured, driver, adjuster, or injured:, heir: or agent: with the id of such a party.');
  return { version, as, ...visible(viewer, sectionsOf(facts), at) };
}

export async function putClaim(call: Call): Promise<Answer> {
  refuse(misfits('Registration', call.body));
  const wished = call.body as unknown as Registration;
  const known = await findKnown(call);
  checkTag(call, known);
  refuse(problemsOf(wished, known?.facts.registered).map(told));
  if (known) return register(call, known, wished);
  const found = wished.report === undefined ? await unreported(call) : await reported(call, wished.report);
  return register(call, found, wished, true);
}

export async function postEvent(call: Call): Promise<Answer> {
  const { type, ...data } = call.body;
  if (!isRecording(type)) throw unsupported();
  refuse(misfits(SHAPES[type], call.body));
  const known = await knownOrThrow(call);
  checkTag(call, known);
  refuse(refusalsOf(known.facts, { type, data }, { now: call.at, law: call.law }).map(told));
  return keep(call, known, eventOf(call, known.id, RECORDINGS[type], data), 201);
}

function register(call: Call, known: Known, wished: Registration, isNew = false): Promise<Answer> | Answer {
  const { number, ...before } = known.facts.registered ?? { number: undefined };
  if (number !== undefined && isSame(before, wished)) return unchanged(call.number, known.version);
  if (number !== undefined && known.facts.registered?.report !== wished.report)
    throw conflict('The report of a claim cannot be changed.');
  const data = { number: call.number, ...call.body };
  return keep(call, known, eventOf(call, known.id, 'registered', data), isNew ? 201 : 200, isNew);
}

const unchanged = (number: string, version: number): Answer => ({
  ...{ status: 200, body: { number, version, event: null }, headers: { ETag: tagOf(version) } },
});

async function unreported({ store, number }: Call): Promise<Known> {
  if (await store.claimByNumber(number)) throw conflict('A report has this number: name it in "report" to take it up.');
  return { id: randomUUID() as ClaimId, facts: fold([]), version: 0 };
}

/** The claim of a report that was made here and that the insurer has not taken up yet. */
async function reported({ store }: Call, number: string): Promise<Known> {
  const row = await store.claimByNumber(number);
  const known = row && (await fromRow(store, row));
  if (!known || Object.keys(known.facts.report).length === 0)
    throw unfit([{ pointer: '/report', expected: 'the number of a report that was made here' }]);
  if (known.facts.registered) throw conflict('The report belongs to another claim already.');
  return known;
}

async function findKnown({ store, number }: Call): Promise<Known | undefined> {
  const row = await store.claimOfInsurer(number);
  return row && fromRow(store, row);
}

async function knownOrThrow(call: Call): Promise<Known> {
  const known = await findKnown(call);
  if (!known) throw noClaim();
  return known;
}

/** Folded anew: the projection is empty after somebody who took part was erased. */
const fromRow = async (store: Call['store'], { id, version }: ClaimRow): Promise<Known> => ({
  ...{ id, version, facts: fold(await store.events(id)) },
});

function checkTag({ ifMatch, ifNoneMatch }: Call, known: Known | undefined): void {
  const found = known && tagOf(known.version);
  const lost = ifMatch !== undefined && (found === undefined || (ifMatch !== '*' && ifMatch !== found));
  if (lost || (ifNoneMatch === '*' && known))
    throw new Problem(412, 'PreconditionFailed', 'The claim is another by now: read it again.');
}

const eventOf = ({ at, key }: Call, claim: ClaimId, type: ClaimEvent['type'], data: JsonObject): ClaimEvent => ({
  ...{ id: randomUUID(), claim, type, v: 1, at, by: 'insurer', via: `api:${key.id}`, data },
});

function refuse(errors: readonly { readonly pointer: string; readonly expected: string }[]): void {
  if (errors.length > 0) throw unfit(errors);
}

const unsupported = () =>
  new Problem(422, 'UnsupportedEvent', 'Events of this type are not taken.', {
    ...{ errors: [{ pointer: '/type', expected: 'one of supported' }], supported: Object.keys(RECORDINGS) },
  });

/** The reason by its name, and what would have been possible. */
function told({ pointer, why, stages, last, detail }: Refused) {
  const possible = stages === undefined ? '' : `: ${stages.join(', ') || 'none'}`;
  return {
    pointer,
    expected: `${why}${possible}${last === undefined ? '' : `: not before ${last}`}${detail === undefined ? '' : `: ${detail}`}`,
  };
}

const isSame = (before: object, wished: Registration): boolean => canonical(before) === canonical(wished);

/** The same whatever the order of the fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
