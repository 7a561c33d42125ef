/** The names that entities bear at the edge; the label guide of the sentences they are scored with uses the same. */
import type { Denial, Injury, Purpose, Share } from '../prompts/index.ts';

export const INJURY_LABELS: Readonly<Record<Injury, string>> = {
  death: '死亡',
  coma: '昏迷',
  fracture: '骨折',
  bleeding: '出血',
  brain: '颅脑损伤',
  softTissue: '软组织损伤',
  abrasion: '擦伤',
  laceration: '裂伤',
  amputation: '截肢',
  paralysis: '瘫痪',
  organ: '内脏损伤',
};

export const PURPOSE_LABELS: Readonly<Record<Purpose, string>> = {
  inpatient: '住院',
  work: '误工',
  care: '护理',
  rest: '休息',
  nutrition: '营养',
};

export const SHARE_LABELS: Readonly<Record<Share, string>> = {
  full: '全责',
  main: '主责',
  equal: '同等',
  minor: '次责',
  none: '无责',
};

export const DENIAL_LABELS: Readonly<Record<Denial, string>> = {
  injury: 'no_injury',
  police: 'no_police',
  ambulance: 'no_ambulance',
  insuranceReport: 'no_insurance_report',
  moved: 'not_moved',
  hospital: 'no_hospital',
  hospitalisation: 'no_hospitalisation',
  fracture: 'no_fracture',
  signed: 'not_signed',
  drunk: 'not_drunk',
  payment: 'no_payment',
  liabilityYet: 'no_liability_yet',
};
