/** 异议, what lies between its questions: the facts it begins with, the grounds, what was agreed and by when, and one note for the desk. */

import { dayAt, nameOf } from '../../claims/clocks/days.ts';
import { reasonSayings } from '../../claims/deductions/general.ts';
import { type Objection, waysFor } from '../../claims/deductions/objection.ts';
import type { NumberedCut } from '../../claims/deductions/whole.ts';
import { money } from '../../claims/figure.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Grant } from '../../claims/identity/types.ts';
import { yuanText } from '../../claims/money.ts';
import { begin } from '../../dialogs/begin.ts';
import type { Objection as Said, Way } from '../../dialogs/objection/index.ts';
import type { Ended } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId, Json, JsonObject } from '../../store/ports.ts';
import { besideInClauses } from '../../understanding/besideCuts.ts';
import { namedIn } from '../../understanding/deductions.ts';
import type { Ending } from '../endings.ts';
import { grantFor } from '../identity/index.ts';
import { lawFigure } from '../lawFigure.ts';
import { proceed, type Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import { filedBefore, letter, unfiledBeside } from './filed.ts';
import { limitSays } from './limit.ts';
import { nextOf } from './nextLine.ts';
import { note } from './note.ts';
import { cutsOf } from './one.ts';
import { hotline } from './path.ts';
import { isOver } from './periods.ts';
import { promiseOnce } from './promised.ts';
import { seenBy } from './seen.ts';
import { hasRead } from './topic.ts';
import { type Own, rowsOf } from './whole.ts';

export interface Objecting {
  readonly claim: ClaimId;
  readonly seen: Own;
  readonly cuts: readonly NumberedCut[];
  /** Of the reason that she means; 0: it is asked. */
  readonly n: number;
  /** Lines that come after this one. */
  readonly more?: readonly number[];
  /** Said together with the wish. */
  readonly why?: string | undefined;
  /** Why she disagrees with those, by their numbers: read back together with this one. */
  readonly ahead?: Readonly<Record<string, string>>;
  /** She has said that it is to be sent: nobody asks her what is to be done. */
  readonly sends?: boolean;
  /** What she wants done, said together with it. */
  readonly way?: Way | undefined;
  /** The line whose reason, as it was filed, is taken back. */
  readonly anew?: number;
}

/** First step: the facts are at hand before anything is asked. */
export async function objects(
  scope: Scope,
  { claim, seen, cuts, n, why, anew, way, sends = false, more = [], ahead = {} }: Objecting,
): Promise<true> {
  if (cuts.length === 0) {
    scope.say({ key: 'objection.person', quick: ['human'] });
    return true;
  }
  const { victim, version } = seen.settlement;
  const rows = rowsOf(cuts) as unknown as Json;
  const before = filedBefore(scope, seen, anew);
  // Of two that are read back together her yes sends both.
  const isRead = Object.keys(ahead).length > 0;
  const read = { ...(isRead && { ahead, aheadRead: true }), ...((sends || isRead) && { sends: true }) };
  const asked = { ...(more.length > 0 && { more }), ...(way && { way }), ...read };
  const params = { claim, victim, version, n, rows, before, ...asked } as JsonObject;
  const known = why === undefined ? {} : { known: { 'why.1': why } };
  await proceed(scope, await begin(scope.runtime, scope.draft.state.talk, 'objection', { params, ...known }));
  return true;
}

interface Found {
  readonly grant: Grant;
  readonly cut: NumberedCut;
  readonly own: Own;
}

/** Undefined: it is another version by now, or the proof of who she is has become too old. */
async function found(scope: Scope, { claim, version }: JsonObject, n: number): Promise<Found | undefined> {
  const { draft, deps } = scope;
  const grant = grantFor(scope, String(claim));
  if (!grant) return undefined;
  await draft.know(grant.claim, deps.store);
  const seen = seenBy(scope, grant);
  if (seen.kind !== 'own' || seen.settlement.version !== version) return undefined;
  const cut = cutsOf(seen.explanation).find((one) => one.n === n);
  return cut && { grant, cut, own: seen };
}

/** Her words may name another reason than the one that was spoken of. */
function meantBy({ cut, own }: Found, why: string | undefined): NumberedCut {
  const codes = why === undefined ? [] : (namedIn(why)?.codes ?? []);
  if (codes.length === 0 || codes.includes(cut.cut.reason.code)) return cut;
  return cutsOf(own.explanation).find((one) => codes.includes(one.cut.reason.code)) ?? cut;
}

const GONE: Ending = { says: [{ key: 'objection.gone', quick: ['deduction', 'human'] }] };

/** What follows its two flows; undefined for every other one. */
export async function objectionEnded(scope: Scope, ended: Ended): Promise<Ending | undefined> {
  if (ended.flow === 'objection') return grounds(scope, ended);
  return ended.flow === 'objectionWay' ? agreed(scope, ended) : undefined;
}

/** Fourth step: the grounds, then what can be done and within which time. */
async function grounds(scope: Scope, { frame, result }: Ended): Promise<Ending> {
  const { n: said, why } = result as Said;
  const about = await found(scope, frame.params, said);
  if (!about) return GONE;
  const it = { ...about, cut: meantBy(about, why) };
  const { n } = it.cut;
  const { draft, deps } = scope;
  const { code } = it.cut.cut.reason;
  const law = deps.clocks.law.at(nameOf(dayAt(draft.at)));
  const told = hasRead(scope, n);
  // What was told a moment ago is not told again: who has to prove it, and what would change it.
  const sayings = reasonSayings(code, law).filter(({ key }) => !told || /\.(?:proves|change)\./.test(key));
  const params = { ...frame.params, n, ...(why === undefined ? {} : { why }), ways: waysFor(code) };
  const values = { n, sayings: shown('sayings', sayings) };
  const limit = why !== undefined && besideInClauses(why).includes('limit') ? limitSays(scope, it.own) : [];
  // “帮我写信转给同事”: what is to be done was said already, or chosen for the line before.
  const chosen = waysFor(code).find((one) => one === frame.params.way) ?? (frame.params.way ? 'recheck' : undefined);
  const took = chosen ? [] : [{ key: 'objection.tookRecheck' }];
  if (frame.params.sends || chosen)
    return {
      says: [
        ...(told || draft.state.cuts?.pathTold ? [] : [{ key: 'objection.groundsSent', values }]),
        ...limit,
        ...took,
      ],
      next: { flow: 'objectionWay', params, known: { way: chosen ?? 'recheck' } },
    };
  return {
    says: [{ key: told ? 'objection.groundsTold' : 'objection.grounds', values }, ...limit],
    next: { flow: 'objectionWay', params },
  };
}

/** Fifth step: recorded, promised, and told with the letter to send. */
async function agreed(scope: Scope, { frame, result }: Ended): Promise<Ending> {
  const { way } = result as { way: Way };
  const { n, why } = frame.params;
  const it = await found(scope, frame.params, Number(n));
  if (!it) return GONE;
  const { draft } = scope;
  const { grant, cut, own } = it;
  const objection: Objection = {
    ...{ victim: own.person, version: own.settlement.version, n: cut.n, code: cut.cut.reason.code },
    ...{ item: cut.line.item, amount: yuanText(cut.cut.amount), way },
    ...(typeof why === 'string' ? { why } : {}),
  };
  const { id } = draft.event(grant.claim, 'objected', { ...objection, lang: draft.state.lang });
  note(scope, objection);
  // That is what is spoken of now, however long ago it was explained.
  draft.set({ cuts: { ...draft.state.cuts, claim: grant.claim, n: draft.state.cuts?.n ?? 0, at: draft.at } });
  const agreed: Say = { ...agreedSay(scope, it, way), links: letter(scope, grant.claim, id) };
  const next = nextOf(frame.params, way);
  if (next)
    return {
      says: [agreed, { key: next.sent ? 'objection.nextSent' : 'objection.nextOne', values: { n: next.n } }],
      next,
    };
  return { says: [agreed, ...(way === 'notNow' || frame.params.alone ? [] : unfiledBeside(scope, own, cut.n))] };
}

function agreedSay(scope: Scope, { grant, cut, own }: Found, way: Way): Say {
  const quick = ['progress', 'human'];
  const amount = money(cut.cut.amount);
  if (way === 'notNow') return { key: 'objection.notNow', values: { amount }, quick };
  if (way === 'outside') return outsideSay(scope, own.facts, quick);
  const { by, who } = promiseOnce(scope, grant, way === 'itemisedList' ? 'itemisedList' : 'objection');
  const values = {
    ...{ amount, by: shown('instant', by), who: shown('caller', who) },
    ...{ item: shown('item', cut.line.item), phone: hotline(scope) },
  };
  return { key: `objection.agreed_${way}`, values, quick };
}

/** Mediation, complaint, court: each with its time, as far as it is on file. */
export function outsideSay(scope: Scope, facts: ClaimFacts, quick: readonly string[]): Say {
  const figure = (id: string): string => lawFigure(scope, id);
  const values = {
    phone: figure('hotline.complaints'),
    years: figure('clock.limitation.injured'),
    days: figure('clock.police.mediationRequest'),
  };
  const key = isOver(scope, facts, 'clock.police.mediationRequest') ? 'objection.outsideLate' : 'objection.outside';
  return { key, values, ...(values.phone === '' ? {} : { calls: [values.phone] }), quick };
}
