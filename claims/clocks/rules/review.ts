/** After the determination: review (复核) and mediation by the police (道路交通事故处理程序规定 71 to 90). */
import type { ClockRule } from '../types.ts';

export const reviewClocks: readonly ClockRule[] = [
  {
    id: 'review.ask',
    law: 'police.clock.review',
    starts: 'determinationReceived',
    ends: 'reviewAsked',
    who: 'party',
    missed: 'notAccepted',
  },
  {
    id: 'review.conclude',
    law: 'clock.police.reviewConclusion',
    starts: 'reviewAsked',
    ends: 'reviewConcluded',
    who: 'police',
    missed: 'askSuperiorPolice',
  },
  {
    id: 'review.anew',
    law: 'clock.police.newDetermination',
    starts: 'newDeterminationOrdered',
    ends: 'newDeterminationMade',
    who: 'police',
    missed: 'askSuperiorPolice',
    unless: ['examinationOrdered'],
  },
  {
    id: 'mediation.ask',
    law: 'clock.police.mediationRequest',
    starts: 'determinationReceived',
    ends: 'mediationAsked',
    who: 'allParties',
    missed: 'courtOrCommittee',
    unless: ['reviewAsked'],
  },
  {
    id: 'mediation.askAfterReview',
    law: 'clock.police.mediationRequest',
    starts: 'reviewConcluded',
    ends: 'mediationAsked',
    who: 'allParties',
    missed: 'courtOrCommittee',
    unless: ['newDeterminationOrdered'],
  },
  {
    id: 'mediation.end',
    law: 'clock.police.mediation',
    starts: 'mediationBegan',
    ends: 'mediationEnded',
    who: 'police',
    missed: 'courtOrCommittee',
  },
];
