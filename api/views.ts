/** What the claim system reads: fields that are named here and nothing else. */

import type { AdvanceWished } from '../claims/advance/wish.ts';
import { wallClock } from '../claims/clocks/days.ts';
import { stateOf } from '../claims/documents/state.ts';
import type { ClaimFacts } from '../claims/fold.ts';
import { yuanText } from '../claims/money.ts';
import { DESK_ONLY } from '../claims/proposals.ts';
import type { Advance, Payment } from '../claims/recording/advances.ts';
import type { PaperOf } from '../claims/recording/types.ts';
import { type Report, severity } from '../claims/report.ts';
import { placesOf } from '../claims/stages/history.ts';
import type { Change, JsonObject } from '../store/ports.ts';

const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export function claimView(facts: ClaimFacts, version: number) {
  const { number = '', report, accident, parties = [], policies = [] } = facts.registered ?? {};
  return {
    ...defined({ number, report, version, accident }),
    ...{ parties, policies, places: placesOf(facts.stages ?? []), papers: papersView(facts.papers ?? []) },
    ...{ paperRequests: facts.papersAsked ?? [], promises: promisesView(facts) },
    ...{ settlements: newest(facts), advances: (facts.advances ?? []).map(advanceView) },
    advanceWishes: (facts.wishes ?? []).map(wishView),
    ...{ payments: (facts.payments ?? []).map(paymentView) },
    communications: facts.communications ?? [],
    ...defined({ liability: facts.liability, handler: facts.handler }),
  };
}

const yuan = (fen: number | undefined) => (fen === undefined ? undefined : yuanText(BigInt(fen)));

const advanceView = ({ approved, paid, ...said }: Advance) =>
  defined({ ...said, approved: yuan(approved), paid: yuan(paid) });

/** What somebody wished for here, in the words of claims/advance; who that was is the conversation's. */
const wishView = ({ from: _, at, ...wish }: AdvanceWished) => ({ ...wish, wishedAt: wallClock(at) });

const paymentView = ({ fen, ...said }: Payment) => ({ ...said, amount: yuan(fen), reference: hidden(said.reference) });

/** So that somebody who has it knows it again. */
const hidden = (reference: string): string => `****${reference.slice(-4)}`;
const masked = (type: string, data: JsonObject): JsonObject =>
  type === 'paid' ? { ...data, reference: hidden(String(data.reference)) } : data;

/** Of each injured person the version that holds. */
const newest = ({ settlements = [] }: ClaimFacts) =>
  settlements.filter((one, i) => settlements.findLastIndex(({ victim }) => victim === one.victim) === i);

const promisesView = ({ promises }: ClaimFacts) =>
  promises.map(({ id, what, by, who, kept }) => defined({ id, what, by, who, keptAt: kept && wallClock(kept.at) }));

/** Each paper of each person once, in the order in which it was first heard of. */
function papersView(events: readonly PaperOf[]) {
  const keyOf = ({ person, document }: PaperOf) => JSON.stringify([person, document]);
  const first = events.filter((one, i) => events.findIndex((other) => keyOf(other) === keyOf(one)) === i);
  return first.map((one) => {
    const { document, person } = one;
    const own = events.filter((other) => keyOf(other) === keyOf(one));
    return defined({ document, person, ...stateOf(document, own) });
  });
}

export function reportView(number: string, facts: ClaimFacts, reportedAt: number) {
  const report = facts.report as unknown as Partial<Report>;
  const { when = null, where = null, other } = report;
  const { danger = 'none', dead = 0, injured = [] } = report;
  return {
    ...{ number, claim: facts.registered?.number ?? null, reportedAt: wallClock(reportedAt) },
    severity: severity({ danger, dead, injured }),
    ...{ role: report.role ?? null, phone: report.phone ?? null, what: report.what ?? null },
    when: when && { start: when.start, end: when.end, approx: when.approx },
    where: where && defined({ text: where.text, latitude: where.latitude, longitude: where.longitude }),
    ...{ injuredCount: report.injuredCount ?? null, dead },
    injured: injured.map(({ n, state, hospital }) => defined({ n, state, hospital })),
    ...{ policeCalled: report.policeCalled ?? null, ownPlate: report.ownPlate ?? null },
    otherPlate: other && 'plate' in other ? other.plate : null,
    ...{ files: facts.files.length, promises: promisesView(facts) },
  };
}

/** Types whose data the claim system brought, or may have brought; and the wish for an advance, which it has to answer. */
const WITH_DATA: ReadonlySet<string> = new Set([
  ...[
    'registered',
    'stageChanged',
    'paperChanged',
    'paperAsked',
    'liabilityDetermined',
    'promiseMade',
    'promiseKept',
    'settled',
    'advanceChanged',
    'advanceWished',
    'paid',
    'handlerAssigned',
    'communicated',
    'objected',
  ],
]);

export function changeView({ number, report, insurerNumber, event }: Change): JsonObject[] {
  // Of somebody who was erased, or among colleagues.
  if (!event || DESK_ONLY.has(event.type)) return [];
  const { id, type, by, at, data } = event;
  return [
    {
      ...{ cursor: String(number), id, claim: insurerNumber, report: report || null, type, by },
      ...{ recordedAt: wallClock(at), data: WITH_DATA.has(type) ? masked(type, data) : {} },
    },
  ];
}
