/** The last resort for a message: nothing is open, and no request was recognised. */
import type { Input } from '../prompts/kind.ts';
import { asksSomething, saysOnlyFact, sceneQuestionIn } from '../understanding/asks.ts';
import { openingIn } from '../understanding/opening.ts';
import { saysOnlyYes, saysSubmit } from '../understanding/yes.ts';
import { tellsRest } from './advance/rest.ts';
import { spokeOfMoney } from './advance/spoken.ts';
import { addToClaim } from './asides.ts';
import { obey } from './commands.ts';
import { lostInCuts } from './deductions/lost.ts';
import { mournsFirst } from './grief.ts';
import { byMeaning } from './intents.ts';
import { hasClaim, menuOf, orPerson } from './menu.ts';
import { callPerson, movesCallBack } from './person.ts';
import { askScene } from './questions.ts';
import { type Scope, startReport } from './scope.ts';
import { askAbout } from './standing/asking.ts';
import { keepTold } from './told.ts';

/** Nothing is open and no request was recognised: facts of an accident start a report, anything else gets the menu. */
export async function unasked(scope: Scope, input: Input): Promise<void> {
  const { draft, runtime } = scope;
  if (saysSubmit(input.text) && saysOnlyYes(input.text, runtime.now)) return submitsNothing(scope);
  const facts = scope.deps.flows.report?.understands?.(input.text, runtime.now, undefined) ?? {};
  const known = hasClaim(scope);
  const tells = ('when' in facts || 'ownPlate' in facts) && 'what' in facts;
  if (tells && !known) return draft.state.reportedSaid ? leadsToClaim(scope, input) : startReport(scope, input.text);
  if (movesCallBack(scope, input.text)) return void (await callPerson(scope, 'asked', input));
  const opening = known ? undefined : openingIn(input.text);
  if (opening) return opening === 'death' ? mournsFirst(scope, input.text) : startReport(scope, input.text);
  const topic = sceneQuestionIn(input.text);
  if (topic) return void (await askScene(scope, topic));
  // “昨晚八点”, “朝阳路口”: the beginning of a story.
  if (!draft.state.claim && saysOnlyFact(input.text, runtime.now) && keepTold(scope, input.text))
    return scope.say({ key: 'common.toldFirst', quick: ['report', 'human'] });
  if (await byMeaning(scope, input, obey)) return;
  if (asksSomething(input.text)) return scope.say({ key: 'common.notYet', quick: orPerson(scope) });
  // Who speaks of money, and tells of the accident.
  if (!known && spokeOfMoney(scope) && keepTold(scope, input.text))
    return scope.say({ key: 'common.toldFirst', quick: ['report', 'human'] });
  if (draft.state.claim && input.text.length >= addition)
    return void (await addToClaim(scope, draft.state.claim, input.text));
  if (!draft.state.claim) keepTold(scope, input.text);
  if ((await lostInCuts(scope, input.text)) || (await tellsRest(scope))) return;
  scope.say({ key: 'common.notUnderstood', quick: menuOf(scope) });
}

/** “提交” with nothing open: the report that was stopped is shown again, one that was sent needs no more. */
async function submitsNothing(scope: Scope): Promise<void> {
  const { talk, claim } = scope.draft.state;
  if (talk.shelf.report) return void (await obey(scope, { command: 'resume', evidence: '' }, { text: '', files: [] }));
  if (claim) scope.say({ key: 'report.already', quick: ['progress', 'human'] });
  else if (hasClaim(scope)) scope.say({ key: 'common.nothingOpen', quick: menuOf(scope) });
  else scope.say({ key: 'progress.none', quick: ['report', 'human'] });
}

/** It was reported before: whose claim it is comes first. */
async function leadsToClaim(scope: Scope, input: Input): Promise<void> {
  keepTold(scope, input.text);
  scope.say({ key: 'identity.reported' });
  await askAbout(scope, 'standing', input, true);
}

/** Fewer characters than this say hello or ask something; more are kept. */
const addition = 6;
