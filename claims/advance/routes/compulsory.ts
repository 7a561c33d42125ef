/** A. 交强险支付抢救费: on the police's written notice the compulsory insurer pays the hospital (条例 31; 程序规定 42). */
import { compulsoryLimit, isUsed } from '../limit.ts';
import type { Given, RouteRule, Stop, Verdict } from '../types.ts';
import { notThisRoute, onceKnown, unlessLacking } from '../verdict.ts';

export const RESCUE_PAPERS = ['policeNotice', 'rescueFeeList', 'diagnosis', 'hospitalAccount', 'advanceForm'] as const;
/** Without these nobody may pay: the notice, and what the hospital has spent. */
const STARTS = ['policeNotice', 'rescueFeeList'] as const;

/** The same of both ways in which compulsory insurance comes first. */
export function ofRescueFee(given: Given): Verdict {
  const { facts } = given;
  const { compulsory, purpose, fled, uninsured } = facts;
  if (compulsory === false || (uninsured === true && compulsory === undefined)) return notThisRoute('noCompulsory');
  // 民法典 1216: that it fled is no reason not to pay, where the car is known.
  if (fled === true && compulsory === undefined) return notThisRoute('fled');
  // 条例 41(3): what must be spent at once to save life and function; later treatment is not.
  if (purpose === 'treatment') return notThisRoute('notRescue');
  if (isUsed(compulsoryLimit(given))) return notThisRoute('limitUsed');
  const papers = unlessLacking(facts, STARTS);
  return compulsory === undefined ? onceKnown('compulsory', papers) : papers;
}

export const rescueStops: readonly Stop[] = ['excludedDrugs', 'insideVehicle', 'limitShared', 'localRules'];

export const compulsory: RouteRule = {
  route: 'compulsory',
  judge: (given) => (given.facts.recourse === true ? notThisRoute('recourse') : ofRescueFee(given)),
  limit: compulsoryLimit,
  papers: RESCUE_PAPERS,
  applies: ['police', 'hospital', 'injured'],
  clock: ['compulsory.rescueFee.payTime', 'practice.advance.payDays'],
  stops: ({ fault, purpose }) => [
    ...(fault === undefined ? (['liabilityOpen'] as const) : []),
    ...(purpose === undefined ? (['notRescue'] as const) : []),
    ...rescueStops,
  ],
  law: [
    'compulsory.rescueFee.trigger',
    'compulsory.rescueFee.police',
    'compulsory.rescueFee.payee',
    'compulsory.rescueFee.meaning',
    'compulsory.rescueFee.standard',
    'compulsory.victim',
  ],
};
