/** The questions about papers are answered: the list is told once and kept as it was told (一次性告知), or its next version is. */

import { wallClock } from '../../claims/clocks/days.ts';
import { nextList, papersOf } from '../../claims/documents/told.ts';
import type { CaseFacts } from '../../claims/documents/types.ts';
import type { PaperWish } from '../../dialogs/documents/index.ts';
import type { Say } from '../../dialogs/say.ts';
import type { JsonObject } from '../../store/ports.ts';
import { recordPapers } from '../consents.ts';
import type { TurnDeps } from '../deps.ts';
import type { Draft } from '../draft.ts';
import { additionSays } from './lacking.ts';
import { changeSay, listSays, sketchSays } from './said.ts';
import { standing, toldTo, urlOf, whose } from './whose.ts';

const DAY = 'YYYY-MM-DD';

export async function papersWished(deps: TurnDeps, draft: Draft, wish: PaperWish | null): Promise<readonly Say[]> {
  if (!wish) return [];
  const { side, facts } = wish;
  const now = wallClock(draft.at);
  draft.set({ papers: { side, at: draft.at } });
  const found = await whose({ deps, draft });
  if (!found) return sketchSays({ rows: numbered(deps, facts, side, now), facts });
  const own = { ...found, side };
  if (wish.consent !== undefined) recordPapers(deps, draft, own.id, wish.consent);
  const before = toldTo(own);
  const whom = { claim: own.number, side, ...(own.party !== undefined && { party: own.party }) };
  // A party that became known since is the same person.
  const next = nextList(whom, facts, now, deps.clocks.law, before);
  if (next) draft.event(own.id, 'papersTold', next as unknown as JsonObject, 'bot');
  const told = next ?? before;
  if (!told) return [];
  const rows = standing({ ...own, facts: draft.facts.get(own.id) ?? own.facts }, told);
  const says = listSays(told, { rows, facts: told.facts }, urlOf({ deps, draft }, own, told));
  if (!before) return [...unneeded(told.facts, rows), ...says];
  if (!next) return [{ key: 'papers.same', values: { version: told.version } }, ...says];
  return [changeSay(told), ...additionSays(rows), ...says];
}

function numbered(deps: TurnDeps, facts: CaseFacts, side: PaperWish['side'], now: string) {
  const items = papersOf(facts, side, now.slice(0, DAY.length), deps.clocks.law);
  return items.map(({ document, need, dependsOn }, i) => ({ n: i + 1, document, need, dependsOn }));
}

/** Where people used to be sent for proof of living in town, it is said that nobody needs it. */
const unneeded = ({ disability, died }: CaseFacts, rows: readonly { readonly document: string }[]): Say[] =>
  (disability === true || died === true) && !rows.some(({ document }) => document === 'urbanResidence')
    ? [{ key: 'documents.unneededResidence' }]
    : [];
