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
  '一男一女，都在县医院住院': { count: 2, dead: 0, states: ['inpatient', 'inpatient'] },
  '3个人，一个住院，两个门诊': { count: 3, dead: 0, states: ['inpatient', 'outpatient', 'outpatient'] },
  '伤三人，一人重伤昏迷，两人擦伤': { count: 3, dead: 0, states: ['critical', null, null] },
  好几个: { count: null, dead: 0 },
  有人受伤: { count: null, dead: 0 },
  住院了: { count: null, dead: 0, state: 'inpatient' },
  没人受伤: { count: 0, dead: 0 },
  双方都没受伤: { count: 0, dead: 0 },
  人没事: { count: 0, dead: 0 },
  没有: { count: 0, dead: 0 },
  一人死亡: { count: 1, dead: 1, state: 'died' },
  人已经去世了: { count: null, dead: 1, state: 'died' },
  '一个人去世，三个人轻伤': { count: 4, dead: 1, states: ['died', null, null, null] },
  '三人受伤，其中一人死亡': { count: 3, dead: 1, states: ['died', null, null] },
  '死了两个，伤了三个': { count: 5, dead: 2, states: ['died', 'died', null, null, null] },
  一死两伤: { count: 3, dead: 1, states: ['died', null, null] },
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

describe('prompts: casualties told person by person', () => {
  const several: Record<string, [count: number | null, states?: readonly (string | null)[], dead?: number]> = {
    '三个人，我妈在ICU，另外两个不清楚': [3, ['critical', null, null]],
    '三个人，我妈在ICU，另外两个没事': [1],
    '我老公在抢救，孩子轻伤': [2, ['critical', null]],
    我和我老婆都受伤了: [2],
    我爸我妈都住院了: [2, ['inpatient', 'inpatient']],
    '我爸，我妈都住院了': [2, ['inpatient', 'inpatient']],
    一家三口都伤了: [3],
    一家五口都住院了: [5, ['inpatient', 'inpatient', 'inpatient', 'inpatient', 'inpatient']],
    夫妻俩都受伤: [2],
    我们三个人都受伤了: [3],
    '我老婆、孩子和我妈都受伤': [3],
    '我骨折了，还有我老婆': [2],
    '我骨折了，他也骨折了': [2],
    我和对方都受伤了: [2],
    '对方司机骨折，副驾轻伤': [2],
    司机和副驾都进了ICU: [2, ['critical', 'critical']],
    他爸骨折他妈轻伤: [2],
    '重伤的是我爸，住院的是我妈': [2, [null, 'inpatient']],
    伤了我老婆和孩子: [2],
    '两个乘客轻伤，司机没事': [2],
    妈妈和两个孩子住院了: [3, ['inpatient', 'inpatient', 'inpatient']],
    '两个人，一个是我爸住院了，一个是我妈轻伤': [2, ['inpatient', null]],
    '撞了两个人，一个骨折一个擦伤': [2],
    '我爸没了，我妈在ICU': [2, ['died', 'critical'], 1],
    '我爸去世了，我妈和我妹轻伤': [3, ['died', null, null], 1],
    '我老公当场死亡，儿子骨折住院': [2, ['died', 'inpatient'], 1],
    '五个人受伤，一个死亡，其他人轻伤': [5, ['died', null, null, null, null], 1],
    '一共5人，2死3伤': [5, ['died', 'died', null, null, null], 2],
    '我妈骨折，我爸情况不清楚': [2],
    '大人没事，小孩情况不清楚，我妈住院了': [2, [null, 'inpatient']],
    大人小孩都受伤: [null],
    他们都受伤了: [null],
    乘客受伤了: [null],
    '我妈骨折，其他人轻伤': [null],
    'my husband is in the ICU, my son has minor injuries': [2, ['critical', null]],
    'me and my wife were both injured': [2],
    'my parents are both in hospital': [2, ['inpatient', 'inpatient']],
    'my mother died and my father is in the ICU': [2, ['died', 'critical'], 1],
    'three people, my mum is in ICU, the other two are not sure': [3, ['critical', null, null]],
  };
  for (const [text, [count, states, dead = 0]] of Object.entries(several)) {
    it(`“${text}”`, () => {
      const expected = count === 1 ? { count, dead, state: 'critical' } : { count, dead, ...(states && { states }) };
      expect(answer(casualties(), text, now)).to.deep.equal(expected);
    });
  }

  it('counts one person once, however often spoken of', () => {
    for (const text of [
      '他骨折住院了',
      '我妈骨折了，她现在在住院',
      '老太太手腕骨折，老人现在住院',
      '我撞了一个骑车的老人，他骨折，现在住院',
      '我老公开车蹭到一个买菜大妈，大妈住院了',
      '我没事，就我老婆骨折住院',
      '孩子他爸骨折住院',
      '我儿子同学骨折住院了',
      '我是司机，伤者是我老婆，她住院了',
      '我妈住院了，请了一个护工，我爸陪着',
      '我老公开车，我坐副驾，我骨折住院',
      '对方来了两个人，我妈骨折住院',
      '我妈骨折，医生说要住院三个月',
    ])
      expect(answer(casualties(), text, now), text).to.deep.equal({ count: 1, dead: 0, state: 'inpatient' });
    expect(answer(casualties(), '大人没事，孩子骨折了', now)).to.deep.equal({ count: 1, dead: 0 });
    expect(answer(casualties(), '一个，大出血，已经送医院抢救了', now)).to.deep.equal({
      count: 1,
      dead: 0,
      state: 'critical',
    });
    expect(answer(casualties(), '我老公没了', now)).to.deep.equal({ count: 1, dead: 1, state: 'died' });
  });

  it('does not take who did it, who asks or who sits at the bed for one who is hurt', () => {
    for (const text of ['我撞伤了人', '我想问骨折能赔多少', '有人受伤'])
      expect(answer(casualties(), text, now), text).to.deep.equal({ count: null, dead: 0 });
    for (const text of ['我在医院', '我老婆在医院照顾他', '我是司机', '他们', '不清楚几个人'])
      expect(answer(casualties(), text, now), text).to.deep.equal({ problem: 'notCasualties' });
    expect(answer(casualties(), '我撞伤了一个老人', now)).to.deep.equal({ count: 1, dead: 0 });
    expect(answer(casualties(), '我在医院陪我妈，她骨折了', now)).to.deep.equal({ count: 1, dead: 0 });
  });

  it('takes mere people for an answer, but does not find them', () => {
    const people = {
      司机和两个乘客: 3,
      我老婆和孩子: 2,
      我妈: 1,
      被撞的是我爸和我妈: 2,
      'the driver and two passengers': 3,
    };
    for (const [text, count] of Object.entries(people)) {
      expect(answer(casualties(), text, now), text).to.deep.equal({ count, dead: 0 });
      expect(foundIn(casualties(), text, now), text).to.deep.equal([]);
    }
  });

  it('hears many who put blanks for commas', () => {
    const told: Record<string, object> = {
      '我老婆当场就没了 我腿断了在住院': { count: 2, dead: 1, states: ['died', 'inpatient'] },
      '一家三口 我爸走了 我妈骨折住院 我弟轻伤': { count: 3, dead: 1, states: ['died', 'inpatient', null] },
      '三个 一个当场没了 一个icu 还有个小孩就擦破点皮': { count: 3, dead: 1, states: ['died', 'critical', null] },
      '俩 一个轻伤门诊看了 一个重伤昏迷在抢救': { count: 2, dead: 0, states: ['outpatient', 'critical'] },
      '仨 一个死了 两个住院': { count: 3, dead: 1, states: ['died', 'inpatient', 'inpatient'] },
      '老公没救过来 孩子在抢救': { count: 2, dead: 1, states: ['died', 'critical'] },
      '我骨折住院 对方司机没挺过来': { count: 2, dead: 1, states: ['inpatient', 'died'] },
      '四个人 两个当场没了 一个在ICU 还有一个轻伤': { count: 4, dead: 2, states: ['died', 'died', 'critical', null] },
      '我妈皮外伤没去医院 我爸住着院': { count: 2, dead: 0, states: ['notTreated', 'inpatient'] },
      '死了 两个': { count: 2, dead: 2, state: 'died', states: ['died', 'died'] },
      '伤了 三个': { count: 3, dead: 0 },
      '两个人 我妈住院 我爸没啥事': { count: 1, dead: 0, state: 'inpatient' },
      '两个人受伤 我妈住院 我爸没啥事': { count: 2, dead: 0, states: ['inpatient', null] },
      '手机没了 我腿断了': { count: 1, dead: 0 },
    };
    for (const [text, expected] of Object.entries(told))
      expect(answer(casualties(), text, now), text).to.deep.equal(expected);
  });

  it('knows a bed in a ward, and leaves open how it goes on in the emergency room', () => {
    for (const text of ['老公骑车被撞 肋骨断了三根 住骨科12床', '他还住着院呢', '我爸住神经外科3床', '老婆在病房 17床'])
      expect(answer(casualties(), text, now), text).to.deep.equal({ count: 1, dead: 0, state: 'inpatient' });
    expect(answer(casualties(), '老婆在ICU3床', now)).to.deep.equal({ count: 1, dead: 0, state: 'critical' });
    expect(answer(casualties(), '我妈被撞了她腿断了现在华西医院急诊', now)).to.deep.equal({
      count: 1,
      dead: 0,
      hospital: '华西医院',
    });
    for (const text of ['他在急诊', '他骨折送急诊了', '他就是皮外伤', '我老婆擦伤', '对了我老婆也撞伤了'])
      expect(answer(casualties(), text, now), text).to.deep.equal({ count: 1, dead: 0 });
    for (const text of ['他急诊看过了', '他看了急诊', '他在急诊包扎了'])
      expect(answer(casualties(), text, now), text).to.deep.equal({ count: 1, dead: 0, state: 'outpatient' });
    for (const text of ['给我一床被子', '住六楼', '住在科技园'])
      expect(answer(casualties(), text, now), text).to.not.have.property('state');
  });

  it('accepts states that fit the number, and values from before there were any', () => {
    const accepts = (value: unknown) => casualties().accepts(value);
    expect(accepts({ count: 2, dead: 0 })).to.equal(true);
    expect(accepts({ count: 2, dead: 1, states: ['died', null] })).to.equal(true);
    for (const states of [
      [],
      ['critical'],
      [null, null],
      ['critical', 'fine'],
      ['died', 'critical'],
      'critical',
      [undefined, 'critical'],
    ])
      expect(accepts({ count: 2, dead: 0, states }), JSON.stringify(states)).to.equal(false);
    expect(accepts({ count: null, dead: 0, states: ['critical'] })).to.equal(false);
  });
});
