/** Who has paid what before the settlement, and what of it comes back; each side sees what concerns it (claims/visible.ts). Pure. */
import { dayNameOf } from '../clocks/days.ts';
import type { Settlement } from '../deductions/settlement.ts';
import type { ClaimFacts } from '../fold.ts';
import { type Fen, parseYuan, sumFen } from '../money.ts';
import type { Advance } from '../recording/advances.ts';
import type { AdvanceRoute } from '../recording/types.ts';
import { sectionsOf } from '../sections.ts';
import { type Viewer, visible } from '../visible.ts';

export type Payer = 'insurer' | 'driver' | 'rescueFund' | 'medicalInsurance' | 'courtOrder';

export interface Row {
  readonly by: Payer;
  readonly fen: Fen;
  /** Whom it was for; absent: it is not said (a driver's own payments are told as one sum). */
  readonly person?: string;
  /** Of that person, where several were hurt and she may see names. */
  readonly name?: string;
  readonly day?: string;
  /** The settlement has taken it off. */
  readonly netted: boolean;
  /** What the settlement pays back of it. */
  readonly back?: Fen;
}

const BY: Readonly<Record<AdvanceRoute, Payer>> = {
  compulsory: 'insurer',
  compulsoryRecourse: 'insurer',
  commercial: 'insurer',
  rescueFund: 'rescueFund',
  medicalInsurance: 'medicalInsurance',
  courtOrder: 'courtOrder',
};

export function ledgerOf(facts: ClaimFacts, viewer: Viewer, at: number): readonly Row[] {
  const seen = visible(viewer, sectionsOf(facts), at);
  const people = Object.entries(seen.people);
  const several = people.length > 1;
  const ofPeople = people.flatMap(([person, { advance, settlement, settlementTotal, name }]) => {
    const named = several && typeof name === 'string' ? { name } : {};
    const settled = newest(facts, person);
    const paid = advance === undefined ? [] : paidOf(facts, person, settled);
    // Only whoever may read the whole settlement sees the rows in it; who sees its total knows that it is netted.
    const told = settlement === undefined || !settled ? [] : toldOf(settled, paid);
    const netted = settlementTotal !== undefined;
    return [...paid, ...told].map((row) => ({ ...row, ...named, netted: row.netted && netted }));
  });
  const { driverAdvance, insuredAdvance = driverAdvance } = seen.claim;
  const own = typeof insuredAdvance === 'string' ? [driversOf(facts, parseYuan(insuredAdvance))] : [];
  return [...own, ...ofPeople].filter(({ fen }) => fen > 0n);
}

const newest = ({ settlements = [] }: ClaimFacts, person: string): Settlement | undefined =>
  settlements.findLast(({ victim }) => victim === person);

/** What was recorded as paid, by its state or by the payment itself: one sum, not two. */
function paidOf({ advances = [], payments = [] }: ClaimFacts, person: string, settled: Settlement | undefined): Row[] {
  const booked = ({ advance }: Advance): Fen =>
    payments.reduce(
      (sum, one) => ('advance' in one.for && one.for.advance === advance ? sum + BigInt(one.fen) : sum),
      0n,
    );
  return advances
    .filter((one) => one.person === person)
    .map((one) => ({
      ...{ by: BY[one.route], person, day: dayNameOf(one.at) },
      fen: one.paid === undefined ? booked(one) : BigInt(one.paid),
      netted: settled?.advances.some(({ by }) => by === BY[one.route]) === true,
    }));
}

/** Rows of the settlement, less what is in the ledger already. */
function toldOf({ victim, advances, payable }: Settlement, paid: readonly Row[]): Row[] {
  const payers = [...new Set(advances.map(({ by }) => by))];
  return payers.flatMap((by) => {
    const sum = sumFen(advances.filter((one) => one.by === by).map(({ amount }) => parseYuan(amount)));
    const known = sumFen(paid.filter((one) => one.by === by).map(({ fen }) => fen));
    const more = sum - known;
    return more > 0n ? [{ by, person: victim, fen: more, netted: true, ...backTo(payable, by) }] : [];
  });
}

const backTo = (payable: Settlement['payable'], by: string): { readonly back?: Fen } => {
  const rows = payable.filter(({ to }) => to === by);
  return rows.length > 0 ? { back: sumFen(rows.map(({ amount }) => parseYuan(amount))) } : {};
};

/** His own, over all who were hurt. */
function driversOf(facts: ClaimFacts, fen: Fen): Row {
  const injured = (facts.registered?.parties ?? []).filter(({ role }) => role === 'injured');
  const payable = injured.flatMap(({ id }) => newest(facts, id)?.payable ?? []);
  return { by: 'driver', fen, netted: true, ...backTo(payable, 'driver') };
}
