/** What is left of a victim's loss beyond the compulsory limits, sorted by who may take it. Mental distress was first. */
import type { Limb } from '../compensation/case.ts';
import { difference, type Figure, type Leaf, leaf, product, sum, yuan } from '../figure.ts';
import { type Fen, isZero, least, lesser, type Ratio, ratio, sumFen, total } from '../money.ts';
import type { Share } from './compulsory.ts';
import type { Loss } from './losses.ts';

export interface Excess {
  readonly loss: Loss;
  /** By the share of fault. `insurable` is without what is beyond medical insurance, `gross` with it. */
  readonly insurable: readonly Figure[];
  readonly gross: readonly Figure[];
  /** What only some policies take; the first never above the medical costs among `gross`. Empty: nothing of the kind. */
  readonly nonMedicare: readonly Figure[];
  readonly mentalDistress: readonly Figure[];
  readonly tortfeasor: readonly Figure[];
  /** Whole, whatever the share of fault. */
  readonly insurableWhole: readonly Figure[];
  readonly tortfeasorWhole: readonly Figure[];
}

export function excessOf(loss: Loss, shares: readonly Share[]): Excess {
  const within = (limb: Limb): readonly Share[] =>
    shares.filter((s) => s.victim === loss.victim && s.limb === limb && s.amount > 0n);
  const paid = (limb: Limb): Fen => sumFen(within(limb).map((s) => s.amount));
  const mentalPaid = lesser(loss.mentalDistress, paid('deathDisability'));
  const mental = loss.mentalDistress - mentalPaid;
  const unpaid = (limb: Limb): Beyond => {
    const dd = limb === 'deathDisability';
    const [owed, given] = dd
      ? [loss.limbs[limb] - loss.mentalDistress, paid(limb) - mentalPaid]
      : [loss.limbs[limb], paid(limb)];
    const before = yuan(`${payerOf(within(limb))}${dd && mentalPaid > 0n ? 'Rest' : ''}`, given);
    return beyondLimb(limb, owed, before, loss.wholeInLimb[limb]);
  };
  const medical = unpaid('medical');
  const beyond = [medical, unpaid('deathDisability'), unpaid('property')];
  const nonMedicare = leaf('yuan', 'nonMedicare', least(ratio(loss.nonMedicare), sumOf(medical.byRatio)));
  const gross = [...beyond.flatMap((b) => b.byRatio), ...some('commercial', loss.commercial)];
  return {
    loss,
    gross,
    insurable: less(gross, nonMedicare),
    nonMedicare: isZero(nonMedicare.value) ? [] : [nonMedicare],
    mentalDistress: some('mentalDistress', mental),
    tortfeasor: some('tortfeasorOnly', loss.tortfeasor),
    insurableWhole: [...beyond.flatMap((b) => b.whole), ...some('commercial', loss.commercialWhole)],
    tortfeasorWhole: some('tortfeasorOnly', loss.tortfeasorWhole),
  };
}

/** Who pays inside the limits: an insurer, who should have been insured, or both (of several vehicles). */
function payerOf(shares: readonly Share[]): string {
  if (shares.every((share) => share.insured)) return 'paidByCompulsory';
  return shares.some((share) => share.insured) ? 'paidByBoth' : 'paidInLimits';
}

type Beyond = Readonly<Record<'byRatio' | 'whole', readonly Figure[]>>;
/** The unpaid part of a limb; what is borne whole has its proportion of it. */
function beyondLimb(limb: Limb, owed: Fen, paid: Leaf, whole: Fen): Beyond {
  const loss = yuan(NAMES[limb], owed);
  const figure = isZero(paid.value) ? loss : difference(loss, paid);
  const part = (fen: Fen): readonly Figure[] => {
    if (fen === 0n || isZero(figure.value)) return [];
    return fen === owed ? [figure] : [product(figure, leaf('share', 'partOfLimb', ratio(fen, owed)))];
  };
  return { byRatio: part(owed - whole), whole: part(whole) };
}

const NAMES: Readonly<Record<Limb, string>> = {
  medical: 'lossMedical',
  deathDisability: 'lossDeathDisability',
  property: 'lossProperty',
};

function less(figures: readonly Figure[], cut: Leaf): readonly Figure[] {
  const [first, ...rest] = figures;
  if (!first || isZero(cut.value)) return figures;
  const figure = difference(sum(first, ...rest), cut);
  return isZero(figure.value) ? [] : [figure];
}
const some = (name: string, fen: Fen): readonly Figure[] => (fen === 0n ? [] : [yuan(name, fen)]);
const sumOf = (figures: readonly Figure[]): Ratio => total(figures.map((figure) => figure.value));
