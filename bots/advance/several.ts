/** “票据留哪些？钱咋拿回来？”: what a message asks about money, part by part; to whoever is asked for money, who can pay first comes before the rest. */
import type { Say } from '../../dialogs/say.ts';
import { asksSomething } from '../../understanding/asks.ts';
import type { MoneyAside } from '../../understanding/moneyAsideNames.ts';
import { asksWhether, asksWhoPays, tellsUnreported } from '../../understanding/moneyClauses.ts';
import { asksWhetherToPay, type MoneyAsked, partsAsked } from '../../understanding/moneyParts.ts';
import { shareIn } from '../../understanding/moneySums.ts';
import { drove, namesMoney, PRESSED, speaksOfPaying } from '../../understanding/moneyTalk.ts';
import type { MoneyMeant } from '../../understanding/moneyWishes.ts';
import { sentencesOf } from '../../understanding/sentences.ts';
import { hasClaim } from '../menu.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { asideSays } from './aside.ts';
import { splitSays } from './example.ts';
import { heardKeep, keepSays } from './keeping.ts';
import { partsHeard } from './rest.ts';
import { keepFacts, saysTo } from './room.ts';
import { isFamily } from './sight.ts';

/** More at once is read by nobody on a phone. */
const MOST = 3;

/** `alone`: only who can pay first was told. */
export async function answersSeveral(scope: Scope, text: string): Promise<'no' | 'alone' | 'several'> {
  const parts = partsAsked(text);
  const own = await whose(scope);
  if (isPressed(scope, own, parts, text)) return keepFirst(scope, own, parts);
  const speaking =
    scope.draft.state.lastSaid.startsWith('advance.') ||
    hasClaim(scope) ||
    speaksOfPaying(text) ||
    (drove(text) && namesMoney(text));
  // One question among sentences that tell something is that question.
  const least = sentencesOf(text).length > 1 ? 1 : 2;
  if (parts.length < least || !speaking) return 'no';
  const says = await each(scope, parts, text);
  if (says.length < least) return 'no';
  partsHeard(scope, says);
  keepFacts(scope, text);
  const told = says.slice(0, MOST);
  sayBeside(scope, ...told, ...(await reportFirst(scope, text, told)));
  return says.length > 1 ? 'several' : 'alone';
}

/** “我还没给保险公司报案哩”, among his questions: nothing can be paid before that. */
async function reportFirst(scope: Scope, text: string, told: readonly Say[]): Promise<readonly Say[]> {
  const { talk } = scope.draft.state;
  if (!tellsUnreported(text) || hasClaim(scope) || talk.stack.length > 0 || told.length === MOST) return [];
  return asideSays(scope, 'notReported');
}

/** Each thing once. `text`: the whole message, whose sums and ways any part of it may be of. */
async function each(scope: Scope, parts: readonly MoneyAsked[], text: string): Promise<readonly Say[]> {
  const own = await whose(scope);
  const says: Say[] = [];
  for (const { meant, part } of parts) {
    if (parts.length > 1 && isHeard(scope, meant) && !asksWhether(part) && !asksWhoPays(part)) continue;
    // “假如定七成，四万五里保险付多少”, “一共要六万多” in another sentence of it: by his own figures.
    const split = isOfSums(meant) || shareIn(part) !== undefined ? splitSays(scope, text, own) : undefined;
    // “强制险先付给医院 要哪些材料”: the way that they are for stands beside it.
    const said = 'asked' in meant && meant.asked === 'papers' ? text : part;
    const answer = split && isOfSums(meant) ? [] : await saysTo(scope, meant, said);
    for (const say of [...(split ?? []), ...answer])
      if (says.every((one) => one.key !== say.key && !holds(one.key, say.key))) says.push(say);
  }
  return says;
}

const isOfSums = (meant: MoneyMeant): boolean =>
  'aside' in meant ? meant.aside === 'howMuch' || meant.aside === 'ownShare' : meant.asked === 'amount';

/** The limit of compulsory insurance stands in an example that was told. */
const holds = (told: string, key: string): boolean => told === 'advance.aside.split' && key === 'advance.aside.howMuch';

/** Who can pay first was told: what else is asked needs no other answer in its place. */
const isHeard = (scope: Scope, meant: MoneyMeant): boolean =>
  'asked' in meant && meant.asked === 'keep' && heardKeep(scope);

/** He drove, or pays for them; he is asked for money, or whether to give it; and nobody has told him yet who can pay first. */
function isPressed(scope: Scope, own: Whose | undefined, parts: readonly MoneyAsked[], text: string): boolean {
  if (heardKeep(scope) || isFamily(scope, own)) return false;
  const pays = own?.side === 'insured' || drove(text);
  return pays && (asksWhetherToPay(text) || (PRESSED.test(text) && parts.some(({ meant }) => isFear(meant))));
}

const isFear = (meant: MoneyMeant): boolean =>
  'aside' in meant ? AFRAID.has(meant.aside) : meant.asked === 'keep' || meant.asked === 'back';
const AFRAID: ReadonlySet<MoneyAside> = new Set([
  ...(['today', 'stopsCare', 'besieged', 'carried', 'admission', 'pledge', 'noTrace'] as const),
]);

/** That is what stands in it. */
const NOT_NEXT: ReadonlySet<MoneyAside> = new Set(['today', 'missed', 'whatIs']);

/** Then what he is afraid of, where that is told as it is. */
async function keepFirst(
  scope: Scope,
  own: Whose | undefined,
  parts: readonly MoneyAsked[],
): Promise<'alone' | 'several'> {
  const keep = keepSays(scope, own);
  const others = parts.filter(({ meant }) => 'aside' in meant && !NOT_NEXT.has(meant.aside));
  const asks = others.find(({ part }) => /[?？]/.test(part) || asksSomething(part));
  const [next] = await each(scope, asks ? [asks] : others, '');
  scope.draft.set({ moneyTold: [...(scope.draft.state.moneyTold ?? []), 'keep'] });
  sayBeside(scope, ...keep, ...(next ? [next] : []));
  return next && asks ? 'several' : 'alone';
}
