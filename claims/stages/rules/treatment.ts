/** While somebody is treated: visits, advances, the end of treatment, and the opinion on what remains. */
import type { StageRule } from '../types.ts';

export const treatment: StageRule = {
  id: 'treatment',
  actor: 'hospital',
  next: ['treatmentEnded', 'negotiation'],
  clocks: [],
  usual: ['stage.treatment.contactShortest', 'stage.treatment.contactLongest'],
};

/** Insurer, police and rescue fund each have a part; it ends when the hospital is paid or the request is answered. */
export const advance: StageRule = {
  id: 'advance',
  actor: 'insurer',
  beside: true,
  next: [],
  during: ['report', 'survey', 'firstVisit', 'treatment', 'treatmentEnded'],
  clocks: ['commercial.advance', 'fund.decision', 'fund.payment'],
  usual: [],
};

/** Back to treatment if it turns out not to be over. */
export const treatmentEnded: StageRule = {
  id: 'treatmentEnded',
  actor: 'client',
  next: ['appraisal', 'negotiation', 'papers', 'treatment'],
  clocks: [],
  usual: [],
};

export const appraisal: StageRule = {
  id: 'appraisal',
  actor: 'appraiser',
  next: ['negotiation', 'papers', 'treatment'],
  clocks: ['examination.forensic', 'examination.forensicLongest'],
  usual: ['stage.appraisal.fractureShortest', 'stage.appraisal.fractureLongest', 'stage.appraisal.headShortest'],
};
