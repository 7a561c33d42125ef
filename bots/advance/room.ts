/** Whether a message may be taken for a question about money while something else is asked, and what is told beside that. */
import { noteFact, openQuestion, running } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Input } from '../../prompts/kind.ts';
import { asksPlainly, asksSomething } from '../../understanding/asks.ts';
import { dangerIn, isLookedAfter, tellsDaysAgo } from '../../understanding/danger.ts';
import type { MoneyAside } from '../../understanding/moneyAsideNames.ts';
import { asksOrder, asksWhatNext, asksWhenPaid, asksWhether, asksWhoPays } from '../../understanding/moneyClauses.ts';
import { asksForPayment, toldAnyway } from '../../understanding/moneyTalk.ts';
import type { MoneyMeant } from '../../understanding/moneyWishes.ts';
import { routeNamed } from '../../understanding/routes.ts';
import { whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { isAsking } from '../standing/askings.ts';
import { answerTo } from './answer.ts';
import { asideSays } from './aside.ts';
import { splitSays } from './example.ts';
import { heardKeep, replySays } from './keeping.ts';
import { nextSays, partsHeard } from './rest.ts';
import { isFamily } from './sight.ts';
import { spokeOfMoney } from './spoken.ts';
import { statusSays } from './status.ts';

/** `free`: nothing is asked that would mind. `beside`: what is asked is not answered by these words. `busy`: they may be its answer. */
export type Room = 'free' | 'beside' | 'busy';
const OPTIONAL: ReadonlySet<string> = new Set(['details', 'documents', 'paper']);

export function roomFor({ draft, runtime }: Scope, input: Input): Room {
  const open = openQuestion(runtime, draft.state.talk);
  if (open === undefined || OPTIONAL.has(open.frame.flow)) return 'free';
  // Of what its own questions bring up it knows better.
  if (open.frame.flow === 'advance') return 'busy';
  const { kind } = open.position.ask;
  // A question is no account, no day and no place, whatever stands in it.
  if (!kind.kind.startsWith('choice') && asks(input.text)) return 'beside';
  return kind.kind !== 'text' && kind.read(input, runtime.now).kind === 'problem' ? 'beside' : 'busy';
}

const asks = (text: string): boolean =>
  /[?？]/.test(text) || asksSomething(text) || asksPlainly(text) || asksWhatNext(text);

/** What holds for everybody is told although a code, a consent or a choice is waited for. */
export async function answersBeside(scope: Scope, text: string): Promise<boolean> {
  const { draft, runtime } = scope;
  const lately = spokeOfMoney(scope);
  const way: MoneyMeant | undefined = routeNamed(text) && asksSomething(text) ? { asked: 'route' } : undefined;
  const meant = toldAnyway(text, lately) ?? way ?? (lately ? ofWhoPays(scope, text) : undefined);
  // To ask for it here and now would break off what is asked: how it is done is told.
  const how = lately && asksForPayment(text);
  if ((!meant && !how) || tellsOnly(scope, meant, text)) return false;
  const says = meant ? await saysTo(scope, meant, text) : await asideSays(scope, 'whatIs');
  draft.set({ moneyAt: draft.at });
  partsHeard(scope, says);
  keepFacts(scope, text);
  const open = openQuestion(runtime, draft.state.talk);
  if (!open || !isAsking(open.frame)) return sayBeside(scope, ...says);
  // The code is still waited for; it need not be asked for under every answer.
  scope.say(...says);
  return true;
}

/** “交警来了，责任还没定”, in a report: told as it is, and asked nothing. */
const tellsOnly = ({ draft }: Scope, meant: MoneyMeant | undefined, text: string): boolean =>
  meant !== undefined &&
  'aside' in meant &&
  TELLS.has(meant.aside) &&
  running(draft.state.talk, 'report') &&
  !asks(text);
const TELLS: ReadonlySet<MoneyAside> = new Set(['atFault', 'noTrace', 'paidNothing', 'notReported']);

/** “139…，那钱谁先垫”, where something else is asked: what is told beside it is not asked for again. */
export function keepFacts({ draft, runtime }: Scope, text: string): void {
  const frame = draft.state.talk.stack.at(-1);
  if (frame?.flow !== 'report') return;
  const all = runtime.flows.report?.understands?.(text, runtime.now, undefined, frame.answers) ?? {};
  const told = Object.entries(all).filter(([name]) => BESIDE.has(name) && frame.answers[name] === undefined);
  const over = isLookedAfter(text) || tellsDaysAgo(text);
  const away = over && frame.answers.danger === undefined && dangerIn(text, runtime.now) === undefined;
  const known = [...told, ...(away ? [['danger', 'away'] as const] : [])];
  draft.set({ talk: known.reduce((talk, [name, value]) => noteFact(runtime, talk, name, value), draft.state.talk) });
}
/** A time in a question may be of anything. */
const BESIDE: ReadonlySet<string> = new Set(['phone', 'role', 'ownPlate', 'other', 'injured', 'scene', 'police']);

/** What he does next, who has heard who can pay; when that comes, in general. */
function ofWhoPays(scope: Scope, text: string): MoneyMeant | undefined {
  if (heardKeep(scope) && asksWhatNext(text)) return { asked: 'whatNow' };
  return asksWhenPaid(text) ? { aside: 'whenPaid' } : undefined;
}

export async function saysTo(scope: Scope, meant: MoneyMeant, text: string): Promise<readonly Say[]> {
  if ('aside' in meant) return asideSays(scope, meant.aside, text);
  const heard = heardKeep(scope) && !asksWhoPays(text);
  const own = await whose(scope);
  const split = meant.asked === 'keep' && asksWhoPays(text) ? splitSays(scope, text, own) : undefined;
  if (split) return split;
  // Who can pay was told: why it is in that order says whether it is he.
  if (meant.asked === 'keep' && heardKeep(scope) && !heard) return asideSays(scope, 'whyFirst');
  if (meant.asked === 'keep' && heard && asksWhether(text)) return asideSays(scope, 'today');
  if (meant.asked === 'keep' && heard) return nextSays(scope, own) ?? replySays(scope, own);
  if (meant.asked === 'status') return (own && statusSays(scope, own)) ?? asideSays(scope, 'whenPaid');
  if (meant.asked === 'whatNow' && asksOrder(text) && !isFamily(scope, own)) return asideSays(scope, 'order');
  if (meant.asked === 'whatNow' && isFamily(scope, own)) return answerTo(scope, own, own ? 'first' : 'whatNow', text);
  if (meant.asked === 'whatNow' && !heardKeep(scope)) return answerTo(scope, own, 'keep', text);
  return answerTo(scope, own, meant.asked, text);
}
