/** “一个人，住院了。你就教我电话里说啥”, in the middle of a report: what is asked about money is told, the rest is heard as if it stood alone. */
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Input, Now } from '../../prompts/kind.ts';
import { asksSomething, tellsAccident } from '../../understanding/asks.ts';
import { isOtherHalf, partsOf } from '../../understanding/clauses.ts';
import { crisisIn } from '../../understanding/crisis.ts';
import { dangerIn } from '../../understanding/danger.ts';
import { meaningOf } from '../../understanding/meaning.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import { askedInClause } from '../../understanding/moneyClauses.ts';
import type { MoneyMeant } from '../../understanding/moneyWishes.ts';
import { routeNamed } from '../../understanding/routes.ts';
import { despairIn } from '../../understanding/understand.ts';
import { consentIn } from '../../understanding/yes.ts';
import { goOn, type Scope } from '../scope.ts';
import { isAsking } from '../standing/askings.ts';
import { noteStory } from '../told.ts';
import { heardKeep } from './keeping.ts';
import { keptSays, notesClause } from './paid.ts';
import { partsHeard } from './rest.ts';
import { keepFacts, saysTo } from './room.ts';

/** More at once is read by nobody on a phone. */
const MOST = 2;

/** What is left to be heard; undefined: nothing was told, empty: nothing is left. */
export async function tellsMoneyIn(scope: Scope, { text }: Input): Promise<string | undefined> {
  const open = openQuestion(scope.runtime, scope.draft.state.talk);
  const flow = open?.frame.flow;
  if (!open || !(flow === 'report' || flow === 'advance' || isAsking(open.frame))) return undefined;
  const parts = sentencesOr(text);
  const asked = askedIn(scope, parts, flow === 'advance');
  // “是我去要，还是家属去要”: the other half of what is asked.
  const unasked = parts.filter((part, i) => asked[i] === undefined && !(asked[i - 1] && isOtherHalf(part)));
  const place = open.position.ask.kind.kind === 'place' ? ofPlace(text, parts, asked) : '';
  const rest = place || unasked.join('');
  if (rest === text || !/[\p{L}\p{N}]/u.test(rest) || isGrave(text, scope.runtime.now)) return undefined;
  // Where it is asked how it happened, only an account is one.
  if (flow === 'report' && open.position.ask.kind.kind === 'text' && !tellsAccident(rest)) return undefined;
  const answer = answerOf(scope, unasked);
  const heard = answer !== undefined || reads(scope, rest);
  // A code, a phone, who somebody is: only what answers that is heard besides.
  if (isAsking(open.frame) && !heard) return undefined;
  // What is left asks on, and answers nothing: the whole is one question.
  if (!heard && asksSomething(rest)) return undefined;
  const tellsOnly = flow === 'report' && !heard && !meaningOf(rest, true) && !consentIn(rest);
  if (flow === 'report') await notesClause(scope, text);
  await saysEach(scope, parts, asked);
  return tellsOnly ? keepsRest(scope, rest, open.position.ask.name) : (answer ?? rest);
}

/** A place stands in no sentence that asks: “在…路口。我问的那个3万怎么搞？明天就要手术了，你们能不能先垫？”. */
function ofPlace(text: string, parts: readonly string[], asked: readonly unknown[]): string {
  const told = parts.filter((_, i) => asked[i] !== undefined);
  return text
    .split(/(?<=[。！？!?\n])/)
    .filter((sentence) => !asksSomething(sentence) && !told.some((part) => sentence.includes(part)))
    .join('');
}

/** Nothing is asked of it, and it answers nothing: what it tells is kept. */
function keepsRest(scope: Scope, rest: string, ask: string): '' {
  const { draft, runtime } = scope;
  draft.set({ talk: noteStory(runtime, draft.state.talk, rest, ask) });
  keepFacts(scope, rest);
  goOn(scope);
  return '';
}

function reads({ draft, runtime }: Scope, text: string): boolean {
  const kind = openQuestion(runtime, draft.state.talk)?.position.ask.kind;
  return kind?.read({ text, files: [] }, runtime.now).kind !== 'problem';
}

/** A sentence that asks of a way to money is one: “司机没保险或者跑了 钱谁出？”. */
const sentencesOr = (text: string): readonly string[] =>
  text.split(/(?<=[。！？!?；;\n])/).flatMap((sentence) => (asksOfWay(sentence) ? [sentence] : partsOf(sentence)));
const asksOfWay = (part: string): boolean =>
  routeNamed(part) !== undefined && asksSomething(part) && moneyAside(part, true) !== 'fundLimit';
const WAY: MoneyMeant = { asked: 'route' };

/** What each part asks. Where one of them is about money, so is “为啥是保险先给” in another. */
function askedIn(scope: Scope, parts: readonly string[], listed: boolean): readonly (MoneyMeant | undefined)[] {
  const each = (pays: boolean) => parts.map((part) => (asksOfWay(part) ? WAY : askedInClause(part, pays, listed)));
  if (listed || heardKeep(scope) || scope.draft.state.hurtSide) return each(true);
  const first = each(false);
  return first.some((meant) => meant !== undefined) ? each(true) : first;
}

/** Help goes before money. */
const isGrave = (text: string, now: Now): boolean =>
  (despairIn(text, true) ?? crisisIn(text) ?? dangerIn(text, now)) !== undefined;

/** “是后面治疗的钱，我现在到底该干啥”, “139…，那钱谁先垫”: a question beside it keeps no choice and no phone from being heard. */
function answerOf(scope: Scope, parts: readonly string[]): string | undefined {
  const { draft, runtime } = scope;
  const kind = openQuestion(runtime, draft.state.talk)?.position.ask.kind;
  if (kind?.kind === 'phone' && kind.find(parts.join(' '), runtime.now).length > 0) return parts.join(' ');
  // “没有电话。…我自己能报不”.
  if (kind?.kind === 'phone') return parts.find((part) => reads(scope, part.trim()) && !asksSomething(part));
  if (kind === undefined || !(kind.kind.startsWith('choice') || SHORT_ANSWERS.has(kind.kind))) return undefined;
  if ((kind.kind.startsWith('choice') || kind.kind === 'otherSide') && reads(scope, parts.join(''))) return undefined;
  return parts.find((part) => reads(scope, part.trim()) && !asksSomething(part));
}

/** Answered in a few words, among whatever else is said. */
const SHORT_ANSWERS: ReadonlySet<string> = new Set(['yesNo', 'plate', 'otherSide']);

async function saysOnce(
  scope: Scope,
  meant: MoneyMeant | undefined,
  part: string,
  before: readonly Say[],
): Promise<readonly Say[]> {
  if (!meant || before.length >= MOST) return [];
  // What the insurer needs first stands in that answer.
  if ('aside' in meant && meant.aside === 'whatIs' && before.some(({ key }) => key === 'advance.keep')) return [];
  const kept = 'asked' in meant && meant.asked === 'mine';
  const says = kept ? keptSays(scope) : await saysTo(scope, meant, part);
  return says.filter(({ key }) => before.every((one) => one.key !== key));
}

/** “早报过了，这两万五还能要回来不”, where her claim is looked for: that is told besides. */
export function sayMoneyIn(scope: Scope, text: string): Promise<boolean> {
  const parts = partsOf(text);
  return saysEach(
    scope,
    parts,
    parts.map((part) => askedInClause(part, false, true)),
  );
}

async function saysEach(
  scope: Scope,
  parts: readonly string[],
  asked: readonly (MoneyMeant | undefined)[],
): Promise<boolean> {
  const says: Say[] = [];
  for (const [i, part] of parts.entries()) says.push(...(await saysOnce(scope, asked[i], part, says)));
  partsHeard(scope, says);
  scope.say(...says);
  return says.length > 0;
}
