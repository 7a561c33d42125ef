/** Everything one message needs at hand, and the two steps that every handler ends with: proceed, or go on with what was open. */
import type { Activity } from 'botbuilder';
import { begin } from '../dialogs/begin.ts';
import { begun, noteFact, noteFacts, type Outcome, quiet, type Runtime, reprompt } from '../dialogs/runtime.ts';
import type { Say } from '../dialogs/say.ts';
import type { Json } from '../store/ports.ts';
import { dangerIn, isLookedAfter, tellsDaysAgo } from '../understanding/danger.ts';
import { openingIn, theDead } from '../understanding/opening.ts';
import { objectionEnded } from './deductions/objecting.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { endingOf } from './endings.ts';
import { occupied } from './handoff.ts';
import { look } from './look.ts';
import { menuOf } from './menu.ts';
import { knowsSide } from './papers/between.ts';
import { provesAgain } from './proveAgain.ts';
import { raise } from './raise.ts';
import { speak } from './speak.ts';
import { identityEnded } from './standing/asking.ts';
import { freshTold, withTold } from './told.ts';

export interface Scope {
  readonly deps: TurnDeps;
  readonly draft: Draft;
  readonly runtime: Runtime;
  readonly newId: () => string;
  /** Says now; in order. */
  say(...says: readonly Say[]): void;
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
      says.push(speak(deps.renderer, draft.state.lang, withFiles(draft, sentence)));
      if (sentence.raise) raise(draft, sentence.raise);
      draft.set({ lastSaid: sentence.key });
    }
  };
  return { deps, draft, runtime, newId, say, says };
}

/** What is read back includes the photos that came on the way. */
const withFiles = ({ state }: Draft, say: Say): Say =>
  say.readBack && state.files.length > 0 ? { ...say, values: { ...say.values, files: state.files.length } } : say;

/** Takes over an outcome; what has ended is turned into events, and the next flow begins. */
export async function proceed(scope: Scope, outcome: Outcome): Promise<void> {
  const { draft, runtime, deps } = scope;
  draft.set({ talk: outcome.talk });
  scope.say(...outcome.says);
  if (!outcome.ended) return;
  const ending =
    (await identityEnded(scope, outcome.ended)) ??
    (await provesAgain(scope, outcome.ended)) ??
    (await objectionEnded(scope, outcome.ended)) ??
    (await endingOf(deps, draft, outcome.ended, scope.newId));
  scope.say(...ending.says);
  await knowsSide(scope);
  if (ending.next) return proceed(scope, await begin(runtime, draft.state.talk, ending.next.flow, ending.next));
  if (ending.aside && isOptional(scope)) return;
  const silent = !ending.told && outcome.says.length + ending.says.length === 0;
  if (!goOn(scope) && silent) scope.say({ key: 'common.nothingOpen', quick: menuOf(scope) });
}

/** Whether what is open may wait: “补几样” stays open, and is not put again under every other answer. */
const OPTIONAL: ReadonlySet<string | undefined> = new Set(['details', 'documents', 'paper']);
const isOptional = ({ draft }: Scope): boolean => OPTIONAL.has(draft.state.talk.stack.at(-1)?.flow);

/** After something in between: back to what was interrupted, unless that may wait. */
export function goOnLater(scope: Scope): void {
  if (!isOptional(scope)) goOn(scope);
}

/** Answered beside what is open. */
export function sayBeside(scope: Scope, ...says: readonly Say[]): true {
  scope.say(...says);
  goOnLater(scope);
  return true;
}

/** Back to what was interrupted; false if nothing was, or a person has the floor. What was offered to choose from is no longer on the table. */
export function goOn(scope: Scope): boolean {
  if (occupied(scope.draft)) return false;
  scope.draft.set({ talk: quiet(scope.draft.state.talk) });
  const again = reprompt(scope.runtime, scope.draft.state.talk);
  if (again.length > 0) scope.say({ key: 'common.goOn' }, ...again);
  return again.length > 0;
}

const LONGEST_SAID = 200;

/** Starts or resumes the report; what the opening words already tell is noted. */
export async function startReport(scope: Scope, text: string, says = (_: Say): boolean => true): Promise<void> {
  const { draft, runtime } = scope;
  const opening = openingIn(text);
  // Nobody at a deathbed or a bedside is asked whether somebody is bleeding, nor who has told just before that doctors are there.
  const before = freshTold(draft).map((one) => one.text);
  const over = [...before, text].some((one) => isLookedAfter(one) || tellsDaysAgo(one));
  const looked = over && dangerIn(text, runtime.now) === undefined;
  const away = opening ? opening !== 'deathCaused' : looked;
  const known = away ? { danger: 'away' } : {};
  // The hospital's money waits for the claim, and with it what was said of it.
  const money = opening === 'bedsideMoney' ? { said: text.slice(0, LONGEST_SAID) } : {};
  const params = opening ? { params: { opening, ...money } } : {};
  const isNew = !begun(draft.state.talk, 'report');
  const beginning = isNew ? { ...params, ...(away ? { known } : {}) } : {};
  const outcome = await begin(runtime, draft.state.talk, 'report', beginning);
  const told = isNew ? withTold(draft, runtime, outcome.talk) : outcome.talk;
  const noted = noteFacts(runtime, told, text, undefined);
  const mourned = opening === 'death' || opening === 'deathCaused';
  draft.set({
    talk: mourned ? noteFact(runtime, noted, 'injured', theDead(text, runtime.now) as unknown as Json) : noted,
  });
  scope.say(...outcome.says.filter(says));
}
