/** Examinations that the police order (检验、鉴定), and the forensic institute that parties choose. */
import type { ClockRule } from '../types.ts';

export const examinationClocks: readonly ClockRule[] = [
  {
    id: 'examination.order',
    law: 'clock.police.examinationOrder',
    starts: 'sceneInvestigated',
    ends: 'examinationOrdered',
    who: 'police',
    missed: 'askSuperiorPolice',
    unless: ['determinationMade', 'simpleProcedure', 'quickHandlingAsked'],
  },
  {
    id: 'examination.done',
    law: 'clock.police.examination',
    starts: 'examinationOrdered',
    ends: 'examinationResult',
    who: 'examiner',
    missed: 'askSuperiorPolice',
  },
  {
    id: 'examination.longest',
    law: 'clock.police.examinationLongest',
    starts: 'examinationOrdered',
    ends: 'examinationResult',
    who: 'examiner',
    missed: 'askSuperiorPolice',
  },
  {
    id: 'examination.anew',
    law: 'clock.police.newExamination',
    starts: 'examinationDelivered',
    ends: 'newExaminationAsked',
    who: 'party',
    missed: 'notAccepted',
  },
  {
    id: 'examination.forensic',
    law: 'clock.forensic.opinion',
    starts: 'forensicCaseTaken',
    ends: 'forensicOpinion',
    who: 'examiner',
    missed: 'askTheExaminer',
  },
  {
    id: 'examination.forensicLongest',
    law: 'clock.forensic.opinionLongest',
    starts: 'forensicCaseTaken',
    ends: 'forensicOpinion',
    who: 'examiner',
    missed: 'askTheExaminer',
  },
];
