/** From “到哪一步了” to an answer: who asks is verified first, unless that was done a moment ago. */

import { begin } from '../../dialogs/begin.ts';
import type { AsWhom } from '../../dialogs/identity/index.ts';
import type { Ended } from '../../dialogs/runtime.ts';
import { begun, openQuestion, reprompt, withoutTop } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import type { JsonObject } from '../../store/ports.ts';
import { asWhomIn, asWhomOf } from '../../understanding/kin.ts';
import { lacksPhone } from '../../understanding/noPhone.ts';
import { writesAfterCode } from '../advance/paid.ts';
import type { Ending } from '../endings.ts';
import { checkCode, type Grant, grantsOf, isFresh, locate, plainNumber } from '../identity/index.ts';
import { introductionOf } from '../identity/introduced.ts';
import { tellProgress } from '../progress.ts';
import { proceed, type Scope } from '../scope.ts';
import { isAsking, OF_IDENTITY } from './askings.ts';
import { type Asked, choose, numbered, OF_MONEY, tellOf } from './choose.ts';
import { type Carried, identify, instant, located, sendCode } from './proving.ts';
import { nothingToTell, type Wish } from './tell.ts';

/** True where a question of its own is open now: what was open before waits for that. */
export async function askAbout(scope: Scope, wish: Wish, { text }: Input, anew = false): Promise<boolean> {
  const { draft } = scope;
  const asked = askedIn(scope, wish, text);
  // Who says “核对身份” because something was held back wants a new code, though the old one still opens the rest.
  const standing = grantsOf(scope).filter((grant) => !anew || isFresh(scope, grant));
  const other = standing.length > 0 ? await namesAnother(scope, standing, text) : undefined;
  if (other !== undefined) return start(scope, await located(scope, { ...asked, named: {} }, other));
  if (standing.length > 0) return start(scope, await choose(scope, await namedOf(scope, standing, text), asked));
  if (waitsFor(scope, wish)) return true;
  // Whoever was verified before is asked by the same phone; whoever gave that back is not.
  const { verified } = draft.state;
  if (verified && verified.at > (draft.conversation.revokedAt ?? 0)) {
    scope.say({ key: 'progress.verifyAgain' });
    const { phone, as } = verified;
    return start(scope, await sendCode(scope, { ...asked, named: { phone }, as: asWhomOf(as) }));
  }
  const own = draft.state.claim;
  if (own) await draft.know(own.id, scope.deps.store);
  const known = own && draft.facts.get(own.id);
  const { phone, callBack, talk } = draft.state;
  const tells = known?.stages?.length || wish === 'papers' || OF_MONEY.has(wish);
  if (own && tells && phone !== null) {
    scope.say({ key: 'progress.verifyOwn' });
    return start(scope, await sendCode(scope, { ...asked, named: { number: own.number, phone }, as: 'self' }));
  }
  if ((own && !tells) || (!anew && wish !== 'deductions' && (callBack || begun(talk, 'report')))) {
    await tellProgress(scope);
    return false;
  }
  // What she has said of it before is not asked again.
  const before = introductionOf(scope);
  const as = asWhomIn(text) ?? asWhomIn(before);
  const carried: Carried = { ...asked, named: {}, lacks: 'phone', ...(as ? { as } : {}) };
  // “查进度，138…”: the hurried name it at once.
  if (locate(text).heard) return start(scope, await located(scope, carried, text));
  if (locate(before).heard) return start(scope, await located(scope, carried, before));
  if (!own && !anew) scope.say({ key: wish === 'deductions' ? 'progress.noneHereCut' : 'progress.noneHere' });
  return start(scope, { says: [], next: identify(carried) });
}

/** What her words ask of a settlement, or tell of the money that she asks for, goes with her through the code. */
function askedIn({ deps, runtime }: Scope, wish: Wish, text: string): Asked {
  if (wish === 'deductions') return { wish, said: { asked: text.slice(0, LONGEST_ASKED) } };
  if (wish !== 'advanceWish') return { wish };
  const said = deps.flows.advance?.understands?.(text, runtime.now, undefined) ?? {};
  return { wish, said: { ...said, words: text.slice(0, LONGEST_ASKED) } };
}

const LONGEST_ASKED = 300;

/** The number of a claim that is not open here: it is not answered with another one. */
async function namesAnother(scope: Scope, grants: readonly Grant[], text: string): Promise<string | undefined> {
  const { number } = locate(text).named;
  return number === undefined || (await ofNumber(scope, grants, number)).length > 0 ? undefined : number;
}

/** Of several that are open the one whose number is named. */
async function namedOf(scope: Scope, grants: readonly Grant[], text: string): Promise<readonly Grant[]> {
  const { number } = locate(text).named;
  return number === undefined ? grants : ofNumber(scope, grants, number);
}

/** By the insurer's number, or by that of the report. */
async function ofNumber(scope: Scope, grants: readonly Grant[], number: string): Promise<readonly Grant[]> {
  const named = plainNumber(number);
  const all = await numbered(scope, grants);
  return all.filter((one) => one.numbers.some((known) => plainNumber(known) === named)).map(({ grant }) => grant);
}

/** Another question while it is asked who this is: that is what will be answered, and what was asked stays asked. */
function waitsFor({ draft, runtime, say }: Scope, wish: Wish): boolean {
  const { talk } = draft.state;
  const frame = talk.stack.findLast(({ flow }) => OF_IDENTITY.has(flow));
  if (!frame) return false;
  const next = { ...frame, params: { ...frame.params, wish, ...(frame.flow === 'code' ? { again: true } : {}) } };
  draft.set({ talk: { ...talk, stack: [...talk.stack.filter((one) => one !== frame), next] } });
  say(...reprompt(runtime, draft.state.talk));
  return true;
}

/** What follows the little conversations of dialogs/identity; undefined for every other flow. */
export async function identityEnded(scope: Scope, { flow, result, frame }: Ended): Promise<Ending | undefined> {
  const carried = frame.params as unknown as Carried;
  if (flow === 'identity') return located(scope, carried, (result as { said: string }).said);
  if (flow === 'kin') return sendCode(scope, { ...carried, as: (result as { as: AsWhom }).as });
  if (flow === 'code') return guessed(scope, carried, (result as { digits: string }).digits);
  if (flow !== 'whichClaim') return undefined;
  const number = carried.claims?.[(result as { n: number }).n - 1];
  const chosen = (await numbered(scope, grantsOf(scope))).find((one) => one.number === number);
  return chosen ? tellOf(scope, chosen.grant, carried) : { says: [nothingToTell('notYours')] };
}

/** “没收到” and another phone, while a code is awaited. */
export async function wishesOfCode(scope: Scope, { text }: Input, noCode: boolean): Promise<boolean> {
  const open = openQuestion(scope.runtime, scope.draft.state.talk);
  if (open && isAsking(open.frame) && lacksPhone(text)) {
    scope.say({ key: 'identity.noPhone', quick: ['human'] });
    return true;
  }
  if (open?.frame.flow !== 'code') return false;
  const carried = open.frame.params as unknown as Carried;
  const { named, heard } = locate(text);
  const other = heard && named.phone !== undefined;
  if (!other && !noCode) return false;
  const { talk } = scope.draft.state;
  scope.draft.set({ talk: withoutTop(talk) });
  await start(scope, await (other ? located(scope, { ...carried, named: {} }, text) : sendCode(scope, carried)));
  return true;
}

async function guessed(scope: Scope, carried: Carried, digits: string): Promise<Ending> {
  const checked = await checkCode(scope, digits);
  if (checked.kind === 'right') {
    const phone = checked.grants.find((one) => one.phone !== undefined)?.phone;
    // Hers, so that a colleague need not ask for it.
    if (phone && scope.draft.state.phone === null && (carried.as ?? 'self') === 'self') scope.draft.set({ phone });
    if (phone) scope.draft.set({ verified: { phone, as: carried.as ?? 'self', at: scope.draft.at } });
    scope.say({ key: 'identity.right' });
    await writesAfterCode(scope);
    return { ...(await choose(scope, checked.grants, carried)), told: true };
  }
  if (checked.kind === 'wrong')
    return {
      says: [{ key: 'identity.wrong', values: { count: checked.left } }],
      next: { flow: 'code', params: { ...carried, again: true } as unknown as JsonObject },
    };
  if (checked.kind === 'locked')
    return { says: [{ key: 'identity.locked', values: { at: instant(checked.until) }, quick: ['human'] }] };
  // Too old, or used: another is on its way at once, within the same limits.
  const anew = await sendCode(scope, carried);
  return { ...anew, says: [{ key: 'identity.expired' }, ...anew.says] };
}

async function start(scope: Scope, { says, next }: Ending): Promise<boolean> {
  scope.say(...says);
  if (!next) return false;
  await proceed(scope, await begin(scope.runtime, scope.draft.state.talk, next.flow, { params: next.params }));
  return true;
}
