/**
 * The whole computation: a checked case and the law → items, who pays, what is missing and what was assumed.
 * Nothing here rounds, speaks or reads a file; `result.ts` writes it as contracts say, locales as a person reads it.
 */
import type { Law, LawValue } from '../../law/types.ts';
import { type Apportioned, apportioned } from '../apportionment/index.ts';
import { type Ask, answered, askers } from './ask.ts';
import type { Case } from './case.ts';
import type { Asked, ItemOutcome, Note, Row } from './outcome.ts';
import { type Regime, regimeOf } from './regime.ts';
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
  /** Every value of law that was looked at, once each, in order of use. */
  readonly used: readonly LawValue[];
}

export function estimate(of: Case, law: Law): Estimate {
  const notes = new Map<string, Note>();
  const used = new Set<LawValue>();
  const ask = askers(of, law, {
    note: (note) => notes.set(JSON.stringify(note), note),
    used: (value) => used.add(value),
  });
  const regime = regimeOf(ask('regime'));
  const found = computed(of, regime, ask);
  return { layers: undefined, missing: [], ...found, assumptions: [...notes.values()], regime, used: [...used] };
}

type Found = Pick<Estimate, 'status' | 'items'> & Partial<Pick<Estimate, 'layers' | 'missing'>>;

function computed(of: Case, regime: Regime, ask: (asker: string) => Ask): Found {
  if (regime.standard === null) return { status: 'notSupported', items: repealed(of) };
  const items = of.victims.flatMap((victim) => settleVictim(victim.items, (item) => ({ ...ask(item), victim })));
  const missing = items.flatMap((item) => (item.status === 'missing' ? item.missing : []));
  if (missing.length > 0) return { status: 'missing', items, missing };
  const rows = items.filter((item): item is ItemOutcome & Row => item.status === 'amount');
  if (rows.length === 0) return { status: 'notDue', items };
  const asker = ask('apportionment');
  const layers = answered(() => apportioned(of, rows, asker));
  if ('value' in layers) return { status: 'amount', items, layers: layers.value };
  if ('notDue' in layers) return { status: 'notSupported', items };
  const lacks = [layers.missing, ...(layers.also ?? [])];
  return { status: 'missing', items, missing: lacks.map((one) => ({ ...one, asker: asker.asker })) };
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
