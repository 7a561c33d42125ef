/** D. 道路交通事故社会救助基金: beyond the compulsory limit, no compulsory cover, or fled (条例 24; 令107号). */
import { isBeyond, unlessLacking } from '../limit.ts';
import type { Given, RouteRule, Verdict } from '../types.ts';

function judge(given: Given): Verdict {
  const { facts } = given;
  const { fled, uninsured, compulsory, purpose } = facts;
  if (purpose === 'treatment') return { status: 'notThisRoute', why: 'notRescue' };
  if (fled === true || uninsured === true || compulsory === false) return unlessLacking(facts, ['policeNotice']);
  const beyond = isBeyond(given);
  if (beyond === false) return { status: 'notThisRoute', why: 'withinCompulsory' };
  const papers = unlessLacking(facts, ['policeNotice']);
  if (beyond === true) return papers;
  const lacks = facts.asked === undefined ? ('asked' as const) : ('accident' as const);
  return { status: 'needs', facts: [lacks], papers: papers.status === 'needs' ? papers.papers : [] };
}

export const rescueFund: RouteRule = {
  route: 'rescueFund',
  judge,
  papers: ['policeNotice', 'fundForm', 'rescueFeeList', 'diagnosis', 'injuredId'],
  applies: ['hospital', 'injured'],
  clock: ['fund.clock.review', 'fund.clock.transfer'],
  period: 'fund.rescueFee.period',
  stops: ({ purpose }) => [...(purpose === undefined ? (['notRescue'] as const) : []), 'repaid', 'localRules'],
  // Whoever sat in the car is covered, too.
  law: ['fund.cases', 'fund.rescueFee.period', 'fund.applicant', 'fund.covers', 'compulsory.rescueFee.police'],
};
