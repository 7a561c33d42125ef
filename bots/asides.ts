/** Words that are no answer to the open question, though it might take them for one. Each says true when it has dealt with them. */
import { keep } from '../dialogs/change.ts';
import { decided } from '../dialogs/doubt.ts';
import type { AskStep } from '../dialogs/flow.ts';
import { openQuestion, quiet, reprompt, withoutTop } from '../dialogs/runtime.ts';
import type { Input, Now } from '../prompts/kind.ts';
import type { ClaimId } from '../store/ports.ts';
import { answersNothing, asksHowToSend, asksSomething, saysUnsure } from '../understanding/asks.ts';
import { saysThanks, takesIt } from '../understanding/desk.ts';
import { tellsOfDeath } from '../understanding/opening.ts';
import { tellsOfElse } from '../understanding/remark.ts';
import { saysOnlyYes, saysSubmit } from '../understanding/yes.ts';
import { asksWhichIsRight } from './doubts.ts';
import { noteOn } from './noteOn.ts';
import { goOn, proceed, type Scope } from './scope.ts';

/** “提交”, “OK” where an account is asked for: no account. If it was opened again, it stands as it was. */
export async function saysYesToText(scope: Scope, input: Input): Promise<boolean> {
  const { runtime, draft } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  const asksForWords = open?.position.ask.kind.kind === 'text' || open?.frame.changing !== undefined;
  const asks = ['report', 'details', 'correction'].includes(open?.frame.flow ?? '') && asksForWords;
  if (!asks || !saysOnlyYes(input.text, runtime.now)) return false;
  const kept = await keep(runtime, draft.state.talk);
  if (kept) await proceed(scope, kept);
  else scope.say(...reprompt(runtime, draft.state.talk));
  return true;
}

/** After something was not taken, or something is to be changed, “好的” sends nothing: only “提交” does. */
export function doubtfulYes(scope: Scope, input: Input): boolean {
  const { runtime, draft } = scope;
  const { talk } = draft.state;
  const open = openQuestion(runtime, talk);
  const doubt = talk.misses > 0 || talk.choosing !== undefined;
  if (!open?.position.ask.options.readBack || !doubt || !saysOnlyYes(input.text, runtime.now)) return false;
  if (saysSubmit(input.text)) return false;
  draft.set({ talk: quiet(talk) });
  scope.say({ key: 'report.notSent' }, ...reprompt(runtime, talk));
  return true;
}

/** Who is asked what to correct and says something else has left the correction; true when it was left. */
export function leftCorrection(scope: Scope, input: Input): boolean {
  const { runtime, draft } = scope;
  const { talk } = draft.state;
  const open = openQuestion(runtime, talk);
  if (open?.frame.flow !== 'correction' || input.text === '') return false;
  const { name, kind, options } = open.position.ask;
  const short = isShort(input.text);
  if (options.doubt && decided(open.position.ask, input, runtime.now) !== 'elsewhere') return false;
  const answers = kind.read(input, runtime.now).kind !== 'problem' && (name !== 'field' || short);
  if (!options.doubt && (answers || (!asksSomething(input.text) && short))) return false;
  draft.set({ talk: withoutTop(talk) });
  return true;
}

/** Names of answers are short: “投保车辆车牌”, “plate of the insured car”. */
const isShort = (text: string): boolean => text.length <= (/\p{Script=Han}/u.test(text) ? 8 : 30);

/** While details are asked for, whatever else is told is kept with the claim, and said so. */
export async function toldAfterwards(scope: Scope, input: Input): Promise<boolean> {
  const { runtime, draft } = scope;
  const { claim, talk } = draft.state;
  const open = openQuestion(runtime, talk);
  if (!claim || open?.frame.flow !== 'details' || /^\S{0,2}$/.test(input.text.trim())) return false;
  if (answersNothing(input.text) || saysUnsure(input.text)) return false;
  if (answersDetail(open.position.ask, input, runtime.now)) return false;
  if (smallWord(scope, claim.number, input.text)) return true;
  // Who writes that somebody has died is asked nothing more.
  const grief = tellsOfDeath(input.text);
  if (grief) draft.set({ talk: withoutTop(talk) });
  const asks = await addToClaim(scope, claim, input.text);
  if (!grief && !asks) goOnUnlessPhotos(scope);
  return true;
}

/** Thanks, goodbye, or how to send something: answered, nothing is noted, and the question is not put again. */
function smallWord({ say }: Scope, claim: string, text: string): boolean {
  if (asksHowToSend(text)) say({ key: 'details.howToSend', values: { number: { kind: 'number', answer: claim } } });
  else if (takesIt(text)) say({ key: saysThanks(text) ? 'common.thanks' : 'common.remark' });
  else return false;
  return true;
}

/** The question for photos stands as long as it likes: whoever sends none has heard it. */
export function goOnUnlessPhotos(scope: Scope): void {
  const asked = openQuestion(scope.runtime, scope.draft.state.talk)?.position.ask.kind.kind;
  if (asked !== 'photo') goOn(scope);
}

/** “行车记录仪有录像” is no name, and “其实是三个人受伤” no hospital. */
function answersDetail({ name, kind }: AskStep, input: Input, now: Now): boolean {
  const read = kind.read(input, now);
  if (read.kind === 'problem') return false;
  return (
    (read.kind === 'value' && read.value === 'unknown') || !tellsOfElse({ kind: kind.kind, name }, input.text, now)
  );
}

/** “对方逆行” after the report was sent: kept with it, and said so. True where it contradicts the report, which is then asked about. */
export async function addToClaim(scope: Scope, claim: { id: ClaimId; number: string }, text: string): Promise<boolean> {
  const { draft, deps } = scope;
  await draft.know(claim.id, deps.store);
  noteOn(draft, claim.id, text);
  const grief = tellsOfDeath(text);
  if (grief) scope.say({ key: 'details.death', raise: 'death' });
  const number = { kind: 'number', answer: claim.number };
  scope.say({ key: 'details.added', values: { number }, quick: ['human', 'progress'] });
  return !grief && asksWhichIsRight(scope, claim.id, text);
}
