/** Messages that are not for the bot: somebody waits for a person, or a person speaks. They are kept and shown; danger is answered all the same. */
import type { Input } from '../prompts/kind.ts';
import { dangerIn, isLookedAfter } from '../understanding/danger.ts';
import { namesBot, tellsIcu, wantsBot } from '../understanding/desk.ts';
import { meaningOf } from '../understanding/meaning.ts';
import { despairIn } from '../understanding/understand.ts';
import { gravityOf, occupied } from './handoff.ts';
import { noteGrave } from './offers.ts';
import { overhears } from './overheard.ts';
import { placeAsked } from './place.ts';
import { joinQueue, leaveQueue, lookAgain } from './queue.ts';
import type { Scope } from './scope.ts';
import type { Asking } from './state.ts';

const day = 24 * 60 * 60 * 1000;

/** True where the bot has nothing more to say to this. */
export async function heardByPeople(scope: Scope, input: Input): Promise<boolean> {
  const { draft } = scope;
  const { handoff } = draft.state;
  if (!occupied(draft)) return false;
  const urgent = helpsFirst(scope, input.text);
  await overhears(scope, input, urgent);
  // A floor that was given away without an asking: nothing to keep count of.
  if (!handoff) return true;
  const heard = {
    ...handoff,
    ...graver(scope, handoff, input, urgent),
    lastPersonAt: laterThan(handoff.lastAdjusterAt, draft.at),
  };
  if (draft.floor === 'waiting') return whileWaiting(scope, heard, input.text, urgent);
  draft.hand({ ...heard, data: { ...handoff.data, unanswered: handoff.data.unanswered ?? heard.lastPersonAt } });
  // Only she ends it, or is asked to.
  if (!urgent && namesBot(input.text))
    scope.say({ key: 'human.stillHere', values: { name: String(handoff.data.name ?? '') } });
  if (waitsForWords(handoff)) return true;
  lookAgain(draft, draft.at + scope.deps.service.desk.silence);
  return true;
}

/** The clock may stand still; what was said after something is later all the same. */
const laterThan = (before: number | null, at: number): number => Math.max(at, (before ?? 0) + 1);

/** Whether the person has said something that nobody has answered; then the clock runs already. */
export const waitsForWords = ({ lastPersonAt, lastAdjusterAt }: Asking): boolean =>
  (lastPersonAt ?? 0) > (lastAdjusterAt ?? 0);

/** 120, or 12356: in one line, and whoever speaks or comes sees it. */
function helpsFirst(scope: Scope, text: string): boolean {
  const meant = meaningOf(text, true)?.command;
  const despairs = despairIn(text, false) !== undefined || meant === 'crisis';
  if (despairs) scope.say({ key: helpFor(scope), calls: ['12356', '120', '110'], raise: 'crisis' });
  const dangerous = meant === 'emergency' || dangerIn(text, scope.runtime.now) !== undefined;
  // Who lies in intensive care is with doctors: a colleague reads it, and nobody is told to call them.
  const withDoctors = isLookedAfter(text) || tellsIcu(text) || scope.draft.state.raised.icu !== undefined;
  if (despairs || !dangerous || withDoctors) return despairs;
  scope.say({ key: 'emergency.now', calls: ['120', '122'], raise: 'danger' });
  return true;
}

/** In full the first time. */
function helpFor({ draft: { state, at } }: Scope): 'crisis.help' | 'crisis.again' {
  const before = state.raised.crisis;
  return before !== undefined && at - before < day ? 'crisis.again' : 'crisis.help';
}

/** What is told now can make the reason of the asking a graver one, never a lighter one. */
function graver(scope: Scope, { severity }: Asking, input: Input, urgent: boolean): Partial<Asking> {
  noteGrave(scope, input);
  const grave = gravityOf(scope.draft);
  if (grave && (grave.severity > severity || (urgent && grave.reason === 'crisis'))) return grave;
  return urgent ? { severity: 3 } : {};
}

async function whileWaiting(scope: Scope, handoff: Asking, text: string, urgent: boolean): Promise<boolean> {
  const { draft } = scope;
  if (!urgent && (wantsBot(text) || leaves(text))) {
    leaveQueue(scope, handoff);
    return true;
  }
  draft.hand(handoff);
  placeAsked(draft, handoff);
  if (urgent) return true;
  if (meaningOf(text, true)?.command === 'human') return joinQueue(scope, 'asked');
  // Once, and no more: the words are for the colleague who comes.
  if (handoff.data.kept) return true;
  draft.hand({ ...handoff, data: { ...handoff.data, kept: true } });
  scope.say({ key: 'human.kept', quick: ['backToBot'] });
  return true;
}

/** “取消”, “不用打了”: only what is waited for can be meant. */
function leaves(text: string): boolean {
  const meant = meaningOf(text, true)?.command;
  return meant === 'cancel' || meant === 'noCall';
}
