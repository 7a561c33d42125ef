/** Money before the settlement on the claim's page: how each request stands, and what can be decided of it. */

import { ROUTES } from '../../claims/advance/routes/index.ts';
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import { money } from '../../claims/figure.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { type Advance, nextOf } from '../../claims/recording/advances.ts';
import type { Lang } from '../../locales/render.ts';
import { masked, momentText } from '../shown.ts';
import type { Desk } from '../web/visit.ts';
import { partyName } from './named.ts';

export function advanceRows({ renderer }: Pick<Desk, 'renderer'>, lang: Lang, facts: ClaimFacts) {
  const paper = (id: string): string => renderer.sentence(lang, `documents.paper.${id}.name`);
  const whole = (fen: number | undefined): string => (fen === undefined ? '' : money(BigInt(fen)));
  return (facts.advances ?? []).map((one: Advance) => ({
    ...{ id: one.advance, person: one.person, route: one.route, state: one.state, next: nextOf(one.state) },
    name: partyName(facts, one.person),
    at: momentText(renderer, lang, one.at),
    ...{ approved: whole(one.approved), paid: whole(one.paid), hospital: masked(one.hospital ?? '') },
    ...{ why: masked(one.why ?? ''), documents: (one.documents ?? []).map(paper) },
  }));
}

export const advanceRoutes = ROUTES.map(({ route }) => route);

/** Those that a request may lack, first; then all others. */
export const advancePapers = ({ renderer }: Pick<Desk, 'renderer'>, lang: Lang) =>
  DOCUMENTS.toSorted((a, b) => Number(b.group === 'advance') - Number(a.group === 'advance')).map(({ id }) => ({
    ...{ id, name: renderer.sentence(lang, `documents.paper.${id}.name`) },
  }));
