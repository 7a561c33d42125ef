/** What the 27th newcomers asked of money and got another answer to: the fund, who pays which part of a sum, prison, a family's report. */
import { expect } from 'chai';
import { keys, textOf } from '../support/advance.ts';
import { newTalk, type Talk } from '../support/talk.ts';

const ASKED_DAILY =
  '四天前我开面包车撞了个骑电瓶车的老太婆,脚杆断了在住院,要开刀。她儿天天打电话要钱,我都已经给了8000了,今天又要2万,我该不该继续给嘛?';

describe('a driver and the sums', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('the sentence to send names what he has paid, where he has told one sum', async () => {
    expect(textOf(await talk.say(ASKED_DAILY), 'advance.reply')).to.include('先前付的 8,000 元');
    await talk.say('不对，昨天还给了2000');
    expect(textOf(await talk.say('那我怎么跟家属说'), 'advance.reply')).to.not.include('8,000');
  });

  it('a sum is split in the order of the law, and no share is said', async () => {
    await talk.say(ASKED_DAILY);
    const told = textOf(await talk.say('假如总共要7万,交强险出好多,三者出好多,我自己要出好多?'), 'advance.aside.split');
    // 70,000 − 18,000 = 52,000
    expect(told)
      .to.include('18,000')
      .and.include('52,000')
      .and.not.match(/\d+\s?%/);
    expect(keys(await talk.say('如果定成主责,超过1万8的那截三者险是不是全给?我自己要掏的是哪些?'))).to.not.include(
      'advance.paidToldSum',
    );
  });

  it('what is left beyond the limit, and the fund by its own name', async () => {
    await talk.say(ASKED_DAILY);
    const told = await talk.say('1万8不够3万呀，剩下1万2咋办？救助基金找谁办，我能办不还是家属办');
    expect(keys(told)).to.include.members(['advance.aside.split', 'advance.route']);
    // 30,000 − 18,000 = 12,000
    expect(textOf(told, 'advance.aside.split')).to.include('30,000').and.include('12,000');
    expect(textOf(told, 'advance.route')).to.include('救助基金');
    expect(textOf(await talk.say('还有别的办法吗'), 'advance.route')).to.not.include('强制险付抢救费');
  });

  it('behind how the insurer pays first, another way is the next one', async () => {
    await talk.sayAll(ASKED_DAILY, '保险公司先付要啥手续');
    expect(textOf(await talk.say('还有别的办法吗'), 'advance.route')).to.include('商业险');
  });

  it('fear of prison and a hospital that wants money: both, and no lawsuit that nobody spoke of', async () => {
    const told = keys(
      await talk.say(
        '你好 我昨天黑天时后开车撞了个人，人在重症监护室里头，我会不会坐牢啊？医院要交3万押金我哪有，我现在该先弄啥',
      ),
    );
    expect(told).to.include.members(['advance.aside.prison', 'advance.keep']).and.not.include('advance.aside.sued');
    const more = keys(await talk.say('不是打官司 人家还没告我。我是问医院叫交3万押金，我必须得交不？不交犯法不'));
    expect(more)
      .to.include.members(['advance.aside.today', 'advance.aside.fleeing'])
      .and.not.include('advance.aside.sued');
    expect(keys(await talk.say('那交警的通知问谁要？我还没给你们保险公司报案哩，那3千块还能要回来不'))).to.include(
      'advance.aside.notReported',
    );
    expect(textOf(await talk.say('我接下来该干啥'), 'advance.plan')).to.include('先报案');
  });

  it('no number at hand is no complaint; who pays has its reason; each of three questions is answered', async () => {
    await talk.say(ASKED_DAILY);
    const told = keys(await talk.say('我报过案了,当天晚上打的电话,没得报案号。那这个开刀的钱到底哪个出嘛?'));
    expect(told).to.include.members(['advance.aside.whereNumber', 'advance.aside.whyFirst']);
    expect(keys(await talk.say('今天这2万我到底给不给?不给会不会耽误开刀?给了三者险认不认账?'))).to.include.members([
      'advance.aside.today',
      'advance.aside.stopsCare',
      'advance.back',
    ]);
  });
});

describe('a daughter who reports from the hospital', () => {
  let talk: Talk;
  before(async () => {
    talk = await newTalk();
  });
  after(() => talk.end());

  it('is led to the report although the driver does not answer', async () => {
    const told = await talk.say(
      '我爸今天早上过马路被车撞了,骨盆骨折在医院,明天要做手术医院喊先交3万,司机现在电话都不接了,车牌湘A6K8P2。这个钱你们能不能快点先出啊?',
    );
    expect(keys(told)[0]).to.equal('report.bedsideMoney');
    expect(talk.open).to.equal('report.consent');
  });

  it('a place is the sentence that names it; somebody on foot is the other side', async () => {
    await talk.sayAll(
      '同意',
      '13800138015',
      '在长沙雨花区韶山南路和新建西路那个路口。我问的那个3万块钱怎么搞咯?明天就要手术了,你们能不能先垫?',
      '已经打了',
    );
    const told = await talk.say('没有别的车,就是那个车撞了我爸,我爸是走路的。你讲的交警的通知是什么东西,我要找谁开?');
    expect(keys(told)).to.include('advance.aside.theNotice');
    expect(talk.last.text)
      .to.include('事故地点：长沙雨花区韶山南路和新建西路那个路口')
      .and.include('和这辆车相撞的：行人')
      .and.not.include('怎么搞咯')
      .and.not.include('做手术医院\n');
    expect(textOf(await talk.say('地点就是:长沙市雨花区韶山南路和新建西路交叉路口'), 'common.corrected')).to.include(
      '事故地点：长沙市雨花区',
    );
  });

  it('after it: who pays which part, the driver who is silent, and an owner who does not apply', async () => {
    await talk.say('提交');
    const told = await talk.say(
      '那这3万到底归哪个出?交强险最多出好多?司机电话都不接,商业险又要车主申请,他不申请我们怎么办?',
    );
    expect(keys(told)).to.deep.equal(['advance.aside.split', 'advance.aside.driverSilent', 'advance.route']);
    expect(textOf(told, 'advance.route')).to.include('车主不申请');
  });
});

describe('a driver whose questions are of his own case', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.say('五天前我太太开我的车,撞倒了一位过马路的老人,现在住院做了手术。家属每天都来要钱,我该怎么办?');
  });
  afterEach(() => talk.end());

  it('with receipts he is not told what helps without; a police paper that takes a week is no refusal', async () => {
    const told = keys(
      await talk.say(
        '我们当天已经报案了,我也直接付给医院20000,有收据。交警说下周出认定。认定没出来之前,我还应不应该继续付钱?',
      ),
    );
    expect(told).to.include.members(['advance.back', 'advance.aside.today']);
    expect(told).to.not.include('advance.aside.noTrace').and.not.include('advance.aside.noNotice');
  });

  it('a court and the internet, each once; a sum in another sentence is split', async () => {
    const told = keys(
      await talk.say('家属说再不给钱就去法院起诉,还要发到抖音上。我怎么说比较合适?他们真的起诉了,我们要做什么?'),
    );
    expect(told).to.deep.equal(['advance.aside.exposed', 'advance.reply', 'advance.aside.sued']);
    const split = await talk.say('保险公司到底能先付多少?强制险医疗这块有多少额度?手术费家属说花了六万多。');
    expect(textOf(split, 'advance.aside.split')).to.include('42,000');
  });

  it('a hired car is no delivery on a scooter', async () => {
    expect(keys(await talk.say('滴滴平台有没有保险可以赔啊，我要不要现在跟滴滴报？'))[0]).to.equal(
      'advance.aside.platformDriver',
    );
  });

  it('what is demanded was not paid; the limit of a policy is no bill', async () => {
    const told = await talk.say('他妈说你今天必须交一万，我微信转了6000了，我还必须再交吗');
    expect(textOf(told, 'advance.paidNoClaim')).to.include('6000').and.not.include('一万');
    expect(textOf(await talk.say('那我咋回他妈'), 'advance.reply'))
      .to.include('先前付的 6,000 元')
      .and.not.include('10,000');
    expect(keys(await talk.say('强制险付好多 三者50万付好多 我自己还要出好多'))).to.not.include('advance.aside.split');
  });

  it('his own car, his licence, his number, the papers of the way that he names', async () => {
    for (const [words, key] of [
      ['他们真砸我车咋个办 砸了保险赔不赔', 'advance.aside.carDamaged'],
      ['我没跑过车接单 你搞错了。车砸烂了 我保的三者50万赔不赔我的车', 'advance.aside.carDamaged'],
      ['还有驾照会不会被吊销 我去年才拿的本', 'advance.aside.licence'],
      ['我有条短信上面有个报案号 不知道拿来干啥用', 'advance.aside.numberUse'],
      ['保险公司现在能不能直接给医院打钱', 'advance.aside.paidTo'],
    ] as const)
      expect(keys(await talk.say(words)), words).to.include(key);
    const papers = await talk.say('强制险先付给医院 要哪些材料 交警通知去哪里要');
    expect(textOf(papers, 'advance.papers')).to.include('强制险');
  });

  it('without the police paper; how long it takes; the share that he supposes himself', async () => {
    const told = await talk.say(
      '没有认定书,商业险那份现在能不能先付,能还是不能?交警一般多久出?假如定七成,四万五里保险共付多少?',
    );
    expect(keys(told)).to.deep.equal([
      'advance.aside.noDetermination',
      'advance.aside.whenDetermined',
      'advance.aside.splitShare',
    ]);
    expect(textOf(told, 'advance.aside.whenDetermined')).to.include('10 个工作日').and.include('第 62 条');
    // (45,000 − 18,000) × 70% = 18,900; 27,000 − 18,900 = 8,100
    expect(textOf(told, 'advance.aside.splitShare')).to.include('18,900').and.include('8,100').and.include('只是举例');
  });

  it('what to ask of the other side; whether it comes in time is not promised; a report is begun among questions', async () => {
    const told = keys(await talk.say('俺得管他爸要啥东西啊？他爸一会儿又该来电话了，俺咋跟他说？'));
    expect(told).to.include.members(['advance.aside.fromThem', 'advance.reply']);
    const when = await talk.say('那后天手术前保险能把这三万给整出来不？');
    expect(textOf(when, 'advance.aside.whenPaid')).to.include('我说不准');
    await talk.say('行吧，那俺要报案。后天之前钱到底能不能到医院？');
    expect(talk.open).to.match(/^report\./);
  });

  it('in English: fear at his company, and whether to call the police', async () => {
    const english = await newTalk({ locale: 'en' });
    await english.say(
      'I hit a woman on a scooter three days ago. Her husband calls me every day for money. Do I have to keep paying?',
    );
    const told = keys(await english.say('He says he will come to my company tomorrow. I am scared. Can I call 110?'));
    expect(told).to.include('advance.aside.besieged');
    await english.end();
  });
});
