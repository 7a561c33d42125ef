/** 到哪一步了, 为什么没有动, 看经过: answered from what is recorded, for the person whose claim was verified. */

import type { Settlement } from '../../claims/deductions/settlement.ts';
import { money } from '../../claims/figure.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Grant } from '../../claims/identity/types.ts';
import { parseYuan, sumFen } from '../../claims/money.ts';
import { type Progress, progressOf } from '../../claims/progress/progress.ts';
import { sectionsOf } from '../../claims/sections.ts';
import { stageOf } from '../../claims/stages/standing.ts';
import { type Sections, visible } from '../../claims/visible.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Json } from '../../store/ports.ts';
import { isFresh, viewerOf } from '../identity/index.ts';
import type { Scope } from '../scope.ts';
import { type Eyes, eyesOf } from './eyes.ts';
import { standingValues, timelineOf } from './values.ts';

export type Wish =
  | 'standing'
  | 'why'
  | 'timeline'
  | 'press'
  | 'papers'
  | 'deductions'
  | 'advance'
  | 'advanceWish'
  | 'ledger'
  | 'takeUp'
  | 'liability';

export interface Looked {
  readonly facts: ClaimFacts;
  readonly eyes: Eyes;
  readonly progress: Progress;
  readonly grant: Grant;
}

/** What there is to tell, or why there is nothing. */
export async function lookAt(scope: Scope, grant: Grant): Promise<Looked | keyof typeof NOTHING> {
  const { draft, deps } = scope;
  await draft.know(grant.claim, deps.store);
  const facts = draft.facts.get(grant.claim);
  const eyes = facts && eyesOf(grant, facts, draft.at);
  if (facts && viewerOf(grant, facts)?.role === 'agent' && !eyes) return 'noAuthority';
  if (!facts || !eyes) return 'notYours';
  const progress = eyes.person && progressOf(facts, { ...eyes, person: eyes.person }, draft.at, deps.clocks);
  return progress ? { facts, eyes, progress, grant } : 'notRegistered';
}

const NOTHING = {
  notYours: 'progress.notYours',
  noAuthority: 'progress.noAuthority',
  notRegistered: 'progress.notRegistered',
} as const;
export const nothingToTell = (why: keyof typeof NOTHING): Say => ({ key: NOTHING[why], quick: ['human'] });

export function standingSays(scope: Scope, looked: Looked): readonly Say[] {
  const { facts, progress, eyes } = looked;
  const late = (progress.due.status === 'due' && progress.due.overdue) || progress.promised.some((one) => one.late);
  const values = withName(standingValues(facts, progress, eyes.coarse), eyes);
  const says: Say[] = [
    { key: 'progress.standing', values },
    ...(eyes.slowest ? [{ key: 'progress.slowest' }] : []),
    ...othersSays(scope, looked),
    ...advanceSays(scope, looked),
    ...settledSays(scope, looked),
    ...payeeSays(scope, looked),
  ];
  const lacks = progress.awaited.length > 0 ? ['documents'] : [];
  const has = (key: string): boolean => says.some((one) => one.key === key);
  const settled = [
    ...(has('progress.settled') ? ['deduction'] : []),
    ...(has('progress.settledLater') ? ['verify'] : []),
  ];
  return withQuick(says, [...(late ? ['press'] : []), ...settled, ...lacks, 'why', 'timeline', 'human']);
}

export function whySays({ facts, progress, eyes }: Looked): readonly Say[] {
  const quick = [...(progress.turn.who === 'client' ? [] : ['press']), 'timeline', 'human'];
  return [{ key: 'progress.why', values: withName(standingValues(facts, progress, eyes.coarse), eyes), quick }];
}

export function timelineSays(scope: Scope, looked: Looked): readonly Say[] {
  const { facts, progress } = looked;
  const steps = { kind: 'steps', answer: timelineOf(facts, progress, seenBy(scope, looked)) as Json };
  const number = { kind: 'number', answer: facts.number };
  return [{ key: 'progress.timeline', values: { number, steps }, quick: ['progress', 'human'] }];
}

const withName = (values: NonNullable<Say['values']>, { named }: Eyes) => (named ? values : { ...values, name: '' });

const withQuick = (says: readonly Say[], quick: readonly string[]): readonly Say[] =>
  says.map((say, i) => (i === says.length - 1 ? { ...say, quick } : say));

/** Several injured persons move separately. */
function othersSays({ draft }: Scope, { facts, eyes }: Looked): Say[] {
  if (!eyes.named) return [];
  return eyes.others.flatMap((person) => {
    const place = stageOf(facts.stages ?? [], person, draft.at);
    const name = facts.registered?.parties.find(({ id }) => id === person)?.name;
    if (!place || !name) return [];
    return [{ key: 'progress.others', values: { name, stage: { kind: 'stage', answer: place.stage } } }];
  });
}

/** What she may see of it now. */
function seenBy({ draft }: Scope, { facts, grant }: Looked): Sections {
  const viewer = viewerOf(grant, facts);
  return viewer ? visible(viewer, sectionsOf(facts), draft.at) : { claim: {}, people: {} };
}

/** An advance that was answered; while it is asked for it stands beside the stage. */
function advanceSays(scope: Scope, looked: Looked): Say[] {
  const { facts, progress } = looked;
  if (!seenBy(scope, looked).people[progress.person]?.advance) return [];
  const last = facts.advances?.findLast(({ person }) => person === progress.person);
  if (!last || last.state === 'requested') return [];
  const item = { kind: 'advance', change: last.state, documents: last.documents ?? [] };
  return [{ key: 'progress.advance', values: { advance: { kind: 'news', answer: [item] as unknown as Json } } }];
}

/** The sums of the version that holds: only to whom they concern, and only while the proof of who she is is fresh. */
function settledSays(scope: Scope, looked: Looked): Say[] {
  const { facts, progress, grant, eyes } = looked;
  const { people } = seenBy(scope, looked);
  const several = eyes.side === 'insured' && eyes.named;
  const theirs = several ? [progress.person, ...eyes.others] : [progress.person];
  const settled = theirs.flatMap((person) => {
    const newest = facts.settlements?.findLast(({ victim }) => victim === person);
    return newest && people[person]?.settlementTotal ? [newest] : [];
  });
  if (settled.length === 0) return [];
  if (!isFresh(scope, grant)) return [{ key: 'progress.settledLater' }];
  return settled.map((one) => sumsSay(one, several ? nameOf(facts, one.victim) : ''));
}

function sumsSay({ lines, payable }: Settlement, name: string): Say {
  const sum = (amounts: readonly string[]): string => money(sumFen(amounts.map(parseYuan)));
  const values = {
    asked: sum(lines.map((line) => line.asked)),
    accepted: sum(lines.map(({ accepted }) => accepted)),
    payable: sum(payable.map(({ amount }) => amount)),
  };
  return name === '' ? { key: 'progress.settled', values } : { key: 'progress.settledOf', values: { ...values, name } };
}

const nameOf = ({ registered }: ClaimFacts, id: string): string =>
  registered?.parties.find((one) => one.id === id)?.name ?? '';

/** Where the money goes, before it goes. */
function payeeSays({ deps, draft }: Scope, { progress }: Looked): Say[] {
  if (progress.stage !== 'approval' && progress.stage !== 'payment') return [];
  const law = deps.law('document.payee', draft.at);
  return law.status === 'value' ? [{ key: 'progress.payee', values: { source: { kind: 'law', answer: law } } }] : [];
}
