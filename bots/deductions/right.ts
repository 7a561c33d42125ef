/** Yes or no to what was read back of somebody's reason, in whatever words. */
import { onTop, openQuestion } from '../../dialogs/runtime.ts';
import { take } from '../../dialogs/talk.ts';
import type { Input } from '../../prompts/kind.ts';
import { asksSomething } from '../../understanding/asks.ts';
import { clausesOf } from '../../understanding/clauses.ts';
import { cutWishIn } from '../../understanding/deductions.ts';
import { rejectsAll } from '../../understanding/objection.ts';
import { asksWhen, behindYes, confirms, rejects, saysAgain, saysToUs } from '../../understanding/objector.ts';
import { asksInDialect, reasonBeside } from '../../understanding/reasons.ts';
import { wantsSent } from '../../understanding/sentences.ts';
import { clauseWish, sureWish } from '../../understanding/talkWish.ts';
import { proceed, type Scope } from '../scope.ts';
import { answersRest } from './behindYes.ts';
import { QUESTIONS } from './busy.ts';
import { addsReason } from './turns.ts';

/** Yes or no to what was read back, in whatever words; a question behind her yes is answered, too. */
export async function saysRight(scope: Scope, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const ask = openQuestion(runtime, draft.state.talk)?.position.ask;
  const more = behindYes(input.text) ?? '';
  if (!ask || (more === '' && ask.kind.read(input, runtime.now).kind === 'value')) return false;
  const rest = behindYes(input.text);
  if (wantsSent(input.text)) return sendsNow(scope, ask.name, { input, isYes: rest !== undefined });
  // “对，这两条俺都不认。”: yes, whatever she says once more behind it.
  const yes = rest !== undefined && (rejectsAll(rest) || (sureWish(rest) !== 'reason' && !tellsMore(rest)));
  const answer = yes ? 'right' : rejects(input.text) ? 'amend' : undefined;
  if (answer === undefined) return false;
  const n = Number(draft.state.talk.stack.at(-1)?.params.n) || undefined;
  await proceed(scope, await take(runtime, draft.state.talk, ask.name, answer, input));
  if (yes) await answersRest(scope, rest, n);
  return true;
}
/** “…，请写成信交上去”: sent as it stands; what she says besides is read back first. */
async function sendsNow(
  scope: Scope,
  name: string,
  { input, isYes }: { readonly input: Input; readonly isYes: boolean },
): Promise<true> {
  const { draft, runtime } = scope;
  const frame = draft.state.talk.stack.at(-1);
  if (!frame) return true;
  const sends = { ...frame, params: { ...frame.params, sends: true } };
  draft.set({ talk: onTop(draft.state.talk, sends) });
  const more = isYes ? undefined : reasonBeside(input.text);
  const before = Object.entries(frame.answers).flatMap(([one, { value }]) => (one.startsWith('why.') ? [value] : []));
  if (more !== undefined) return addsReason(scope, sends, [...before.slice(-1), more].join('；'));
  await proceed(scope, await take(runtime, draft.state.talk, name, 'right', input));
  return true;
}
/** In words that no list of questions knows; or that nothing was answered. */
function isQuestion(clause: string): boolean {
  const wish = clauseWish(clause, 'settlement');
  return asksInDialect(clause) || wish === 'missed' || (wish !== undefined && QUESTIONS.has(wish));
}
/** More of why is kept, and read back. */
function tellsMore(rest: string): boolean {
  const more = clausesOf(rest).filter(
    (one) =>
      !asksSomething(one) &&
      !isQuestion(one) &&
      cutWishIn(one)?.what !== 'figure' &&
      !saysToUs(one) &&
      !confirms(one) &&
      !asksWhen(one) &&
      !saysAgain(one),
  );
  return more.join('').length >= LONG;
}

/** Words that name an item and say more. */
const LONG = 7;
