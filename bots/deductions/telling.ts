/** What only wants to be told of a settlement: its lines, its figures, what stands beside it; of a longer message each question. */
import type { Grant } from '../../claims/identity/types.ts';
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId } from '../../store/ports.ts';
import { type BesideCuts, besideInClauses } from '../../understanding/besideCuts.ts';
import { clausesOf } from '../../understanding/clauses.ts';
import { wishOfSentence } from '../../understanding/cutWishes.ts';
import { type CutWish, cutWishIn } from '../../understanding/deductions.ts';
import { figuresIn } from '../../understanding/figureAsked.ts';
import { onlyProtests, opensLetter } from '../../understanding/objection.ts';
import { asksInDialect, asksToKnow, saysMisheard } from '../../understanding/reasons.ts';
import { sentencesOf } from '../../understanding/sentences.ts';
import { questionsIn } from '../../understanding/severalWishes.ts';
import { termsAsked } from '../../understanding/terms.ts';
import { noteOn } from '../noteOn.ts';
import type { Scope } from '../scope.ts';
import { besideSays, termSay } from './beside.ts';
import { QUESTIONS } from './busy.ts';
import { lineNamed } from './byLine.ts';
import { inClauses, NOTED } from './clauses.ts';
import { sumNamed } from './figure.ts';
import { againSays, figureSays, lineSays, otherSum, sumSays } from './lineTold.ts';
import { listAsked } from './list.ts';
import { cutsOf } from './one.ts';
import { notSentSay, pathSay } from './path.ts';
import { objectionSays, silentSay } from './stood.ts';
import { isObjecting, waitsObjection } from './topic.ts';
import { type Own, wholeSays } from './whole.ts';
import type { Asked } from './wish.ts';

/** One that is being made, or was put aside, is gone on with; undefined: none was begun. */
function letterAhead(scope: Scope, grant: Grant, seen: Own): readonly Say[] | undefined {
  const { talk } = scope.draft.state;
  return isObjecting(talk) || waitsObjection(talk) ? objectionSays(scope, grant, seen) : undefined;
}
const hasFiled = ({ facts, person }: Own): boolean => (facts.objections ?? []).some(({ victim }) => victim === person);

/** Each of several questions, one answer behind the other. */
export function severalSays(scope: Scope, seen: Own, asked: Asked): readonly Say[] | undefined {
  const bySentence = inSentences(scope, seen, asked);
  if (bySentence.length > 1 || bySentence[0]?.key === 'explanation.partFirst') return bySentence;
  // A sum of one line is what the whole message is about.
  const ofSum = sumNamed(cutsOf(seen.explanation), asked.text) !== undefined;
  const listed = ofSum && besideInClauses(asked.text).length < 2 ? [] : inClauses(scope, seen, asked);
  if (listed.length > 1) return listed;
  const clauses = questionsIn(asked.text, QUESTIONS);
  const answers = clauses.flatMap((text) => {
    const wish = cutWishIn(text);
    const says = wish && tellsOf(scope, seen, { ...asked, wish, text });
    return says ? [says] : [];
  });
  return answers.length > 1 || (answers.flat().length > 1 && !ofSum) ? answers.flat() : undefined;
}

/** “1、进口药到底扣没扣？2、强制险怎么只付了六千？”: what each of them asks, told once. */
export function inSentences(scope: Scope, seen: Own, asked: Asked): readonly Say[] {
  const sentences = sentencesOf(asked.text);
  if (sentences.length < 2) return [];
  const says = sentences.flatMap((text) => {
    const figures = figuresIn(text);
    if (figures.length > 1)
      return figures.flatMap((one) => figureSays(scope, seen, one, { before: asked.before, text }));
    const each = questionsIn(text, QUESTIONS);
    // A sum of one line is what the whole sentence is about.
    const ofSum = sumNamed(cutsOf(seen.explanation), text) !== undefined;
    if (each.length > 1 && !ofSum) return each.flatMap((clause) => saysOfPart(scope, seen, { ...asked, text: clause }));
    return saysOfPart(scope, seen, { ...asked, text });
  });
  const seenBefore = new Set<string>();
  // Beside its lines the whole is not told once more.
  const hasLine = says.some(({ key }) => key === 'explanation.one');
  const others = hasLine || says.some(({ key }) => key !== 'explanation.missed' && key !== 'explanation.whole');
  // What signing means is no answer to whether money may be taken.
  const signs = says.some(({ key }) => key === 'explanation.partFirst');
  const answers = says.filter(
    ({ key }) =>
      key !== 'explanation.missed' &&
      !(others && key === 'explanation.whole') &&
      !(signs && key === 'explanation.signed'),
  );
  const fresh = (answers.length > 0 ? answers : says).filter((say) => {
    const same = `${say.key} ${String(say.values?.n ?? '')}`;
    return !seenBefore.has(same) && seenBefore.add(same);
  });
  return fresh.slice(0, MOST_TOLD);
}
/** One sentence, or one clause of several questions. */
function saysOfPart(scope: Scope, seen: Own, given: Asked): readonly Say[] {
  const asked = { ...given, before: lineNamed(cutsOf(seen.explanation), given.text) ?? given.before };
  if (saysMisheard(asked.text)) return [];
  const terms = clausesOf(asked.text).flatMap((one) => termsAsked(one));
  if (terms.length > 0) return terms.map((term) => termSay(term, ['firstCut', 'object', 'human']));
  const wish = wishOfSentence(asked.text);
  // “还有那个14400是么子”.
  if (!wish) return (asksInDialect(asked.text) && sumSays(scope, seen, asked.text)) || [];
  // “那一万四千四凭啥算我头上，我儿子走的斑马线”: why she disagrees, and what that line is.
  if (wish.what === 'object')
    return ((onlyProtests(asked.text) || asksToKnow(asked.text)) && sumSays(scope, seen, asked.text)) || [];
  // “凭什么”, of what was told just now, is no question.
  if (onlyProtests(asked.text) && sumNamed(cutsOf(seen.explanation), asked.text) === undefined) return [];
  return tellsOf(scope, seen, { ...asked, wish }) ?? (isLine(wish) ? lineSays(scope, seen, wish, asked.before) : []);
}

/** More at once is read by nobody on a phone. */
const MOST_TOLD = 4;

const isLine = ({ what }: CutWish): boolean => what === 'number' || what === 'named' || what === 'sources';

/** “那一万四千四为啥算我们头上”: its line says why. */
const OF_A_SUM: ReadonlySet<BesideCuts> = new Set(['myShare', 'theirMoney', 'advanced', 'notReceived']);

/** What only wants to be told; undefined: something is to be done, or a line is named. */
export function tellsOf(
  scope: Scope,
  seen: Own,
  { grant, wish, before, text, named }: Asked,
): readonly Say[] | undefined {
  switch (wish.what) {
    case 'whole':
      // “第1条的药，为啥还是扣了”: of that line.
      return sumSays(scope, seen, text) ?? againSays(scope, seen, named) ?? wholeSays(seen);
    case 'term':
      return [termSay(wish.term, ['firstCut', 'object', 'human'])];
    case 'beside':
      if (NOTED.has(wish.asked)) noteOn(scope.draft, grant.claim as ClaimId, text);
      // “那个一万四千四凭啥算到我儿子头上”: its line says why.
      return (
        (OF_A_SUM.has(wish.asked) ? otherSum(scope, seen, text, before) : undefined) ??
        besideSays(scope, seen, wish.asked, before)
      );
    case 'figure':
      return figureSays(scope, seen, wish, { before, text });
    case 'itemisedList':
      return listAsked(scope, grant);
    case 'objection':
      return isObjecting(scope.draft.state.talk) ? [notSentSay(scope)] : objectionSays(scope, grant, seen);
    case 'silent':
      return [hasFiled(seen) ? silentSay(scope) : pathSay(scope)];
    case 'withdraw':
      return hasFiled(seen) ? [{ key: 'objection.withdraw', quick: ['human'] }] : objectionSays(scope, grant, seen);
    case 'letter':
      if (hasFiled(seen) && opensLetter(text)) return objectionSays(scope, grant, seen);
      return hasFiled(seen) ? [{ key: 'objection.letter', quick: ['human'] }] : letterAhead(scope, grant, seen);
    case 'sending':
      return [{ key: 'objection.sending', quick: ['human'] }];
    default:
      return undefined;
  }
}
