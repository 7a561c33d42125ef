/** One claim on one page: where each injured person stands, papers, promises, the six communications, clocks – and what can be recorded of it. */

import { conversationsOf } from '../../bots/duePromise.ts';
import { dayAt, nameOf } from '../../claims/clocks/days.ts';
import type { ClockReading } from '../../claims/clocks/types.ts';
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import { stateOf } from '../../claims/documents/state.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { peopleOf, readingsOf } from '../../claims/progress/progress.ts';
import type { Party } from '../../claims/recording/types.ts';
import { placesOf } from '../../claims/stages/history.ts';
import { ruleOf } from '../../claims/stages/rules/index.ts';
import { nextSteps, stageOf, turns } from '../../claims/stages/standing.ts';
import type { Lang } from '../../locales/render.ts';
import { REASONS } from '../pages/conversation.ts';
import { shownPerson } from '../persons.ts';
import { promiseView } from '../promised.ts';
import { proposalRow } from '../proposed/rows.ts';
import { concerns } from '../seen.ts';
import { masked, momentText } from '../shown.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { advancePapers, advanceRoutes, advanceRows } from './advances.ts';
import { partyName } from './named.ts';
import { type SeenClaim, seenClaim } from './see.ts';
import { settledRows } from './settled.ts';
import { sixRows } from './six.ts';
import { wishRows } from './wishes.ts';

/** What may stand in the address of the page. */
export const PROBLEMS: readonly string[] = [
  ...['notAllowed', 'alreadyHere', 'paused', 'notPaused', 'notOpen', 'stillOpen', 'backInTime', 'inFuture'],
  ...['alreadyOver', 'tooFar', 'unknownParty', 'notInjured', 'invalid', 'proposalGone', 'unknownDocument'],
  ...['otherPerson', 'otherRoute', 'moreThanApproved', 'moreThanLimit', 'nothing'],
];

/** What was recorded just now. */
const DONE: readonly string[] = ['recorded', 'proposed'];

/** Clocks that say something now. */
const RUNNING: ReadonlySet<string> = new Set(['amber', 'red', 'green', 'paused', 'unknownCalendar']);

export async function claimPage(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seenClaim(desk, visit);
  await desk.trail.note(visit.me.account.id, 'claim.seen', found.id);
  const why = visit.query.get('problem') ?? '';
  return claimAnswer(desk, visit, found, { why: why === '' || PROBLEMS.includes(why) ? why : 'invalid' });
}

/** As it stands; and what of it could not be recorded, with the figure that stood in the way. */
export async function claimAnswer(
  desk: Desk,
  visit: Colleague,
  found: SeenClaim,
  problem: { readonly why: string; readonly detail?: string },
): Promise<Answer> {
  const known = problem.why === '' || PROBLEMS.includes(problem.why);
  const told = { problem: known ? problem.why : 'invalid', detail: problem.detail ?? '' };
  const values = { ...valuesOf(desk, visit, found), ...told, talks: await talksOf(desk, visit, found) };
  return page('claim', values, problem.detail === undefined ? 200 : 409);
}

/** Conversations in which it is known: those that she may open. */
async function talksOf(desk: Desk, { lang, me }: Colleague, { id: claim, facts }: SeenClaim) {
  const { store, persons, renderer } = desk;
  const rows = (await conversationsOf(desk, claim)).map(async ({ conversation: id, as, party }) => {
    const [row, handoff] = await Promise.all([store.conversation(id), store.handoffOf(id)]);
    if (!row || !(await concerns(desk, me.account, id, handoff))) return [];
    const { person, said } = shownPerson(renderer, lang, await persons.get(id, row.version));
    return [
      { id: id as string, as: as ?? '', person: partyName(facts, party) || person || said || id.slice(0, SHORT) },
    ];
  });
  return (await Promise.all(rows)).flat();
}
/** Signs of a conversation's id that tell it from others. */
const SHORT = 6;

function valuesOf(desk: Desk, { lang, query, me }: Colleague, { id, facts }: SeenClaim) {
  const { renderer } = desk;
  const done = query.get('done') ?? '';
  const { accident, parties = [], policies = [], number } = facts.registered ?? {};
  return {
    ...{ id, number: number ?? facts.number, report: facts.registered?.report ?? facts.number },
    accident: accident
      ? { on: renderer.show(lang, { kind: 'day', answer: accident.on }), place: accident.place ?? '' }
      : null,
    parties: parties.map((one) => ({ ...partyOf(desk, lang, one), name: partyName(facts, one.id) })),
    policies: policies.map(({ kind, plate }) => ({ kind, plate: plate ? masked(plate) : '' })),
    people: peopleOf(facts).map((person) => personOf(desk, lang, facts, person)),
    whole: placesOf(facts.stages ?? [], desk.now())
      .filter(({ person }) => person === undefined)
      .map(({ stage, pausedSince }) => ({
        stage,
        paused: pausedSince !== undefined,
        holds: ruleOf(stage).hold !== undefined,
      })),
    papers: papersOf(desk, lang, facts),
    documents: DOCUMENTS.map(({ id: document }) => ({
      id: document,
      name: renderer.sentence(lang, `documents.paper.${document}.name`),
    })),
    wishes: wishRows(desk, lang, facts),
    six: sixRows(desk, lang, facts),
    promises: facts.promises.map((one) => ({
      ...promiseView(desk, lang, one),
      to: one.to === undefined ? '' : partyName(facts, one.to),
    })),
    ...{ done: DONE.includes(done) ? done : '', of: (query.get('of') ?? '').slice(0, 40) },
    ...{ advances: advanceRows(desk, lang, facts), advancePapers: advancePapers(desk, lang), routes: advanceRoutes },
    proposals: (facts.proposals ?? []).map((one) => proposalRow(desk, me.account, facts, one)),
    settled: settledRows(desk, lang, facts),
    reasons: REASONS,
    quiet: desk.quiet,
    today: nameOf(dayAt(desk.now())),
  };
}

const partyOf = ({ renderer }: Desk, lang: Lang, { id, role, phone }: Party) => ({
  ...{ id, role },
  phone: phone ? renderer.show(lang, { kind: 'phone', answer: phone }) : '',
});

function personOf(desk: Desk, lang: Lang, facts: ClaimFacts, person: string) {
  const { renderer } = desk;
  const at = desk.now();
  const [turn] = turns(facts.stages ?? [], person, at);
  const name = partyName(facts, person);
  if (!turn) return { person, name, stage: '', next: [], clocks: [] };
  // A stage that stands still began before that.
  const began = stageOf(facts.stages ?? [], person, at)?.since ?? turn.since;
  const { main, mayBegin, mayEnd } = nextSteps(facts.stages ?? [], person, at);
  const readings = readingsOf(facts, person, at, desk.clocks).filter(saysSomething);
  return {
    ...{ person, name, stage: turn.stage, actor: turn.who, because: turn.because },
    since: momentText(renderer, lang, began),
    next: [
      ...main.map((stage) => ({ change: 'entered', stage })),
      ...mayBegin.map((stage) => ({ change: 'entered', stage })),
      ...mayEnd.map((stage) => ({ change: 'left', stage })),
      ...held(turn.because === 'papers', turn.stage),
    ].map((one) => ({ ...one, whole: ruleOf(one.stage).ofClaim === true })),
    clocks: readings.map((one) => clockOf(desk, lang, one)),
  };
}

/** A stage that can stand still is held or goes on. */
const held = (stands: boolean, stage: Parameters<typeof ruleOf>[0]) =>
  ruleOf(stage).hold === undefined ? [] : [{ change: stands ? 'resumed' : 'paused', stage }];

/** A right that was not used is nobody's delay, and when the insurer was told is not recorded. */
const CLIENTS: ReadonlySet<string> = new Set(['party', 'allParties', 'insured', 'injured']);
const saysSomething = ({ clock, state, who }: ClockReading): boolean =>
  RUNNING.has(state) && !clock.startsWith('insurer.') && !(state === 'red' && CLIENTS.has(who));

function clockOf({ renderer }: Desk, lang: Lang, { clock, state, who, due, law }: ClockReading) {
  const show = (kind: string, answer: unknown): string => renderer.show(lang, { kind, answer });
  return {
    ...{
      name: renderer.sentence(lang, `desk.clockName.${clock}`),
      state,
      who,
      by: due === null ? '' : momentText(renderer, lang, due),
    },
    source: law.status === 'value' ? show('law', law) : '',
  };
}

/** Each paper of each person that was heard of or asked for. */
function papersOf({ renderer }: Desk, lang: Lang, { papers = [], papersAsked = [], registered }: ClaimFacts) {
  const keys = new Map([...papersAsked, ...papers].map((one) => [`${one.person ?? ''} ${one.document}`, one]));
  return [...keys.values()].map(({ document, person }) => {
    const of = papers.filter((one) => one.person === person);
    const asked = papersAsked.findLast((one) => one.document === document && one.person === person);
    return {
      ...{ document, person: person ?? '', of: partyName({ registered }, person) },
      name: renderer.sentence(lang, `documents.paper.${document}.name`),
      ...{ state: stateOf(document, of).state, askedBy: asked?.who ?? '', askedWhy: asked ? masked(asked.why) : '' },
    };
  });
}
