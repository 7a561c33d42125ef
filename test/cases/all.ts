/** Every worked case, by what it is about; a new file is one line here. */
import { ADVANCE_CASES } from './advances.cases.ts';
import type { Worked } from './case.ts';
import { DEPENDANT_CASES } from './dependants.cases.ts';
import { EXCESS_CASES } from './excess.cases.ts';
import { FEN_CASES } from './fen.cases.ts';
import { ITEM_CASES } from './items.cases.ts';
import { ODD_FEN_CASES } from './odd-fen.cases.ts';
import { OUTCOME_CASES } from './outcomes.cases.ts';
import { PUBLISHED_CASES } from './published.cases.ts';
import { REGIME_CASES } from './regimes.cases.ts';
import { ROUTE_CASES } from './routes.cases.ts';
import { STRETCH_CASES } from './stretches.cases.ts';
import { SUPPORT_CASES } from './support.cases.ts';
import { VEHICLE_CASES } from './vehicles.cases.ts';

export const GROUPS: Readonly<Record<string, readonly Worked[]>> = {
  items: ITEM_CASES,
  stretches: STRETCH_CASES,
  dependants: DEPENDANT_CASES,
  'years of support and their cap': SUPPORT_CASES,
  'which law': REGIME_CASES,
  'who pays': ROUTE_CASES,
  'advances and what others paid': ADVANCE_CASES,
  vehicles: VEHICLE_CASES,
  'beyond the limits': EXCESS_CASES,
  'the last fen of a limit': FEN_CASES,
  'the last fen beyond the limits': ODD_FEN_CASES,
  'no amount': OUTCOME_CASES,
  published: PUBLISHED_CASES,
};
export const ALL_CASES: readonly Worked[] = Object.values(GROUPS).flat();
