/** The stages in their usual order. One line a stage. */
import type { StageId, StageRule } from '../types.ts';
import { determination, firstVisit, report, survey } from './accident.ts';
import { approval, assessment, closed, negotiation, papers, payment } from './settlement.ts';
import { advance, appraisal, treatment, treatmentEnded } from './treatment.ts';

export const STAGES: readonly StageRule[] = [
  report,
  survey,
  firstVisit,
  treatment,
  advance,
  determination,
  treatmentEnded,
  appraisal,
  negotiation,
  papers,
  assessment,
  approval,
  payment,
  closed,
];

const byId = new Map<string, StageRule>(STAGES.map((rule) => [rule.id, rule]));

/** Undefined for a name that came from outside and is none. */
export const findStage = (id: string): StageRule | undefined => byId.get(id);

export function ruleOf(id: StageId): StageRule {
  const rule = byId.get(id);
  if (!rule) throw new RangeError(`There is no stage “${id}”: add it to claims/stages/rules.`);
  return rule;
}
