/** Money before the settlement: what can follow what, and how things stand. Amounts in fen. */
import { isEarlier } from '../clocks/days.ts';
import { parseYuan } from '../money.ts';
import type { AdvanceChange, AdvanceData, AdvanceRoute, PaymentData, Why } from './types.ts';

export interface Advance extends Pick<AdvanceData, 'advance' | 'person' | 'at' | 'documents' | 'why' | 'hospital'> {
  readonly state: AdvanceChange;
  readonly route: AdvanceRoute;
  /** Whole fen, as are all amounts that are folded. */
  readonly approved?: number;
  readonly paid?: number;
}
export interface Payment extends Omit<PaymentData, 'amount'> {
  readonly fen: number;
}

export const paymentOf = ({ amount, ...said }: PaymentData): Payment => ({ ...said, fen: fenOf(amount) });

/** Exact below 2^53: the schema allows twelve digits of yuan. */
export const fenOf = (yuan: string): number => Number(parseYuan(yuan));

/** What can come next; `none`: nothing was said of it yet. It is approved without being asked for where the police asked. */
const NEXT: Readonly<Record<AdvanceChange | 'none', readonly AdvanceChange[]>> = {
  none: ['requested', 'approved'],
  requested: ['papersMissing', 'approved', 'refused'],
  papersMissing: ['requested', 'papersMissing', 'approved', 'refused'],
  // Asked for again with what was lacking.
  refused: ['requested', 'approved'],
  approved: ['approved', 'paid'],
  paid: [],
};

export const nextOf = (state: AdvanceChange): readonly AdvanceChange[] => NEXT[state];

/** After an event that `faultOfAdvance` has let through. */
export function advanced(all: readonly Advance[], data: AdvanceData): readonly Advance[] {
  const { change, amount, ...said } = data;
  const before = all.find(({ advance }) => advance === data.advance);
  const fen = amount === undefined ? undefined : fenOf(amount);
  const approved = change === 'approved' ? fen : before?.approved;
  const now: Advance = {
    ...{ ...said, state: change },
    ...(approved === undefined ? {} : { approved }),
    ...(change === 'paid' && fen !== undefined ? { paid: fen } : {}),
  };
  return before ? all.map((one) => (one === before ? now : one)) : [...all, now];
}

export interface Fault {
  readonly pointer: string;
  readonly why: Why;
  readonly last?: string;
  readonly detail?: string;
}

export function faultOfAdvance(all: readonly Advance[], data: AdvanceData): Fault | undefined {
  const before = all.find(({ advance }) => advance === data.advance);
  const next = NEXT[before?.state ?? 'none'];
  if (!next.includes(data.change)) return { pointer: '/change', why: 'notAllowed', detail: next.join(', ') || 'none' };
  if (before && before.person !== data.person) return { pointer: '/person', why: 'otherPerson' };
  if (before && before.route !== data.route) return { pointer: '/route', why: 'otherRoute' };
  if (before && isEarlier(data.at, before.at)) return { pointer: '/at', why: 'backInTime', last: before.at };
  if (data.amount === undefined) return undefined;
  if (fenOf(data.amount) === 0) return { pointer: '/amount', why: 'nothing' };
  const more = data.change === 'paid' && fenOf(data.amount) > (before?.approved ?? 0);
  return more ? { pointer: '/amount', why: 'moreThanApproved' } : undefined;
}
