/** In the order in which they are tried. A new one is a file beside this and a line here (docs/tasks/add-an-advance-route.md). */
import type { RouteRule } from '../types.ts';
import { commercial } from './commercial.ts';
import { compulsory } from './compulsory.ts';
import { compulsoryRecourse } from './compulsoryRecourse.ts';
import { courtOrder } from './courtOrder.ts';
import { medicalInsurance } from './medicalInsurance.ts';
import { rescueFund } from './rescueFund.ts';

export const ROUTES: readonly RouteRule[] = [
  compulsory,
  compulsoryRecourse,
  commercial,
  rescueFund,
  medicalInsurance,
  courtOrder,
];
