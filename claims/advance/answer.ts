/** The answer that was promised to whoever wished for an advance. Pure. */
import type { ClaimEvent } from '../../store/ports.ts';
import type { ClaimFacts } from '../fold.ts';
import { allKept, answersFor, type PromiseMade } from '../promises.ts';

export const PROMISED = 'answerAdvance';
export const isAnswer = ({ what }: Pick<PromiseMade, 'what'>): boolean => what === PROMISED;

/** Whatever was recorded of an advance answers it: received, decided, or what is lacking. */
export const answered = (facts: ClaimFacts, event: ClaimEvent): Pick<ClaimFacts, 'promises'> => ({
  promises: allKept(facts, { ...event, data: { who: answersFor(facts) } }, isAnswer),
});

/** What is promised and not kept yet, the last one. */
export const promisedAnswer = ({ promises }: Pick<ClaimFacts, 'promises'>): PromiseMade | undefined =>
  promises.findLast((one) => isAnswer(one) && one.kept === undefined);
