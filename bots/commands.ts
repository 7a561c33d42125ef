/** Requests that work anywhere. Each returns true when it has dealt with the message. */

import { begin } from '../dialogs/begin.ts';
import { back } from '../dialogs/change.ts';
import { openQuestion, reprompt, running } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { asksForSomebody, sceneQuestionIn } from '../understanding/asks.ts';
import type { Meaning } from '../understanding/meaning.ts';
import { openingIn, tellsOnlyDeath } from '../understanding/opening.ts';
import { namesReport } from '../understanding/reported.ts';
import { intentOf } from '../understanding/understand.ts';
import type { Command } from '../understanding/words.ts';
import { wantsAdvance } from './advance/asked.ts';
import { listConsents, withdrawConsent } from './consentWishes.ts';
import { correctInWords } from './correcting.ts';
import { despairs } from './crisis.ts';
import { wantsSupervisor } from './deductions/supervisor.ts';
import { mournsFirst } from './grief.ts';
import { occupied } from './handoff.ts';
import { saysAbout } from './intents.ts';
import { hasClaim, menuOf, orPerson } from './menu.ts';
import { comfort, hasLeft, reportsAnother, soothe, waits } from './moments.ts';
import { wantsList } from './papers/asked.ts';
import { callPerson } from './person.ts';
import { giveReceipt } from './progress.ts';
import { takesUp } from './putAside.ts';
import { askScene } from './questions.ts';
import { goOn, goOnLater, proceed, type Scope, startReport } from './scope.ts';
import { askAbout, wishesOfCode } from './standing/asking.ts';
import type { Wish } from './standing/tell.ts';
import { keepAll, stop, stopCall, withdraw } from './stopping.ts';
import { chooseLevel } from './telling/level.ts';
import { danger } from './urgent.ts';

type Act = (scope: Scope, input: Input) => Promise<boolean> | boolean;

export async function obey(scope: Scope, meant: Meaning, input: Input): Promise<boolean> {
  return acts[meant.command](scope, input);
}

const acts: Readonly<Record<Command, Act>> = {
  crisis: despairs,
  emergency: danger,
  human: (scope, input) => !wantsSupervisor(scope, input) && callPerson(scope, 'asked', input),
  correct: (scope, input) => correctInWords(scope, input, false),
  perhapsCorrect: (scope, input) => correctInWords(scope, input, true),
  keep: keepAll,
  cancel: stop,
  noCall: stopCall,
  consents: listConsents,
  withdrawConsent,
  withdraw,
  afraid: comfort,
  angry: soothe,
  wait: waits,
  left: hasLeft,
  another: reportsAnother,
  back: async (scope) => {
    if (!openQuestion(scope.runtime, scope.draft.state.talk)) return say(scope, 'common.nothingOpen', menuOf(scope));
    await proceed(scope, await back(scope.runtime, scope.draft.state.talk));
    return true;
  },
  restart: async (scope) => {
    const { talk } = scope.draft.state;
    const keep = Object.fromEntries(Object.entries(talk.shelf).filter(([flow]) => flow !== 'report'));
    scope.draft.set({ talk: { stack: talk.stack.filter((frame) => frame.flow !== 'report'), shelf: keep, misses: 0 } });
    await startReport(scope, '');
    return true;
  },
  resume: async (scope, { text }) => {
    const { talk } = scope.draft.state;
    if (!openQuestion(scope.runtime, talk) && !namesReport(text) && (await takesUp(scope))) return true;
    if (!openQuestion(scope.runtime, talk))
      return talk.shelf.report || !hasClaim(scope)
        ? reportAnew(scope, '')
        : say(scope, scope.draft.state.claim ? 'report.already' : 'common.nothingOpen', menuOf(scope));
    goOn(scope);
    return true;
  },
  help: (scope) => {
    scope.say({ key: 'home.help', quick: ['report', 'scene', 'progress', 'human'] });
    goOn(scope);
    return true;
  },
  scene: async (scope, input) => {
    const { talk } = scope.draft.state;
    if (talk.stack.at(-1)?.flow === 'scene') return false;
    const topic = sceneQuestionIn(input.text);
    if (topic) return askScene(scope, topic);
    await proceed(scope, await begin(scope.runtime, talk, 'scene'));
    return true;
  },
  report: async (scope, input) => {
    if (running(scope.draft.state.talk, 'report')) {
      goOn(scope);
      return true;
    }
    return reportAnew(scope, input.text);
  },
  progress: async (scope, input) => {
    const { claim, callBack } = scope.draft.state;
    // “有人吗”, where nobody has been told of anything, asks for a person.
    if (!claim && !callBack && asksForSomebody(input.text)) return callPerson(scope, 'asked', noWords);
    return about(scope, 'standing', input);
  },
  why: (scope, input) => about(scope, 'why', input),
  timeline: (scope, input) => about(scope, 'timeline', input),
  press: (scope, input) => about(scope, 'press', input),
  verify: async (scope, input) => {
    if (!(await askAbout(scope, heldBack(scope.draft.state), input, true))) goOnLater(scope);
    return true;
  },
  noCode: (scope, input) => wishesOfCode(scope, input, true),
  fewerNews: (scope) => chooseLevel(scope, 'needed'),
  noNews: (scope) => chooseLevel(scope, 'law'),
  allNews: (scope) => chooseLevel(scope, 'all'),
  receipt: (scope) => {
    if (!giveReceipt(scope)) return say(scope, 'progress.none', ['report', 'human']);
    goOn(scope);
    return true;
  },
  forget: (scope) => say(scope, 'common.forgetHow', []),
  english: (scope) => switchTo(scope, 'en'),
  chinese: (scope) => switchTo(scope, 'zh-CN'),
  later: (scope, input) => (scope.draft.state.talk.stack.length === 0 ? thanked(scope) : stop(scope, input)),
  program: (scope) => {
    scope.say({ key: 'common.program', quick: ['human', 'report'] });
    goOn(scope);
    return true;
  },
  otherTopic: async (scope, input) => {
    const { text } = input;
    // “孩子去世了，怎么赔”: the person first, the question later.
    if (openQuestion(scope.runtime, scope.draft.state.talk) || openingIn(text)) return false;
    const { intent } = intentOf(text);
    if (intent === 'documents') return wantsList(scope);
    if (intent === 'advance') return wantsAdvance(scope, input);
    return saysAbout(scope, text) || say(scope, 'common.notYet', orPerson(scope));
  },
  greeting: (scope) => {
    if (openQuestion(scope.runtime, scope.draft.state.talk)) goOn(scope);
    else scope.say({ key: 'home.greeting', quick: ['emergency', 'report', 'progress', 'human'] });
    return true;
  },
  thanks: thanked,
};

function thanked(scope: Scope): true {
  scope.say({ key: 'common.thanks' });
  goOnLater(scope);
  return true;
}

/** What was not told without a code. */
function heldBack({ lastSaid }: Scope['draft']['state']): Wish {
  if (lastSaid === 'advance.noClaim') return 'advanceWish';
  if (lastSaid.startsWith('advance.')) return lastSaid === 'advance.ledgerLater' ? 'ledger' : 'advance';
  return lastSaid.startsWith('papers.') ? 'papers' : 'standing';
}

async function about(scope: Scope, wish: Wish, input: Input): Promise<true> {
  if (!(await askAbout(scope, wish, input))) goOnLater(scope);
  return true;
}

const noWords: Input = { text: '', files: [] };

function say(scope: Scope, key: string, quick: readonly string[]): true {
  scope.say({ key, quick });
  return true;
}

async function reportAnew(scope: Scope, text: string): Promise<boolean> {
  if (tellsOnlyDeath(text)) {
    await mournsFirst(scope, text);
    return true;
  }
  if (scope.draft.state.talk.shelf.report) scope.say({ key: 'common.resumed' });
  await startReport(scope, text);
  return true;
}

function switchTo(scope: Scope, lang: 'zh-CN' | 'en'): true {
  scope.draft.set({ lang, langChosen: true });
  if (occupied(scope.draft)) return true;
  const again = reprompt(scope.runtime, scope.draft.state.talk);
  scope.say({ key: 'common.language' }, ...again);
  return true;
}
