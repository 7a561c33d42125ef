/** What flows may look up. No side effect; the answer is recorded with the flow. */
import { wallClock } from '../claims/clocks/days.ts';
import type { Side } from '../claims/documents/asking.ts';
import { checklist } from '../claims/documents/checklist.ts';
import { coach } from '../claims/documents/lostIncome/coach.ts';
import type { CaseFacts, Occupation } from '../claims/documents/types.ts';
import { promisedBy } from '../claims/hours.ts';
import type { JsonObject } from '../store/ports.ts';
import type { TurnDeps } from './deps.ts';

export async function look(deps: TurnDeps, at: number, what: string, args: JsonObject): Promise<JsonObject> {
  if (what === 'law') return deps.law(String(args.id), at);
  if (what === 'callBack') return { by: wallClock(callBackBy(deps, at, String(args.bestTime))) };
  if (what === 'papersLacking') return lacking(deps, at, args);
  if (what === 'lostIncome') return lostIncome(deps, at, args.occupation as Occupation);
  throw new Error(`No flow can look up “${what}”; bots/look.ts lists what there is.`);
}

/** The facts without which the list of papers would stay open. */
function lacking({ clocks: { law: laws } }: TurnDeps, at: number, { side, ...facts }: JsonObject): JsonObject {
  const { ask } = checklist(facts as CaseFacts, wallClock(at).slice(0, 10), laws, side as Side);
  return { ask };
}

/** What proves lost income, by the law of today. */
function lostIncome({ clocks: { law: laws } }: TurnDeps, at: number, occupation: Occupation): JsonObject {
  const found = coach(occupation, laws.at(wallClock(at).slice(0, 10)));
  const { income, instead, days, daysInstead, fallback, differs, tells } = found;
  const told = tells?.status === 'value' ? [`${tells.parameter.split('.').at(-1)}.${tells.value}`] : [];
  return {
    ...{ income, instead, days, daysInstead },
    fallback: fallback.map(({ to }) => `lostIncome.fallback.${to}`),
    differs: differs.map((name) => `lostIncome.differs.${name}`),
    tells: told.map((name) => `lostIncome.tells.${name}`),
  };
}

const noon = '12:00';
/** Half days of the next day on which the office works. */
const NEXT: Readonly<Record<string, string>> = { nextMorning: 'morning', nextAfternoon: 'afternoon' };
const tomorrow = (at: number): number =>
  Date.parse(`${wallClock(at).slice(0, 10)}T00:00:00+08:00`) + 24 * 60 * 60 * 1000;

/** The end of the slot that the person picked, in office hours; never earlier than a first call can be promised. */
export function callBackBy(deps: TurnDeps, at: number, bestTime: string): number {
  const later = NEXT[bestTime];
  if (later) return callBackBy(deps, tomorrow(at), later);
  const { hours, firstContact } = deps.service;
  const soonest = promisedBy(at, hours, firstContact);
  const end = bestTime === 'morning' ? noon : bestTime === 'afternoon' ? hours.closes : undefined;
  // A slot outside the hours of the office is no slot: as soon as possible, then.
  if (end === undefined || end <= hours.opens || end > hours.closes) return soonest;
  const slotEnd = (from: number): number => Date.parse(`${wallClock(from).slice(0, 10)}T${end}:00+08:00`);
  if (slotEnd(soonest) >= soonest) return slotEnd(soonest);
  const nextDay = promisedBy(slotEnd(soonest) + 24 * 60 * 60 * 1000, hours, firstContact);
  return Math.max(slotEnd(nextDay), nextDay);
}
