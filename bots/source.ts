/** Whose word a fact of a report is, and how often it was corrected: by that whoever corrects it shows what she has seen. */
import type { ClaimEvent, Json, JsonObject } from '../store/ports.ts';
import type { Fact, Picture } from './picture.ts';

/** Facts that several fields make up. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'report.injured': ['injured', 'injuredCount', 'dead'],
  'report.injuredCount': ['injured', 'injuredCount', 'dead'],
  'report.police': ['policeCalled'],
  'details.patientNames': ['patients'],
};

/** `corrections`: data of `corrected` events, in order. */
export function changesOf<T extends JsonObject>(field: string, corrections: readonly T[]): T[] {
  const [part, name = ''] = field.split('.');
  const names = PARTS[field] ?? [name];
  return corrections.filter((data) => {
    const changes = (data.changes ?? {}) as JsonObject;
    return (data.part ?? 'report') === part && names.some((one) => one in changes);
  });
}

/** Of a fact as a picture shows it, or of a field that is part of one. */
export const markOf = ({ facts, claim, events }: Pick<Picture, 'facts' | 'claim' | 'events'>, field: string): number =>
  claim
    ? changesOf(
        field,
        events.filter(({ type }) => type === 'corrected').map(({ data }) => data),
      ).length
    : (facts.find((fact) => fact.field === field)?.mark ?? -1);

type Source = Pick<Fact, 'by' | 'at' | 'corrected' | 'before' | 'who' | 'mark'>;

/** The last event that said it. */
export function sourceOf(field: string, events: readonly ClaimEvent[]): Source {
  const [part, name = ''] = field.split('.');
  const all = events.filter(({ type }) => type === 'corrected');
  const mine = new Set(
    changesOf(
      field,
      all.map(({ data }) => data),
    ),
  );
  const changes = all.filter(({ data }) => mine.has(data));
  const event = changes.at(-1) ?? events.find(({ type }) => type === 'reported');
  const names = PARTS[field] ?? [name];
  // One of two was confirmed: nothing has changed.
  const corrected =
    part === 'report' && changes.length > 0 && names.some((one) => new Set(saidOf(one, events)).size > 1);
  const who = event?.type === 'corrected' && typeof event.data.who === 'string' ? { who: event.data.who } : {};
  const told = { by: event?.by ?? ('person' as const), at: event?.at ?? 0, corrected, mark: changes.length, ...who };
  const before = corrected ? earlier(name, events, changes.length) : undefined;
  return before === undefined ? told : { ...told, before };
}

/** Every value it has had, as text. */
function saidOf(name: string, events: readonly ClaimEvent[]): string[] {
  return valuesOf(name, events).map((value) => JSON.stringify(value));
}

/** The value before the last change; casualties are folded from several fields and are left out. */
function earlier(name: string, events: readonly ClaimEvent[], changes: number): Json | undefined {
  if (name === 'injured') return undefined;
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
