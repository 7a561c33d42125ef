/** What a message wants of the money for treatment, by the lists of words and by the classifier together. */
import { type AdvanceAsked, advanceAsked, isButtonOfMoney } from './advance.ts';
import { type MoneyAside, moneyAside } from './moneyAsides.ts';
import { OF_MONEY, type TalkWish } from './talkLabels.ts';
import { likelyWish, sureWish } from './talkWish.ts';

/** A general question, or something of her own claim. */
export type MoneyMeant = { readonly aside: MoneyAside } | { readonly asked: AdvanceAsked };

const MEANT: Readonly<Partial<Record<TalkWish, MoneyMeant>>> = {
  keep: { asked: 'keep' },
  whoPays: { asked: 'keep' },
  keepPapers: { asked: 'proof' },
  reply: { asked: 'reply' },
  back: { asked: 'back' },
  paid: { asked: 'back' },
  mine: { asked: 'mine' },
  wish: { asked: 'wish' },
  status: { asked: 'status' },
  whenPaid: { asked: 'status' },
  silent: { asked: 'status' },
  papers: { asked: 'papers' },
  proof: { asked: 'papers' },
  nextStep: { asked: 'whatNow' },
  otherWay: { asked: 'next' },
  stops: { asked: 'stops' },
  amount: { asked: 'amount' },
  payee: { asked: 'payee' },
  admits: { aside: 'admission' },
  repay: { aside: 'repay' },
  privately: { aside: 'privately' },
};
/** What the lists tell apart, and is one for the classifier. */
const FINER: Readonly<Partial<Record<MoneyAside, TalkWish>>> = {
  receiptLost: 'keepPapers',
  transfer: 'keepPapers',
  iou: 'keepPapers',
  toWhom: 'payee',
  fleeing: 'keep',
  atFault: 'keep',
  others: 'otherWay',
  limit: 'amount',
  refused: 'stops',
  discharged: 'stops',
};
const FINER_ASKED: Readonly<Partial<Record<AdvanceAsked, TalkWish>>> = {
  route: 'otherWay',
  first: 'otherWay',
  after: 'status',
  change: 'wish',
};
/** These the classifier does not know at all. */
const SPECIFIC: ReadonlySet<MoneyAside> = new Set(['funeral', 'expired', 'recourse', 'affects', 'who']);
/** These words are of nothing but this money, whatever was spoken of. */
const PLAIN: ReadonlySet<TalkWish> = new Set([
  ...(['keep', 'keepPapers', 'reply', 'back', 'mine', 'admits', 'payee', 'repay'] as const),
]);

/** By the lists alone, where the words may be an answer to something else. */
export function listedOfMoney(text: string, speaking: boolean): MoneyMeant | undefined {
  const aside = moneyAside(text, speaking);
  const asked = advanceAsked(text, speaking);
  return aside ? { aside } : asked && { asked };
}

/** `speaking`: the last answer was about this money. */
export function moneyMeant(text: string, speaking: boolean): MoneyMeant | undefined {
  const aside = moneyAside(text, speaking);
  const asked = advanceAsked(text, speaking);
  const listed = listedOfMoney(text, speaking);
  if (!speaking) return listed ?? plainly(text);
  const sure = sureWish(text, 'money');
  if (sure === undefined || isButtonOfMoney(text)) return listed ?? likely(text);
  if (aside && (FINER[aside] === sure || SPECIFIC.has(aside))) return { aside };
  if (asked && FINER_ASKED[asked] === sure) return { asked };
  return MEANT[sure] ?? listed;
}

/** “不给行不行”, “我要是不垫了会咋样”. */
export const asksToRefuse = (text: string): boolean =>
  /不(?:再|想|继续|接着)?(?:给|垫|付|出|交|理|管)|(?:stop|not) pay|refuse/i.test(text);

const OWN: ReadonlySet<string | undefined> = new Set(OF_MONEY);
export const isSureOfMoney = (text: string): boolean => OWN.has(sureWish(text, 'money'));

function plainly(text: string): MoneyMeant | undefined {
  const sure = sureWish(text);
  return sure && PLAIN.has(sure) ? MEANT[sure] : undefined;
}

function likely(text: string): MoneyMeant | undefined {
  const wish = likelyWish(text, 'money');
  return wish && MEANT[wish];
}
