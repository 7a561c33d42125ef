/** What no word of command and no open question has taken: the classifier says what is meant, and where it is unsure the person is asked. */
import type { Input } from '../prompts/kind.ts';
import { asksSomething } from '../understanding/asks.ts';
import { type Beyond, beyondIn } from '../understanding/beyond.ts';
import { dangerIn, isLookedAfter, tellsOfThen } from '../understanding/danger.ts';
import type { Intent } from '../understanding/labels.ts';
import { tellsOfEvidence } from '../understanding/remark.ts';
import { intentOf, type Understood } from '../understanding/understand.ts';
import type { Command } from '../understanding/words.ts';
import { wantsAdvance } from './advance/asked.ts';
import { spokeOfMoney } from './advance/spoken.ts';
import { asksWhy } from './deductions/asked.ts';
import { isSettled } from './deductions/topic.ts';
import { grantsOf } from './identity/index.ts';
import { hasClaim, orPerson } from './menu.ts';
import { wantsList } from './papers/asked.ts';
import type { Scope } from './scope.ts';
import { keepTold } from './told.ts';

/** Below this, or where the second is nearly as likely, a guess would be right too seldom. */
const SURE = 0.45;
const LEAD = 0.12;

/** What a meaning comes to as a request. */
const COMMANDS: Partial<Readonly<Record<Intent, Command>>> = {
  emergency: 'emergency',
  human: 'human',
  cancel: 'cancel',
  correct: 'correct',
  help: 'help',
  scene: 'scene',
  progress: 'progress',
  report: 'report',
  thanks_bye: 'thanks',
  smalltalk_or_greeting: 'greeting',
  restart_menu: 'help',
};
/** Meanings that have a button. */
const BUTTONS: Partial<Readonly<Record<Intent, string>>> = {
  emergency: 'emergency',
  report: 'report',
  scene: 'scene',
  progress: 'progress',
  human: 'human',
  documents: 'documents',
  advance: 'advance',
  deduction: 'deduction',
  estimate: 'estimate',
  mediation: 'mediation',
};
/** What this version cannot answer yet, and says so by its name. */
const ABOUT: Partial<Readonly<Record<Intent, string>>> = {
  estimate: 'about.estimate',
  mediation: 'about.mediation',
};
/** What is none of ours, and whom to ask. */
const BEYOND: Readonly<Record<Beyond, string>> = {
  vehicle: 'beyond.vehicle',
  policy: 'beyond.policy',
  otherLine: 'beyond.otherLine',
  criminal: 'beyond.criminal',
  workInjury: 'beyond.workInjury',
  fines: 'beyond.fines',
  other: 'beyond.other',
};
/** Who has reported and asks nothing adds to the claim, unless it is one of these. */
const REQUESTS: ReadonlySet<Intent> = new Set(['emergency', 'human', 'progress', 'cancel', 'thanks_bye']);

export type Obey = (scope: Scope, meant: { command: Command; evidence: string }, input: Input) => Promise<boolean>;

/** True where the message has been answered. */
export async function byMeaning(scope: Scope, input: Input, obey: Obey): Promise<boolean> {
  const understood = intentOf(input.text);
  const { intent, evidence, crisis } = understood;
  if (crisis) return obey(scope, { command: 'crisis', evidence: evidence[0] ?? '' }, input);
  scope.deps.sample?.(input.text, understood, scope.draft.at);
  // Whose claim is known tells of it, and begins none.
  if (hasClaim(scope) && !asksSomething(input.text) && !REQUESTS.has(intent)) return false;
  if (intent === 'emergency' && grantsOf(scope).length > 0 && !isDangerNow(scope, understood, input.text)) return false;
  // “一个人，胯骨跟腿，在人民医院”: doctors are there.
  if (intent === 'emergency' && isWithDoctors(scope, input.text)) return false;
  // Who is asked for money stands at no roadside any more.
  if (intent === 'scene' && spokeOfMoney(scope)) return false;
  if (!isSure(understood)) return asksWhich(scope, understood);
  if (intent === 'documents') return wantsList(scope);
  if (intent === 'deduction' || (intent === 'estimate' && (await isSettled(scope)))) return asksWhy(scope, input);
  if (intent === 'advance') return wantsAdvance(scope, input);
  if (saysAbout(scope, input.text, intent)) return true;
  if (intent === 'scene' && tellsOfEvidence(input.text)) return heardRemark(scope, input.text);
  const command = COMMANDS[intent];
  return command === undefined ? false : obey(scope, { command, evidence: evidence[0] ?? '' }, input);
}

/** “行车记录仪有录像” asks for no steps at the scene. */
function heardRemark(scope: Scope, text: string): true {
  keepTold(scope, text);
  scope.say({ key: 'common.remark', quick: ['report', 'human'] });
  return true;
}

/** Whose accident is long over is told of danger where words name it, or the classifier is sure. */
const isDangerNow = ({ runtime }: Scope, { confidence }: Understood, text: string): boolean =>
  !tellsOfThen(text) && (confidence >= SURE || dangerIn(text, runtime.now) !== undefined);

const isWithDoctors = (scope: Scope, text: string): boolean =>
  (isLookedAfter(text) || spokeOfMoney(scope)) && dangerIn(text, scope.runtime.now) === undefined;

/** Danger is never put to a choice. */
export function isSure({ intent, confidence, intents }: Understood): boolean {
  return intent === 'emergency' || (confidence >= SURE && confidence - (intents[1]?.confidence ?? 0) >= LEAD);
}

/** One closed question with the two likeliest meanings; false where they have no names. */
function asksWhich(scope: Scope, { intents }: Understood): boolean {
  const [first, second] = intents.flatMap(({ intent }) => BUTTONS[intent] ?? []);
  const likely = intents.slice(0, 2).every(({ intent }) => BUTTONS[intent]);
  if (!likely || !first || !second) return false;
  scope.say({
    key: 'common.which',
    quick: [first, second, ...(first === 'human' || second === 'human' ? [] : ['human'])],
  });
  return true;
}

/** What this version cannot answer is said by its name, and what is none of ours by whom to ask; false for everything else. */
export function saysAbout(scope: Scope, text: string, intent: Intent = intentOf(text).intent): boolean {
  const about = ABOUT[intent];
  if (about) scope.say({ key: about, quick: orPerson(scope) });
  else if (intent === 'out_of_scope') scope.say({ key: BEYOND[beyondIn(text)], quick: ['report', 'human'] });
  else return false;
  return true;
}
