/** The questions about money for treatment are answered: the wish is recorded once, staff hear of it, and an answer is promised. */

import { PROMISED, promisedAnswer } from '../../claims/advance/answer.ts';
import { type AdvanceWish, merged, saysTheSame, wishFor } from '../../claims/advance/wish.ts';
import { wallClock } from '../../claims/clocks/days.ts';
import { promisedBy } from '../../claims/hours.ts';
import { yuanText } from '../../claims/money.ts';
import { answersFor } from '../../claims/promises.ts';
import type { AdvanceAnswers } from '../../dialogs/advance/index.ts';
import type { Ended } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId, JsonObject } from '../../store/ports.ts';
import { bedNow } from '../../understanding/requestWords.ts';
import { recordAdvance } from '../consents.ts';
import type { TurnDeps } from '../deps.ts';
import type { Draft } from '../draft.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { shown } from '../shown.ts';
import { routeSays } from './routes.ts';
import type { Given, Patient } from './sight.ts';

type Whom = Pick<Patient, 'person' | 'n'>;

export async function wishFiled(deps: TurnDeps, draft: Draft, { result, frame }: Ended): Promise<readonly Say[]> {
  const answers = result as AdvanceAnswers;
  const own = await whose({ deps, draft });
  if (!own || own.id !== frame.params.claim) return [{ key: 'advance.gone', quick: ['progress', 'human'] }];
  if (answers.consent !== undefined) recordAdvance(deps, draft, own.id, answers.consent);
  const all = (frame.params.whom ?? []) as readonly Whom[];
  const whom = all[answers.whom - 1] ?? {};
  if (frame.params.moved !== undefined) return movedSays({ deps, draft }, own, { ...whom, ...wishOf(answers) });
  const { wish, fresh } = recorded(draft, own.id, { ...whom, ...wishOf(answers) });
  const by = promised({ deps, draft }, own, wish);
  const values = { by: { kind: 'instant', answer: by } };
  const filed: Say = { key: fresh ? 'advance.filed' : 'advance.already', values };
  const now = { ...own, facts: draft.facts.get(own.id) ?? own.facts };
  return [filed, ...routeSays({ deps, draft }, now, whom)];
}

const wishOf = ({ told, where, asked, askedBy }: AdvanceAnswers): AdvanceWish => ({
  ...{ ...told, askedBy },
  ...(where !== undefined && { where }),
  ...(asked !== undefined && { asked: yuanText(BigInt(asked)) }),
});

/** Where somebody lies now, passed on with its request. */
export function movedSays(given: Given, own: Whose, wish: AdvanceWish): readonly Say[] {
  if (wish.hospital === undefined && wish.ward === undefined) return [{ key: 'advance.notNoted', quick: ['human'] }];
  const before = wishFor(own.facts.wishes, wish);
  const bed = wish.ward && bedNow(wish.hospital === undefined ? before?.ward : undefined, wish.ward);
  const { wish: now } = recorded(given.draft, own.id, { ...wish, ...(bed && { ward: bed }) });
  const place = [now.hospital, now.ward].filter(Boolean).join(' ');
  const values = { place, by: shown('instant', promised(given, own, now)) };
  return [{ key: 'advance.nowAt', values, quick: ['advanceNext', 'human'] }];
}

/** What says nothing new is not written again. */
export function recorded(draft: Draft, claim: ClaimId, wish: AdvanceWish): { wish: AdvanceWish; fresh: boolean } {
  const before = wishFor(draft.facts.get(claim)?.wishes, wish);
  const next = merged(before, wish);
  const fresh = !saysTheSame(before, wish);
  if (fresh) draft.event(claim, 'advanceWished', next as unknown as JsonObject);
  return { wish: next, fresh };
}

/** One promise as long as it is not answered and not late, and one row at the desk. */
export function promised(given: Given, { id, party }: Whose, { person, asked }: AdvanceWish): string {
  const { deps, draft } = given;
  const facts = draft.facts.get(id);
  const standing = facts && promisedAnswer(facts);
  const open = standing && Date.parse(standing.by) >= draft.at ? standing : undefined;
  const by = open?.by ?? wallClock(promisedBy(draft.at, deps.service.hours, deps.service.firstContact));
  const who = facts ? answersFor(facts) : '';
  const to = party === undefined ? {} : { to: party };
  const promise = open?.id ?? draft.event(id, 'promiseMade', { what: PROMISED, by, who, ...to }, 'bot').id;
  const data = { number: facts?.number ?? '', phone: draft.state.phone, person: person ?? null, asked: asked ?? null };
  draft.ticket('advance', data, { slot: Date.parse(by), id: promise, claim: id });
  return by;
}
