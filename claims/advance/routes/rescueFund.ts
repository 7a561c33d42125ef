/** D. 道路交通事故社会救助基金: beyond the compulsory limit, no compulsory cover, or fled (条例 24; 令107号). */
import { isBeyond } from '../limit.ts';
import type { Given, RouteRule, Verdict } from '../types.ts';
import { notThisRoute, onceKnown, unlessLacking } from '../verdict.ts';

function judge(given: Given): Verdict {
  const { facts } = given;
  const { fled, uninsured, compulsory, purpose } = facts;
  if (purpose === 'treatment') return notThisRoute('notRescue');
  const papers = unlessLacking(facts, ['policeNotice']);
  if (fled === true || uninsured === true || compulsory === false) return papers;
  const beyond = isBeyond(given);
  if (beyond === false) return notThisRoute('withinCompulsory');
  if (beyond === true) return papers;
  return onceKnown(facts.asked === undefined ? 'asked' : 'accident', papers);
}

export const rescueFund: RouteRule = {
  route: 'rescueFund',
  judge,
  papers: ['policeNotice', 'fundForm', 'rescueFeeList', 'diagnosis', 'injuredId'],
  applies: ['hospital', 'injured'],
  clock: ['fund.clock.review', 'fund.clock.transfer'],
  period: 'fund.rescueFee.period',
  stops: ({ purpose }) => [
    ...(purpose === undefined ? (['notRescue'] as const) : []),
    'paidAlready',
    'repaid',
    'localRules',
  ],
  // Whoever sat in the car is covered, too.
  law: ['fund.cases', 'fund.rescueFee.period', 'fund.applicant', 'fund.covers', 'compulsory.rescueFee.police'],
};
