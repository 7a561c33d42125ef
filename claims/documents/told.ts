/** The list as it was told to one side of a claim, version after version, and how each paper of it stands. Pure. */
import type { Day, Law } from '../../law/types.ts';
import type { Moment } from '../clocks/days.ts';
import type { PaperAsked, PaperOf } from '../recording/types.ts';
import type { Side } from './asking.ts';
import { checklist, FACTS } from './checklist.ts';
import { additions, type Frozen, freeze } from './freeze.ts';
import { PHASES, phaseOf } from './phase.ts';
import { DOCUMENTS } from './rules/index.ts';
import { isLacking, type PaperState, stateOf } from './state.ts';
import type { CaseFacts, ChecklistItem, FactName } from './types.ts';

export interface ListTold {
  /** From 1 on. */
  readonly version: number;
  readonly side: Side;
  /** Of the registration, where it is known whose list it is. */
  readonly party?: string;
  readonly facts: CaseFacts;
  readonly list: Frozen;
  /** What is in it since this version, and which facts brought it. */
  readonly fresh: readonly Fresh[];
  /** What was in it before and is not needed any more. */
  readonly gone: readonly string[];
}
export interface Fresh {
  readonly document: string;
  readonly because: readonly FactName[];
}

/** Whose list: its claim's number, its side, and the party where it is known. */
export interface Whose {
  readonly claim: string;
  readonly side: Side;
  readonly party?: string;
}

/** Its papers in the order in which they can be got. */
export function papersOf(facts: CaseFacts, side: Side, at: Day, law: Law): readonly ChecklistItem[] {
  const { items } = checklist(facts, at, law, side);
  const rank = ({ document, need }: ChecklistItem): number =>
    PHASES.indexOf(phaseOf(document, facts)) + (need === 'needed' ? 0 : PHASES.length);
  return [...items].sort((a, b) => rank(a) - rank(b));
}

export const lastTold = (lists: readonly ListTold[] | undefined, side: Side, party?: string): ListTold | undefined =>
  lists?.findLast((one) => one.side === side && (one.party ?? party) === party);

/** The first list, or the next version; undefined where nothing has changed. */
export function nextList(
  { claim, side, party }: Whose,
  facts: CaseFacts,
  at: Moment,
  law: Law,
  before?: ListTold,
): ListTold | undefined {
  const day = at.slice(0, DAY.length);
  const list = freeze({ items: papersOf(facts, side, day, law) }, claim, party ?? side, at, before?.list);
  const told = {
    ...{ version: (before?.version ?? 0) + 1, side, ...(party !== undefined && { party }), facts, list },
    ...changes(list, facts, day, law, before),
  };
  return before && told.fresh.length + told.gone.length === 0 && sameNeeds(before.list, list) ? undefined : told;
}
const DAY = 'YYYY-MM-DD';

const sameNeeds = (a: Frozen, b: Frozen): boolean =>
  JSON.stringify(a.items.map(needs)) === JSON.stringify(b.items.map(needs));
const needs = ({ document, need }: Frozen['items'][number]) => [document, need];

function changes(list: Frozen, facts: CaseFacts, at: Day, law: Law, before?: ListTold) {
  if (!before) return { fresh: [], gone: [] };
  const was = new Map(before.list.items.map(({ document, need }) => [document, need] as const));
  const is = new Set(list.items.map(({ document }) => document));
  return {
    fresh: list.items
      .filter(({ document, need }) => need === 'needed' && was.get(document) !== 'needed')
      .map(({ document }) => ({ document, because: because(document, facts, before.facts, at, law) })),
    gone: [...was].flatMap(([document, need]) => (need === 'needed' && !is.has(document) ? [document] : [])),
  };
}

/** The changed facts without which it would not be needed. */
function because(document: string, facts: CaseFacts, before: CaseFacts, at: Day, law: Law): readonly FactName[] {
  const rule = DOCUMENTS.find(({ id }) => id === document);
  const changed = FACTS.filter((fact) => fact !== 'accident' && facts[fact] !== before[fact]);
  return changed.filter((fact) => rule?.when({ facts: { ...facts, [fact]: before[fact] }, law, at }) !== true);
}

export interface Standing {
  readonly n: number;
  readonly document: string;
  readonly need: 'needed' | 'depends';
  readonly dependsOn: readonly FactName[];
  readonly state: PaperState;
  /** Asked for later: 原清单未列. */
  readonly added?: PaperAsked;
  /** Somebody waits for it: it was asked for, or it came and could not be used. */
  readonly waits?: true;
  /** The last who asked for it. */
  readonly asked?: PaperAsked;
}

/** Each paper of the list, then what was asked for besides, or came and could not be used, numbered behind it. */
export function standingOf(
  { list }: ListTold,
  events: readonly PaperOf[],
  asked: readonly PaperAsked[],
): readonly Standing[] {
  const last = Math.max(0, ...list.items.map(({ n }) => n));
  const later = additions(list, asked);
  const unusable = [...new Set(events.map(({ document }) => document))].filter((one) =>
    isLacking(stateOf(one, events)),
  );
  // What depended on a fact and is asked for now, is needed.
  const wanted = new Set([...later.map(({ document }) => document), ...unusable]);
  const told = list.items.map((item) => (wanted.has(item.document) ? { ...item, need: 'needed' as const } : item));
  const added = later
    .filter(({ inOriginal }) => !inOriginal)
    .map(({ inOriginal: _, ...request }) => ({ document: request.document, added: request }));
  const known = new Set([...told, ...added].map(({ document }) => document));
  const others = unusable.filter((one) => !known.has(one)).map((document) => ({ document }));
  const behind = [...added, ...others].map((one, i) => {
    return { n: last + 1 + i, need: 'needed' as const, dependsOn: [], ...one };
  });
  return [...told, ...behind].map((one) => {
    const state = stateOf(one.document, events);
    const request = asked.findLast(({ document }) => document === one.document);
    const waits = wanted.has(one.document) && isLacking(state);
    return { ...one, state, ...(waits && { waits }), ...(waits && request && { asked: request }) };
  });
}

export const isOpen = ({ need, state }: Standing): boolean => need === 'needed' && isLacking(state);
