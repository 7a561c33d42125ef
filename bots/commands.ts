/** Requests that work anywhere. Each returns true when it has dealt with the message. */

import { begin } from '../dialogs/begin.ts';
import { back, keep, shelve } from '../dialogs/change.ts';
import { openQuestion, quiet, reprompt, running } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { sceneQuestionIn } from '../understanding/asks.ts';
import type { Meaning } from '../understanding/meaning.ts';
import { openingIn } from '../understanding/opening.ts';
import type { Command } from '../understanding/words.ts';
import { correctInWords } from './correcting.ts';
import { callBackSaid, callPerson, cancelCallBack } from './person.ts';
import { giveReceipt, tellProgress } from './progress.ts';
import { askScene } from './questions.ts';
import { goOn, proceed, type Scope, startReport } from './scope.ts';
import { danger } from './urgent.ts';

type Act = (scope: Scope, input: Input) => Promise<boolean> | boolean;

export async function obey(scope: Scope, meant: Meaning, input: Input): Promise<boolean> {
  return acts[meant.command](scope, input);
}

const acts: Readonly<Record<Command, Act>> = {
  crisis: async (scope) => {
    scope.say({ key: 'crisis.help', calls: ['12356', '120', '110'], raise: 'crisis' });
    return callPerson(scope, 'crisis', noWords);
  },
  emergency: danger,
  human: (scope, input) => callPerson(scope, 'asked', input),
  correct: (scope, input) => correctInWords(scope, input, false),
  perhapsCorrect: (scope, input) => correctInWords(scope, input, true),
  keep: async (scope) => {
    if (await keepAsItWas(scope)) return true;
    const { claim, talk } = scope.draft.state;
    if (!claim || talk.stack.at(-1)?.flow === 'report') return false;
    scope.say({ key: 'common.keptAsItWas' });
    goOn(scope);
    return true;
  },
  cancel: async (scope, input) => {
    if (await keepAsItWas(scope)) return true;
    if (answersOpenQuestion(scope, input)) return false;
    const { talk, flow } = shelve(scope.draft.state.talk);
    if (!flow) return say(scope, 'common.nothingOpen', ['report', 'scene', 'human']);
    scope.draft.set({ talk });
    scope.say({
      key: `common.shelved.${flow === 'report' ? 'report' : 'other'}`,
      quick: flow === 'report' ? ['resume', 'human'] : ['report', 'human'],
    });
    // Another number was not given: the one that is called is told again.
    const { callBack } = scope.draft.state;
    if (flow === 'human' && callBack) scope.say(callBackSaid(scope, callBack));
    goOn(scope);
    return true;
  },
  // Where calling 120 or police is asked about, the words answer that.
  noCall: (scope) => {
    const asked = openQuestion(scope.runtime, scope.draft.state.talk)?.position.ask.name ?? '';
    return !['called', 'police', 'scene'].includes(asked) && cancelCallBack(scope);
  },
  withdraw: async (scope, input) => {
    const { claim } = scope.draft.state;
    if (!claim) return acts.cancel(scope, input);
    const number = { kind: 'number', answer: claim.number };
    scope.say({ key: 'report.withdraw', values: { number }, raise: 'withdraw', quick: ['human'] });
    goOn(scope);
    return true;
  },
  afraid: (scope) => {
    const open = openQuestion(scope.runtime, scope.draft.state.talk) !== undefined;
    scope.say({ key: 'common.steady', ...(open ? {} : { quick: ['emergency', 'report', 'human'] }) });
    goOn(scope);
    return true;
  },
  back: async (scope) => {
    if (!openQuestion(scope.runtime, scope.draft.state.talk))
      return say(scope, 'common.nothingOpen', ['report', 'scene', 'human']);
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
  resume: async (scope) => {
    const { talk } = scope.draft.state;
    if (!openQuestion(scope.runtime, talk))
      return talk.shelf.report || !scope.draft.state.claim
        ? reportAnew(scope, '')
        : say(scope, 'report.already', ['progress', 'human']);
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
  progress: async (scope) => {
    await tellProgress(scope);
    goOn(scope);
    return true;
  },
  receipt: (scope) => {
    if (!giveReceipt(scope)) return say(scope, 'progress.none', ['report', 'human']);
    goOn(scope);
    return true;
  },
  forget: (scope) => say(scope, 'common.forgetHow', []),
  english: (scope) => switchTo(scope, 'en'),
  chinese: (scope) => switchTo(scope, 'zh-CN'),
  later: (scope, input) => acts.cancel(scope, input),
  program: (scope) => {
    scope.say({ key: 'common.program', quick: ['human', 'report'] });
    goOn(scope);
    return true;
  },
  otherTopic: (scope, { text }) => {
    // “孩子去世了，怎么赔”: the person first, the question later.
    if (openQuestion(scope.runtime, scope.draft.state.talk) || openingIn(text)) return false;
    return say(scope, 'common.notYet', ['human', 'report', 'progress']);
  },
  greeting: (scope) => {
    if (openQuestion(scope.runtime, scope.draft.state.talk)) goOn(scope);
    else scope.say({ key: 'home.greeting', quick: ['emergency', 'report', 'progress', 'human'] });
    return true;
  },
  thanks: (scope) => {
    scope.say({ key: 'common.thanks' });
    goOn(scope);
    return true;
  },
};

const noWords: Input = { text: '', files: [] };

function say(scope: Scope, key: string, quick: readonly string[]): true {
  scope.say({ key, quick });
  return true;
}

/** Only where an answer was opened again; elsewhere the words may answer the question. */
async function keepAsItWas(scope: Scope): Promise<boolean> {
  const { talk } = scope.draft.state;
  // “要改哪一项？” – “不用改”: back to the question, which is not answered by it.
  if (talk.choosing?.what === 'field') {
    scope.draft.set({ talk: quiet(talk) });
    scope.say(...reprompt(scope.runtime, talk));
    return true;
  }
  if (talk.stack.at(-1)?.flow === 'correction') {
    scope.draft.set({ talk: { ...talk, stack: talk.stack.slice(0, -1) } });
    if (!goOn(scope)) scope.say({ key: 'common.keptAsItWas', quick: ['progress', 'human'] });
    return true;
  }
  const outcome = await keep(scope.runtime, talk);
  if (outcome) await proceed(scope, outcome);
  return outcome !== undefined;
}

async function reportAnew(scope: Scope, text: string): Promise<boolean> {
  if (scope.draft.state.talk.shelf.report) scope.say({ key: 'common.resumed' });
  await startReport(scope, text);
  return true;
}

/** “以后再补” is an answer where the question takes “unknown”; elsewhere it is a wish to stop. */
function answersOpenQuestion(scope: Scope, input: Input): boolean {
  const ask = openQuestion(scope.runtime, scope.draft.state.talk)?.position.ask;
  const optional = ask?.kind.accepts('unknown') || ask?.kind.kind === 'photo';
  return optional === true && ask?.kind.read(input, scope.runtime.now).kind === 'value' && ask.kind.kind !== 'text';
}

function switchTo(scope: Scope, lang: 'zh-CN' | 'en'): true {
  scope.draft.set({ lang, langChosen: true });
  const again = reprompt(scope.runtime, scope.draft.state.talk);
  scope.say({ key: 'common.language' }, ...again);
  return true;
}
