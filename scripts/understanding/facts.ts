/** How many facts of sentences are found exactly, and what was found that is not there. */
import type { Told } from './material.ts';

export interface FactMarks {
  /** Kind of fact → found and right, told in all, found in all. */
  readonly kinds: ReadonlyMap<string, { right: number; told: number; found: number }>;
  readonly wrong: readonly { readonly text: string; readonly kind: string; readonly found: unknown }[];
  /** Found where it must not be. */
  readonly invented: readonly { readonly text: string; readonly kind: string; readonly found: unknown }[];
}
type Facts = Readonly<Record<string, unknown>>;
interface Span {
  readonly start: string;
  readonly end: string;
  readonly alt?: readonly Span[];
}

export function factMarks(sentences: readonly Told[], find: (text: string, at: number) => Facts): FactMarks {
  const kinds = new Map<string, { right: number; told: number; found: number }>();
  const [wrong, invented]: [FactMarks['wrong'][number][], FactMarks['invented'][number][]] = [[], []];
  for (const { text, reference_time, entities, optional = [], must_not = [] } of sentences) {
    const found = find(text, Date.parse(reference_time));
    for (const kind of new Set([...Object.keys(entities), ...Object.keys(found)])) {
      const marks = kinds.get(kind) ?? { right: 0, told: 0, found: 0 };
      kinds.set(kind, marks);
      const right = kind in entities && kind in found && isRight(kind, found[kind], entities[kind]);
      if (right) marks.right += 1;
      if (right || (kind in entities && !optional.includes(kind))) marks.told += 1;
      if (right || (kind in found && !optional.includes(kind))) marks.found += 1;
      if (!right && !optional.includes(kind)) wrong.push({ text, kind, found: found[kind] ?? null });
    }
    for (const kind of must_not) if (kind in found) invented.push({ text, kind, found: found[kind] });
  }
  return { kinds, wrong, invented };
}

function isRight(kind: string, found: unknown, told: unknown): boolean {
  if (kind === 'accident_time') return spans(told as Span).some((span) => meet(found as Span, span));
  if (kind === 'place') return typeof found === 'string' && overlaps(found, String(told));
  if (kind === 'hospital') return listed(told).every((one) => listed(found).some((own) => overlaps(own, one)));
  if (kind === 'amount') return sameAmounts(found as readonly Amount[], told as readonly Amount[]);
  return alike(found) === alike(told);
}

interface Amount {
  readonly value: number;
  readonly max?: number;
}
/** Of a range any amount inside it. */
const sameAmounts = (found: readonly Amount[], told: readonly Amount[]): boolean =>
  found.length === told.length &&
  told.every(({ value, max = value }) => found.some((own) => own.value >= value && own.value <= max));

const spans = (told: Span): readonly Span[] => [told, ...(told.alt ?? [])];
const MINUTE = 60_000;
/** Half of what was found lies in what was told, as far as that is possible. */
function meet(found: Span, told: Span): boolean {
  const [from, to, start, end] = [told.start, told.end, found.start, found.end].map((at) => Date.parse(at));
  if (from === undefined || to === undefined || start === undefined || end === undefined) return false;
  const until = Math.max(to, from + MINUTE - 1);
  if (start === end) return start >= from && start <= until;
  return Math.min(end, until) - Math.max(start, from) >= 0.5 * Math.min(end - start, until - from);
}

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(String);
const overlaps = (found: string, told: string): boolean =>
  found.length > 1 && (found.includes(told) || told.includes(found));

/** One way of writing a fact: values alone, lists in order. */
function alike(value: unknown): string {
  if (Array.isArray(value)) return value.map(alike).sort().join('|');
  if (typeof value !== 'object' || value === null) return String(value);
  const { kind, days, value: own, self, other } = value as Facts;
  if (kind !== undefined) return `${kind} ${days}`;
  return self !== undefined || other !== undefined ? `${self}/${other}` : String(own);
}
