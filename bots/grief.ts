/**
 * A death that is told where something else is asked: a kind word and a person at once, and it is noted among the injured, so
 * that nothing later is asked or sent as if nobody had died. What else the words answer is taken.
 */
import { shelve } from '../dialogs/change.ts';
import { undoubted } from '../dialogs/doubt.ts';
import { withTold } from '../dialogs/frame.ts';
import { noteFact, noteFacts, onTop, openQuestion, reprompt, type Talk } from '../dialogs/runtime.ts';
import { answer, take } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';
import { saysPassedAway, tellsAccident } from '../understanding/asks.ts';
import { meaningOf } from '../understanding/meaning.ts';
import { openingIn, theDead } from '../understanding/opening.ts';
import { despairIn } from '../understanding/understand.ts';
import { letsAsk, saysNotNow, saysOnlyYes } from '../understanding/yes.ts';
import { proceed, type Scope, startReport } from './scope.ts';

const said = 'report.death';
/** These questions hear of it themselves. */
const hears = /^(?:injured|injuredCount|what|check|person\..*)$/;
/** To these an answer may stand in the same words: “我是司机，撞死人了”. To a place or a time they are none. */
const exact = /^choice\.role$|^phone$|^plate$/;

/** A death as the first word: it is kept, and whether anything may be asked is asked first. */
export async function mournsFirst(scope: Scope, text: string): Promise<void> {
  const { draft } = scope;
  if (draft.state.talk.shelf.report) return startReport(scope, text);
  await startReport(scope, text, ({ key }) => key === said);
  draft.set({ talk: shelve(draft.state.talk).talk });
  scope.say({ key: mayAsk, quick: ['resume', 'human'] });
}
const mayAsk = 'report.deathAsk';

/** “好”, “先不说了”, where it was asked whether something may be asked. 'ask' means: go on with the report. */
export function mayBeAsked({ draft, runtime }: Scope, { text }: Input): 'ask' | 'notNow' | undefined {
  if (draft.state.lastSaid !== mayAsk || despairIn(text, false) !== undefined) return undefined;
  if (letsAsk(text) || saysOnlyYes(text, runtime.now)) return 'ask';
  const meant = meaningOf(text, false)?.command;
  const leaves = meant === undefined || ['wait', 'cancel', 'later'].includes(meant);
  return leaves && saysNotNow(text) ? 'notNow' : undefined;
}

export async function mourns(scope: Scope, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  if (open?.frame.flow !== 'report' || open.frame.answers.injured || hears.test(open.position.ask.name)) return false;
  const kin = open.frame.answers.role?.value === 'family' && saysPassedAway(input.text);
  if (!kin && openingIn(input.text) !== 'death' && openingIn(input.text) !== 'deathCaused') return false;
  const { name, kind } = open.position.ask;
  if (!open.frame.told.includes(said)) scope.say({ key: said, raise: 'death' });
  draft.set({ talk: noted(scope, input.text) });
  const { talk } = draft.state;
  const answers = exact.test(kind.kind) && kind.read(input, runtime.now).kind === 'value';
  if (answers) await proceed(scope, await answer(runtime, talk, input));
  // Nobody who has lost somebody is asked whether somebody is bleeding.
  else if (name === 'danger' && openingIn(input.text) === 'death')
    await proceed(scope, await take(runtime, talk, name, 'away', { text: '', files: [] }));
  else scope.say(...reprompt(runtime, talk));
  return true;
}

function noted({ draft, runtime }: Scope, text: string): Talk {
  const { talk } = draft.state;
  const told = tellsAccident(text) ? noteFacts(runtime, talk, text, undefined) : talk;
  const dead = noteFact(runtime, told, 'injured', theDead(text, runtime.now) as unknown as Json);
  const top = dead.stack.at(-1);
  // Nobody who mourns is asked which of two hours is right.
  return top ? onTop(dead, undoubted(withTold(top, [said]))) : dead;
}
