/** What somebody can want in a talk about a settlement, or about money for treatment. */
export const OF_SETTLEMENT = [
  'why',
  'object',
  'reason',
  'list',
  'sources',
  'simpler',
  'proof',
  'noPaper',
  'nextStep',
  'silent',
  'sign',
  'whenPaid',
  'outside',
  'courtFee',
  'forecast',
  'share',
  'whoPays',
  'advanced',
  'supervisor',
  'recheck',
  'stands',
  'withdraw',
  'accepts',
  'letter',
  'sending',
] as const;
export const OF_MONEY = [
  'keep',
  'keepPapers',
  'reply',
  'back',
  'paid',
  'mine',
  'admits',
  'wish',
  'status',
  'papers',
  'otherWay',
  'stops',
  'amount',
  'payee',
  'repay',
  'privately',
  // What drivers ask in the middle of it.
  'lateReport',
  'premium',
  'notReported',
  'stopsCare',
  'besieged',
  'employer',
  'forHire',
  'today',
  'paidNothing',
  'fetch',
  'noNotice',
  'noList',
  'rescueFund',
  'sayShort',
  'noProof',
  'undecided',
  'whoApplied',
] as const;
/** Belong to either talk. */
export const OF_BOTH = ['simpler', 'nextStep'] as const;
/** `none`: an answer, a story, or something else. */
export const TALK_WISHES = [...OF_SETTLEMENT, ...OF_MONEY, 'none'] as const;

export type SettlementWish = (typeof OF_SETTLEMENT)[number];
export type MoneyWish = (typeof OF_MONEY)[number];
export type TalkWish = (typeof TALK_WISHES)[number];
