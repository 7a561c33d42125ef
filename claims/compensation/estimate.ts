/**
 * The whole computation: a checked case and the law → items, who pays, what is missing and what was assumed.
 * Nothing here rounds, speaks or reads a file; `result.ts` writes it as contracts say, locales as a person reads it.
 */
import type { Law } from '../../law/types.ts';
import { type Apportioned, apportioned } from '../apportionment/index.ts';
import { answered, createAsk } from './ask.ts';
import type { Case } from './case.ts';
import type { Asked, ItemOutcome, Note, Row } from './outcome.ts';
import { baseOf, type Regime, regimeOf } from './regime.ts';
import { settleVictim } from './settle.ts';

export type Status = 'amount' | 'missing' | 'notDue' | 'notSupported';
export interface Estimate {
  readonly status: Status;
  readonly items: readonly ItemOutcome[];
  /** Only where the status is `amount`. */
  readonly layers: Apportioned | undefined;
  readonly missing: readonly Asked[];
  readonly assumptions: readonly Note[];
  readonly regime: Regime;
}

export function estimate(of: Case, law: Law): Estimate {
  const notes: Note[] = [];
  const ask = (asker: string) => createAsk(of, law, asker, (note) => noteOnce(notes, note));
  const regime = regimeOf(ask('regime'));
  const rest = { assumptions: notes, regime, layers: undefined };
  if (!baseOf(ask('regime'))) return { ...rest, status: 'notSupported', items: repealed(of), missing: [] };
  const items = of.victims.flatMap((victim) => settleVictim(victim.items, (item) => ({ ...ask(item), victim })));
  const missing = items.flatMap((item) => (item.status === 'missing' ? item.missing : []));
  if (missing.length > 0) return { ...rest, status: 'missing', items, missing };
  const rows = items.filter((item): item is ItemOutcome & Row => item.status === 'amount');
  if (rows.length === 0) return { ...rest, status: 'notDue', items, missing: [] };
  const asker = ask('apportionment');
  const layers = answered(() => apportioned(of, rows, asker));
  if ('value' in layers) return { ...rest, status: 'amount', items, layers: layers.value, missing: [] };
  const lacking = 'missing' in layers ? [{ ...layers.missing, asker: asker.asker }] : [];
  return { ...rest, status: lacking.length > 0 ? 'missing' : 'notSupported', items, missing: lacking };
}

function noteOnce(notes: Note[], note: Note): void {
  const same = (other: Note): boolean =>
    other.key === note.key && JSON.stringify(other.values) === JSON.stringify(note.values);
  if (!notes.some(same)) notes.push(note);
}

/** Torts before 2004 were measured by rules that are repealed; people still quote them, so it is said and not computed. */
const repealed = (of: Case): ItemOutcome[] =>
  of.victims.flatMap(({ id, items }) =>
    (Object.keys(items) as ItemOutcome['item'][]).map((item) => ({
      victim: id,
      item,
      status: 'notSupported' as const,
      reason: { key: 'estimate.notSupported.repealed', values: { day: of.accidentDate } },
    })),
  );
