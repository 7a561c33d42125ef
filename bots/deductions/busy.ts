/** Whether the open question takes the words for its answer, or what is asked of a settlement is answered beside it. */
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import { asksPlainly } from '../../understanding/asks.ts';
import { besideCuts } from '../../understanding/besideCuts.ts';
import { clausesOf } from '../../understanding/clauses.ts';
import { asksWhyLess, cutWishIn } from '../../understanding/deductions.ts';
import { ofFiled } from '../../understanding/filedObjection.ts';
import { asksOfObjection, disagreesPlainly, onlyNamesLine, onlyProtests } from '../../understanding/objection.ts';
import { saysAgree } from '../../understanding/objector.ts';
import { asksAmongOthers } from '../../understanding/reasons.ts';
import type { TalkWish } from '../../understanding/talkLabels.ts';
import { sureWish } from '../../understanding/talkWish.ts';
import { termAsked } from '../../understanding/terms.ts';
import type { Scope } from '../scope.ts';

/** Flows in which a question of her own is no answer: it is answered, and what was asked waits. */
const ASIDE: ReadonlySet<string> = new Set(['details', 'documents', 'objection', 'objectionWay', 'human']);

/** An answer to a question that is open is that answer. `filed`: an objection was filed a while ago. */
export function isBusy({ draft, runtime }: Scope, input: Input, filed: boolean): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  if (open === undefined || open.frame.flow === 'details') return false;
  const { kind } = open.position.ask;
  const reads = kind.kind !== 'text' && kind.read(input, runtime.now).kind !== 'problem';
  if (
    asksBeside(input.text, open.frame.flow) &&
    ASIDE.has(open.frame.flow) &&
    !(reads && (open.frame.flow === 'objectionWay' || saysAgree(input.text)))
  )
    return false;
  // Whoever is asked when to call may go on with what it is about.
  const ofIt = disagreesPlainly(input.text) || (filed && ofFiled(input.text, runtime.now) !== undefined);
  if (open.frame.flow === 'human' && !reads && ofIt) return false;
  const isAnswer = kind.kind === 'text' || reads;
  return isAnswer || !ASIDE.has(open.frame.flow) || !asksWhyLess(input.text);
}

/** No answer to anything, and no reason of hers. */
function asksBeside(text: string, flow: string): boolean {
  if (asksOfObjection(text)) return true;
  if (asksAmongOthers(text)) return true;
  if (flow === 'objection' && clausesOf(text).some((one) => disagreesPlainly(one))) return false;
  const sure = sureWish(text, 'settlement');
  if (sure === 'reason' || sure === 'object' || (sure === 'why' && onlyProtests(text))) return false;
  // “都行你看着办”, where ways are offered: what they are good for is told.
  if (sure === 'nextStep' && flow === 'objectionWay') return false;
  if (sure !== undefined && QUESTIONS.has(sure)) return true;
  if (asksPlainly(text) && asksOfCuts(text)) return true;
  if (onlyNamesLine(text) || besideCuts(text) !== undefined || termAsked(text) !== undefined) return true;
  const what = text.length <= SHORT ? cutWishIn(text)?.what : undefined;
  return what !== undefined && BESIDE.has(what);
}
/** What it asks is answered here, and is no reason of hers. */
export function asksOfCuts(text: string): boolean {
  const wish = cutWishIn(text);
  return wish !== undefined && wish.what !== 'object' && wish.what !== 'way';
}
/** What only wants to be told. */
export const QUESTIONS: ReadonlySet<TalkWish> = new Set([
  ...(['why', 'list', 'sources', 'simpler', 'proof', 'noPaper', 'nextStep', 'silent', 'sign', 'whenPaid'] as const),
  ...(['outside', 'courtFee', 'forecast', 'share', 'whoPays', 'advanced', 'stands', 'letter', 'sending'] as const),
  ...(['limitShort', 'doctorsPaper', 'everyLine', 'wasItCut'] as const),
]);
/** Longer ones tell why. */
const SHORT = 14;
const BESIDE: ReadonlySet<string> = new Set(['whole', 'itemisedList', 'figure', 'sources']);
