/** B. 交强险垫付，可追偿: drunk, unlicensed, stolen, on purpose. The hospital is paid all the same; the driver pays it back (条例 22). */
import { compulsoryLimit } from '../limit.ts';
import type { RouteRule } from '../types.ts';
import { notThisRoute } from '../verdict.ts';
import { ofRescueFee, RESCUE_PAPERS, rescueStops } from './compulsory.ts';

export const compulsoryRecourse: RouteRule = {
  route: 'compulsoryRecourse',
  judge: (given) => (given.facts.recourse === true ? ofRescueFee(given) : notThisRoute('ordinary')),
  limit: compulsoryLimit,
  papers: RESCUE_PAPERS,
  applies: ['police', 'hospital', 'injured'],
  clock: ['compulsory.rescueFee.payTime', 'practice.advance.payDays'],
  stops: () => ['repaid', ...rescueStops],
  law: [
    'compulsory.recourse.rescueFee',
    'compulsory.drunkOrUnlicensed.injury',
    'compulsory.rescueFee.trigger',
    'compulsory.rescueFee.payee',
    'compulsory.rescueFee.standard',
  ],
};
