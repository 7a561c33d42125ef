/** “还有别的办法吗”: the routes one after the other, each with its limit, its papers, who applies and how long it takes. */
import { findings, isWay } from '../../claims/advance/find.ts';
import type { Finding } from '../../claims/advance/types.ts';
import { dayAt, nameOf } from '../../claims/clocks/days.ts';
import { money } from '../../claims/figure.ts';
import type { Say } from '../../dialogs/say.ts';
import type { LawAnswer } from '../../law/types.ts';
import type { Whose } from '../papers/whose.ts';
import { shown } from '../shown.ts';
import { advanceFacts, type Given, type Patient, seenAdvances } from './sight.ts';

type Whom = Pick<Patient, 'person' | 'n'>;

/** Which route was told last, and of whom: “还有别的办法吗” goes on from there. */
export interface RouteTold {
  readonly route: Finding['route'];
  readonly whom: Whom;
}

/** The first, or the one behind the one that was told last. */
export function routeSays(given: Given, own: Whose | undefined, whom: Whom, after?: Finding['route']): readonly Say[] {
  const all = allOf(given, own, whom);
  const from = all.findIndex(({ route }) => route === after);
  const inHand = own ? handledRoutes(given, own, whom) : [];
  const next = all.slice(from + 1).find((one) => isWay(one) && !inHand.includes(one.route));
  if (!next) return [{ key: 'advance.noMore', quick: ['advanceStops', 'human'] }];
  given.draft.set({ advance: { route: next.route, whom } });
  const begun = inHand.map((one) => `advance.name.${one}`);
  const values = { ...valuesOf(next, all, after === undefined), inHand: shown('sentences', begun) };
  return [{ key: 'advance.route', values, quick: QUICK }];
}
const QUICK = ['advanceNext', 'advancePapers', 'advanceStops', 'human'];

/** The one that words name, whether or not it is the next. */
export function namedSays(
  given: Given,
  own: Whose | undefined,
  whom: Whom,
  route: Finding['route'] | undefined,
): readonly Say[] {
  const all = allOf(given, own, whom);
  const found = all.find((one) => one.route === route);
  if (!found) return routeSays(given, own, whom);
  given.draft.set({ advance: { route: found.route, whom } });
  return [{ key: 'advance.route', values: { ...valuesOf(found, all, false), inHand: '' }, quick: QUICK }];
}

/** What the insurer has paid by, or is looking at, is not told as if it were new. */
function handledRoutes(given: Given, own: Whose, whom: Whom): readonly Finding['route'][] {
  const hers = seenAdvances(given, own).filter(({ person, state }) => person === whom.person && state !== 'refused');
  return [...new Set(hers.map(({ route }) => route))];
}

/** Before anything was reported it is an accident of these days. */
export function allOf(given: Given, own: Whose | undefined, whom: Whom): readonly Finding[] {
  const today = nameOf(dayAt(given.draft.at));
  const facts = own ? advanceFacts(given, own, whom) : { accident: today };
  return findings(facts, given.deps.clocks.law, today);
}

function valuesOf(finding: Finding, all: readonly Finding[], first: boolean): NonNullable<Say['values']> {
  const { route, verdict, limit, clock, period, rests } = finding;
  const [main] = rests;
  const needs = verdict.status === 'needs' ? verdict : { facts: [], papers: [] };
  const [days = '', more = ''] = clock.map(daysOf);
  return {
    ...{ route, first, days, more, skipped: first ? skippedOf(all) : '' },
    period: period ? daysOf(period) : '',
    limit: limit ? money(limit.most) : '',
    limitMark: limit?.law?.status === 'value' ? limit.law.mark : '',
    left: limit && limit.left < limit.most ? money(limit.left) : '',
    lacking: needs.papers.length > 0 ? shown('papers', [...needs.papers]) : '',
    facts: shown(
      'sentences',
      needs.facts.map((one) => `advance.fact.${one}`),
    ),
    source: main?.status === 'value' ? shown('law', main as unknown) : '',
  };
}

const daysOf = (answer: LawAnswer): string => (answer.status === 'value' && answer.unit !== 'code' ? answer.value : '');

/** Why the usual one is not this one. That somebody has to pay back later is said with its own route. */
function skippedOf(all: readonly Finding[]): string {
  const [usual] = all;
  const { verdict } = usual ?? {};
  return verdict?.status === 'notThisRoute' && verdict.why !== 'recourse' ? verdict.why : '';
}

/** “这条路要哪些材料”. */
export function papersSays(given: Given, own: Whose | undefined, { route, whom }: RouteTold): readonly Say[] {
  const found = allOf(given, own, whom).find((one) => one.route === route);
  const papers = shown('paperTicks', [...(found?.papers ?? [])]);
  // Another way is another than this one.
  if (found) given.draft.set({ advance: { route: found.route, whom } });
  return [
    { key: 'advance.papers', values: { name: name(route), papers }, quick: ['advanceNext', 'advanceStops', 'human'] },
  ];
}

/** “什么情况不行”. */
export function stopsSays(given: Given, own: Whose | undefined, { route, whom }: RouteTold): readonly Say[] {
  const found = allOf(given, own, whom).find((one) => one.route === route);
  const stops = shown(
    'sentences',
    (found?.stops ?? []).map((one) => `advance.stop.${one}`),
  );
  return [
    { key: 'advance.stops', values: { name: name(route), stops }, quick: ['advanceNext', 'advanceAmount', 'human'] },
  ];
}

export const name = (route: Finding['route']) => shown('words', `advance.name.${route}`);
