/** Whether money for treatment was spoken of a while ago. */
import type { Scope } from '../scope.ts';

/** Half an hour long it is still what he came for. */
export const spokeOfMoney = ({ draft }: Pick<Scope, 'draft'>): boolean =>
  draft.state.moneyAt !== undefined && draft.at - draft.state.moneyAt < A_WHILE;
const A_WHILE = 30 * 60_000;
