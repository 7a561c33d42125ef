/** What the classifier has heard in a talk about a settlement, as a wish that is answered there; undefined: it is of something else. */
import { type BesideCuts, besideCuts } from './besideCuts.ts';
import type { CutWish } from './deductions.ts';
import type { SettlementWish, TalkWish } from './talkLabels.ts';
import { asksMeaning, asksWhatItIs, termWithin } from './terms.ts';

const BESIDE: Readonly<Partial<Record<SettlementWish, BesideCuts>>> = {
  simpler: 'simpler',
  proof: 'proof',
  noPaper: 'noPaper',
  nextStep: 'nextStep',
  sign: 'signed',
  whenPaid: 'whenPaid',
  outside: 'outside',
  courtFee: 'courtFee',
  forecast: 'forecast',
  share: 'shareFrom',
  whoPays: 'myShare',
  advanced: 'advanced',
  accepts: 'accepts',
  limitShort: 'limit',
  doctorsPaper: 'doctorsPaper',
  everyLine: 'everyLine',
  missed: 'missed',
};
const WISHES: Readonly<Partial<Record<SettlementWish, CutWish>>> = {
  list: { what: 'itemisedList' },
  sources: { what: 'sources' },
  silent: { what: 'silent' },
  supervisor: { what: 'way', way: 'supervisor' },
  recheck: { what: 'recheck' },
  stands: { what: 'objection' },
  withdraw: { what: 'withdraw' },
  letter: { what: 'letter' },
  sending: { what: 'sending' },
};
/** Two lists tell apart what is one for the classifier. */
const FINER: ReadonlySet<BesideCuts> = new Set<BesideCuts>([
  ...(['review', 'notReceived', 'doctorsPaper', 'sued'] as const),
  ...(['theirMoney', 'inWriting', 'limit', 'everyLine'] as const),
]);

/** Whatever the classifier hears in it. */
const IN_WORDS: ReadonlySet<BesideCuts> = new Set<BesideCuts>([
  'inWriting',
  'limit',
  'everyLine',
  'refuses',
  'wrongPerson',
]);
const NAMES_LIST = /药|哪几样|清单|轻单|明细|逐项|列|单子|list|itemi/i;

const FINER_WHY: ReadonlySet<BesideCuts> = new Set<BesideCuts>(['advanced', 'notReceived', 'theirMoney']);

const OF_A_LINE: ReadonlySet<TalkWish> = new Set(['why', 'whoPays', 'wasItCut']);
/** “我儿子是被撞的，凭啥担三成”. */
const BLAME = { codes: ['faultRatio'], items: [] };

type Line = Omit<Extract<CutWish, { what: 'object' }>, 'what'>;
/** `line`: the line that the words name or number. */
export function guessedCut(wish: TalkWish | undefined, text: string, line: Line): CutWish | undefined {
  if (wish === undefined || wish === 'none') return undefined;
  if (wish === 'object') return { what: 'object', ...line };
  // Who asks what a word means, or asks politely, tells nothing yet.
  if (wish === 'reason' && asksMeaning(text)) {
    const term = termWithin(text);
    if (term) return { what: 'term', term };
    return line.names && { what: 'named', names: line.names };
  }
  if (wish === 'reason') return { what: 'object', ...line, reason: text.trim() };
  const finer = besideCuts(text);
  if (finer !== undefined && IN_WORDS.has(finer)) return { what: 'beside', asked: finer };
  // “哪几条给扣了”: the lines, and no paper that would have to be written.
  if (wish === 'list' && !NAMES_LIST.test(text)) return { what: 'whole' };
  if (wish === 'why' && finer && FINER_WHY.has(finer)) return { what: 'beside', asked: finer };
  if (OF_A_LINE.has(wish) && line.names) return { what: 'named', names: line.names };
  if (wish === 'why' || wish === 'wasItCut') return { what: 'whole' };
  if (wish === 'noFault') return { what: 'named', names: line.names ?? BLAME };
  if (wish === 'notNew') return undefined;
  if (wish === 'back' && finer === 'theirMoney') return { what: 'beside', asked: finer };
  // Words that no list explains are not explained by a line made short.
  if (wish === 'simpler' && asksWhatItIs(text)) return undefined;
  const beside = BESIDE[wish as SettlementWish];
  if (beside) return { what: 'beside', asked: finer && FINER.has(finer) ? finer : beside };
  return WISHES[wish as SettlementWish];
}
