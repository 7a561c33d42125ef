import { expect } from 'chai';
import { money } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const exact = (yuan: number) => ({ fen: Math.round(yuan * 100), approx: false });
const about = (yuan: number, most?: number) => ({
  fen: yuan * 100,
  approx: true,
  ...(most !== undefined && { maxFen: most * 100 }),
});

const table: Record<string, object> = {
  3000: exact(3_000),
  '3,500': exact(3_500),
  '¥3,500.00': exact(3_500),
  '￥１２，３４５．６０': exact(12_345.6),
  '3000 yuan': exact(3_000),
  三万五: exact(35_000),
  三万零五: exact(30_005),
  '3万5': exact(35_000),
  '3万5千': exact(35_000),
  三萬五千六: exact(35_600),
  '1千2': exact(1_200),
  '6.7w': exact(67_000),
  '10k': exact(10_000),
  伍万元: exact(50_000),
  一百二: exact(120),
  块八毛: exact(1.8),
  一块五: exact(1.5),
  三块二毛五: exact(3.25),
  两千五百块零五毛: exact(2_500.5),
  两千多: about(2_000, 2_999),
  '7w多': about(70_000, 79_999),
  二十多万: about(200_000, 299_999),
  三千来块: about(3_000, 3_999),
  五六千: about(5_000, 6_999),
  一万八九: about(18_000, 19_999),
  十五六万: about(150_000, 169_999),
  十几万: about(110_000, 199_999),
  五千到八千: about(5_000, 8_000),
  五到八千: about(5_000, 8_000),
  大概五千: about(5_000),
  '': { problem: 'notMoney' },
  没有: { problem: 'notMoney' },
  三万公里: { problem: 'notMoney' },
  '3天': { problem: 'notMoney' },
  '1e309': { problem: 'notMoney' },
  '99999999999999': { problem: 'notMoney' },
  '-5': { problem: 'negative' },
  负五百: { problem: 'negative' },
};

describe('prompts: money', () => {
  for (const [text, expected] of Object.entries(table))
    it(`“${text}”`, () => expect(answer(money(), text, now)).to.deep.equal(expected));

  it('is found with a unit or behind a word of paying', () => {
    const words = (text: string) => foundIn(money(), text, now).map(([found, { fen }]) => `${found} ${fen / 100}`);
    expect(words('我给他交了一万二住院费，又垫了500，他张嘴就要八万六')).to.deep.equal([
      '一万二 12000',
      '500 500',
      '八万六 86000',
    ]);
    expect(words('給了五百，押金３０００元')).to.deep.equal(['五百 500', '３０００元 3000']);
  });

  it('is not found in distances, days, people, plates and phrases', () => {
    for (const text of [
      '跑了三万公里',
      '住了四十多天',
      '七八个人',
      '湘A8k8k8',
      '打120',
      '一毛不拔',
      '先给一部分钱',
      'K88处',
      '13800138000',
    ]) {
      expect(foundIn(money(), text, now), text).to.deep.equal([]);
    }
  });
});
