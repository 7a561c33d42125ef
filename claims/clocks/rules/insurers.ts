/** Telling the insurer, and what the insurers then have to do. The compulsory insurer's clocks are stricter (条例 27 to 29). */
import type { ClockRule } from '../types.ts';

const compulsory = { who: 'compulsoryInsurer', moves: true } as const;
const commercial = { who: 'commercialInsurer', moves: true } as const;

export const insurerClocks: readonly ClockRule[] = [
  {
    id: 'insurer.told',
    law: 'report.toInsurer',
    starts: 'insuredKnew',
    ends: 'insurerTold',
    who: 'insured',
    missed: 'onlyWhatCannotBeDetermined',
  },
  {
    // A habit of policies: being later alone is no ground for refusal (保险法 21).
    id: 'insurer.toldByContract',
    law: 'report.toInsurer.habit',
    starts: 'accident',
    ends: 'insurerTold',
    who: 'insured',
    missed: 'noGroundForRefusal',
  },
  {
    id: 'compulsory.answer',
    law: 'clock.compulsory.answer',
    starts: 'insurerTold',
    ends: 'procedureTold',
    missed: 'complainToRegulator',
    ...compulsory,
  },
  {
    id: 'compulsory.documentList',
    law: 'compulsory.clock.documentList',
    starts: 'claimReceived',
    ends: 'documentListSent',
    // Whoever has all papers needs no list any more.
    unless: ['papersComplete'],
    missed: 'complainToRegulator',
    ...compulsory,
  },
  {
    id: 'compulsory.decision',
    law: 'compulsory.clock.decision',
    starts: 'papersComplete',
    ends: 'compulsoryDecided',
    missed: 'compensatesLoss',
    ...compulsory,
  },
  {
    id: 'compulsory.payment',
    law: 'compulsory.clock.payment',
    starts: 'agreed',
    ends: 'paid',
    missed: 'compensatesLoss',
    ...compulsory,
  },
  {
    id: 'commercial.completeOnce',
    law: 'clock.commercial.completeOnce',
    starts: 'papersFoundWanting',
    ends: 'allWantingNamed',
    missed: 'complainToRegulator',
    ...commercial,
  },
  {
    id: 'commercial.decision',
    law: 'clock.commercial.decision',
    starts: 'firstRequest',
    ends: 'commercialDecided',
    pausedBy: 'papers',
    missed: 'compensatesLoss',
    ...commercial,
  },
  {
    id: 'commercial.refusal',
    law: 'clock.commercial.refusalNotice',
    starts: 'foundNotCovered',
    ends: 'refusalSent',
    missed: 'complainToRegulator',
    ...commercial,
  },
  {
    id: 'commercial.advance',
    law: 'clock.commercial.advance',
    starts: 'firstRequest',
    ends: 'partPaid',
    // 保险法 25: while the amount cannot be determined.
    unless: ['paid', 'foundNotCovered', 'commercialDecided'],
    missed: 'compensatesLoss',
    ...commercial,
  },
  {
    id: 'commercial.payment',
    law: 'clock.commercial.payment',
    starts: 'agreed',
    ends: 'paid',
    missed: 'compensatesLoss',
    ...commercial,
  },
];
