/** What an advance may not be more than: the limits under which it is paid. Fen. */
import type { Law } from '../../law/types.ts';
import type { ClaimFacts } from '../fold.ts';
import { yuanText } from '../money.ts';
import { type Fault, fenOf } from './advances.ts';
import type { AdvanceData, AdvanceRoute, PolicyKnown } from './types.ts';

/** All that was approved under one cover counts, of everybody who was hurt; where a limit is not known nothing is refused. */
export function faultOfLimit(facts: ClaimFacts, data: AdvanceData, law: Law): Fault | undefined {
  if (data.change !== 'approved' || data.amount === undefined) return undefined;
  const most = mostOf(facts, data.route, law);
  if (most === undefined) return undefined;
  const others = (facts.advances ?? []).filter(
    (one) => one.advance !== data.advance && coverOf(one.route) === coverOf(data.route) && one.state !== 'refused',
  );
  const sum = others.reduce((so, { approved = 0 }) => so + approved, fenOf(data.amount));
  return sum > most ? { pointer: '/amount', why: 'moreThanLimit', detail: yuanText(BigInt(most)) } : undefined;
}

/** With recourse or without: it comes out of the same limit (机动车交通事故责任强制保险条例 22, 31). */
const coverOf = (route: AdvanceRoute): AdvanceRoute => (route === 'compulsoryRecourse' ? 'compulsory' : route);

function mostOf(facts: ClaimFacts, route: AdvanceRoute, law: Law): number | undefined {
  const policies = facts.registered?.policies ?? [];
  if (route === 'commercial') return commercialOf(policies.filter(({ kind }) => kind === 'commercial'));
  const on = facts.registered?.accident?.on;
  if (coverOf(route) !== 'compulsory' || on === undefined) return undefined;
  const limit = law.at(on).get(withoutFault(facts) ? `${MEDICAL}.noFault` : MEDICAL, 'claims/recording');
  const vehicles = Math.max(1, policies.filter(({ kind }) => kind === 'compulsory').length);
  return limit.status === 'missing' ? undefined : vehicles * fenOf(limit.value);
}
const MEDICAL = 'compulsory.medical.limit';

function commercialOf(policies: readonly PolicyKnown[]): number | undefined {
  const limits = policies.flatMap(({ limit }) => limit ?? []);
  if (limits.length === 0 || limits.length < policies.length) return undefined;
  return limits.reduce((sum, limit) => sum + fenOf(limit), 0);
}

/** Nobody whom the insurer stands in for has a share of it. Before that is determined the higher limit holds. */
function withoutFault({ registered, liability }: ClaimFacts): boolean {
  const ours = registered?.parties.filter(({ role }) => role === 'insured' || role === 'driver').map(({ id }) => id);
  const shares = (liability?.shares ?? []).filter(({ party }) => ours?.includes(party));
  return shares.length > 0 && shares.every(({ share }) => share === 'none');
}
