/** 一次性告知: the list is told once. What is asked for later is marked as not in it, with who asked and why. */
import { createHash } from 'node:crypto';
import type { Moment } from '../clocks/days.ts';
import type { Checklist, FactName } from './types.ts';

export interface FrozenItem {
  /** From 1 on. */
  readonly n: number;
  readonly document: string;
  /** `depends`: told beforehand that it will be needed if these facts turn out so. */
  readonly need: 'needed' | 'depends';
  readonly dependsOn: readonly FactName[];
}
export interface Frozen {
  readonly claim: string;
  readonly person: string;
  readonly at: Moment;
  readonly items: readonly FrozenItem[];
  /** SHA-256 of everything above: a list that was changed afterwards shows it. */
  readonly hash: string;
}

/**
 * Ask first (`Checklist.ask`): what is still unknown stands in the list as depending on it, and makes it long. What stood in
 * the list before keeps its number; what is new stands behind it.
 */
export function freeze(
  { items }: Pick<Checklist, 'items'>,
  claim: string,
  person: string,
  at: Moment,
  before?: Frozen,
) {
  const old = new Map(before?.items.map(({ document, n }) => [document, n] as const));
  const last = Math.max(0, ...old.values());
  const fresh = items.filter(({ document }) => !old.has(document)).map(({ document }) => document);
  const numbered = items
    .map(({ document, need, dependsOn }): FrozenItem => {
      return { n: old.get(document) ?? last + 1 + fresh.indexOf(document), document, need, dependsOn };
    })
    .sort((a, b) => a.n - b.n);
  const list = { claim, person, at, items: numbered };
  return { ...list, hash: hashOf(list) };
}

export const isUnchanged = ({ hash, ...list }: Frozen): boolean => hash === hashOf(list);

/** Fields by name and in a fixed order, so that the same list has the same hash wherever it was stored. */
function hashOf({ claim, person, at, items }: Omit<Frozen, 'hash'>): string {
  const rows = items.map(({ n, document, need, dependsOn }) => [n, document, need, dependsOn]);
  return createHash('sha256')
    .update(JSON.stringify([claim, person, at, rows]))
    .digest('hex');
}

/** Somebody asks for a paper after the list was told. */
export interface Request {
  readonly document: string;
  readonly who: string;
  readonly why: string;
  readonly at: Moment;
}
/** `n` where it stands in the list; absent: 原清单未列. */
export type Addition = Request & { readonly n?: number; readonly inOriginal: boolean };

/** Each paper once, by the first who asked for it. */
export function additions({ items }: Frozen, later: readonly Request[]): readonly Addition[] {
  const first = later.filter((one, i) => later.findIndex(({ document }) => document === one.document) === i);
  return first.map((request) => {
    const item = items.find(({ document }) => document === request.document);
    return item ? { ...request, n: item.n, inOriginal: true } : { ...request, inOriginal: false };
  });
}

/** Papers that a later list needs and the frozen one did not announce, not even as depending on a fact. */
export const notAnnounced = ({ items }: Frozen, later: Checklist): readonly string[] =>
  later.items
    .filter(({ need, document }) => need === 'needed' && items.every((one) => one.document !== document))
    .map(({ document }) => document);
