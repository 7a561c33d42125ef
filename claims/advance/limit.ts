/** How much of a limit is left. Fen; undefined where the law or the policy was not told: then nobody guesses. */
import type { Fen } from '../money.ts';
import { medicalLimit } from '../recording/covers.ts';
import type { Given, Limit } from './types.ts';

/** Rescue fees come out of the medical limb of compulsory insurance. */
export function compulsoryLimit({ facts, law }: Given): Limit | undefined {
  const { accident, fault, vehicles = 1, used } = facts;
  if (accident === undefined) return undefined;
  // Before liability is determined the higher one is the most that can come of it.
  const limit = medicalLimit(law.at(accident), { vehicles, faultless: fault === 'none' }, 'claims/advance');
  return limit && { ...limit, left: less(limit.most, used?.compulsory) };
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
