/** How much of a limit is left. Fen; undefined where the law or the policy was not told: then nobody guesses. */
import { type Fen, parseYuan } from '../money.ts';
import type { Given, Limit } from './types.ts';

const MEDICAL = 'compulsory.medical.limit';
const ASKER = 'claims/advance';

/** The medical limb of the day of the accident: rescue fees come out of it, for all who were hurt together (条例 23; 条款 8). */
export function compulsoryLimit({ facts, law }: Given): Limit | undefined {
  const { accident, fault, vehicles = 1, used } = facts;
  if (accident === undefined) return undefined;
  // Before liability is determined the higher one is the most that can come of it.
  const answer = law.at(accident).get(fault === 'none' ? `${MEDICAL}.noFault` : MEDICAL, ASKER);
  if (answer.status === 'missing') return undefined;
  const most = BigInt(vehicles) * parseYuan(answer.value);
  return { most, left: less(most, used?.compulsory), law: answer };
}

/** Of the policy. */
export function commercialLimit({ facts: { commercialLimit: most, used } }: Given): Limit | undefined {
  return most === undefined ? undefined : { most, left: less(most, used?.commercial) };
}

const less = (most: Fen, used: Fen = 0n): Fen => (used < most ? most - used : 0n);

export const isUsed = (limit: Limit | undefined): boolean => limit !== undefined && limit.left === 0n;

/** Whether more is asked for than compulsory insurance can pay; undefined: not known. */
export function isBeyond(given: Given): boolean | undefined {
  const limit = compulsoryLimit(given);
  const { asked } = given.facts;
  if (limit?.left === 0n) return true;
  return limit === undefined || asked === undefined ? undefined : asked > limit.left;
}
