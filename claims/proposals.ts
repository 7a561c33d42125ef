/** What one colleague has entered and a second one is to release: a decision above a limit. Seen at the desk only. Pure. */
import type { ClaimEvent, JsonObject } from '../store/ports.ts';

export type ProposedType = 'settlement' | 'advance';
export interface Proposal {
  readonly id: string;
  readonly at: number;
  /** The account that entered it, and its name then. */
  readonly account: string;
  readonly who: string;
  readonly type: ProposedType;
  /** As it is recorded once it is released. */
  readonly data: JsonObject;
  /** `overtaken`: the same was decided elsewhere meanwhile. */
  readonly state: 'open' | 'released' | 'returned' | 'overtaken';
  readonly closed?: { readonly at: number; readonly who: string; readonly why?: string };
}

/** Types of events of which nobody outside the desk hears, neither people nor the claim system. */
export const DESK_ONLY: ReadonlySet<string> = new Set(['proposed', 'proposalClosed']);

/** Of two about the same thing the later one stands. */
export function aboutOf({ type, data }: Pick<Proposal, 'type' | 'data'>): string {
  if (type === 'advance') return `advance ${String(data.advance)}`;
  const { settlement } = data;
  const victim = typeof settlement === 'object' && settlement !== null && 'victim' in settlement && settlement.victim;
  return `settlement ${String(victim)}`;
}

export const proposalsAfter = (all: readonly Proposal[], event: ClaimEvent): readonly Proposal[] =>
  event.type === 'proposed' ? proposed(all, event) : closed(all, event);

function proposed(all: readonly Proposal[], { id, at, data }: ClaimEvent): readonly Proposal[] {
  const { account, who, type, what } = data as unknown as Pick<Proposal, 'account' | 'who' | 'type'> & {
    readonly what: JsonObject;
  };
  const made: Proposal = { id, at, account, who, type, data: what, state: 'open' };
  return [...all.filter((one) => aboutOf(one) !== aboutOf(made)), made];
}

function closed(all: readonly Proposal[], { at, data }: ClaimEvent): readonly Proposal[] {
  const { proposal, how, who, why } = data;
  const by = { at, who: String(who), ...(typeof why === 'string' ? { why } : {}) };
  if (how === 'withdrawn') return all.filter(({ id }) => id !== proposal);
  const state = how === 'released' ? 'released' : 'returned';
  return all.map((one) => (one.id === proposal ? { ...one, state, closed: by } : one));
}

/** Whatever is recorded of the same thing has decided it. */
export function decided<Facts extends { readonly proposals?: readonly Proposal[] }>(
  facts: Facts,
  type: ProposedType,
  data: JsonObject,
): Facts {
  if (!facts.proposals) return facts;
  const about = aboutOf({ type, data });
  const proposals = facts.proposals.map(
    (one): Proposal => (one.state !== 'released' && aboutOf(one) === about ? { ...one, state: 'overtaken' } : one),
  );
  return { ...facts, proposals };
}

/** Since when the first of them waits, for a second colleague or, returned, for the first one again; null: none does. */
export function waitingSince(all: readonly Proposal[]): number | null {
  const waiting = all.filter(({ state }) => state === 'open' || state === 'returned').map(({ at }) => at);
  return waiting.length === 0 ? null : Math.min(...waiting);
}
