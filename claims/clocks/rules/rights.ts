/** Agreements, limitation of actions, recourse, and the rescue fund. */
import type { ClockRule } from '../types.ts';

const limitation = { missed: 'defenceOfTime', moves: true, pausedBy: 'limitation', interruptible: true } as const;

export const rightsClocks: readonly ClockRule[] = [
  {
    id: 'agreement.confirmation',
    law: 'clock.agreement.confirmation',
    starts: 'mediatedAgreement',
    ends: 'confirmationAsked',
    who: 'allParties',
    missed: 'noConfirmation',
    moves: true,
  },
  // The time for setting aside neither stands still nor starts anew (民法典 199).
  {
    id: 'agreement.mistake',
    law: 'clock.agreement.mistake',
    starts: 'mistakeKnown',
    ends: 'setAsideAsked',
    who: 'party',
    missed: 'rightLapses',
    moves: true,
  },
  {
    id: 'agreement.fraud',
    law: 'clock.agreement.fraud',
    starts: 'unfairnessKnown',
    ends: 'setAsideAsked',
    who: 'party',
    missed: 'rightLapses',
    moves: true,
  },
  {
    id: 'limitation.injured',
    law: 'clock.limitation.injured',
    starts: 'damageAndDebtorKnown',
    ends: 'injuredSued',
    who: 'injured',
    ...limitation,
  },
  {
    id: 'limitation.longest',
    law: 'clock.limitation.longest',
    starts: 'damage',
    ends: 'injuredSued',
    who: 'injured',
    missed: 'defenceOfTime',
    moves: true,
  },
  {
    id: 'limitation.insured',
    law: 'clock.limitation.insured',
    starts: 'liabilityFixed',
    ends: 'insuredSued',
    who: 'insured',
    ...limitation,
  },
  {
    id: 'limitation.recourse',
    law: 'clock.limitation.recourse',
    starts: 'compulsoryPaidForRecourse',
    ends: 'recourseSued',
    who: 'compulsoryInsurer',
    ...limitation,
  },
  {
    id: 'fund.decision',
    law: 'fund.clock.review',
    starts: 'fundAsked',
    ends: 'fundDecided',
    who: 'fund',
    missed: 'askTheFund',
  },
  {
    id: 'fund.payment',
    law: 'fund.clock.transfer',
    starts: 'fundDecided',
    ends: 'fundPaid',
    who: 'fund',
    missed: 'askTheFund',
  },
];
