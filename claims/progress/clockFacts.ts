/** What is recorded of a claim → what its clocks must know, for one injured person. Only what somebody recorded: nothing is supposed. */
import type { ClockEvent, ClockFacts } from '../clocks/types.ts';
import type { ClaimFacts } from '../fold.ts';
import { clockFacts } from '../stages/standing.ts';
import type { History, StageId } from '../stages/types.ts';

type Events = { -readonly [K in ClockEvent]?: string };

/** `person` is a party of the claim; its own stages count, and those of the claim as a whole. */
export function clockFactsOf(facts: ClaimFacts, person: string): ClockFacts {
  const history = facts.stages ?? [];
  const events: Events = {
    ...ofAccident(facts),
    ...ofPolice(facts, history),
    ...ofPapers(facts, person, history),
    ...ofMoney(facts, person, history),
  };
  return clockFacts(history, person, { events });
}

/** Limitation is told from the accident on: the earliest day from which it can run, so that nobody is told a later one. */
function ofAccident({ registered, report }: ClaimFacts): Events {
  const on = registered?.accident?.on ?? startOf(report.when);
  return on === undefined ? {} : { accident: on, damage: on, damageAndDebtorKnown: on };
}

const startOf = (when: unknown): string | undefined =>
  typeof when === 'object' && when !== null && 'start' in when && typeof when.start === 'string'
    ? when.start.slice(0, '2026-01-01'.length)
    : undefined;

/** The stage of the police begins with the look at the scene. */
function ofPolice({ liability }: ClaimFacts, history: History): Events {
  const began = enteredAt(history, 'determination', undefined);
  return given({
    sceneInvestigated: began,
    ...(liability?.by === 'police' && {
      determinationMade: liability.made,
      determinationReceived: liability.delivered,
    }),
  });
}

/** Papers handed in are the request; they are complete when somebody begins to reckon. */
function ofPapers({ papersAsked = [] }: ClaimFacts, person: string, history: History): Events {
  const asked = papersAsked.filter((one) => (one.person ?? person) === person).map(({ at }) => at);
  const wanting = history.find((one) => one.type === 'paused' && one.stage === 'papers' && one.person === person)?.at;
  const handedIn = enteredAt(history, 'papers', person);
  return given({
    claimReceived: handedIn,
    firstRequest: handedIn,
    papersFoundWanting: wanting,
    allWantingNamed: wanting === undefined ? undefined : asked.find((at) => at >= wanting),
    documentListSent: asked[0],
    papersComplete: enteredAt(history, 'assessment', person),
  });
}

/** The sum is settled with the first version that was told; agreed when the payment begins. */
function ofMoney({ settlements = [], payments = [] }: ClaimFacts, person: string, history: History): Events {
  const agreed = enteredAt(history, 'payment', person);
  const decided = settlements.find(({ victim }) => victim === person)?.at ?? agreed;
  const paid = payments.find((one) => 'settlement' in one.for && one.for.settlement.victim === person)?.at;
  return given({
    compulsoryDecided: decided,
    commercialDecided: decided,
    agreed,
    paid: paid ?? (agreed === undefined ? undefined : enteredAt(history, 'closed', person)),
  });
}

/** First entered; whoever goes back and forth has been there since the first time. */
const enteredAt = (history: History, stage: StageId, person: string | undefined): string | undefined =>
  history.find((one) => one.type === 'entered' && one.stage === stage && one.person === person)?.at;

const given = (events: Readonly<Record<string, string | undefined | false>>): Events =>
  Object.fromEntries(Object.entries(events).filter(([, at]) => typeof at === 'string')) as Events;
