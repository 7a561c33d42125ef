/** Which route applies to a case, and why the others do not. Pure. */
import type { Day, Law } from '../../law/types.ts';
import { ROUTES } from './routes/index.ts';
import type { AdvanceFacts, Finding, RouteRule } from './types.ts';

const ASKER = 'claims/advance';

/** Every route, in order. */
export const findings = (facts: AdvanceFacts, law: Law, at: Day): readonly Finding[] =>
  ROUTES.map((rule) => found(rule, { facts, law, at }));

/** Whether it can be gone, perhaps once something is here. */
export const isWay = ({ verdict }: Finding): boolean => verdict.status !== 'notThisRoute';

function found(rule: RouteRule, given: { facts: AdvanceFacts; law: Law; at: Day }): Finding {
  const { route, papers, applies } = rule;
  const view = given.law.at(given.at);
  const limit = rule.limit?.(given);
  return {
    ...{ route, verdict: rule.judge(given), papers, applies, stops: rule.stops(given.facts) },
    ...(limit && { limit }),
    clock: rule.clock.map((id) => view.get(id, ASKER)),
    ...(rule.period !== undefined && { period: view.get(rule.period, ASKER) }),
    rests: rule.law.map((id) => view.get(id, ASKER)),
  };
}
