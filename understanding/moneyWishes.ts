/** What each wish in a talk about money for treatment comes to, and where the lists of words tell apart what is one for the classifier. */
import type { AdvanceAsked } from './advance.ts';
import type { MoneyAside } from './moneyAsideNames.ts';
import type { TalkWish } from './talkLabels.ts';

/** A general question, or something of her own claim. */
export type MoneyMeant = { readonly aside: MoneyAside } | { readonly asked: AdvanceAsked };

export const MEANT: Readonly<Partial<Record<TalkWish, MoneyMeant>>> = {
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
  lateReport: { aside: 'lateReport' },
  premium: { aside: 'premium' },
  notReported: { aside: 'notReported' },
  stopsCare: { aside: 'stopsCare' },
  besieged: { aside: 'besieged' },
  employer: { aside: 'employed' },
  forHire: { aside: 'forHire' },
  today: { aside: 'today' },
  paidNothing: { aside: 'paidNothing' },
  fetch: { aside: 'who' },
  noNotice: { aside: 'noNotice' },
  noList: { aside: 'noList' },
  rescueFund: { asked: 'route' },
  sayShort: { aside: 'short' },
  simpler: { aside: 'simple' },
  noProof: { aside: 'noTrace' },
  undecided: { aside: 'atFault' },
  whoApplied: { aside: 'whoApplied' },
  insurerPaid: { asked: 'status' },
  pledge: { aside: 'pledge' },
  howMuch: { aside: 'howMuch' },
  isRescue: { aside: 'isRescue' },
  noContact: { aside: 'noContact' },
  findPolicy: { aside: 'findPolicy' },
  deliver: { aside: 'deliver' },
  nightOrder: { aside: 'order' },
  missed: { aside: 'missed' },
};
/** What a wish comes to, unless the words themselves say otherwise: with a receipt nobody is without proof. */
export function meantBy(wish: TalkWish, text: string): MoneyMeant | undefined {
  if (wish === 'noProof' && HAS_PROOF.test(text) && !NO_PROOF.test(text)) return { asked: 'back' };
  if (wish === 'noNotice' && !OF_NOTICE.test(text)) return undefined;
  if (wish === 'forHire' && !FOR_HIRE.test(text)) return undefined;
  if (wish === 'noContact' && !NOBODY_CAME.test(text)) return undefined;
  return MEANT[wish];
}
const FOR_HIRE =
  /接(?:单|客|送)|拉(?:货|客|人|活)|跑(?:车|单|活|滴)|网约|滴滴|顺风|营运|送货|送(?:外卖|快递|单)|载客|载人|出租|挣钱|赚钱|收(?:过)?钱|ride|deliver|hire|passenger|uber|didi/i;
const HAS_PROOF =
  /有(?:收[据条]|发票|凭[证据]|转账|记录)|(?:收据|发票|票据|收条)(?:都|也|全)?在|直接(?:付|交|给)[^,，。]{0,3}医院|transfer record|(?:have|got) (?:the |all )?receipts?/i;
const NO_PROOF =
  /没(?:有|得)?[^,，。]{0,4}(?:收[据条]|发票|凭[证据]|转账|记录)|现金[^,，。]{0,6}没|no (?:receipt|proof)s?(?!,? (?:just|only|but))/i;
const OF_NOTICE = /通知|不(?:给|肯|愿意?|管|开|发|理)|notice|won.t|refuse/i;
const NOBODY_CAME =
  /没(?:得|有)?人|(?:没|不|冇|未)[^,，。]{0,5}(?:联系|理|电话|回|接|音信|动静|消息|管|找我|打给)|nobody|no one|no (?:call|answer)/i;
/** What the lists tell apart, and is one for the classifier. */
export const FINER: Readonly<Partial<Record<MoneyAside, TalkWish>>> = {
  receiptLost: 'noProof',
  transfer: 'keepPapers',
  iou: 'keepPapers',
  toWhom: 'payee',
  fleeing: 'today',
  atFault: 'undecided',
  others: 'otherWay',
  limit: 'amount',
  refused: 'stops',
  discharged: 'stops',
  noTrace: 'noProof',
  heldByThem: 'noList',
};
export const FINER_ASKED: Readonly<Partial<Record<AdvanceAsked, TalkWish>>> = {
  route: 'otherWay',
  first: 'otherWay',
  after: 'status',
  change: 'wish',
};
/** These the classifier does not know at all. */
export const SPECIFIC: ReadonlySet<MoneyAside> = new Set([
  'funeral',
  'expired',
  'recourse',
  'affects',
  'who',
  'whatIs',
  'fleeing',
  'sued',
  'lateReport',
  'heldByThem',
  'employed',
  'borrowed',
  'ordinaryCare',
  'ownShare',
  'secret',
  'noPolice',
  'prison',
  'noTrace',
  'pledge',
  'unsureReported',
  'exposed',
  'whenDetermined',
  'noDetermination',
  'fromThem',
  'carDamaged',
  'licence',
  'numberUse',
  'whereNumber',
  'carried',
  'vehicle',
  'driverSilent',
  'fundLimit',
  'platform',
  'items',
  'whyFirst',
  'paidTo',
  'ownPart',
  'theNotice',
]);
/** These words are of nothing but this money, whatever was spoken of. */
export const PLAIN: ReadonlySet<TalkWish> = new Set([
  ...(['keep', 'keepPapers', 'reply', 'back', 'mine', 'admits', 'payee', 'repay', 'paid'] as const),
  ...(['lateReport', 'premium', 'employer', 'forHire', 'besieged', 'today', 'rescueFund', 'noProof'] as const),
  ...(['pledge', 'isRescue', 'nightOrder'] as const),
]);

export const OF_A_WAY: ReadonlySet<TalkWish> = new Set(['wish', 'amount', 'whoPays', 'otherWay', 'keep', 'whenPaid']);
