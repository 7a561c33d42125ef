/** The first days: the report, the scene, the first look at the injury, and what the police find. */
import type { StageRule } from '../types.ts';

const policeClocks = [
  ...['takeCase', 'determination', 'simple', 'quick', 'afterExamination', 'afterFlight', 'flightUnsolved'],
  ...['suspension', 'afterSuspension', 'delivery'],
].map((name) => `police.${name}`);
// `examination.order` runs only where an examination is needed, which its clock cannot know: it is no date to tell.
const examinations = ['done', 'longest', 'anew'].map((name) => `examination.${name}`);

export const report: StageRule = {
  id: 'report',
  actor: 'hotline',
  next: ['survey', 'firstVisit'],
  clocks: ['police.call', 'insurer.told', 'insurer.toldByContract', 'compulsory.answer'],
  usual: [],
};

export const survey: StageRule = {
  id: 'survey',
  actor: 'surveyor',
  next: ['firstVisit'],
  clocks: [],
  usual: ['stage.survey.longest'],
};

/** By telephone for light injuries, in hospital otherwise. Who died is not treated: then it goes on to the talks. */
export const firstVisit: StageRule = {
  id: 'firstVisit',
  actor: 'injuryAdjuster',
  next: ['treatment', 'treatmentEnded', 'negotiation'],
  clocks: [],
  usual: ['stage.firstVisit.shortest', 'stage.firstVisit.longest'],
};

/** One for all who were in the accident; it runs while they are treated. */
export const determination: StageRule = {
  id: 'determination',
  actor: 'police',
  beside: true,
  ofClaim: true,
  next: [],
  hold: 'police',
  clocks: [...policeClocks, ...examinations, 'review.ask', 'review.conclude', 'review.anew'],
  usual: [],
};
