/** Who pays: compulsory cover by limb, then third-party policies, then the tortfeasor, and what the victim bears. */
import { type Ask, codeOf, lacking, sourcesFor } from '../compensation/ask.ts';
import { type Case, LIMBS, listOf, type NonMedicare } from '../compensation/case.ts';
import type { Row } from '../compensation/outcome.ts';
import { difference, type Figure, line, yuan } from '../figure.ts';
import { compare, type Fen, isZero, plus, ratio, sumFen, total } from '../money.ts';
import { type Borne, type Rows, settleRest, tortfeasorBears } from './bears.ts';
import { commercialPaid, type Paid } from './commercial.ts';
import { compulsoryShares, type Share } from './compulsory.ts';
import { type Excess, excessOf } from './excess.ts';
import { type Owed, owedBy } from './liability.ts';
import { type Loss, lossesOf } from './losses.ts';
import { type Party, partiesOf } from './parties.ts';
import { type Debt, type Payment, paymentsOf } from './payable.ts';

export interface Apportioned {
  /** Paid by insurers; the part of a vehicle without cover stands with its tortfeasor. */
  readonly compulsory: readonly Share[];
  readonly commercial: readonly Paid[];
  readonly tortfeasor: readonly Borne[];
  readonly victimBears: readonly Left[];
  readonly total: Fen;
  readonly payable: readonly Payment[];
}

interface Left {
  readonly victim: string;
  readonly amount: Fen;
  readonly figure: Figure;
}

/** May end early as missing (a limit, a rule of cover): see ask.ts. */
export function apportioned(of: Case, rows: readonly Row[], ask: Ask): Apportioned {
  const parties = partiesWith(of, rows, ask);
  const losses = lossesOf(of, rows);
  const shares = LIMBS.flatMap((limb) => compulsoryShares(limb, losses, parties));
  const excesses = losses.map((loss) => excessOf(loss, shares));
  const sides = parties.map((party) => {
    const owed = excesses.flatMap((excess) => owedBy(party, excess, parties) ?? []);
    const paid = commercialPaid(party, owed);
    const own = shares.filter(({ vehicle }) => vehicle === party.id);
    return { owed, paid, borne: borneBy(party, losses, owed, paid, own) };
  });
  const [paid, borne] = [sides.flatMap((side) => side.paid), sides.flatMap((side) => side.borne)];
  const debts = sides.flatMap(({ owed }) => owed);
  const insured = shares.filter((share) => share.insured);
  const lines = settleRest(losses, insured, { paid, borne }, (loss) => nothingIsHis(loss, shares, debts));
  tellWhatCounts(of, excesses, ask);
  return {
    compulsory: insured,
    commercial: lines.paid,
    tortfeasor: lines.borne,
    victimBears: losses.map((loss) => leftWith(loss, insured, lines)),
    total: sumFen(losses.map((loss) => loss.total)),
    payable: paymentsOf(of, debtsOf(parties, losses, [...insured, ...lines.paid], lines.borne)),
  };
}

/** Limits and limbs that nobody entered (before there was compulsory cover) end it as missing, all named at once. */
function partiesWith(of: Case, rows: readonly Row[], ask: Ask): readonly Party[] {
  const insured = rows.filter((row) => row.bearer === 'compulsory');
  const astray = insured.flatMap((row) => (row.limb === undefined ? [`limb.${row.item}`] : []));
  const { parties, lacks } = partiesOf(of, new Set(insured.map((row) => row.limb)), ask);
  const [first, ...also] = new Set([...lacks, ...astray]);
  return first === undefined ? parties : lacking(first, ask.then, also);
}

/** What stays with a victim is his loss less what each layer pays. */
function leftWith({ victim, total }: Loss, insured: readonly Share[], { paid, borne }: Rows): Left {
  const his = (name: string, rows: readonly Line[]) =>
    yuan(name, sumFen(rows.flatMap((row) => (row.victim === victim ? row.amount : []))));
  const layers = [his('byCompulsory', insured), his('byCommercial', paid), his('byTortfeasor', borne)];
  const figure = difference(yuan('wholeLoss', total), ...layers.filter((layer) => !isZero(layer.value)));
  return { victim, amount: line(figure).amount, figure };
}

const borneBy = (
  party: Party,
  losses: readonly Loss[],
  owed: readonly Owed[],
  paid: readonly Paid[],
  shares: readonly Share[],
) =>
  losses.flatMap(({ victim }) => {
    const mine = owed.find((one) => one.excess.loss.victim === victim);
    return tortfeasorBears(party, victim, mine, paid, shares) ?? [];
  });

function tellWhatCounts(of: Case, excesses: readonly Excess[], ask: Ask): void {
  const distress = excesses.some(({ loss }) => loss.mentalDistress > 0n);
  if (distress && codeOf(ask.then, 'limb.mentalDistress.first', ask.asker) === 'yes')
    ask.note('estimate.assumption.mentalFirst');
  if (listOf<NonMedicare>(of.nonMedicare).some((one) => one.proved !== true))
    ask.note('estimate.assumption.nonMedicareUnproved');
  sourcesFor(ask.then, RULES, ask.asker);
}
/** Applied as they stand, so that the sources of the result name them. */
const RULES = ['apportion.victims', 'apportion.vehicles', 'apportion.uninsured', 'apportion.commercial'];

/** Every yuan of the loss is somebody else's debt: then rounding may leave the victim nothing. */
function nothingIsHis({ victim, total: loss }: Loss, shares: readonly Share[], owed: readonly Owed[]): boolean {
  const paid = sumFen(shares.filter((share) => share.victim === victim).map((share) => share.amount));
  const debts = owed.filter((one) => one.excess.loss.victim === victim).flatMap((one) => one.all);
  return compare(plus(ratio(paid), total(debts.map((figure) => figure.value))), ratio(loss)) === 0;
}

type Line = { readonly vehicle: string; readonly victim: string; readonly amount: Fen };
function debtsOf(
  parties: readonly Party[],
  losses: readonly Loss[],
  insured: readonly Line[],
  own: readonly Line[],
): readonly Debt[] {
  const add = (rows: readonly Line[], victim: string): Fen =>
    sumFen(rows.flatMap((row) => (row.victim === victim ? row.amount : [])));
  return parties.flatMap(({ id }) => {
    const [ofInsurer, ofDriver] = [
      insured.filter((row) => row.vehicle === id),
      own.filter((row) => row.vehicle === id),
    ];
    return losses.map(({ victim }) => ({
      vehicle: id,
      victim,
      insurer: add(ofInsurer, victim),
      driver: add(ofDriver, victim),
    }));
  });
}
