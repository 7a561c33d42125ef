/** “强制险为什么只付这些”: its limit is one for the whole accident, and shared by everybody who was hurt. */

import { restsSayings } from '../../claims/deductions/sayings.ts';
import { money } from '../../claims/figure.ts';
import { parseYuan } from '../../claims/money.ts';
import { peopleOf } from '../../claims/progress/progress.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import type { Own } from './whole.ts';

/** Of the limb for treatment. Where the limit is not on file, or the day is not, a person is asked. */
export function limitSays({ deps }: Pick<Scope, 'deps'>, { settlement, facts }: Own): readonly Say[] {
  const { accidentDate, layers } = settlement;
  const view = accidentDate === undefined ? undefined : deps.clocks.law.at(accidentDate);
  const limit = view?.get('compulsory.medical.limit', 'bots/deductions');
  const quick = ['firstCut', 'human'];
  if (limit?.status !== 'value') return [{ key: 'explanation.limitUnknown', quick: ['human'] }];
  const values = { most: money(parseYuan(limit.value)), got: money(parseYuan(layers.compulsory.medical ?? '0.00')) };
  const shared = view?.get('apportion.victims', 'bots/deductions');
  const rests = shown('sayings', restsSayings([limit, ...(shared?.status === 'value' ? [shared] : [])]));
  const several = peopleOf(facts).length > 1;
  return [{ key: several ? 'explanation.limitShared' : 'explanation.limitAlone', values: { ...values, rests }, quick }];
}
