import { expect } from 'chai';
import { casualties } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const table: Record<string, object> = {
  '一个人，腿断了，在湘雅医院住院': { count: 1, dead: 0, state: 'inpatient', hospital: '湘雅医院' },
  '就一个老太太，手腕肿了，没去医院': { count: 1, dead: 0, state: 'notTreated' },
  '他腿骨折，在市一院做手术': { count: 1, dead: 0, state: 'inpatient', hospital: '市一院' },
  '我没事，对方蹭破皮': { count: 1, dead: 0 },
  一个: { count: 1, dead: 0 },
  1: { count: 1, dead: 0 },
  '3.': { count: 1, dead: 0, state: 'inpatient' },
  2: { count: 2, dead: 0 },
  两个人受伤: { count: 2, dead: 0 },
  '一男一女，都在县医院住院': { count: 2, dead: 0 },
  '3个人，一个住院，两个门诊': { count: 3, dead: 0 },
  '伤三人，一人重伤昏迷，两人擦伤': { count: 3, dead: 0 },
  好几个: { count: null, dead: 0 },
  有人受伤: { count: null, dead: 0 },
  住院了: { count: null, dead: 0, state: 'inpatient' },
  没人受伤: { count: 0, dead: 0 },
  双方都没受伤: { count: 0, dead: 0 },
  人没事: { count: 0, dead: 0 },
  没有: { count: 0, dead: 0 },
  一人死亡: { count: 1, dead: 1, state: 'died' },
  人已经去世了: { count: null, dead: 1, state: 'died' },
  '一个人去世，三个人轻伤': { count: 4, dead: 1 },
  '三人受伤，其中一人死亡': { count: 3, dead: 1 },
  '死了两个，伤了三个': { count: 5, dead: 2 },
  一死两伤: { count: 3, dead: 1 },
  '没死人，伤了一个': { count: 1, dead: 0 },
  'one person, broken leg, in hospital': { count: 1, dead: 0, state: 'inpatient' },
  'nobody was hurt': { count: 0, dead: 0 },
  不知道: { problem: 'notCasualties' },
  两辆车: { problem: 'notCasualties' },
  '': { problem: 'notCasualties' },
  '999999个人受伤': { problem: 'notCasualties' },
};

describe('prompts: casualties', () => {
  for (const [text, expected] of Object.entries(table))
    it(`“${text}”`, () => expect(answer(casualties(), text, now)).to.deep.equal(expected));

  it('is found in a story, and not where nobody is spoken of', () => {
    expect(foundIn(casualties(), '昨天追尾，車上三個人受傷', now)).to.deep.equal([
      ['三個人受傷', { count: 3, dead: 0 }],
    ]);
    for (const text of ['车停在路边被撞', '三个月前的事', '有没有骨折还不知道'])
      expect(foundIn(casualties(), text, now), text).to.deep.equal([]);
  });

  it('accepts no more dead than hurt', () => expect(casualties().accepts({ count: 1, dead: 2 })).to.equal(false));
});
