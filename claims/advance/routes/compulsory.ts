/** A. 交强险支付抢救费: on the police's written notice the compulsory insurer pays the hospital (条例 31; 程序规定 42). */
import { compulsoryLimit, isUsed, unlessLacking } from '../limit.ts';
import type { Given, RouteRule, Stop, Verdict } from '../types.ts';

export const RESCUE_PAPERS = ['policeNotice', 'rescueFeeList', 'diagnosis', 'hospitalAccount', 'advanceForm'] as const;
/** Without these nobody may pay: the notice, and what the hospital has spent. */
const STARTS = ['policeNotice', 'rescueFeeList'] as const;

/** The same of both ways in which compulsory insurance comes first. */
export function ofRescueFee(given: Given): Verdict {
  const { facts } = given;
  const { compulsory, purpose, fled, uninsured } = facts;
  if (compulsory === false || (uninsured === true && compulsory === undefined)) return no('noCompulsory');
  // 民法典 1216: a car that fled and is known pays as any other.
  if (fled === true && compulsory === undefined) return no('fled');
  // 条例 41(3): what must be spent at once to save life and function; later treatment is not.
  if (purpose === 'treatment') return no('notRescue');
  if (isUsed(compulsoryLimit(given))) return no('limitUsed');
  const verdict = unlessLacking(facts, STARTS);
  const unknown = compulsory === undefined ? (['compulsory'] as const) : [];
  if (verdict.status === 'needs' && unknown.length > 0) return { ...verdict, facts: unknown };
  return unknown.length > 0 ? { status: 'needs', facts: unknown, papers: [] } : verdict;
}
const no = (why: Extract<Verdict, { status: 'notThisRoute' }>['why']): Verdict => ({ status: 'notThisRoute', why });

export const rescueStops: readonly Stop[] = ['excludedDrugs', 'insideVehicle', 'limitShared', 'localRules'];

export const compulsory: RouteRule = {
  route: 'compulsory',
  judge: (given) => (given.facts.recourse === true ? no('recourse') : ofRescueFee(given)),
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
