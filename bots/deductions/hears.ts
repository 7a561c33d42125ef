/** What is said while an objection is being made and is no answer to its question: put off, another line, several lines, no reason yet. */
import { shelve } from '../../dialogs/change.ts';
import type { Frame } from '../../dialogs/flow.ts';
import { onTop, openQuestion, reprompt } from '../../dialogs/runtime.ts';
import { answer, take } from '../../dialogs/talk.ts';
import type { Input } from '../../prompts/kind.ts';
import { asksPlainly } from '../../understanding/asks.ts';
import { besideCuts } from '../../understanding/besideCuts.ts';
import { namedIn, namesSum } from '../../understanding/deductions.ts';
import type { Meaning } from '../../understanding/meaning.ts';
import {
  addedIn,
  asksWhichWay,
  meansSeveral,
  onlyDisagrees,
  putsOff,
  rejectsAll,
  wantsPoliceReview,
} from '../../understanding/objection.ts';
import {
  behindYes,
  numberIn,
  otherLineIn,
  pointsAtLine,
  saysAgain,
  saysAgree,
  saysBareYes,
  saysToUs,
} from '../../understanding/objector.ts';
import { asksAmongOthers, asksInDialect, reasonBeside } from '../../understanding/reasons.ts';
import { sureWish } from '../../understanding/talkWish.ts';
import { lawFigure } from '../lawFigure.ts';
import { proceed, type Scope } from '../scope.ts';
import { asksOfCuts } from './busy.ts';
import { tellsEachLine } from './eachLine.ts';
import { keepsForTold } from './forTold.ts';
import { asksInReason } from './inReason.ts';
import { waysSay } from './path.ts';
import { saysRight } from './right.ts';
import { addsReason, guessesWay, namesWay, otherLine, rowsOf, takesBoth, wayInClause } from './turns.ts';

/** True where it is dealt with. */
export async function hearsObjector(scope: Scope, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const { text } = input;
  const open = openQuestion(runtime, draft.state.talk);
  if (!open?.frame.flow.startsWith('objection')) return false;
  const { name, kind } = open.position.ask;
  const asksReason = name.startsWith('why');
  if (name !== 'which' && rejectsAll(text)) {
    alsoOthers(scope, open.frame);
    // “要公司拿出证明！两条我都不认”: both are heard.
    if (name === 'way' && wayInClause(text, runtime) !== undefined) return guessesWay(scope, topFrame(scope), input);
  }
  if (name !== 'way' && (await tellsEachLine(scope, open.frame, text))) return true;
  if (name.startsWith('right') && (await saysRight(scope, input))) return true;
  if (saysAgree(text)) return false;
  // What can be answered is answered first, and joins no reason.
  if (name !== 'which' && !asksReason && asksAmongOthers(text)) return false;
  if (name === 'which') return namesLine(scope, open.frame, input);
  const other = otherLineIn(text) ?? namedLine(open.frame, text);
  if (other && (await otherLine(scope, open.frame, { ...other, said: text }))) return true;
  if (putsOff(text) && (name !== 'way' || kind.read(input, runtime.now).kind === 'problem')) return putAsideNow(scope);
  if (name === 'way' && (await takesBoth(scope, open.frame, input))) return true;
  if (name === 'way' && wantsPoliceReview(text)) return tellsReview(scope);
  if (name === 'way' && keepsForTold(scope, topFrame(scope), input)) return true;
  if (name === 'way' && asksWhichWay(text) && besideCuts(text) === undefined) return tellsWays(scope, topFrame(scope));
  if (name === 'way' && addedIn(text) !== undefined) return addsReason(scope, open.frame, addedIn(text) ?? '');
  if (name === 'way' && (await guessesWay(scope, open.frame, input))) return true;
  const yes = asksReason ? behindYes(text) : undefined;
  if (asksReason && (onlyDisagrees(text) || saysBareYes(text) || (yes !== undefined && saysAgain(yes))))
    return told(scope);
  if (asksReason && (await asksInReason(scope, input))) return true;
  if (asksReason && saysToUs(text)) return told(scope, 'objection.noReason');
  if (name !== 'way' && (await namesWay(scope, open.position.ask, input))) return true;
  // A question that nobody here can answer is not taken for a reason.
  if (asksPlainly(text) && !tellsWhy(text) && !asksOfCuts(text)) return told(scope, 'objection.noReason');
  return false;
}

const topFrame = ({ draft, runtime }: Scope): Frame => {
  const open = openQuestion(runtime, draft.state.talk);
  if (!open) throw new Error('Nothing is asked.');
  return open.frame;
};

/** Neither a way nor a question that is answered here: what the ways are good for is told, and the second time the first of them is begun. */
export async function atALoss(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const { runtime, draft } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  if (open?.frame.flow !== 'objectionWay' || meant || input.text === '' || input.files.length > 0) return false;
  const reads = open.position.ask.kind.read(input, runtime.now);
  // A number that stands for no way is told as such.
  if (reads.kind !== 'problem' || /^\d+$/.test(input.text.trim())) return false;
  const { frame, position } = open;
  const ways = Array.isArray(frame.params.ways) ? frame.params.ways : [];
  // A yes, or twice in her own words that she wants something done: what helps most often is begun, and she may change it.
  if ((frame.params.lost || saysBareYes(input.text)) && ways.includes('recheck')) {
    scope.say({ key: 'objection.tookRecheck' });
    await proceed(scope, await take(runtime, draft.state.talk, position.ask.name, 'recheck', input));
    return true;
  }
  return tellsWays(scope, frame);
}

/** Once; whoever is still at a loss then is helped. */
function tellsWays(scope: Scope, frame: Frame): true {
  const { draft } = scope;
  draft.set({ talk: onTop(draft.state.talk, { ...frame, params: { ...frame.params, lost: true } }) });
  scope.say(waysSay(scope), ...reprompt(scope.runtime, draft.state.talk));
  return true;
}

/** “医生让用的，凭什么要我出” asks nothing of us. */
const tellsWhy = (text: string): boolean => sureWish(text) === 'reason';

async function namesLine(scope: Scope, frame: Frame, { text }: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  if (putsOff(text)) return putAsideNow(scope);
  const n = lineIn(frame, text);
  if (n === undefined) return false;
  if (meansSeveral(text)) oneByOne(scope, frame, n);
  await proceed(scope, await answer(runtime, draft.state.talk, { text: String(n), files: [] }));
  const reason = reasonBeside(text) ?? (namedIn(text) && text.length >= LONG ? text : undefined);
  if (reason) await proceed(scope, await answer(runtime, draft.state.talk, { text: reason, files: [] }));
  return true;
}
/** Words that name an item and say more. */
const LONG = 7;

/** The others follow by themselves. */
function oneByOne({ draft, say }: Scope, frame: Frame, n: number): void {
  const more = rowsOf(frame).flatMap((row) => (row.n > n ? [row.n] : []));
  draft.set({ talk: onTop(draft.state.talk, { ...frame, params: { ...frame.params, more } }) });
  say({ key: 'objection.oneByOne', values: { n } });
}

/** “请理赔员再核，两笔俺都不认”: the others come behind this one. */
function alsoOthers({ draft, say }: Scope, frame: Frame): void {
  const n = Number(frame.answers.which?.value ?? 0) || Number(frame.params.n ?? 0);
  const more = rowsOf(frame).flatMap((row) => (row.n === n ? [] : [row.n]));
  if (n === 0 || more.length === 0 || Array.isArray(frame.params.more)) return;
  draft.set({ talk: onTop(draft.state.talk, { ...frame, params: { ...frame.params, more } }) });
  say({ key: 'objection.othersToo', values: { n } });
}

/** Of several the first; by number, or by the item or reason that the words name. */
function lineIn(frame: Frame, text: string): number | undefined {
  const all = rowsOf(frame);
  const names = namedIn(text);
  const named =
    names && (all.find(({ code }) => names.codes.includes(code)) ?? all.find(({ item }) => names.items.includes(item)));
  const bare = /^\d{1,2}$/.test(text.trim()) ? Number(text) : undefined;
  const n = bare ?? numberIn(text) ?? named?.n ?? (meansSeveral(text) ? 1 : undefined);
  return all.some((one) => one.n === n) ? n : undefined;
}

/** “其实我是不认非医保那条”: a line by its reason, where a reason or a yes is asked for. */
function namedLine(frame: Frame, text: string): ReturnType<typeof otherLineIn> {
  // “这个七成是哪个定的”: asked, not disagreed with.
  if (!pointsAtLine(text) || asksInDialect(text)) return undefined;
  const bySum = rowsOf(frame).filter(({ amount }) => namesSum(text, amount));
  if (bySum.length === 1 && bySum[0]) return { n: bySum[0].n, meant: false, rest: '' };
  const codes = namedIn(text)?.codes ?? [];
  const [row, ...others] = rowsOf(frame).filter(({ code }) => codes.includes(code));
  return row && others.length === 0 ? { n: row.n, meant: false, rest: '' } : undefined;
}

function putAsideNow(scope: Scope): true {
  scope.draft.set({ talk: shelve(scope.draft.state.talk).talk });
  scope.say({ key: 'objection.putOff', quick: ['takeUp', 'human'] });
  return true;
}

function tellsReview(scope: Scope): true {
  const days = lawFigure(scope, 'police.clock.review');
  scope.say({ key: 'objection.policeReview', values: { days } }, ...reprompt(scope.runtime, scope.draft.state.talk));
  return true;
}

/** A word first, then the question once more. */
function told(scope: Scope, ...keys: readonly string[]): true {
  scope.say(...keys.map((key) => ({ key })), ...reprompt(scope.runtime, scope.draft.state.talk));
  return true;
}
