/**
 * The four things that somebody who is asked for money every day has to know: who can pay first, what to answer, what to keep,
 * how it comes back. What he has not heard yet comes along with the next answer, one at a time: he need not find the words for it.
 */
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import { tellsOfOwnHurt } from '../../understanding/kin.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import { saysPaidNothing, tellsCareOver, tellsUnreported } from '../../understanding/moneyClauses.ts';
import { drove } from '../../understanding/moneyTalk.ts';
import { openingIn } from '../../understanding/opening.ts';
import { saysReported, saysReportNow } from '../../understanding/reported.ts';
import { hasClaim } from '../menu.ts';
import { type Whose, whose } from '../papers/whose.ts';
import type { Scope } from '../scope.ts';
import { asideSays } from './aside.ts';
import { backSays, keepSays, proofSays, replySays } from './keeping.ts';
import { isFamily } from './sight.ts';

const PARTS = ['keep', 'reply', 'proof', 'back'] as const;
export type MoneyPart = (typeof PARTS)[number];
/** What belongs to it most closely. */
const CLOSEST: Readonly<Record<MoneyPart, MoneyPart>> = { keep: 'reply', reply: 'proof', proof: 'back', back: 'proof' };

/** Those that are told among others need not be told again. */
export function partsHeard({ draft }: Scope, says: readonly Say[]): void {
  const parts = PARTS.filter((part) => says.some(({ key }) => key === `advance.${part}`));
  draft.set({ moneyTold: [...new Set([...(draft.state.moneyTold ?? []), ...parts])] });
}

/** Of those who were hurt, or whoever drove: what they have said last. */
export function noteSide({ draft }: Scope, text: string): void {
  if (tellsOfOwnHurt(text)) draft.set({ hurtSide: true });
  else if (drove(text)) draft.set({ hurtSide: false });
}

/** “一分没垫，别跟我说退”: what to keep and how it comes back is not told unasked. And whether it was reported, as he says. */
export function noteSaid({ draft }: Scope, text: string): void {
  if (tellsCareOver(text) && draft.state.careOver !== true) {
    // What was told of a rescue does not hold: who can pay is told anew.
    const told = (draft.state.moneyTold ?? []).filter((part) => part !== 'keep');
    draft.set({ careOver: true, moneyTold: told });
  }
  if (tellsUnreported(text)) draft.set({ unreported: true, reportedSaid: false });
  else if (saysReported(text)) draft.set({ reportedSaid: true });
  if (saysPaidNothing(text)) draft.set({ moneyTold: [...new Set([...(draft.state.moneyTold ?? []), ...OF_PAID])] });
}
/** “我爸在ICU，医院要先交八万”, as the first words. */
export function sitsByBed(scope: Scope, text: string): boolean {
  const { talk, moneyAt, reportedSaid } = scope.draft.state;
  const free = talk.stack.length === 0 && moneyAt === undefined && !hasClaim(scope) && !reportedSaid;
  return free && tellsOfOwnHurt(text) && openingIn(text) === 'bedsideMoney';
}

/** “我要报案，当时没报警，通知还开得出来吗”: what is asked is told, and the report begins. */
export const wantsReport = (scope: Scope, text: string): boolean =>
  !hasClaim(scope) && scope.draft.state.talk.stack.length === 0 && saysReportNow(text);

const OF_PAID = ['proof', 'back'] as const;

/** In the order in which he heard of them. */
function heard({ lastSaid, moneyTold = [] }: Scope['draft']['state']): readonly MoneyPart[] {
  const last = PARTS.find((part) => lastSaid === `advance.${part}`);
  return last === undefined || moneyTold.includes(last) ? moneyTold : [...moneyTold, last];
}

function nextOf(before: readonly MoneyPart[]): MoneyPart | undefined {
  const last = before.at(-1);
  if (last === undefined) return undefined;
  return [CLOSEST[last], ...PARTS].find((part) => !before.includes(part));
}

/** Right behind an answer about the money that he pays; where something else is asked for, that comes first. */
export async function tellsRest(scope: Scope, text = ''): Promise<boolean> {
  const { draft, runtime } = scope;
  const before = heard(draft.state);
  const next = nextOf(before);
  if (next === undefined || !draft.state.lastSaid.startsWith('advance.') || ALONE.has(draft.state.lastSaid))
    return false;
  if (openQuestion(runtime, draft.state.talk)?.frame.flow === 'advance') return false;
  const own = await whose(scope);
  if (isFamily(scope, own)) return false;
  // “没有收条”: what to keep helps nobody who has none.
  if (next === 'proof' && moneyAside(text, true) === 'receiptLost')
    scope.say(...(await asideSays(scope, 'receiptLost')));
  else scope.say(...saysOf(scope, own, next));
  draft.set({ moneyTold: [...before, next] });
  return true;
}

/** Nothing follows these by itself: they are of what the insurer does, or of what he does next. */
const ALONE: ReadonlySet<string> = new Set([
  ...['advance.state', 'advance.nothing', 'advance.plan', 'advance.simple', 'advance.aside.missed'],
  ...['advance.aside.noContact', 'advance.aside.order'],
]);

/** The part that he has not heard yet, if there is one; not for a family that asks for money. */
export function nextSays({ draft, ...scope }: Scope, own: Whose | undefined): readonly Say[] | undefined {
  const next = isFamily({ draft }, own) ? undefined : nextOf(heard(draft.state));
  return next && saysOf({ draft, ...scope }, own, next);
}

function saysOf(scope: Scope, own: Whose | undefined, part: MoneyPart): readonly Say[] {
  if (part === 'keep') return keepSays(scope, own);
  if (part === 'reply') return replySays(scope, own);
  return part === 'proof' ? proofSays() : backSays(scope);
}
