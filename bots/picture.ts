/** What is known in a conversation and what is not: for the person who takes it over, so that nothing is asked twice. */
import type { Contradiction } from '../claims/contradictions.ts';
import { type ClaimFacts, fold, type PromiseMade } from '../claims/fold.ts';
import { type Report, severityKnown } from '../claims/report.ts';
import type { Flow } from '../dialogs/flow.ts';
import type { Say } from '../dialogs/say.ts';
import type { ClaimEvent, Conversation, Json, JsonObject, Store } from '../store/ports.ts';
import { draftPicture, REPORT } from './drafted.ts';
import { caresOf, firstInDespair, fits, flagsOf, gravest } from './heard.ts';
import { readState, type State } from './state.ts';

export interface Fact {
  /** `report.when`: as labels name it. */
  readonly field: string;
  readonly kind: string;
  readonly answer: Json;
  /** Whose word it is, and since when. */
  readonly by: ClaimEvent['by'];
  readonly at: number;
  readonly corrected: boolean;
  /** What was said before it was corrected, where it was another thing: which of the two holds is worth a question. */
  readonly before?: Json;
}

export interface Picture {
  readonly claim: { readonly id: string; readonly number: string } | null;
  readonly lang: string;
  readonly facts: readonly Fact[];
  /** Fields as labels name them. */
  readonly missing: readonly string[];
  readonly flags: readonly string[];
  readonly severity: ReturnType<typeof severityKnown> | null;
  readonly promises: readonly PromiseMade[];
  readonly files: readonly string[];
  /** Something that could be asked next, ready to be said, and why. */
  readonly next: {
    readonly say: Say;
    readonly why: 'draft' | 'missing' | 'photos' | 'crisis';
    readonly field?: string;
  } | null;
  readonly events: readonly ClaimEvent[];
  /** The report itself, where it was sent. */
  readonly report?: Partial<Report>;
  /** Answered in one that is not sent, and told otherwise since. */
  readonly doubts?: readonly Contradiction[];
}

interface Deps {
  readonly store: Pick<Store, 'events'>;
  readonly flows: Readonly<Record<string, Flow>>;
}

export async function pictureOf({ store, flows }: Deps, conversation: Conversation): Promise<Picture> {
  const state = readState(conversation.state, flows);
  const picture = state.claim ? await claimPicture(store, state, state.claim) : draftPicture(flows, state);
  const grave = gravest(state, picture.severity);
  const asked = picture.next && fits(picture.next.say.key, grave) ? picture.next : null;
  // Whoever despairs is not asked for a report first.
  const next = state.raised.crisis === undefined ? asked : firstInDespair(state);
  const told = caresOf(
    undefined,
    (state.told ?? []).map(({ text }) => text),
  );
  return { ...picture, flags: flagsOf(state, [...picture.flags, ...told]), severity: grave, next };
}

async function claimPicture(store: Deps['store'], state: State, claim: NonNullable<State['claim']>): Promise<Picture> {
  const events = await store.events(claim.id);
  const facts = fold(events);
  const known = factsOf(facts, events);
  const missing = REPORT.map(([name]) => `report.${name}`).filter(
    (field) => !known.some((fact) => fact.field === field),
  );
  const report = facts.report as unknown as Partial<Report>;
  return {
    ...{ claim, lang: state.lang, facts: known, missing, events, report },
    flags: [...(report.flags ?? []), ...caresOf(report.injuredCount, textsOf(facts))],
    severity: severityKnown(report),
    ...{ promises: facts.promises, files: facts.files, next: nextOf(missing, facts) },
  };
}

/** The account, and what was added to it. */
const textsOf = ({ report, details }: ClaimFacts): string[] =>
  [report.what, ...Object.entries(details).map(([name, value]) => (name.startsWith('note.') ? value : ''))].map(String);

const DETAILS: readonly (readonly [name: string, kind: string])[] = [
  ['policy', 'text'],
  ['otherPhone', 'phone'],
  ['patientNames', 'names'],
];

function namesOf({ patients }: JsonObject): string {
  const all = (Array.isArray(patients) ? patients : []) as readonly { readonly name?: string | null }[];
  return all.flatMap(({ name }) => name || []).join('、');
}

function factsOf(facts: ClaimFacts, events: readonly ClaimEvent[]): Fact[] {
  const report: JsonObject = { ...facts.report, injured: casualties(facts.report as unknown as Partial<Report>) };
  const lines = (part: string, list: typeof REPORT, from: JsonObject): Fact[] =>
    list.flatMap(([name, kind]) => {
      const answer = from[name];
      if (answer === undefined || answer === null || answer === '') return [];
      return [{ field: `${part}.${name}`, kind, answer, ...sourceOf(part, name, events) }];
    });
  const details = { ...facts.details, patientNames: namesOf(facts.details) };
  return [...lines('report', REPORT, report), ...lines('details', DETAILS, details)];
}

function casualties({ injuredCount, dead = 0, injured = [] }: Partial<Report>): Json {
  if (injuredCount === undefined || injuredCount === null) return null;
  const hospital = injured.find((one) => one.hospital)?.hospital;
  return { count: injuredCount, dead, states: injured.map(({ state }) => state), ...(hospital ? { hospital } : {}) };
}

/** The last event that said it. */
function sourceOf(
  part: string,
  name: string,
  events: readonly ClaimEvent[],
): Pick<Fact, 'by' | 'at' | 'corrected' | 'before'> {
  const changes = events.filter(
    ({ type, data }) =>
      type === 'corrected' && (data.part ?? 'report') === part && name in ((data.changes ?? {}) as object),
  );
  const event = changes.at(-1) ?? events.find(({ type }) => type === 'reported');
  // One of two was confirmed: nothing has changed.
  const corrected = part === 'report' && changes.length > 0 && new Set(saidOf(name, events)).size > 1;
  const told = { by: event?.by ?? ('person' as const), at: event?.at ?? 0, corrected };
  const before = corrected ? earlier(name, events, changes.length) : undefined;
  return before === undefined ? told : { ...told, before };
}

/** Every value it has had, as text. */
function saidOf(name: string, events: readonly ClaimEvent[]): string[] {
  return valuesOf(name, events).map((value) => JSON.stringify(value));
}

/** The value before the last change; casualties are folded from several fields and are left out. */
function earlier(name: string, events: readonly ClaimEvent[], changes: number): Json | undefined {
  const values = valuesOf(name, events);
  const before = values.length > changes ? values.at(-2) : undefined;
  return before === null || JSON.stringify(before) === JSON.stringify(values.at(-1)) ? undefined : before;
}

function valuesOf(name: string, events: readonly ClaimEvent[]): Json[] {
  return events.flatMap(({ type, data }): Json[] => {
    const said = (
      type === 'reported' ? data.report : type === 'corrected' && data.part !== 'details' ? data.changes : {}
    ) as JsonObject;
    return said && name in said ? [said[name] ?? null] : [];
  });
}

/** What the report lacks first, then the photos. */
function nextOf(missing: readonly string[], facts: ClaimFacts): Picture['next'] {
  const [first] = missing;
  if (first) return { say: { key: `${first}.ask` }, why: 'missing', field: first };
  return facts.files.length === 0 ? { say: { key: 'human.request.photo' }, why: 'photos' } : null;
}
