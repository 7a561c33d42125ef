/**
 * Despair where the bot has the floor: help first, then a person. Where nobody is there the asking stands at the desk at once,
 * the gravest of all, whatever is answered to the one question for a number.
 */

import { wallClock } from '../claims/clocks/days.ts';
import { promisedBy } from '../claims/hours.ts';
import { running } from '../dialogs/runtime.ts';
import type { Say } from '../dialogs/say.ts';
import { asksPlainly, asksSomething } from '../understanding/asks.ts';
import { besidesBetter, isBetter } from '../understanding/better.ts';
import type { Adjuster, DeskResult } from './acts.ts';
import { callBackSaid, slotWhenClosed } from './callBack.ts';
import { contactPhone } from './contact.ts';
import type { Draft } from './draft.ts';
import { ended, type Gravity, newHandoff, standing } from './handoff.ts';
import { note } from './noting.ts';
import { settled } from './owedCall.ts';
import { arrangeCall, joinQueue } from './queue.ts';
import { goOn, type Scope } from './scope.ts';
import { settleTickets } from './settling.ts';

const CRISIS: Gravity = { reason: 'crisis', severity: 3 };

export async function despairs(scope: Scope): Promise<boolean> {
  const { draft } = scope;
  const before = standing(draft);
  scope.say({ key: 'crisis.help', calls: ['12356', '120', '110'], raise: 'crisis' });
  if (await joinQueue(scope, 'crisis')) return true;
  // Said again while the number is asked for: it is not asked twice.
  if (before?.reason === 'crisis' && running(draft.state.talk, 'human')) return true;
  draft.hand({ ...(before ?? newHandoff(scope, CRISIS, 'ticket')), ...CRISIS });
  const { callBack } = draft.state;
  if (callBack && before?.reason === 'crisis') {
    scope.say(callBackSaid(scope, callBack));
    goOn(scope);
    return true;
  }
  scope.say(seenBy(scope));
  const phone = contactPhone(draft.state);
  const { talk } = draft.state;
  // Another wish for a call is the same call now.
  draft.set({ talk: { ...talk, stack: talk.stack.filter(({ flow }) => flow !== 'human') } });
  await arrangeCall(scope, 'crisis', phone);
  return true;
}

/** When a colleague sees it, and whom to call until then. */
function seenBy({ draft, deps }: Scope): Say {
  const by = wallClock(promisedBy(draft.at, deps.service.hours, deps.service.firstContact));
  const slot = slotWhenClosed(deps, draft.at, by);
  if (slot) return { key: 'crisis.closed', values: { slot } };
  return { key: 'crisis.nobodyYet', values: { by: { kind: 'instant', answer: by } } };
}

const day = 24 * 60 * 60 * 1000;

/** “我没事了”: a kind word, and no question; what she asks behind it is what is left. Undefined: it is not that. What stands at the desk for her stays. */
export function calmerRest({ draft, say }: Scope, text: string): string | undefined {
  if (!despaired(draft) || !isBetter(text)) return undefined;
  const rest = besidesBetter(text);
  const asks = asksSomething(rest) || asksPlainly(rest);
  say({ key: asks ? 'crisis.betterShort' : 'crisis.better', calls: ['12356'], quick: ['human'] });
  return asks ? rest : '';
}

/** Within the last day. */
export const despaired = ({ state: { raised }, at }: Draft): boolean =>
  at - (raised.crisis ?? Number.NEGATIVE_INFINITY) < day;

/** A colleague has called, or knows that somebody is with her: the asking is over, and the call that was owed with it. */
export async function lookedAfter(scope: Scope, adjuster: Adjuster, what: string): Promise<DeskResult | undefined> {
  const { draft, deps } = scope;
  const asked = standing(draft);
  if (asked?.reason !== 'crisis' || asked.state !== 'ticket') return { status: 'notYours' };
  note(scope, adjuster, deps.renderer.sentence(draft.state.lang, 'human.lookedAfter', { what: what.trim() }));
  draft.audit.push({ what: 'lookedAfter', data: { adjuster: adjuster.id } });
  // Neither a number nor an hour is needed any more.
  const { talk } = draft.state;
  draft.set({ callBack: null, talk: { ...talk, stack: talk.stack.filter(({ flow }) => flow !== 'human') } });
  if (draft.floor === 'waiting') draft.floor = 'bot';
  await settleTickets(scope, adjuster, ({ data }) => data.reason === 'crisis');
  ended(draft, { ...settled(asked), adjuster: adjuster.id }, 'lookedAfter');
  return undefined;
}
