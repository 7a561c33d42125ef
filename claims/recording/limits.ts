/** What an advance may not be more than: the limits under which it is paid. Fen. */
import type { Law } from '../../law/types.ts';
import type { ClaimFacts } from '../fold.ts';
import { type Fen, parseYuan, yuanText } from '../money.ts';
import type { Fault } from './advances.ts';
import { commercialLimitOf, coverOf, medicalLimit } from './covers.ts';
import type { AdvanceData, AdvanceRoute } from './types.ts';

/** All that was approved under one cover counts, of everybody who was hurt; where a limit is not known nothing is refused. */
export function faultOfLimit(facts: ClaimFacts, data: AdvanceData, law: Law): Fault | undefined {
  if (data.change !== 'approved' || data.amount === undefined) return undefined;
  const most = mostOf(facts, data.route, law);
  if (most === undefined) return undefined;
  const others = (facts.advances ?? []).filter(
    (one) => one.advance !== data.advance && coverOf(one.route) === coverOf(data.route) && one.state !== 'refused',
  );
  const sum = others.reduce((so, { approved = 0 }) => so + BigInt(approved), parseYuan(data.amount));
  return sum > most ? { pointer: '/amount', why: 'moreThanLimit', detail: yuanText(most) } : undefined;
}

function mostOf(facts: ClaimFacts, route: AdvanceRoute, law: Law): Fen | undefined {
  const policies = facts.registered?.policies ?? [];
  if (route === 'commercial') return commercialLimitOf(policies);
  const on = facts.registered?.accident?.on;
  if (coverOf(route) !== 'compulsory' || on === undefined) return undefined;
  const vehicles = Math.max(1, policies.filter(({ kind }) => kind === 'compulsory').length);
  return medicalLimit(law.at(on), { vehicles, faultless: withoutFault(facts) }, 'claims/recording')?.most;
}

/** Nobody whom the insurer stands in for has a share of it. Before that is determined the higher limit holds. */
function withoutFault({ registered, liability }: ClaimFacts): boolean {
  const ours = registered?.parties.filter(({ role }) => role === 'insured' || role === 'driver').map(({ id }) => id);
  const shares = (liability?.shares ?? []).filter(({ party }) => ours?.includes(party));
  return shares.length > 0 && shares.every(({ share }) => share === 'none');
}
