/**
 * One message, start to end: who has the floor? what was meant? which dialog? No rule and no sentence is here. The bot writes
 * into the turn's draft; nothing it does is visible before the commit.
 */
import { type Activity, ActivityHandler, type TurnContext } from 'botbuilder';
import { openQuestion } from '../dialogs/runtime.ts';
import { answer } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import { namesBot } from '../understanding/desk.ts';
import { tellsOfEvidence } from '../understanding/remark.ts';
import { despairIn } from '../understanding/understand.ts';
import { adjust } from './adjusting.ts';
import { noteSide } from './advance/rest.ts';
import { tellsMoneyIn } from './advance/split.ts';
import { doubtfulYes, leftCorrection, saysYesToText, toldAfterwards } from './asides.ts';
import { asksForCall, leavesScene } from './calls.ts';
import { obey } from './commands.ts';
import { consentsInWords } from './consentWords.ts';
import { correctStated, correctTapped } from './correcting.ts';
import { calmerRest } from './crisis.ts';
import { tappedOne } from './doubts.ts';
import { keepFiles, keepPlace, onlyFiles } from './filing.ts';
import { heardByPeople } from './floor.ts';
import { chooseLanguage, greet } from './greeting.ts';
import { mayBeAsked, mourns } from './grief.ts';
import { noteIntroduction } from './identity/introduced.ts';
import { inputOf } from './input.ts';
import { leavesReport } from './leavingReport.ts';
import { meantBy } from './meant.ts';
import { tellCrowded, tellNotTaken } from './notTaken.ts';
import { noteGrave } from './offers.ts';
import { asksBeside, wakesIdentity } from './papers/between.ts';
import { takesPages } from './papers/filing.ts';
import { agreesToPerson, callPerson, presses, sameNumber } from './person.ts';
import { pausedTooLong } from './proveAgain.ts';
import { answeredQuestion, tellsWhetherSent } from './questions.ts';
import { remarked } from './remarks.ts';
import { goOn, proceed, type Scope } from './scope.ts';
import { afterPerson } from './solved.ts';
import { noteNumbers } from './spoken.ts';
import { wishesOfCode } from './standing/asking.ts';
import { leavesAsking } from './standing/leaving.ts';
import { nothingToChange, stop } from './stopping.ts';
import { tellNews } from './telling/turn.ts';
import { timerFired } from './timers.ts';
import { asksOfTopic } from './topics.ts';
import { tellsUnanswered } from './unanswered.ts';
import { unasked } from './unasked.ts';
import { explainsQuestion } from './why.ts';

export const scopeKey = Symbol('scope');

export class ClaimBot extends ActivityHandler {
  constructor() {
    super();
    this.onConversationUpdate(async (context) => greet(scopeOf(context), context.activity.locale));
    this.onMessage(async (context) => {
      const scope = scopeOf(context);
      if (!tellNotTaken(scope, context.activity)) await receive(scope, inputOf(context.activity));
    });
    this.onEvent(async (context) => event(scopeOf(context), context.activity));
  }
}

function scopeOf(context: TurnContext): Scope {
  return context.turnState.get<Scope>(scopeKey);
}

async function event(scope: Scope, activity: Activity): Promise<void> {
  if (activity.name === 'timer') await timerFired(scope);
  if (activity.name === 'adjuster') await adjust(scope);
  if (activity.name === 'api') await tellNews(scope);
  if (activity.name !== 'setLanguage') return;
  const command = activity.value === 'en' ? 'english' : activity.value === 'zh-CN' ? 'chinese' : undefined;
  if (command) await obey(scope, { command, evidence: 'setLanguage' }, { text: '', files: [] });
}

/** A person's message. */
export async function receive(scope: Scope, given: Input): Promise<void> {
  const { draft, runtime } = scope;
  chooseLanguage(draft, given.text);
  const input = tappedOne(scope, given);
  draft.set({ greeted: true });
  noteNumbers(draft, input.text);
  const thanked = await keepFiles(scope, input);
  if ((await heardByPeople(scope, input)) || afterPerson(scope, input)) return;
  noteGrave(scope, input);
  const calm = calmerRest(scope, input.text);
  if (calm !== undefined) return calm === '' ? undefined : receive(scope, { ...input, text: calm, files: [] });
  if (await correctTapped(scope, input)) return;
  if ((await nothingToChange(scope, input)) || (await sameNumber(scope, input))) return;
  noteSide(scope, input.text);
  noteIntroduction(scope, input.text);
  const others = tellsWhetherSent(scope, input.text);
  if (others !== undefined) return receive(scope, { ...input, text: others, files: [] });
  const other = leavesReport(scope, input);
  if (other !== undefined) return other === '' ? undefined : receive(scope, { ...input, text: other, files: [] });
  const rest = await tellsMoneyIn(scope, input);
  if (rest === '') return;
  if (rest !== undefined) return receive(scope, { ...input, text: rest, files: [] });
  if (despairIn(input.text, true) === undefined && (await presses(scope, input))) return;
  if (await nobodyToLeave(scope, input)) return;
  if (isReceiptNumber(scope, input.text)) return void (await obey(scope, { command: 'progress', evidence: '' }, input));
  wakesIdentity(scope, input);
  const leaves = await leavesAsking(scope, input);
  if (leaves !== 'no') return leaves === 'left' ? receive(scope, { ...input, files: [] }) : undefined;
  if (await wishesOfCode(scope, input, false)) return;
  if (leftCorrection(scope, input)) return receive(scope, { ...input, files: [] });
  if (agreesToPerson(scope, input.text)) return void (await callPerson(scope, 'asked', input));
  if (await answersMourner(scope, input)) return;
  tellCrowded(scope);
  if (await saysYesToText(scope, input)) return;
  if (doubtfulYes(scope, input)) return;
  if (await pausedTooLong(scope, input)) return;
  if (despairIn(input.text, true) === undefined && (await consentsInWords(scope, input))) return;
  const open = openQuestion(runtime, draft.state.talk);
  const meant = meantBy(scope, input, open !== undefined);
  if ((await takesPages(scope, input)) || (await asksOfTopic(scope, input, meant))) return;
  if (meant?.command !== 'crisis' && meant?.command !== 'emergency' && (await asksForCall(scope, input))) return;
  if (leavesScene(scope, input, tellsOfEvidence(input.text))) return receive(scope, { ...input, files: [] });
  if (meant && (await obey(scope, meant, input))) return;
  if (await asksBeside(scope, input, obey)) return;
  if (explainsQuestion(scope, input)) return;
  if (await correctStated(scope, input)) return;
  if (await mourns(scope, input)) return;
  if (await answeredQuestion(scope, input)) return;
  if (keepPlace(scope, input)) return;
  if (onlyFiles(scope, input, thanked)) return;
  if ((await toldAfterwards(scope, input)) || (await remarked(scope, input))) return;
  if (open) tellsUnanswered(scope, input);
  if (open) return proceed(scope, await answer(runtime, draft.state.talk, input));
  await unasked(scope, input);
}

async function answersMourner(scope: Scope, input: Input): Promise<boolean> {
  const may = mayBeAsked(scope, input);
  if (may === 'ask') return obey(scope, { command: 'resume', evidence: '' }, { text: '', files: [] });
  if (may === 'notNow') scope.say({ key: 'report.deathLater', quick: ['resume', 'human'] });
  return may !== undefined;
}

/** The number of the receipt, however it is written: she asks how it stands. */
const isReceiptNumber = ({ draft }: Scope, text: string): boolean =>
  draft.state.claim !== null && text.replace(/[\s-]/g, '') === draft.state.claim.number;

/** “返回机器人” where nobody is waited for: that is here. Who is asked when to be called wants no call, unless in despair. */
async function nobodyToLeave(scope: Scope, input: Input): Promise<boolean> {
  if (!namesBot(input.text)) return false;
  const asked = scope.draft.state.talk.stack.at(-1);
  if (asked?.flow === 'human' && asked.params.reason !== 'crisis') return stop(scope, input);
  if (!goOn(scope)) scope.say({ key: 'home.help', quick: ['report', 'scene', 'progress', 'human'] });
  return true;
}
