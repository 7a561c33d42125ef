/** The whole story in one message: only what it does not tell is asked, and what it tells is read back. */
import { expect } from 'chai';
import { newTalk, type Talk } from '../support/talk.ts';

interface Story {
  readonly name: string;
  readonly text: string;
  /** Names of the questions that are still asked before the read-back: what the story does not tell, and consent. */
  readonly asked: readonly string[];
  /** What the read-back says. */
  readonly readBack: readonly string[];
  readonly answers?: Readonly<Record<string, string>>;
}

const STORIES: readonly Story[] = [
  {
    name: 'a driver, the evening after',
    text: '昨天晚上八点多在朝阳路和青年路口，我开车右转撞了个骑电动车的老太太，腿好像断了，已经送中心医院住院了，报过警了交警拍了照，我车牌湘A12345，电话13800138000，我该咋办',
    asked: ['consent', 'scene'],
    readBack: [
      '138****8000',
      '开车的人',
      '11月23日',
      '20:00',
      '朝阳路和青年路口',
      '1 人，住院了，中心医院',
      '湘A·12345',
      '电动车、自行车',
    ],
  },
  {
    name: 'a daughter, in traditional characters',
    text: '我爸前天下午四點在解放西路過馬路被一輛白色小車撞倒，司機叫了救護車送去人民醫院，現在在ICU，對方車牌湘B67890，交警已經來過，我電話13900139000',
    asked: ['consent', 'ownPlate'],
    readBack: ['139****9000', '伤者家属', '11月22日', '16:00', '解放西路', '在抢救或重症室', '湘B·67890'],
  },
  {
    name: 'a driver, in English',
    text: 'Yesterday evening around 8 pm I was driving on Chaoyang Road in Changsha and hit an electric bike, the rider broke his arm and is in hospital, police came, my plate is 湘A12345 and my phone is 13800138000',
    asked: ['consent', 'scene'],
    readBack: ['138****8000', '20:00', 'Chaoyang Road', 'in hospital', '湘A·12345'],
    answers: { consent: 'agree', scene: 'at the scene police called' },
  },
  {
    name: 'said to the phone without a stop',
    text: '就是今天早上七点半的样子吧我送孩子上学嘛在实验小学门口那个路口右拐的时候没看到后面有个骑小毛驴的她就撞我车上了人摔地上说屁股疼现在去医院拍片子了我报警了我的车是湘A12345',
    asked: ['consent', 'phone', 'scene'],
    readBack: ['开车的人', '11月24日', '07:30', '实验小学门口', '1 人', '湘A·12345'],
  },
  {
    name: 'two of the family are hurt, each in her own way',
    text: '上周五晚上十点左右在京港澳高速长沙段我被后面货车追尾，我老婆和我妈都受伤了，我妈肋骨断了两根住院，老婆擦伤门诊看了，对方车牌赣C12345，我的是湘A12345，手机13800138000',
    asked: ['consent', 'scene'],
    readBack: ['开车的人', '11月20日', '22:00', '2 人', '住院了', '门诊看过', '赣C·12345', '湘A·12345'],
  },
];

const ANSWERS: Readonly<Record<string, string>> = {
  consent: '同意',
  phone: '13800138000',
  scene: '离开了，报过警',
  police: '报过警',
  other: '电动车、自行车',
  ownPlate: '不知道',
  where: '京港澳高速长沙段',
};

describe('a whole story in the first message', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  for (const { name, text, asked, readBack, answers = {} } of STORIES)
    it(`${name}: asks only what is missing`, async () => {
      await talk.say(text);
      const questions: string[] = [];
      for (let open = talk.open; open && open !== 'report.check' && questions.length < 12; open = talk.open) {
        const question = open.replace('report.', '');
        questions.push(question);
        await talk.say(answers[question] ?? ANSWERS[question] ?? '不知道');
      }
      expect(questions).to.deep.equal(asked);
      expect(talk.open).to.equal('report.check');
      for (const said of readBack) expect(talk.last.text).to.include(said);
    });
});
