import { expect } from 'chai';
import { isLookedAfter } from '../../understanding/danger.ts';
import { tellsIcu } from '../../understanding/desk.ts';

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

describe('who lies in intensive care, or is being resuscitated', () => {
  for (const text of ['我妈被车撞了 现在在抢救', '医生说颅内出血', '下了病危通知', '人在ICU'])
    it(`is told by “${text}”`, () => expect(tellsIcu(text)).to.equal(true));
  for (const text of ['抢救费谁出', '没有颅内出血', '抢救过来了', '已经出了ICU', '不在抢救了', '有没有脑出血？'])
    it(`is not told by “${text}”`, () => expect(tellsIcu(text)).to.equal(false));
});
