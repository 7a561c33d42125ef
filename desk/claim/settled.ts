/** What was decided for each injured person, in short: the newest version, and the way to the next. */

import { money } from '../../claims/figure.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { parseYuan, sumFen } from '../../claims/money.ts';
import { peopleOf } from '../../claims/progress/progress.ts';
import type { Lang } from '../../locales/render.ts';
import type { Desk } from '../web/visit.ts';
import { partyName } from './named.ts';

export function settledRows({ renderer }: Pick<Desk, 'renderer'>, lang: Lang, facts: ClaimFacts) {
  return peopleOf(facts).map((person) => {
    const newest = facts.settlements?.findLast(({ victim }) => victim === person);
    const total = (name: 'asked' | 'accepted'): string =>
      money(sumFen((newest?.lines ?? []).map((line) => parseYuan(line[name]))));
    return {
      person,
      name: partyName(facts, person),
      newest: newest
        ? {
            ...{ version: newest.version, asked: total('asked'), accepted: total('accepted') },
            at: renderer.show(lang, { kind: 'instant', answer: newest.at }),
          }
        : null,
    };
  });
}
