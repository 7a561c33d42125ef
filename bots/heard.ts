/** What a colleague should see of a conversation though it stands in no report: how grave it is, and what was told before anything was asked. */
import type { severity } from '../claims/report.ts';
import type { Flow, Frame } from '../dialogs/flow.ts';
import type { Json } from '../store/ports.ts';
import { signsIn } from '../understanding/signs.ts';
import { type Fact, type Picture, saidBy } from './picture.ts';
import type { State } from './state.ts';

type Severity = ReturnType<typeof severity> | null;

/** What staff were told of, or why a person is asked for, as labels of a story name it. */
const FLAGS: Readonly<Record<string, string>> = {
  death: 'death',
  crisis: 'selfHarm',
  threat: 'threat',
  complaint: 'complaint',
  amount: 'amount',
  minor: 'minor',
};

/** Those of the report, and what was heard around it. */
export function flagsOf({ raised, handoff }: State, own: readonly string[]): readonly string[] {
  const reasons = [...Object.keys(raised), ...(handoff && handoff.state !== 'ended' ? [handoff.reason] : [])];
  return [...new Set([...reasons.flatMap((reason) => FLAGS[reason] ?? []), ...own])];
}

/** Somebody must look with special care: several are hurt, a court, a criminal case or an agent is in it. */
export function caresOf(injured: number | null | undefined, texts: readonly string[]): readonly string[] {
  return [...((injured ?? 0) > 1 ? ['several'] : []), ...new Set(texts.flatMap(signsIn))];
}

/** The graver of what was reported and what was heard. */
export function gravest({ raised }: State, reported: Severity): Severity {
  if (raised.death !== undefined || reported === 'death') return 'death';
  return raised.icu !== undefined || raised.danger !== undefined ? 'critical' : reported;
}

/** Told while nothing was open; the last word counts. */
export function toldFacts(
  report: Flow | undefined,
  { told = [] }: State,
  kinds: readonly (readonly [name: string, kind: string])[],
): Fact[] {
  const known = new Map<string, { readonly value: Json; readonly at: number }>();
  for (const { text, at } of told)
    for (const [name, value] of Object.entries(report?.understands?.(text, { at }, undefined) ?? {}))
      known.set(name, { value: value as Json, at });
  return kinds.flatMap(([name, kind]) => {
    const fact = known.get(name);
    if (!fact || fact.value === 'unknown') return [];
    return [
      { field: `report.${name}`, kind, answer: fact.value, by: 'person' as const, at: fact.at, corrected: false },
    ];
  });
}

/** Whether somebody is with them, until a colleague has said a word; then she leads. */
export const firstInDespair = ({ handoff }: State): Picture['next'] =>
  handoff && handoff.firstWordAt === null ? { say: { key: 'human.isAlone' }, why: 'crisis' } : null;

/** Told before it was asked, or behind a question that is open again. */
export const factsAhead = ({ answers }: Frame, kinds: readonly (readonly [name: string, kind: string])[]): Fact[] =>
  kinds.flatMap(([name, kind]) => {
    const { by, value, at = 0 } = answers[name] ?? {};
    if (value === undefined || value === 'unknown') return [];
    return [{ field: `report.${name}`, kind, answer: value, ...saidBy(by), at, mark: at }];
  });

/** Nobody who mourns is asked next for photos, or whether injuries may be noted. */
const UNFIT = /^report\.consent|\.photo/;
export const fits = (key: string, grave: Severity): boolean => grave !== 'death' || !UNFIT.test(key);
