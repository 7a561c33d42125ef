/** What is known in a conversation and what is not: for the person who takes it over, so that nothing is asked twice. */
import type { Contradiction } from '../claims/contradictions.ts';
import { type ClaimFacts, fold, type PromiseMade } from '../claims/fold.ts';
import { type Report, severityKnown } from '../claims/report.ts';
import { factKind } from '../dialogs/correction/facts.ts';
import type { Flow } from '../dialogs/flow.ts';
import type { Say } from '../dialogs/say.ts';
import type { Kind } from '../prompts/kind.ts';
import type { ClaimEvent, Conversation, Json, JsonObject, Store } from '../store/ports.ts';
import { draftPicture, REPORT } from './drafted.ts';
import { caresOf, firstInDespair, fits, flagsOf, gravest } from './heard.ts';
import { sourceOf } from './source.ts';
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
  /** The colleague who has put it right. */
  readonly who?: string;
  /** Another one after each change: who puts it right shows what she has seen. Without it nobody can. */
  readonly mark?: number;
  /** Answers of a closed question. */
  readonly choices?: readonly string[];
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

/** Of a draft: a colleague's word is a correction. */
export const saidBy = (who: string | undefined): Pick<Fact, 'by' | 'corrected' | 'who'> =>
  who === undefined ? { by: 'person', corrected: false } : { by: 'adjuster', corrected: true, who };

/** Of kinds that are chosen from, not written. */
export const choicesOf = (
  { kind, choices = [] }: Pick<Kind<unknown>, 'kind' | 'choices'> = { kind: '' },
): Pick<Fact, 'choices'> => (kind.startsWith('choice.') || kind === 'yesNo' ? { choices } : {});

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
      return [
        {
          field: `${part}.${name}`,
          kind,
          answer,
          ...sourceOf(`${part}.${name}`, events),
          ...choicesOf(factKind(`${part}.${name}`)),
        },
      ];
    });
  const details = { ...facts.details, patientNames: namesOf(facts.details) };
  return [...lines('report', REPORT, report), ...lines('details', DETAILS, details)];
}

function casualties({ injuredCount, dead = 0, injured = [] }: Partial<Report>): Json {
  if (injuredCount === undefined || injuredCount === null) return null;
  const hospital = injured.find((one) => one.hospital)?.hospital;
  return { count: injuredCount, dead, states: injured.map(({ state }) => state), ...(hospital ? { hospital } : {}) };
}

/** What the report lacks first, then the photos. */
function nextOf(missing: readonly string[], facts: ClaimFacts): Picture['next'] {
  const [first] = missing;
  if (first) return { say: { key: `${first}.ask` }, why: 'missing', field: first };
  return facts.files.length === 0 ? { say: { key: 'human.request.photo' }, why: 'photos' } : null;
}
