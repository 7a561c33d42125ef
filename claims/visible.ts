/**
 * Who may see what of a claim: one pure function for chat, API and desk. Each role has its list of fields; what stands in
 * no list is shown to nobody, so a new field is hidden until somebody decides.
 */
import { instantOf, type Moment } from './clocks/days.ts';

/** Of the claim as a whole. */
export const CLAIM_FIELDS = [
  'number',
  'accident',
  'determination',
  'plate',
  'handler',
  'stage',
  'policy',
  'insuredContact',
  'insuredPapers',
  'insuredPromises',
  'insuredShare',
  'driverContact',
  'driverPapers',
  'driverAdvance',
  'driverPromises',
  'liableBears',
  'flags',
  'privateNotes',
  'communications',
  'audit',
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** Of one injured person. `settlementTotal` is the sum; `settlement` every item with its deductions. */
export const PERSON_FIELDS = [
  'name',
  'stage',
  'contact',
  'medical',
  'papers',
  'advance',
  'settlementTotal',
  'settlement',
  'limitShare',
  'account',
  'promises',
  'consents',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

type Some<F extends string> = { readonly [K in F]?: unknown };
export interface Sections {
  readonly claim: Some<ClaimField>;
  readonly people: Readonly<Record<string, Some<PersonField>>>;
}

/** 授权委托书 as it was recorded (民法典 165). Receiving money is a power of its own. */
export interface Authorisation {
  readonly by: { readonly role: 'insured' } | { readonly role: 'injured' | 'heir'; readonly person: string };
  readonly from: Moment;
  readonly until: Moment;
  readonly mayReceiveMoney: boolean;
}
export type Viewer =
  | { readonly role: 'insured' | 'driver' | 'reporter' | 'adjuster' }
  | { readonly role: 'injured' | 'heir'; readonly person: string }
  /** Without a recorded authorisation an agent sees nothing. */
  | { readonly role: 'agent'; readonly authorisation?: Authorisation };

export interface Sight {
  readonly claim: readonly ClaimField[];
  /** Of the viewer's own person. */
  readonly own: readonly PersonField[];
  /** Of every other injured person. */
  readonly others: readonly PersonField[];
}

const NOTHING: Sight = { claim: [], own: [], others: [] };
const SHARED: readonly ClaimField[] = ['number', 'accident', 'determination', 'plate', 'handler'];
const person: Sight = { claim: SHARED, own: PERSON_FIELDS, others: [] };

export const SIGHT: Readonly<Record<Exclude<Viewer['role'], 'agent'>, Sight>> = {
  insured: {
    claim: [
      ...SHARED,
      'stage',
      'policy',
      'insuredContact',
      'insuredPapers',
      'insuredPromises',
      'insuredShare',
      'liableBears',
    ],
    own: [],
    // What is paid under the policy is the insured's to know; why somebody was treated is not.
    others: ['name', 'stage', 'advance', 'settlementTotal'],
  },
  driver: {
    claim: [...SHARED, 'stage', 'driverContact', 'driverPapers', 'driverPromises', 'driverAdvance', 'liableBears'],
    own: [],
    others: [],
  },
  // Whoever reported it, and is nobody whom the insurer has named: that it goes on, and with whom.
  reporter: { claim: ['number', 'accident', 'handler', 'stage'], own: [], others: [] },
  injured: person,
  heir: person,
  adjuster: { claim: CLAIM_FIELDS, own: PERSON_FIELDS, others: PERSON_FIELDS },
};

/** The parts of a claim that a viewer may see at an instant (milliseconds); everything else is not there. */
export function visible(viewer: Viewer, { claim, people }: Sections, at: number): Sections {
  const { sight, person: own } = sightOf(viewer, at);
  const seen = Object.entries(people)
    .map(([id, fields]) => [id, only(id === own ? sight.own : sight.others, fields)] as const)
    .filter(([, fields]) => Object.keys(fields).length > 0);
  return { claim: only(sight.claim, claim), people: Object.fromEntries(seen) };
}

function sightOf(viewer: Viewer, at: number): { readonly sight: Sight; readonly person?: string } {
  if (viewer.role !== 'agent')
    return { sight: SIGHT[viewer.role], ...('person' in viewer && { person: viewer.person }) };
  const given = viewer.authorisation;
  if (!given || at < instantOf(given.from, 'from') || at >= instantOf(given.until, 'until')) return { sight: NOTHING };
  const { sight, ...whose } = sightOf(given.by, at);
  // An account is shown to whoever may receive the money.
  const own = sight.own.filter((field) => field !== 'account' || given.mayReceiveMoney);
  return { sight: { ...sight, own }, ...whose };
}

const only = <F extends string>(fields: readonly F[], given: Some<F>): Some<F> =>
  Object.fromEntries(fields.filter((one) => Object.hasOwn(given, one)).map((one) => [one, given[one]])) as Some<F>;
