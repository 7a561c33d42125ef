/** “接下来我该干啥”, of whoever is asked for the other side's money: the steps until the insurer can pay, from where he stands. */
import { leastFar, progressOf } from '../../claims/progress/progress.ts';
import { stageOfClaim } from '../../claims/stages/standing.ts';
import type { StageId } from '../../claims/stages/types.ts';
import { running } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import { hasClaim } from '../menu.ts';
import type { Whose } from '../papers/whose.ts';
import { shown } from '../shown.ts';
import { type Given, isFamily, seenAdvances, seenOf } from './sight.ts';
import { openAdvances, wishSays } from './status.ts';

/** Keys of one sentence each, in the order in which they are done. */
export function stepsOf(given: Given, own: Whose | undefined): readonly string[] {
  return stepNames(given, own).map((step) => `advance.step.${step}`);
}

function stepNames(given: Given, own: Whose | undefined): readonly string[] {
  if (isSettling(given, own))
    return [...(own ? [isLate(given, own) ? 'hurry' : 'where'] : beginning(given)), ...SETTLING_STEPS];
  if (own === undefined || !isAskedFor(own)) return [...beginning(given), 'police', 'list', 'send'];
  const open = openAdvances(given, own);
  const waits = open.length > 0 || wishSays(given, own).length > 0;
  // The notice of the police is of compulsory insurance alone.
  const noticed = seenAdvances(given, own).some(({ route }) => route.startsWith('compulsory'));
  const paid = (given.draft.state.paidNoted ?? []).length > 0 && own.side === 'insured';
  return [
    ...(waits ? ['awaits'] : []),
    ...(paid ? ['receipts'] : []),
    ...(noticed ? [] : ['police']),
    'list',
    'inHand',
  ];
}

const SETTLING_STEPS = ['receipts', 'bills', 'total'];

/** What should have been done by now is not: he may have it looked at. */
function isLate({ draft, deps }: Given, own: Whose): boolean {
  const person = leastFar(own.facts, draft.at);
  const whom = person === undefined ? undefined : ({ person, side: 'insured' } as const);
  const standing = whom && progressOf(own.facts, whom, draft.at, deps.clocks);
  return standing?.due.status === 'due' && standing.due.overdue;
}

/** The treatment is over and the sums are being made: an advance would come after the payment. */
export function isSettling(given: Given, own: Whose | undefined): boolean {
  if (!own) return given.draft.state.careOver === true;
  if (seenOf(given, own).sections?.claim.stage === undefined) return false;
  const stage = stageOfClaim(own.facts.stages ?? [], given.draft.at);
  return stage !== undefined && SETTLING.has(stage);
}
const SETTLING: ReadonlySet<StageId> = new Set([
  ...(['treatmentEnded', 'appraisal', 'negotiation', 'papers', 'assessment', 'approval', 'payment', 'closed'] as const),
]);

/** Nothing can be paid before the insurer knows of a claim. */
function beginning(given: Given): readonly string[] {
  if (hasClaim(given)) return [];
  if (running(given.draft.state.talk, 'report')) return ['finish'];
  const { reportedSaid, unreported } = given.draft.state;
  return [reportedSaid ? 'verify' : unreported ? 'reportNow' : 'report'];
}

const isAskedFor = ({ facts }: Whose): boolean => (facts.advances ?? []).length > 0 || (facts.wishes ?? []).length > 0;

/** “看不懂，你直接告诉我干啥”: the one thing that is next. */
export function simpleSays(given: Given, own: Whose | undefined): readonly Say[] {
  if (isFamily(given, own)) return [{ key: 'advance.simpleFamily', quick: ['advanceWish', 'human'] }];
  const [step = ''] = stepsOf(given, own);
  return [{ key: 'advance.simple', values: { step: shown('words', step) }, quick: ['advanceReply', 'human'] }];
}

export function planSays(given: Given, own: Whose | undefined): readonly Say[] {
  if (own === undefined && isFamily(given, own))
    return [{ key: 'advance.planFamily', quick: ['report', 'verify', 'advanceNext', 'human'] }];
  const values = { steps: shown('toDo', stepsOf(given, own)) };
  return [{ key: 'advance.plan', values, quick: ['advanceReply', 'advanceProof', 'human'] }];
}
