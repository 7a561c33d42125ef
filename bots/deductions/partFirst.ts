/** “没争议的先付给我”, “收了钱算不算同意”: what is fixed can be asked for first (保险法 25), and how to take it without agreeing to the rest; and how an answer comes, spoken or on paper. */
import { money } from '../../claims/figure.ts';
import { parseYuan, sumFen } from '../../claims/money.ts';
import type { Say } from '../../dialogs/say.ts';
import { lawFigure, lawSource } from '../lawFigure.ts';
import type { Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import { isHers } from './filed.ts';
import type { Own } from './whole.ts';

const ADVANCE = 'clock.commercial.advance';

export function partFirstSays(scope: Scope, { settlement, person, facts }: Own): readonly Say[] {
  const hers = settlement.payable.filter(({ to }) => to === person).map(({ amount }) => parseYuan(amount));
  const values = {
    left: hers.length === 0 ? '' : money(sumFen(hers)),
    days: lawFigure(scope, ADVANCE),
    source: lawSource(scope, ADVANCE),
  };
  const filed = (facts.objections ?? []).length > 0;
  return [{ key: 'explanation.partFirst', values, quick: [filed ? 'progress' : 'object', 'human'] }];
}

/** “是打电话给我还是咋样”: where the answer to an objection is read, and who gives it. */
export function howAnsweredSays({ draft }: Scope, { facts }: Own): readonly Say[] {
  const filed = (facts.objections ?? []).some((one) => isHers(draft.conversation, one));
  const promise = facts.promises.findLast(({ what, kept }) => what === 'objection' && !kept);
  const values = { who: promise ? shown('caller', promise.who) : '' };
  return [{ key: filed ? 'objection.howAnswered' : 'explanation.howAnswered', values, quick: ['human'] }];
}

/** What she wants on paper stands in the claim, for whoever answers. */
export function inWritingSays({ facts }: Own): readonly Say[] {
  const filed = (facts.objections ?? []).length > 0;
  return [
    { key: filed ? 'objection.inWriting' : 'explanation.inWriting', quick: filed ? ['human'] : ['object', 'human'] },
  ];
}
