/** After a colleague: “解决了吗”, with one tap, and a reason with another. Whoever writes something else is simply listened to. */

import { languages } from '../locales/render.ts';
import type { Input } from '../prompts/kind.ts';
import { namesBot, saysSolved, solvedIn, takesIt } from '../understanding/desk.ts';
import { meaningOf } from '../understanding/meaning.ts';
import { despairIn } from '../understanding/understand.ts';
import { ended } from './handoff.ts';
import { readsBack } from './overheard.ts';
import { goOn, type Scope } from './scope.ts';

export const WHY = ['whyUnclear', 'whySlow', 'whyDisagree', 'whyOther'] as const;

/** The first words after a colleague has ended are for the bot again. True where they answered its question. */
export function afterPerson(scope: Scope, input: Input): boolean {
  const { draft } = scope;
  const { handoff, lastSaid, settling = 0 } = draft.state;
  if (draft.floor === 'closed') draft.floor = 'bot';
  if (handoff?.state !== 'ended') return false;
  const late = settling > 0 && handoff.outcome === 'handedBack' && saysSolved(input.text);
  if (lastSaid === 'human.solved' || late) return answersSolved(scope, input.text);
  if (lastSaid !== 'human.whyNot') return false;
  const why = WHY.find((name) => tapped(scope, name, input.text));
  const own = why || !tellsWhy(input.text) ? {} : { whyText: input.text.trim().slice(0, 500) };
  if (!why && !own.whyText) return false;
  draft.hand({ ...handoff, data: { ...handoff.data, why: why ?? 'whyOther', ...own } });
  scope.say({ key: 'human.whyThanks', quick: ['human', 'progress'] });
  readsBack(scope);
  goOn(scope);
  return true;
}

function answersSolved(scope: Scope, text: string): boolean {
  const { draft } = scope;
  const { handoff } = draft.state;
  const solved = solvedIn(text);
  if (handoff && solved === undefined && takesIt(text)) {
    scope.say({ key: 'human.agreedStands', quick: ['human'] });
    // Whether it is solved may still be told.
    draft.set({ lastSaid: 'human.solved' });
    return true;
  }
  if (!handoff || solved === undefined) return false;
  ended(draft, handoff, solved ? 'solved' : 'notSolved');
  if (!solved) {
    scope.say({ key: 'human.whyNot', quick: [...WHY, 'human'] });
    return true;
  }
  scope.say({ key: 'human.solvedThanks', quick: ['progress', 'human'] });
  readsBack(scope);
  goOn(scope);
  return true;
}

/** In her own words, unless they ask for something else or tell of danger. */
const tellsWhy = (text: string): boolean =>
  text.trim() !== '' && meaningOf(text, true) === undefined && despairIn(text, false) === undefined && !namesBot(text);

const tapped = ({ deps }: Scope, name: string, text: string): boolean =>
  languages.some((lang) => deps.renderer.sentence(lang, `quick.${name}`) === text);
