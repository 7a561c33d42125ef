/** Whether what somebody wants to record of a claim can be: an impossible move is refused before it is stored. Pure. */
import type { Law } from '../../law/types.ts';
import type { JsonObject } from '../../store/ports.ts';
import { afterHours, afterYears, dayAt, dayOf, instantOf, type Moment } from '../clocks/days.ts';
import { explain } from '../deductions/explain.ts';
import { type Problem, readSettlement, type Settlement } from '../deductions/settlement.ts';
import { DOCUMENTS } from '../documents/rules/index.ts';
import type { ClaimFacts } from '../fold.ts';
import { apply } from '../stages/history.ts';
import { faultOfAdvance } from './advances.ts';
import { faultOfLimit } from './limits.ts';
import { faultOfPayment } from './payments.ts';
import { stageEventOf } from './shapes.ts';
import type {
  AdvanceData,
  Communication,
  Handler,
  Liability,
  PaperAsked,
  PaperData,
  Party,
  PaymentData,
  Recording,
  RecordingName,
  Refused,
  Registration,
  StageData,
  StoredType,
  Why,
} from './types.ts';

export const RECORDINGS: Readonly<Record<RecordingName, StoredType>> = {
  stage: 'stageChanged',
  paper: 'paperChanged',
  paperRequest: 'paperAsked',
  promise: 'promiseMade',
  promiseKept: 'promiseKept',
  liability: 'liabilityDetermined',
  settlement: 'settled',
  advance: 'advanceChanged',
  payment: 'paid',
  assignment: 'handlerAssigned',
  communication: 'communicated',
};
export const isRecording = (name: unknown): name is RecordingName =>
  typeof name === 'string' && Object.hasOwn(RECORDINGS, name);

/** What it is measured by. */
export interface Given {
  readonly now: number;
  readonly law: Law;
}
type Judge = (facts: ClaimFacts, data: JsonObject, given: Given) => Refused | undefined | readonly Refused[];
const judges: Readonly<Record<RecordingName, Judge>> = {
  stage: (facts, data, { now }) => ofStage(facts, data as unknown as StageData, now),
  paper: (facts, data, { now }) => ofPaper(facts, data as unknown as PaperData, now),
  paperRequest: (facts, data, { now }) => ofPaper(facts, data as unknown as PaperAsked, now),
  promise: (facts, { by, to }, { now }) =>
    unknownParty(facts, typeof to === 'string' ? to : undefined, '/to') ??
    bad(instantOf(String(by), 'by') <= now, '/by', 'alreadyOver') ??
    bad(dayOf(String(by), 'by') > afterYears(dayAt(now), 1), '/by', 'tooFar'),
  promiseKept: (facts, { promise }) => ofKept(facts, String(promise)),
  liability: (facts, data, { now }) => ofLiability(facts, data as unknown as Liability, now),
  settlement: (facts, { settlement }, given) => ofSettlement(facts, settlement as unknown as Settlement, given),
  advance: (facts, data, given) => ofAdvance(facts, data as unknown as AdvanceData, given),
  payment: (facts, data, { now }) => ofPayment(facts, data as unknown as PaymentData, now),
  assignment: (_, data, { now }) => ofHandler(data as unknown as Handler, now),
  communication: (facts, data, { now }) => ofCommunication(facts, data as unknown as Communication, now),
};

/** None: it can be recorded. The shape was looked at before (events.schema.json). */
export const refusalsOf = (facts: ClaimFacts, { type, data }: Recording, given: Given): readonly Refused[] =>
  [judges[type](facts, data, given) ?? []].flat();

const bad = (when: boolean, pointer: string, why: Why): Refused | undefined => (when ? { pointer, why } : undefined);

/** Clocks differ a little. */
const inFuture = (at: Moment, now: number, pointer = '/at'): Refused | undefined =>
  bad(instantOf(at, pointer) > afterHours(now, 1), pointer, 'inFuture');

const partyOf = (facts: ClaimFacts, id: string | undefined): Party | undefined =>
  facts.registered?.parties.find((one) => one.id === id);
const unknownParty = (facts: ClaimFacts, id: string | undefined, pointer: string): Refused | undefined =>
  bad(id !== undefined && !partyOf(facts, id), pointer, 'unknownParty');

/** Of which field a refusal of the stages speaks. */
const FIELDS: Partial<Readonly<Record<Why, string>>> = {
  notAMoment: '/at',
  backInTime: '/at',
  unknownEvent: '/change',
  unknownPerson: '/person',
  wrongSubject: '/person',
};

function ofStage(facts: ClaimFacts, data: StageData, now: number): Refused | undefined {
  const joining = data.change === 'joined' ? partyOf(facts, data.person) : undefined;
  const before =
    unknownParty(facts, data.person, '/person') ??
    bad(joining !== undefined && joining.role !== 'injured', '/person', 'notInjured');
  if (before) return before;
  const applied = apply(facts.stages ?? [], stageEventOf(data));
  if (applied.status === 'applied') return inFuture(data.at, now);
  const { status: _, why, ...more } = applied;
  return { pointer: FIELDS[why] ?? '/stage', why, ...more };
}

const DOCUMENT_IDS: ReadonlySet<string> = new Set(DOCUMENTS.map(({ id }) => id));

const ofPaper = (facts: ClaimFacts, { document, person, at }: PaperData | PaperAsked, now: number) =>
  bad(!DOCUMENT_IDS.has(document), '/document', 'unknownDocument') ??
  unknownParty(facts, person, '/person') ??
  inFuture(at, now);

function ofKept({ promises }: ClaimFacts, id: string): Refused | undefined {
  const promise = promises.find((one) => one.id === id);
  return bad(!promise, '/promise', 'unknownPromise') ?? bad(promise?.kept !== undefined, '/promise', 'alreadyOver');
}

/** Whose it is; then whether it adds up to the fen. */
function ofSettlement(facts: ClaimFacts, settled: Settlement, { now, law }: Given): readonly Refused[] {
  const { claim, victim, version, at } = settled;
  const party = partyOf(facts, victim);
  const before = (facts.settlements ?? []).filter((one) => one.victim === victim).length;
  const whose =
    bad(claim !== facts.registered?.number, '/settlement/claim', 'otherClaim') ??
    bad(!party, '/settlement/victim', 'unknownParty') ??
    bad(party?.role !== 'injured', '/settlement/victim', 'notInjured') ??
    bad(version !== before + 1, '/settlement/version', 'otherVersion') ??
    inFuture(at, now, '/settlement/at');
  if (whose) return [whose];
  const read = readSettlement(settled, law);
  return (read.status === 'settlement' ? unexplained(read.settlement, law) : read.problems).map(
    ({ pointer, expected }) => ({
      ...{ pointer: `/settlement${pointer}`, why: 'doesNotAddUp' as const, detail: expected },
    }),
  );
}

/** What could not be explained to whoever asks, such as a sum to be paid that does not follow, is no settlement either. */
function unexplained(settlement: Settlement, law: Law): readonly Problem[] {
  const found = explain(settlement, law);
  return found.status === 'unreconciled' ? found.problems : [];
}

function ofLiability(facts: ClaimFacts, { made, delivered, shares }: Liability, now: number): Refused | undefined {
  const strangers = shares.map(({ party }, i) => unknownParty(facts, party, `/shares/${i}/party`));
  return (
    strangers.find((one) => one !== undefined) ??
    inFuture(made, now, '/made') ??
    (delivered === undefined
      ? undefined
      : (bad(delivered < made, '/delivered', 'backInTime') ?? inFuture(delivered, now, '/delivered')))
  );
}

function ofAdvance(facts: ClaimFacts, data: AdvanceData, { now, law }: Given): Refused | undefined {
  const strange = (data.documents ?? []).findIndex((one) => !DOCUMENT_IDS.has(one));
  return (
    unknownParty(facts, data.person, '/person') ??
    bad(partyOf(facts, data.person)?.role !== 'injured', '/person', 'notInjured') ??
    bad(strange >= 0, `/documents/${strange}`, 'unknownDocument') ??
    inFuture(data.at, now) ??
    faultOfAdvance(facts.advances ?? [], data) ??
    faultOfLimit(facts, data, law)
  );
}

const ofPayment = (facts: ClaimFacts, data: PaymentData, now: number): Refused | undefined =>
  ('party' in data.to ? unknownParty(facts, data.to.party, '/to/party') : undefined) ??
  inFuture(data.at, now) ??
  faultOfPayment(facts, data);

const ofHandler = ({ hours, at }: Handler, now: number): Refused | undefined =>
  bad(hours.opens >= hours.closes, '/hours/closes', 'backInTime') ?? inFuture(at, now);

const ofCommunication = (facts: ClaimFacts, { at, person, next }: Communication, now: number): Refused | undefined =>
  unknownParty(facts, person, '/person') ??
  inFuture(at, now) ??
  bad(next !== undefined && dayOf(next, '/next') < dayOf(at, '/at'), '/next', 'backInTime');

/** What the schema cannot see of a registration. */
export function problemsOf({ parties }: Registration, before?: Registration): readonly Refused[] {
  const ids = parties.map(({ id }) => id);
  const gone = (before?.parties ?? []).filter(({ id, role }) => !parties.some((p) => p.id === id && p.role === role));
  return [
    ...parties.flatMap(({ id }, i) => bad(ids.indexOf(id) < i, `/parties/${i}/id`, 'alreadyHere') ?? []),
    ...parties.flatMap(
      ({ of }, i) => bad(of !== undefined && !ids.includes(of), `/parties/${i}/of`, 'unknownParty') ?? [],
    ),
    // Stages, papers and shares name them.
    ...(gone.length > 0 ? [{ pointer: '/parties', why: 'partyGone' as const }] : []),
  ];
}
