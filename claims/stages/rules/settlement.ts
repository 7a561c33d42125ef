/** From the talks to the money. Papers that lack hold a stage still; nobody is sent back for them. */
import type { StageRule } from '../types.ts';

const decision = ['compulsory.decision', 'commercial.decision', 'commercial.refusal'];

/** Talks, mediation or a court; a contested opinion leads back to an appraisal. */
export const negotiation: StageRule = {
  id: 'negotiation',
  actor: 'parties',
  next: ['papers', 'appraisal'],
  clocks: [
    ...['mediation.ask', 'mediation.askAfterReview', 'mediation.end'],
    ...['agreement.confirmation', 'agreement.mistake', 'agreement.fraud'],
    ...['limitation.injured', 'limitation.longest', 'limitation.insured'],
  ],
  usual: ['stage.negotiation.courtShortest', 'stage.negotiation.courtLongest'],
};

export const papers: StageRule = {
  id: 'papers',
  actor: 'papersDesk',
  next: ['assessment', 'negotiation'],
  hold: 'papers',
  clocks: ['compulsory.documentList', 'commercial.completeOnce', 'commercial.decision'],
  usual: [],
};

export const assessment: StageRule = {
  id: 'assessment',
  actor: 'assessor',
  next: ['approval', 'negotiation', 'appraisal'],
  hold: 'papers',
  clocks: [...decision, 'commercial.completeOnce'],
  usual: [],
};

export const approval: StageRule = {
  id: 'approval',
  actor: 'approver',
  next: ['payment', 'assessment', 'negotiation'],
  clocks: decision,
  usual: [],
};

export const payment: StageRule = {
  id: 'payment',
  actor: 'cashier',
  next: ['closed'],
  clocks: ['compulsory.payment', 'commercial.payment'],
  usual: [],
};

/** Treatment that comes later (a plate is taken out) is claimed later: treatment, or its papers, open it again. */
export const closed: StageRule = {
  id: 'closed',
  actor: 'nobody',
  next: ['papers', 'treatment'],
  clocks: ['limitation.recourse'],
  usual: [],
};
