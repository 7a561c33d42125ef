/** One source of words for a death, read alike by stories, counts and choices. */
import { expect } from 'chai';
import { casualties, choice, flagsIn, saysPassedAway } from '../../prompts/index.ts';
import { dangerNow, injuredState } from '../../prompts/vocabulary.ts';
import { answer, at } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const state = (text: string) => answer(choice(injuredState), text, now);
const dead = (text: string) => (answer(casualties(), text, now) as { dead?: number }).dead ?? 0;
const lines = (text: string): string[] => text.trim().split(/\s*\n\s*/);

const deaths = lines(`
  我老婆当场就没了
  当场没了
  人没了
  医生说人没了
  刚刚人走了
  我爸走了
  没抢救过来
  抢救无效
  没救过来
  救不回来了
  撞死人了
  把人撞死了
  轧死了
  我爸被撞死了
  我爸昨晚被车撞死了，司机跑了
  被大货车轧死了
  我老公昨晚车祸走了
  我开车撞死人了
  没挺过来
  我妈没挺过昨晚
  没抢救成功
  抢救失败
  人没保住
  孩子被车撞没了
  宣布死亡
  断气了
  医生说没救了
  人在送医院的路上就没了
  到医院人已经没了
  老人送到医院没了
  奶奶昨晚走了
  我妈今天早上走了
  我爸 当场没了
  把一个老太太压死了
  死了两个人
  他没能救过来
  人已经不在了
  他死在医院了
  抢救了两天没抢救过来
  my father passed away
  he didn't make it
  she was killed
`);
const living = lines(`
  手机没了
  电没了
  意识没了
  他没了意识
  对方走了
  对方人走了
  他自己走了
  我走了
  我老公开车走了
  我老婆先走了
  带我妈走了
  等我爸走了再说
  救护车走了
  吓死我了
  吓死人了
  急死了
  烦死了
  堵死了
  卡死了
  累死
  要死了
  我快死了
  差点撞死
  差点被车撞死了
  刹车抱死了
  撞死一条狗
  把狗撞死了
  我的车没了
  我的手机死了
  发动机又死了
  腿没保住
  车头撞没了
  回头一看人没了
  伤亡情况不清楚
  没造成人员伤亡
  会死人的
  怕他死了
  人死了没有
  脑死亡
  人当场就不行了
  my phone died
  he nearly died
  nobody died
`);

describe('prompts: words for a death', () => {
  for (const text of deaths)
    it(`“${text}” is one for stories, counts and choices`, () => {
      expect(flagsIn(text)).to.include('death');
      expect(dead(text)).to.be.at.least(1);
      expect(state(text)).to.equal('died');
    });
  for (const text of living)
    it(`“${text}” is none`, () => {
      expect(flagsIn(text)).to.not.include('death');
      expect(dead(text)).to.equal(0);
      expect(state(text)).to.not.equal('died');
    });

  it('the dying are alive, in danger and critical', () => {
    for (const text of ['人当场就不行了', '我爸快不行了', '要死了', '快不行了', 'he is dying']) {
      expect(state(text), text).to.equal('critical');
      expect(answer(choice(dangerNow), text, now), text).to.equal('unconscious');
    }
    expect(answer(choice(dangerNow), '断气了', now)).to.equal('unconscious');
    for (const text of ['手机快不行了', '疼得要死了', '我快急死了', '刹车不行了', 'the battery is dying'])
      expect(answer(choice(dangerNow), text, now), text).to.deep.equal({ problem: 'notAnOption' });
  });

  it('the gentle words stand alone only from the family', () => {
    for (const text of ['走了', '她刚刚走了', '人走了', '我爸今早走了', '没了'])
      expect(saysPassedAway(text), text).to.equal(true);
    for (const text of ['对方走了', '我走了', '他自己走了', '我车没了', '警察走了', '电没了'])
      expect(saysPassedAway(text), text).to.equal(false);
  });
});
