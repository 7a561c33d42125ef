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
import { nextSteps, turns } from '../../claims/stages/standing.ts';
import type { Lang } from '../../locales/render.ts';
import type { ClaimId } from '../../store/ports.ts';
import { REASONS } from '../pages/conversation.ts';
import { shownPerson } from '../persons.ts';
import { promiseView } from '../promised.ts';
import { concerns } from '../seen.ts';
import { masked, maskedNames } from '../shown.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { type SeenClaim, seenClaim } from './see.ts';
import { sixRows } from './six.ts';
import { wishRows } from './wishes.ts';

/** What may stand in the address of the page. */
export const PROBLEMS: readonly string[] = [
  ...['notAllowed', 'alreadyHere', 'paused', 'notPaused', 'notOpen', 'stillOpen', 'backInTime', 'inFuture'],
  ...['alreadyOver', 'tooFar', 'unknownParty', 'notInjured', 'invalid'],
];

/** Clocks that say something now. */
const RUNNING: ReadonlySet<string> = new Set(['amber', 'red', 'green', 'paused', 'unknownCalendar']);

export async function claimPage(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seenClaim(desk, visit);
  await desk.trail.note(visit.me.account.id, 'claim.seen', found.id);
  return page('claim', { ...valuesOf(desk, visit, found), talks: await talksOf(desk, visit, found.id) });
}

/** Conversations in which it is known: those that she may open. */
async function talksOf(desk: Desk, { lang, me }: Colleague, claim: ClaimId) {
  const { store, persons, renderer } = desk;
  const rows = (await conversationsOf(desk, claim)).map(async ({ conversation: id, as }) => {
    const [row, handoff] = await Promise.all([store.conversation(id), store.handoffOf(id)]);
    if (!row || !(await concerns(desk, me.account, id, handoff))) return [];
    const { person, said } = shownPerson(renderer, lang, await persons.get(id, row.version));
    return [{ id: id as string, as: as ?? '', person: person || said || id.slice(0, SHORT) }];
  });
  return (await Promise.all(rows)).flat();
}
/** Signs of a conversation's id that tell it from others. */
const SHORT = 6;

export function valuesOf(desk: Desk, { lang, query }: Colleague, { id, facts }: SeenClaim) {
  const { renderer } = desk;
  const problem = query.get('problem') ?? '';
  const { accident, parties = [], policies = [], number } = facts.registered ?? {};
  return {
    ...{ id, number: number ?? facts.number, report: facts.registered?.report ?? facts.number },
    accident: accident
      ? { on: renderer.show(lang, { kind: 'day', answer: accident.on }), place: accident.place ?? '' }
      : null,
    parties: parties.map((one) => partyOf(desk, lang, one)),
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
    promises: facts.promises.map((one) => promiseView(desk, lang, one)),
    problem: problem === '' || PROBLEMS.includes(problem) ? problem : 'invalid',
    reasons: REASONS,
    quiet: desk.quiet,
    today: nameOf(dayAt(desk.now())),
  };
}

const partyOf = ({ renderer }: Desk, lang: Lang, { id, role, name, phone }: Party) => ({
  ...{ id, role, name: maskedNames(name) },
  phone: phone ? renderer.show(lang, { kind: 'phone', answer: phone }) : '',
});

function personOf(desk: Desk, lang: Lang, facts: ClaimFacts, person: string) {
  const { renderer } = desk;
  const at = desk.now();
  const [turn] = turns(facts.stages ?? [], person, at);
  const name = maskedNames(facts.registered?.parties.find((one) => one.id === person)?.name ?? '');
  if (!turn) return { person, name, stage: '', next: [], clocks: [] };
  const { main, mayBegin, mayEnd } = nextSteps(facts.stages ?? [], person, at);
  const readings = readingsOf(facts, person, at, desk.clocks).filter(saysSomething);
  return {
    ...{ person, name, stage: turn.stage, actor: turn.who, because: turn.because },
    since: renderer.show(lang, { kind: turn.since.length === 10 ? 'day' : 'instant', answer: turn.since }),
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
      by: due === null ? '' : show(due.length === 10 ? 'day' : 'instant', due),
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
    const name = registered?.parties.find(({ id }) => id === person)?.name;
    return {
      ...{ document, person: person ?? '', of: name ? maskedNames(name) : '' },
      name: renderer.sentence(lang, `documents.paper.${document}.name`),
      ...{ state: stateOf(document, of).state, askedBy: asked?.who ?? '', askedWhy: asked ? masked(asked.why) : '' },
    };
  });
}
