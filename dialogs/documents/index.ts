/**
 * 材料清单: which papers somebody needs. Asks only for the facts that the list lacks, several at a time; “先看清单” ends the asking at
 * any time, and what is still unknown stands in the list as depending on it.
 */
import { afterBundle, BUNDLES, type Bundle, type Side } from '../../claims/documents/asking.ts';
import type { CaseFacts, Occupation, YesNo } from '../../claims/documents/types.ts';
import { choice, orUnknown, SKIP, several, time } from '../../prompts/index.ts';
import * as words from '../../prompts/vocabulary.ts';
import { carer, caseFact, occupation, side as sides } from '../../prompts/vocabulary-papers.ts';
import type { Json, JsonObject } from '../../store/ports.ts';
import { type AskOptions, ask, type Flow, fetch, type Script, type ShownAnswer, tell } from '../flow.ts';

/** What the list is made from; null where only proof of income was asked about. */
export interface PaperWish {
  readonly side: Side;
  readonly facts: CaseFacts;
  /** Asked here, as it was not asked before. */
  readonly consent?: boolean;
}

export const documents: Flow<PaperWish | null> = {
  name: 'documents',
  *script({ params }) {
    if (params.topic === 'lostIncome') {
      const said = params.trade;
      yield* advice(isTrade(said) ? said : yield* ask('trade', choice(occupation)));
      return null;
    }
    const given = params.side === undefined ? yield* ask('side', choice(sides)) : params.side;
    const side: Side = given === 'insured' ? 'insured' : 'injured';
    const known = (params.facts ?? {}) as CaseFacts;
    const first = yield* bundle('accident', { side, facts: known, more: true, asked: [] });
    if (side === 'insured') return { side, facts: first.facts };
    const asked = params.consent === true ? undefined : yield* ask('consent', choice(words.consent));
    const consent = asked === undefined ? {} : { consent: asked === 'agree' };
    if (asked === 'decline' || !first.more) return { side, facts: first.facts, ...consent };
    return { side, facts: yield* ofInjured(first), ...consent };
  },
};

const isTrade = (said: Json | undefined): said is Occupation => occupation.options.some((one) => one === said);

interface Known {
  readonly side: Side;
  readonly facts: CaseFacts;
  /** Whether there is patience for more questions; what was asked is not asked twice. */
  readonly more: boolean;
  readonly asked: readonly string[];
}

function* ofInjured(first: Known): Script<CaseFacts> {
  let known = first;
  for (const name of ['treatment', 'losses', 'after'] as const) known = yield* bundle(name, known);
  for (const fact of ['occupation', 'carer', 'accident'] as const) known = yield* single(fact, known);
  return known.facts;
}

/** Facts of one kind together; one that is tapped leaves the others on offer. */
function* bundle(name: Bundle, known: Known): Script<Known> {
  const lacks = yield* lacking(known);
  // Whether there was an operation is told with the stay in hospital.
  const wanted = lacks.includes('inpatient') ? [...lacks, 'surgery'] : lacks;
  const open = BUNDLES[name].filter((fact) => wanted.includes(fact) && !known.asked.includes(fact));
  const ticked: YesNo[] = [];
  let left: readonly YesNo[] = open;
  for (let n = 1; left.length > 0; n += 1) {
    const options = { name: 'caseFact', options: left, words: caseFact as Readonly<Record<YesNo, readonly string[]>> };
    const said = yield* ask(`${name}.${n}`, several(options), n === 1 ? {} : MORE);
    if (said === SKIP) return { ...known, facts: { ...known.facts, ...factsOf(ticked) }, more: false };
    ticked.push(...said);
    left = left.filter((fact) => !ticked.includes(fact));
    // Several at once, or none: that was all.
    if (said.length !== 1) break;
  }
  return { ...known, facts: afterBundle(known.facts, open, ticked), asked: [...known.asked, ...open] };
}
const MORE: AskOptions = { variant: 'more' };
const factsOf = (ticked: readonly YesNo[]): CaseFacts => Object.fromEntries(ticked.map((fact) => [fact, true]));

function* single(fact: 'occupation' | 'carer' | 'accident', known: Known): Script<Known> {
  if (!(yield* lacking(known)).includes(fact)) return known;
  const said = fact === 'accident' ? yield* dayOfAccident() : yield* oneOf(fact);
  return said === undefined ? known : { ...known, facts: { ...known.facts, [fact]: said } };
}

function* dayOfAccident(): Script<string | undefined> {
  const when = yield* ask('accidentDay', orUnknown(time()));
  return when === 'unknown' ? undefined : when.start.slice(0, DAY.length);
}
const DAY = 'YYYY-MM-DD';

const CARES: readonly string[] = ['minorsParent', 'familyCarer'];
/** A parent or a carer lost no income as the injured person: that is asked with the care. */
const trades = { ...occupation, options: occupation.options.filter((one) => !CARES.includes(one)) };
function* oneOf(fact: 'occupation' | 'carer'): Script<string | undefined> {
  const said = yield* ask(fact, orUnknown(fact === 'carer' ? choice(carer) : choice(trades)));
  return said === 'unknown' ? undefined : said;
}

function* lacking({ side, facts, more }: Known): Script<readonly string[]> {
  if (!more) return [];
  const { ask: open } = yield* fetch('papersLacking', { side, ...(facts as JsonObject) });
  return (open ?? []) as readonly string[];
}

/** 误工 coach: a checklist of papers by occupation, what the rule falls back to, and where regions differ. */
function* advice(trade: Occupation): Script<void> {
  const found = yield* fetch('lostIncome', { occupation: trade });
  const shown = (kind: string, name: string): ShownAnswer => ({ kind, answer: found[name] ?? [] });
  const lists = ['income', 'instead', 'days', 'daysInstead'] as const;
  const papers = Object.fromEntries(lists.map((name) => [name, shown('paperTicks', name)]));
  const said = ['fallback', 'differs', 'tells'] as const;
  const words = Object.fromEntries(said.map((name) => [name, shown('sentences', name)]));
  yield* tell('papers.lostIncome', {
    id: `papers.lostIncome.${trade}`,
    quick: ['documents', 'human'],
    values: { start: { kind: 'words', answer: `lostIncome.start.${trade}` }, ...papers, ...words },
  });
}
