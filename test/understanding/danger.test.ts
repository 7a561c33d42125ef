import { expect } from 'chai';
import { isLookedAfter } from '../../understanding/danger.ts';

describe('who is looked after by doctors', () => {
  for (const text of [
    '已经送医院了',
    '在抢救',
    '医生说颅内出血',
    '医生告诉我要开刀',
    'the doctor said it is bleeding inside',
  ])
    it(`is: ${text}`, () => expect(isLookedAfter(text)).to.equal(true));
  for (const text of ['流了好多血', '叫不醒', '要不要叫医生', 'he needs a doctor'])
    it(`is not: ${text}`, () => expect(isLookedAfter(text)).to.equal(false));
});
