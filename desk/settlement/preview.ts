/** What the person will read of a settlement when she asks: the messages of chat itself, the whole first, then each reason. */
import { cutSay, cutsOf } from '../../bots/deductions/one.ts';
import { wholeSays } from '../../bots/deductions/whole.ts';
import { explain } from '../../claims/deductions/explain.ts';
import type { Settlement } from '../../claims/deductions/settlement.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Lang } from '../../locales/render.ts';
import { maskedNames } from '../shown.ts';
import type { Desk } from '../web/visit.ts';

/** One text a message. Her name alone is masked, as on all pages of the desk. */
export function previewOf(
  { renderer, clocks }: Pick<Desk, 'renderer' | 'clocks'>,
  lang: Lang,
  facts: ClaimFacts,
  settlement: Settlement,
): readonly string[] {
  const explanation = explain(settlement, clocks.law);
  const own = { kind: 'own', facts: masked(facts), person: settlement.victim, settlement, explanation } as const;
  const cuts = cutsOf(explanation);
  const says = [...wholeSays(own), ...cuts.map((one) => cutSay(one, cuts.length))];
  return says.map((say) => renderer.render(lang, say).text);
}

const masked = (facts: ClaimFacts): ClaimFacts => {
  const { registered } = facts;
  if (!registered) return facts;
  const parties = registered.parties.map((one) => ({ ...one, name: maskedNames(one.name) }));
  return { ...facts, registered: { ...registered, parties } };
};
