/** The reasons for paying less, in the order in which they are usually met. One line a reason. */
import type { Reason } from '../reason.ts';
import type { Bearer, Cut } from '../settlement.ts';
import { advance } from './advance.ts';
import { compulsoryFirst } from './compulsoryFirst.ts';
import { deductible } from './deductible.ts';
import { excessTreatment } from './excessTreatment.ts';
import { exclusion } from './exclusion.ts';
import { falsified } from './falsified.ts';
import { faultRatio } from './faultRatio.ts';
import { fees } from './fees.ts';
import { followUp } from './followUp.ts';
import { gratuitousRide } from './gratuitousRide.ts';
import { lateReport } from './lateReport.ts';
import { limbLimit } from './limbLimit.ts';
import { lostIncome } from './lostIncome.ts';
import { mentalDistress } from './mentalDistress.ts';
import { nonMedicare } from './nonMedicare.ts';
import { nursing } from './nursing.ts';
import { nutrition } from './nutrition.ts';
import { paidByFund } from './paidByFund.ts';
import { policyLimit } from './policyLimit.ts';
import { priorCondition } from './priorCondition.ts';
import { privatePromise } from './privatePromise.ts';
import { reappraisal } from './reappraisal.ts';
import { transport } from './transport.ts';
import { unrelatedTreatment } from './unrelatedTreatment.ts';

export const REASONS: readonly Reason[] = [
  nonMedicare,
  unrelatedTreatment,
  priorCondition,
  faultRatio,
  compulsoryFirst,
  limbLimit,
  policyLimit,
  deductible,
  lostIncome,
  nursing,
  nutrition,
  reappraisal,
  fees,
  mentalDistress,
  paidByFund,
  advance,
  excessTreatment,
  transport,
  followUp,
  privatePromise,
  lateReport,
  exclusion,
  gratuitousRide,
  falsified,
];

const byCode = new Map(REASONS.map((reason) => [reason.code, reason]));

/** Codes are checked at the door; an unknown one is a mistake of ours. */
export function reasonOf(code: string): Reason {
  const reason = byCode.get(code);
  if (!reason) throw new RangeError(`There is no reason “${code}”: add a file to claims/deductions/reasons.`);
  return reason;
}

/** Who bears a cut: as the settlement says, else by its reason and what the amount was computed from. */
export function bearerOf({ code, basis = {}, bearer }: Pick<Cut, 'code' | 'basis' | 'bearer'>): Bearer {
  const reason = reasonOf(code);
  return bearer ?? reason.bearerOf?.(basis) ?? reason.bearer;
}
