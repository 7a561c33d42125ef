/** The six communications of a claim as the page shows them: had last, with whom, and due again by when. */
import { sixOf } from '../../claims/communications.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Lang } from '../../locales/render.ts';
import { WARNING } from '../clock.ts';
import { masked, momentText, when } from '../shown.ts';
import type { Desk } from '../web/visit.ts';
import { partyName } from './named.ts';

export function sixRows({ renderer, now }: Desk, lang: Lang, facts: ClaimFacts) {
  const shown = (at: string | number): string =>
    typeof at === 'number' ? when(at, now()) : momentText(renderer, lang, at);
  return sixOf(facts, now(), WARNING).map(({ kind, last, due, state }) => ({
    ...{ kind, state, due: due ? shown(due) : '' },
    last: last && {
      ...{ at: shown(last.at), who: last.who, note: last.note ? masked(last.note) : '' },
      with: last.person ? partyName(facts, last.person) : '',
    },
  }));
}
