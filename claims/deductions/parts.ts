/** The numbers of a reason's arithmetic in words: what each of them is. */
import { type Figure, type Leaf, leavesOf, printed } from '../figure.ts';
import { compare, type Ratio } from '../money.ts';
import type { Saying } from './sayings.ts';

/** “100%” needs no word. */
const isNamed = ({ name }: Leaf): boolean => name !== 'whole';

export const partSayings = (figure: Figure): readonly Saying[] => leavesOf(figure).filter(isNamed).map(partSaying);

/** The part that is so much; the value as it is written (fen, shares, days). */
export const partWorth = (figure: Figure, values: readonly Ratio[]): Saying | undefined => {
  const found = leavesOf(figure).find((one) => isNamed(one) && values.some((value) => compare(one.value, value) === 0));
  return found && partSaying(found);
};

const partSaying = (one: Leaf): Saying => ({ key: `deductions.part.${keyOf(one)}`, values: { value: printed(one) } });

/** A limit of compulsory insurance is named by its parameter of law; a share may be of fault or of the loss. */
function keyOf({ name, counts }: Leaf): string {
  if (name.startsWith('compulsory.')) return 'compulsoryLimit';
  return name === 'share' && counts === 'yuan' ? 'shareOfLoss' : name;
}
