/** Which request a message is taken for, before its topic is looked at: danger, a person, or a word of command. */
import { openQuestion } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { crisisIn } from '../understanding/crisis.ts';
import { dangerIn, isLookedAfter, isOfThings, tellsOfThen } from '../understanding/danger.ts';
import { type Meaning, meaningOf } from '../understanding/meaning.ts';
import { saysWhyNoCode } from '../understanding/noPhone.ts';
import { namesReport } from '../understanding/reported.ts';
import { despairIn, intentOf } from '../understanding/understand.ts';
import { grantsOf } from './identity/index.ts';
import type { Scope } from './scope.ts';
import { meantOfClaim } from './standing/heard.ts';

/** Danger comes before everything but despair and the wish for a person. */
export function meantBy(scope: Scope, input: Input, asking: boolean): Meaning | undefined {
  // “没人催 就是我自己问问” chooses one of what was offered; only words of self-harm are heard in it.
  const despair = answersAtHead(scope, input) ? crisisIn(input.text) : despairIn(input.text, asking);
  if (despair !== undefined) return { command: 'crisis', evidence: despair };
  const meant = meaningOf(input.text, asking);
  if (meant?.command === 'crisis' || meant?.command === 'human') return meant;
  // “我爸昏迷，验证码在他手机上”: who cannot read a code says why.
  if (saysWhyNoCode(input.text) || isOfThings(input.text)) return meant?.command === 'emergency' ? undefined : meant;
  // Of the day of an accident that was settled since nobody is in danger now.
  if (grantsOf(scope).length > 0 && tellsOfThen(input.text)) return meant?.command === 'emergency' ? undefined : meant;
  const ofClaim = meantOfClaim(scope, input.text);
  if (ofClaim) return { command: ofClaim, evidence: input.text };
  return dangerMeant(scope, input) ?? (tellsOfOld(scope, input.text, meant) ? undefined : meant);
}

/** “我儿子是被撞的”, of a claim that is open here, or behind “保险公司赔的比我们要的少”: no accident is being reported. */
function tellsOfOld(scope: Scope, text: string, meant: Meaning | undefined): boolean {
  if (meant?.command !== 'report' || namesReport(text)) return false;
  if (grantsOf(scope).length > 0) return true;
  const { intent, confidence } = intentOf(text);
  return intent === 'deduction' && confidence >= SURELY;
}
const SURELY = 0.7;

/** Who asked for the money is answered by her first words; of an accident nothing is being told. */
function answersAtHead({ draft, runtime }: Scope, { text }: Input): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  const [head = ''] = text.trim().split(/[\s,，。]/);
  const rest = head.length <= LONGEST_HEAD && head !== text.trim();
  if (open?.frame.flow !== 'advance' || open.position.ask.kind.choices === undefined) return false;
  return rest && open.position.ask.kind.read({ text: head, files: [] }, runtime.now).kind === 'value';
}
const LONGEST_HEAD = 6;

/** Kinds of question to which danger is an answer. */
const hearsDanger: ReadonlySet<string> = new Set([
  'text',
  'casualties',
  'choice.dangerNow',
  'choice.called',
  'choice.injuredState',
]);

/** “孩子流了好多血”: danger in words that are no command; in an account or a count of the injured they are part of it. */
function dangerMeant({ draft, runtime }: Scope, { text }: Input): Meaning | undefined {
  const open = openQuestion(runtime, draft.state.talk);
  if (hearsDanger.has(open?.position.ask.kind.kind ?? '') || isLookedAfter(text)) return undefined;
  return dangerIn(text, runtime.now) ? { command: 'emergency', evidence: text } : undefined;
}
