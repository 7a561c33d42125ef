/** Turns in the middle of an objection: another line than the one that was spoken of, or what is to be done before why. */
import { begin } from '../../dialogs/begin.ts';
import type { AskStep, Frame } from '../../dialogs/flow.ts';
import type { Way } from '../../dialogs/objection/index.ts';
import { onTop, openQuestion, reprompt, withoutTop } from '../../dialogs/runtime.ts';
import { answer, take } from '../../dialogs/talk.ts';
import type { Input } from '../../prompts/kind.ts';
import type { ClaimId, Json, JsonObject } from '../../store/ports.ts';
import { asksSomething } from '../../understanding/asks.ts';
import { clausesOf } from '../../understanding/clauses.ts';
import { cutWishIn } from '../../understanding/deductions.ts';
import { wayNamed } from '../../understanding/filedObjection.ts';
import { onlyNamesLine, wantsBoth } from '../../understanding/objection.ts';
import { behindLine, droppedLineIn, pointsAtLine } from '../../understanding/objector.ts';
import { onlyObjects, reasonBeside } from '../../understanding/reasons.ts';
import type { TalkWish } from '../../understanding/talkLabels.ts';
import { likelyWish, sureWish } from '../../understanding/talkWish.ts';
import { noteOn } from '../noteOn.ts';
import { proceed, type Scope } from '../scope.ts';

interface Other {
  readonly n: number;
  /** What was said until now is of that line. */
  readonly meant: boolean;
  /** Behind its number. */
  readonly rest: string;
  readonly said: string;
}

const numbers = (value: Json | undefined): readonly number[] => (Array.isArray(value) ? value.map(Number) : []);
const current = ({ params, answers }: Frame): number => Number(answers.which?.value ?? 0) || Number(params.n ?? 0);
/** The lines as they were told. */
export const rowsOf = ({ params: { rows } }: Frame) =>
  (Array.isArray(rows) ? rows : []) as readonly { n: number; item: string; code: string; amount: string }[];

/** True where she goes to another line, or stays with this one alone. */
export async function otherLine(scope: Scope, frame: Frame, other: Other): Promise<boolean> {
  const { n, rest, said } = other;
  const now = current(frame);
  const more = numbers(frame.params.more);
  // That comes by itself.
  if (n !== now && more.includes(n) && onlyObjects(said) && !other.meant) return stays(scope);
  if (droppedLineIn(said) !== undefined) return letBe(scope, frame, n);
  // What stands behind a line that comes by itself is said when it comes.
  if (n !== now && more.includes(n) && behindLine(said) !== '' && !other.meant) return keepsFor(scope, frame, n, said);
  if (n < 1 || n > rowsOf(frame).length || asksSomething(rest)) return false;
  // The line that is spoken of, and no word about it, is no reason: it is read once more.
  if (n === now && onlyNamesLine(said)) return false;
  if (n === now) return more.length > 0 && rest === '' && onlyThis(scope, frame);
  // A bare number where her reason was told only wants to read that line.
  if (reasonOf(frame) !== undefined && onlyNamesLine(said)) return false;
  return toLine(scope, frame, other, more.length > 0 ? [now, ...more].filter((one) => one !== n) : []);
}

/** “第二条我儿子走的斑马线”, while another one is spoken of: kept, and read back when that line comes. */
function keepsFor(scope: Scope, frame: Frame, n: number, said: string): true {
  const ahead = { ...(frame.params.ahead as JsonObject | undefined), [n]: behindLine(said) };
  const params = { ...frame.params, ahead };
  scope.draft.set({ talk: onTop(scope.draft.state.talk, { ...frame, params }) });
  scope.say({ key: 'objection.keptFor', values: { n } }, ...reprompt(scope.runtime, scope.draft.state.talk));
  return true;
}

function stays(scope: Scope): true {
  scope.say(...reprompt(scope.runtime, scope.draft.state.talk));
  return true;
}

/** What she has said so far, as it stands. */
export function reasonOf({ params, answers }: Frame): string | undefined {
  const said = Object.entries(answers).flatMap(([name, one]) => (name.startsWith('why.') ? [one.value] : []));
  const last = said.at(-1) ?? params.why;
  return typeof last === 'string' && last !== 'unknown' ? last : undefined;
}

async function toLine(scope: Scope, frame: Frame, to: Other, more: readonly number[]): Promise<true> {
  const { draft, runtime } = scope;
  const { more: _, ways: __, why: ___, ...others } = frame.params;
  const said = pointsAtLine(to.said) ? undefined : reasonBeside(to.said);
  const why = said ?? (to.meant ? reasonOf(frame) : undefined);
  const params = { ...others, n: to.n, ...(more.length > 0 && { more: [...more] }) };
  const talk = withoutTop(draft.state.talk);
  const known = why === undefined ? {} : { known: { 'why.1': why } };
  await proceed(scope, await begin(runtime, talk, 'objection', { params, ...known }));
  return true;
}

/** “第二条不提了”: it does not come after this one; of the one that is open the next one follows, or none. */
async function letBe(scope: Scope, frame: Frame, n: number): Promise<boolean> {
  const more = numbers(frame.params.more).filter((one) => one !== n);
  if (n !== current(frame)) return onlyThis(scope, frame, more);
  const [next, ...rest] = more;
  if (next === undefined) return false;
  return toLine(scope, frame, { n: next, meant: false, rest: '', said: '' }, rest);
}

async function onlyThis(scope: Scope, frame: Frame, left: readonly number[] = []): Promise<true> {
  const { more: _, ...others } = frame.params;
  // She has let the others be: nobody reminds her of them.
  const params = { ...others, ...(left.length > 0 ? { more: [...left] } : { alone: true }) };
  scope.draft.set({ talk: onTop(scope.draft.state.talk, { ...frame, params }) });
  scope.say(...reprompt(scope.runtime, scope.draft.state.talk));
  return true;
}

/** “再补充一点，…” where it is asked what is to be done: it joins her reason, which is read back. */
export async function addsReason(scope: Scope, frame: Frame, added: string): Promise<true> {
  const { draft, runtime } = scope;
  const { ways: _, why, ...others } = frame.params;
  const n = current(frame);
  const before = typeof why === 'string' ? { [n]: why } : {};
  const known = added === '' ? {} : { known: { 'why.1': added } };
  await proceed(
    scope,
    await begin(runtime, withoutTop(draft.state.talk), 'objection', { params: { ...others, n, before }, ...known }),
  );
  return true;
}

const WAYS: Readonly<Partial<Record<TalkWish, Way>>> = {
  supervisor: 'supervisor',
  recheck: 'recheck',
  list: 'itemisedList',
  proof: 'itemisedList',
  outside: 'outside',
  sending: 'addPaper',
  withdraw: 'notNow',
};
/** “叫你们把证明拿出来，拿不出来就退钱”: one clause names it; a threat and a sigh name none. */
export function wayInClause(text: string, { now }: Scope['runtime']): Way | undefined {
  const named = clausesOf(text).map((clause) => wayNamed(clause, now));
  const way = named.find((one) => one !== undefined && one !== 'outside' && one !== 'notNow');
  return way ?? (clausesOf(text).some((one) => cutWishIn(one)?.what === 'itemisedList') ? 'itemisedList' : undefined);
}

/** “叫恁当官的看看”: a way in words that no list knows, where one is asked for. */
export async function guessesWay(scope: Scope, frame: Frame, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const kind = openQuestion(runtime, draft.state.talk)?.position.ask.kind;
  const wish = sureWish(input.text, 'settlement') ?? likelyWish(input.text, 'settlement');
  if (kind?.read(input, runtime.now).kind !== 'problem') return false;
  const said = wayInClause(input.text, runtime);
  if (wish === undefined && said === undefined) return false;
  if (sureWish(input.text, 'settlement') === 'reason') return addsReason(scope, frame, input.text.trim());
  const way = said ?? (wish && WAYS[wish]);
  const offered = Array.isArray(frame.params.ways) ? frame.params.ways : [];
  if (way === undefined || !offered.includes(way)) return false;
  await proceed(scope, await take(runtime, draft.state.talk, 'way', way, input));
  return true;
}

/** “要公司拿出证明，并请理赔员再核”: the first is begun, and that she wants both stands in the claim. */
export async function takesBoth(scope: Scope, { params }: Frame, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const read = openQuestion(runtime, draft.state.talk)?.position.ask.kind.read(input, runtime.now);
  const [first] = read?.kind === 'ambiguous' ? read.options : [];
  if (first === undefined || !wantsBoth(input.text)) return false;
  const claim = String(params.claim) as ClaimId;
  await draft.know(claim, scope.deps.store);
  noteOn(draft, claim, input.text);
  scope.say({ key: 'objection.bothWays' });
  await proceed(scope, await take(runtime, draft.state.talk, 'way', first as Way, input));
  return true;
}

/** “请理赔员再核”, where her reason or a yes is asked for: no reason, and it is done. */
export async function namesWay(scope: Scope, asked: AskStep, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const named =
    input.text.length <= (/^[ -~]+$/.test(input.text) ? 3 * LONGEST_WAY : LONGEST_WAY)
      ? wayNamed(input.text, runtime.now)
      : undefined;
  if (named === undefined || named === 'outside') return false;
  const so = asked.name.startsWith('why') ? 'unknown' : 'right';
  await proceed(scope, await take(runtime, draft.state.talk, asked.name, so, input));
  const open = openQuestion(runtime, draft.state.talk)?.position.ask;
  if (open?.name === 'way' && open.kind.read(input, runtime.now).kind === 'value')
    await proceed(scope, await answer(runtime, draft.state.talk, input));
  return true;
}
const LONGEST_WAY = 12;
