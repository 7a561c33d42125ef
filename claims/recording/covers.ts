/** Under which cover an advance is paid, and the limit of that cover. Fen; undefined where it is not known: then nobody guesses. */
import type { LawAnswer, LawView } from '../../law/types.ts';
import { type Fen, parseYuan, sumFen } from '../money.ts';
import type { AdvanceRoute, PolicyKnown } from './types.ts';

/** With recourse or without: it comes out of the same limit (机动车交通事故责任强制保险条例 22, 31). */
export const coverOf = (route: AdvanceRoute): AdvanceRoute => (route === 'compulsoryRecourse' ? 'compulsory' : route);

const MEDICAL = 'compulsory.medical.limit';

/** Of the medical limb on the day of the accident, for all who were hurt together, one for each vehicle (条例 23; 条款 8). */
export function medicalLimit(
  onDay: LawView,
  { vehicles, faultless }: { readonly vehicles: number; readonly faultless: boolean },
  asker: string,
): { readonly most: Fen; readonly law: LawAnswer } | undefined {
  const law = onDay.get(faultless ? `${MEDICAL}.noFault` : MEDICAL, asker);
  return law.status === 'missing' ? undefined : { most: BigInt(vehicles) * parseYuan(law.value), law };
}

/** All of them together; one whose limit was not told leaves it open. */
export function commercialLimitOf(policies: readonly PolicyKnown[]): Fen | undefined {
  const limits = policies.filter(({ kind }) => kind === 'commercial').map(({ limit }) => limit);
  const told = limits.flatMap((limit) => limit ?? []);
  return told.length === 0 || told.length < limits.length ? undefined : sumFen(told.map(parseYuan));
}
