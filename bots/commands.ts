/** Requests that work anywhere. Each returns true when it has dealt with the message. */

import { begin } from '../dialogs/begin.ts';
import { back, shelve } from '../dialogs/change.ts';
import { openQuestion, reprompt } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import type { JsonObject } from '../store/ports.ts';
import { sceneTopicIn } from '../understanding/field.ts';
import type { Meaning } from '../understanding/meaning.ts';
import type { Command } from '../understanding/words.ts';
import { contactPhone } from './contact.ts';
import { correctInWords } from './correcting.ts';
import { goOn, proceed, type Scope, startReport } from './scope.ts';

type Act = (scope: Scope, input: Input) => Promise<boolean> | boolean;

export async function obey(scope: Scope, meant: Meaning, input: Input): Promise<boolean> {
  return acts[meant.command](scope, input);
}

const acts: Readonly<Record<Command, Act>> = {
  crisis: async (scope) => {
    scope.say({ key: 'crisis.help', calls: ['12356', '120', '110'], raise: 'crisis' });
    return callPerson(scope, 'crisis', noWords);
  },
  emergency: (scope) => {
    const open = openQuestion(scope.runtime, scope.draft.state.talk)?.position.ask;
    if (open?.name === 'danger' || open?.name === 'called') return false;
    scope.say({
      key: 'emergency.now',
      calls: ['120', '122'],
      // Without a number nobody can call back; then this is a button of the home page, not yet a case.
      ...(contactPhone(scope.draft.state) ? { raise: 'danger' as const } : {}),
      ...(open ? {} : { quick: ['report', 'scene', 'human'] }),
    });
    if (open?.kind.kind === 'text') return false;
    goOn(scope);
    return true;
  },
  human: (scope, input) => callPerson(scope, 'asked', input),
  correct: (scope, input) => correctInWords(scope, input, false),
  perhapsCorrect: (scope, input) => correctInWords(scope, input, true),
  cancel: (scope, input) => {
    if (answersOpenQuestion(scope, input)) return false;
    const { talk, flow } = shelve(scope.draft.state.talk);
    if (!flow) return say(scope, 'common.nothingOpen', ['report', 'scene', 'human']);
    scope.draft.set({ talk });
    scope.say({
      key: `common.shelved.${flow === 'report' ? 'report' : 'other'}`,
      quick: flow === 'report' ? ['resume', 'human'] : ['report', 'human'],
    });
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
    const topic = sceneTopicIn(input.text, scope.runtime.now);
    await proceed(scope, await begin(scope.runtime, talk, 'scene', topic ? { params: { topic } } : {}));
    return true;
  },
  report: async (scope, input) => {
    if (scope.draft.state.talk.stack.some((frame) => frame.flow === 'report')) {
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
    const { claim } = scope.draft.state;
    if (!claim) return say(scope, 'progress.none', ['report', 'human']);
    const number = { kind: 'number', answer: claim.number };
    scope.say({
      key: 'progress.number',
      values: { number },
      links: [{ name: 'receipt', url: scope.deps.receiptUrl(claim.id, scope.draft.conversation.id) }],
    });
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
  otherTopic: (scope) => {
    if (openQuestion(scope.runtime, scope.draft.state.talk)) return false;
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

async function reportAnew(scope: Scope, text: string): Promise<boolean> {
  if (scope.draft.state.talk.shelf.report) scope.say({ key: 'common.resumed' });
  await startReport(scope, text);
  return true;
}

async function callPerson(scope: Scope, reason: string, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  // A number in the very words of the wish is the one to call.
  const said = scope.deps.flows.human?.understands?.(input.text, runtime.now, undefined).phone;
  const phone = typeof said === 'string' ? said : contactPhone(draft.state);
  const known: JsonObject = phone ? { phone } : {};
  await proceed(scope, await begin(runtime, draft.state.talk, 'human', { params: { reason }, known }));
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

async function tellProgress(scope: Scope): Promise<void> {
  const { draft, deps } = scope;
  const { claim } = draft.state;
  if (!claim) {
    scope.say({
      key: draft.state.talk.stack.length > 0 ? 'progress.draft' : 'progress.none',
      quick: draft.state.talk.stack.length > 0 ? ['resume', 'human'] : ['report', 'human'],
    });
    return;
  }
  await draft.know(claim.id, deps.store);
  const promise = draft.facts.get(claim.id)?.promises.at(-1);
  const values = {
    number: { kind: 'number', answer: claim.number },
    by: { kind: 'instant', answer: promise?.by ?? '' },
    who: { kind: 'caller', answer: promise?.who ?? '' },
  };
  const overdue = promise !== undefined && Date.parse(promise.by) < draft.at;
  const key = overdue
    ? 'progress.overdue'
    : draft.state.phone === null
      ? 'progress.reportedNoPhone'
      : 'progress.reported';
  scope.say({ key: promise ? key : 'progress.number', values, quick: ['human'] });
}
