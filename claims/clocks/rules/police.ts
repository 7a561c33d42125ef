/** The police's clocks and the parties' towards them (道路交通事故处理程序规定). Which days are working days stands in law/ (112). */
import type { ClockRule } from '../types.ts';

const otherWays = ['simpleProcedure', 'quickHandlingAsked', 'examinationOrdered', 'fled', 'suspensionEnded'] as const;
const police = { who: 'police', missed: 'askSuperiorPolice' } as const;

export const policeClocks: readonly ClockRule[] = [
  {
    id: 'police.call',
    law: 'scene.police.callAfterInjury',
    starts: 'accident',
    ends: 'policeCalled',
    who: 'party',
    missed: 'responsibilityMayShift',
  },
  {
    id: 'police.takeCase',
    law: 'report.police.afterLeaving',
    starts: 'calledAfterLeaving',
    ends: 'policeTookCase',
    ...police,
  },
  {
    id: 'police.determination',
    law: 'police.clock.determination',
    starts: 'sceneInvestigated',
    ends: 'determinationMade',
    pausedBy: 'police',
    unless: otherWays,
    ...police,
  },
  {
    id: 'police.simple',
    law: 'simpleProcedure.determination',
    starts: 'simpleProcedure',
    ends: 'determinationMade',
    ...police,
  },
  {
    id: 'police.quick',
    law: 'fastHandling.determination',
    starts: 'quickHandlingAsked',
    ends: 'determinationMade',
    ...police,
  },
  {
    id: 'police.afterExamination',
    law: 'clock.police.afterExamination',
    starts: 'examinationResult',
    ends: 'determinationMade',
    ...police,
  },
  {
    id: 'police.afterFlight',
    law: 'clock.police.afterFlight',
    starts: 'fugitiveFound',
    ends: 'determinationMade',
    pausedBy: 'police',
    unless: ['examinationOrdered', 'suspensionEnded'],
    ...police,
  },
  {
    id: 'police.flightUnsolved',
    law: 'clock.police.flightUnsolved',
    starts: 'determinationAskedUnsolved',
    ends: 'determinationMade',
    ...police,
  },
  { id: 'police.suspension', law: 'clock.police.suspension', starts: 'suspended', ends: 'suspensionEnded', ...police },
  {
    id: 'police.afterSuspension',
    law: 'clock.police.afterSuspension',
    starts: 'suspensionEnded',
    ends: 'determinationMade',
    ...police,
  },
  {
    id: 'police.delivery',
    law: 'clock.police.delivery',
    starts: 'determinationMade',
    ends: 'determinationReceived',
    ...police,
  },
];
