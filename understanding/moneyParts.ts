/** The parts of a message that ask something about money for treatment: its sentences, or the clauses of one, each with what it wants. */
import type { AdvanceAsked } from './advance.ts';
import { asksSomething } from './asks.ts';
import { clausesOf } from './clauses.ts';
import { sumsIn } from './figureAsked.ts';
import { askedInClause, namesPayer } from './moneyClauses.ts';
import { shareIn } from './moneySums.ts';
import { listedOfMoney, moneyMeant } from './moneyTalk.ts';
import { type MoneyMeant, meantBy } from './moneyWishes.ts';
import { routeNamed } from './routes.ts';
import { sentencesOf } from './sentences.ts';
import type { TalkWish } from './talkLabels.ts';
import { clauseWish, sureWish } from './talkWish.ts';

export interface MoneyAsked {
  readonly part: string;
  readonly meant: MoneyMeant;
}

/** What is told as it is, and asks for nothing to be done. */
const TOLD: ReadonlySet<TalkWish> = new Set([
  ...(['keep', 'keepPapers', 'reply', 'back', 'admits', 'repay', 'payee', 'amount', 'otherWay', 'stops'] as const),
  ...(['lateReport', 'premium', 'employer', 'forHire', 'today', 'fetch', 'noNotice', 'noList', 'rescueFund'] as const),
  ...(['sayShort', 'noProof', 'whoApplied', 'besieged', 'nextStep', 'status', 'whenPaid', 'stopsCare'] as const),
  ...(['pledge', 'howMuch', 'isRescue', 'noContact', 'findPolicy', 'deliver', 'nightOrder', 'insurerPaid'] as const),
  ...(['whoPays', 'papers'] as const),
]);
const SHORTEST = 3;
const LONGEST = 45;
const LONGEST_ENGLISH = 140;

/** Each thing once. */
export function partsAsked(text: string): readonly MoneyAsked[] {
  const sentences = sentencesOf(text);
  const heard = sentences.length > 1 ? sentences.flatMap(askedIn) : clausesOf(text).flatMap(asked);
  const all = wantsWords(text) ? [...heard, { part: text, meant: { asked: 'reply' } as const }] : heard;
  return all.filter(({ meant }, i) => all.findIndex((one) => nameOf(one.meant) === nameOf(meant)) === i);
}
/** “我想写一句不冷不热的话，请直接给我”, over several clauses. */
const wantsWords = (text: string): boolean =>
  /(?:写|编|拟|发|回)[^,，。]{0,4}[一几两]句/.test(text) && /话|给我/.test(text);
const nameOf = (meant: MoneyMeant): string => ('aside' in meant ? meant.aside : meant.asked);

/** Whether to give it, or who has to, in any clause. */
export const asksWhetherToPay = (text: string): boolean =>
  MUST_I.test(text) ||
  clausesOf(text).some((one) => {
    const meant = askedInClause(one, true);
    return meant !== undefined && (nameOf(meant) === 'keep' || nameOf(meant) === 'today');
  });

const MUST_I =
  /\b(?:do|must|should) i (?:still |really )?(?:have to |need to |got to )?(?:keep (?:on )?|go on (?:with )?|continue )?pay/i;

/** A long sentence by its clauses; a short one as a whole, else by them. */
function askedIn(sentence: string): readonly MoneyAsked[] {
  const longest = /^[ -~]+$/.test(sentence) ? LONGEST_ENGLISH : LONGEST;
  const whole = sentence.length <= longest ? asked(sentence) : [];
  const clauses = clausesOf(sentence);
  if (whole.length > 0 && clauses.length < 2) return whole;
  const each = clauses.flatMap(asked);
  // “司机电话不接，商业险要车主申请，他不申请怎么办？”: a way among it.
  const way = clauses.filter((one) => routeNamed(one) !== undefined && asks(one) && one !== sentence);
  const stands = whole.some(({ meant }) => nameOf(meant) === 'noDetermination');
  if (stands) return whole;
  if (whole.length > 0 && way.length > 0)
    return [...whole, ...way.map((part) => ({ part, meant: { asked: 'route' } as const }))];
  // “最多能先付多少，几天到账？”: two questions in one sentence.
  const several = new Set(each.map(({ meant }) => nameOf(meant))).size > 1 && each.every(({ part }) => asks(part));
  return whole.length > 0 && !several ? whole : each;
}

function asked(part: string): readonly MoneyAsked[] {
  if (NOT_ASKED.test(part)) return [];
  // “假如定七成，四万五里保险付多少”.
  if (shareIn(part) !== undefined && sumsIn(part).length > 0 && asks(part))
    return [{ part, meant: { aside: 'howMuch' } }];
  if (namesPayer(part)) return [{ part, meant: { asked: 'keep' } }];
  const wish = part.length < SHORTEST ? undefined : clauseWish(part, 'money');
  const known =
    wish !== undefined &&
    meantBy(wish, part) !== undefined &&
    TOLD.has(wish) &&
    (asks(part) || (SAID.has(wish) && sureWish(part, 'money') === wish));
  const meant = known ? moneyMeant(part, true) : (listed(part) ?? askedInClause(part, true));
  return meant ? [{ part, meant }] : [];
}

/** “没问收条，是问那张纸”. */
const NOT_ASKED = /^(?:我)?(?:没|不是|别|没有)(?:问|说|讲)/;

/** Of these what is told is a question. */
const SAID: ReadonlySet<TalkWish> = new Set([
  ...(['stopsCare', 'besieged', 'noNotice', 'noList', 'pledge', 'noContact', 'noProof'] as const),
  ...(['employer', 'nextStep'] as const),
]);
const asks = (part: string): boolean =>
  /[?？吗呢么咋啥谁哪几]|怎么|什么|多少|能不能|(\p{Script=Han})不\1|不$|还是|必须|教我|告诉我/u.test(part) ||
  asksSomething(part) ||
  /^[ -~]+$/.test(part);

/** “那钱到底该谁先出”: by a list of words, where it plainly asks. */
function listed(part: string): MoneyMeant | undefined {
  if (!/[?？]/.test(part) && !asksSomething(part)) return undefined;
  const meant = listedOfMoney(part, true);
  if (!meant || 'aside' in meant) return meant?.aside === 'repay' ? meant : undefined;
  return HOLDS.has(meant.asked) ? meant : undefined;
}
const HOLDS: ReadonlySet<AdvanceAsked> = new Set(['keep', 'proof', 'reply', 'back', 'payee', 'amount']);
