/** What a coach for one occupation says (误工费). One occupation, one file. */
import type { Occupation } from '../types.ts';

/** What the rule falls back to; each is a rule of law/ with its source. */
export type Fallback = 'threeYearAverage' | 'industryAverage' | 'localCarer' | 'nothing';

export interface CoachRule {
  readonly occupation: Occupation;
  /** 误工费, or 护理费 where somebody lost income by looking after the injured. */
  readonly item: 'lostIncome' | 'nursing';
  /** Papers that prove income. */
  readonly income: readonly string[];
  /** Papers that help where one of them is not to be had. */
  readonly instead: readonly string[];
  /** Papers that prove the days. */
  readonly days: readonly string[];
  readonly daysInstead: readonly string[];
  /** In this order. */
  readonly fallback: readonly Fallback[];
  /** Where regions differ, as names of `lostIncome.differs.*`: said, never promised. */
  readonly differs: readonly string[];
  /** A rule of law/ whose value is told in words of its own, as it changed with time. */
  readonly tells?: string;
}
