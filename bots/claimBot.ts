/**
 * One message, start to end: who has the floor? what was meant? which dialog? No rule and no sentence is here. The bot writes
 * into the turn's draft; nothing it does is visible before the commit.
 */
import { type Activity, ActivityHandler, type TurnContext } from 'botbuilder';
import type { Say } from '../dialogs/say.ts';
import { answer, begin, noteFacts, type Outcome, openQuestion, type Runtime, reprompt } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import type { FileRecord } from '../store/ports.ts';
import { looksEnglish, meaningOf } from '../understanding/meaning.ts';
import { obey } from './commands.ts';
import { changeTapped, correctSomething } from './correcting.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { endingOf } from './endings.ts';
import { keepFiles } from './filing.ts';
import { look } from './look.ts';
import { speak } from './speak.ts';
import { timerFired } from './timers.ts';

/** Everything one message needs at hand. */
export interface Scope {
  readonly deps: TurnDeps;
  readonly draft: Draft;
  readonly runtime: Runtime;
  readonly newId: () => string;
  /** Says now; in order. */
  say(...says: readonly Say[]): void;
}

export const scopeKey = Symbol('scope');

export class ClaimBot extends ActivityHandler {
  constructor() {
    super();
    this.onConversationUpdate(async (context) => greet(scopeOf(context), context.activity.locale));
    this.onMessage(async (context) => receive(scopeOf(context), inputOf(context.activity)));
    this.onEvent(async (context) => event(scopeOf(context), context.activity));
  }
}

function scopeOf(context: TurnContext): Scope {
  return context.turnState.get<Scope>(scopeKey);
}

export function createScope(
  deps: TurnDeps,
  draft: Draft,
  newId: () => string,
): Scope & { readonly says: readonly Partial<Activity>[] } {
  const says: Partial<Activity>[] = [];
  const runtime: Runtime = {
    flows: deps.flows,
    now: { at: draft.at },
    look: (what, args) => look(deps, draft.at, what, args),
  };
  const say = (...sentences: readonly Say[]): void => {
    draft.noteSaid(sentences);
    for (const sentence of sentences) {
      says.push(speak(deps.renderer, draft.state.lang, sentence));
      if (sentence.raise) draft.ticket('serious', { reason: sentence.raise });
    }
  };
  return { deps, draft, runtime, newId, say, says };
}

function greet(scope: Scope, locale: string | undefined): void {
  const { draft } = scope;
  if (draft.state.greeted) return;
  if (locale?.toLowerCase().startsWith('en')) draft.set({ lang: 'en' });
  draft.set({ greeted: true });
  scope.say({ key: 'home.greeting', quick: ['emergency', 'report', 'progress', 'human'] });
}

async function event(scope: Scope, activity: Activity): Promise<void> {
  if (activity.name === 'setLanguage')
    await obey(scope, { command: activity.value === 'en' ? 'english' : 'chinese', evidence: 'setLanguage' }, noInput);
  if (activity.name === 'timer') await timerFired(scope);
}
const noInput: Input = { text: '', files: [] };

/** A person's message. */
export async function receive(scope: Scope, input: Input): Promise<void> {
  const { draft, runtime } = scope;
  chooseLanguage(draft, input.text);
  draft.set({ greeted: true });
  await keepFiles(scope, input);
  if (draft.floor === 'person' || draft.floor === 'closed') return;
  const tapped = changeTapped(scope, input.text);
  if (tapped && (await correctSomething(scope, input, tapped))) return;
  const open = openQuestion(runtime, draft.state.talk);
  const meant = meaningOf(input.text, open !== undefined);
  if (meant && (await obey(scope, meant, input))) return;
  const onlyFiles = input.text === '' && !input.location && input.files.length > 0;
  // A photo where words are asked is kept (above) and no wrong answer: the question stands.
  if (open && onlyFiles && open.position.ask.kind.kind !== 'photo')
    return scope.say(...reprompt(runtime, draft.state.talk));
  if (open) return proceed(scope, await answer(runtime, draft.state.talk, input));
  if (onlyFiles) return;
  await unasked(scope, input);
}

/** Nothing is open and no request was recognised: facts of an accident start a report, anything else gets the menu. */
async function unasked(scope: Scope, input: Input): Promise<void> {
  const { draft, runtime } = scope;
  const facts = scope.deps.flows.report?.understands?.(input.text, runtime.now, undefined) ?? {};
  if (('when' in facts || 'ownPlate' in facts) && 'what' in facts && !draft.state.claim)
    return startReport(scope, input.text);
  scope.say({ key: 'common.notUnderstood', quick: ['report', 'scene', 'progress', 'human'] });
}

/** Starts or resumes the report; what the opening words already tell is noted. */
export async function startReport(scope: Scope, text: string): Promise<void> {
  const { draft, runtime } = scope;
  const outcome = await begin(runtime, draft.state.talk, 'report');
  draft.set({ talk: noteFacts(runtime, outcome.talk, text, 'opening') });
  scope.say(...outcome.says);
}

/** Takes over an outcome; what has ended is turned into events, and the next flow begins. */
export async function proceed(scope: Scope, outcome: Outcome): Promise<void> {
  const { draft, runtime, deps } = scope;
  draft.set({ talk: outcome.talk });
  scope.say(...outcome.says);
  if (!outcome.ended) return;
  const ending = await endingOf(deps, draft, outcome.ended, scope.newId);
  scope.say(...ending.says);
  if (ending.next) return proceed(scope, await begin(runtime, draft.state.talk, ending.next.flow, ending.next.params));
  const silent = outcome.says.length + ending.says.length === 0;
  if (!goOn(scope) && silent) scope.say({ key: 'common.nothingOpen', quick: ['report', 'scene', 'human'] });
}

/** Back to what was interrupted; false if nothing was. */
export function goOn(scope: Scope): boolean {
  const again = reprompt(scope.runtime, scope.draft.state.talk);
  if (again.length > 0) scope.say({ key: 'common.goOn' }, ...again);
  return again.length > 0;
}

function chooseLanguage(draft: Draft, text: string): void {
  if (draft.state.langChosen || text === '') return;
  if (looksEnglish(text)) draft.set({ lang: 'en', langChosen: true });
  else if (/\p{Script=Han}/u.test(text)) draft.set({ langChosen: true });
}

function inputOf(activity: Activity): Input {
  const files = (activity.channelData?.files ?? []) as readonly FileRecord[];
  const place = activity.entities?.find((entity) => entity.type === 'GeoCoordinates');
  const location = place ? { location: { latitude: Number(place.latitude), longitude: Number(place.longitude) } } : {};
  return {
    text: (activity.text ?? '').trim(),
    files: files.map(({ id, type, name, size, sha256 }) => ({ id, type, name, size, sha256 })),
    ...location,
  };
}
