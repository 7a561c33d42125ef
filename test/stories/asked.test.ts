/** What a message asks is answered part by part, whoever writes it: mothers of a cut, drivers and families of money. From talks of the 23rd and 24th newcomers. */
import { expect } from 'chai';
import { keys, textOf } from '../support/advance.ts';
import { codeFor, newDemoTalk, objectionsFiled, phoneOf, recordedIn, verified } from '../support/demo.ts';
import { newTalk, type Talk } from '../support/talk.ts';

const CUT = '我儿子的进口药你们给扣了，凭什么';

describe('a mother whose claim is open', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await verified(talk, 'settlement', CUT);
  });
  afterEach(() => talk.end());

  it('is never taken for somebody who reports, and hears of the line whose sum she names', async () => {
    const told = await talk.say('还有一条14400啥意思，为啥算我们自己头上？我儿子是被撞的啊');
    expect(keys(told)[0]).to.equal('explanation.one');
    expect(textOf(told, 'explanation.one')).to.include('48,000 × (100% − 70%)');
    expect(keys(await talk.say('别的不说，看第2条'))[0]).to.match(/^explanation\.(?:one|again)$/);
  });

  it('two lines by their numbers, each with its reason, replace what was read back; whose claim it is she hears first', async () => {
    const told = await talk.say(
      '吴大姐是哪个?受伤的是我崽,莫搞错人!还有两条都给我讲清楚,药是医生开的又不是我们自己要的。他走的自行车道,没做错,凭什么扣14400?',
    );
    expect(keys(told)[0]).to.equal('explanation.whose');
    const read = await talk.say(
      '不对,看得头晕。两条我都不同意!第1条:药是医生开的,不是我们要的。第2条:我崽走的自行车道,没做错。给我写上去',
    );
    expect(textOf(read, 'objection.right.ask'))
      .to.include('“药是医生开的,不是我们要的”')
      .and.include('“我崽走的自行车道,没做错”')
      .and.not.include('头晕');
    await talk.say('对');
    expect((await objectionsFiled(talk)).map(([n, why]) => [n, why])).to.deep.equal([
      [1, '药是医生开的,不是我们要的'],
      [2, '我崽走的自行车道,没做错'],
    ]);
    expect(keys(await talk.say('14400该哪个拿证据,是你们公司还是我?'))).to.include('explanation.proofFault');
  });

  it('is let out of a report that she did not mean', async () => {
    await talk.say('我要报案');
    expect(talk.open).to.match(/^report\./);
    const told = keys(await talk.say('我不是报案！回到刚才，第2条为啥扣'));
    expect(told[0]).to.match(/^report\.left/);
    expect(told).to.include('explanation.one');
    expect(keys(await talk.say('为什么少赔'))[0]).to.equal('explanation.whole');
  });

  it('three questions, three answers; then her reason, as she wrote it', async () => {
    const told = await talk.say(
      '药是医生开的，我卖菜的哪里分得清？他们说超出就超出，到底谁来证明？让医生写个条子有没有用？那一万四千四又是怎么来的',
    );
    expect(keys(told)).to.include.members(['explanation.proof', 'explanation.doctorsPaper', 'objection.right.ask']);
    expect(textOf(told, 'objection.right.ask')).to.include('我卖菜的哪里分得清？他们说超出就超出”');
    expect(keys(await talk.say('对是对，可我问的你一句都没答！谁来证明？'))).to.include('explanation.proof');
    expect(talk.open).to.equal('objectionWay.way');
  });

  it('both lines, and what is to be done, in one message: the second follows by itself', async () => {
    await talk.sayAll('我不同意第1条，药是医生开的', '对');
    const told = keys(await talk.say('要公司拿出证明！两条我都不认，几时回我？'));
    expect(told).to.include.members(['objection.agreed_itemisedList', 'objection.nextOne']);
    await talk.sayAll('我儿子走的斑马线，没有错', '对', '请理赔员再核');
    expect((await objectionsFiled(talk)).map(([n]) => n)).to.deep.equal([1, 2]);
  });

  it('an order to send it is not asked for again', async () => {
    const told = await talk.say(
      '第1条我不同意，请替我写成信交上去。理由有两条：一、药是医生开的，没有别的能用。二、请公司拿出不该用的证据来。',
    );
    expect(textOf(told, 'objection.right.ask')).to.include('没有别的能用。').and.not.include('写成信');
    expect(keys(await talk.say('对')).slice(-2)).to.deep.equal(['objection.agreed_recheck', 'objection.unfiled']);
  });

  it('a wish for a person behind it loses nothing of it', async () => {
    const words = '两条我都不同意，药是医生开的没有别的能用，第2条我儿子没错不该担三成，这是我的话你记清楚，转人工！';
    const told = keys(await talk.say(words));
    expect(told[0]).to.equal('objection.keptForPerson');
    expect(told[1]).to.match(/^human\./);
    const notes = (await recordedIn(talk, 'corrected')).map(({ changes }) => Object.values(changes as object)[0]);
    expect(notes).to.include(words);
  });
});

describe('a letter with figures', () => {
  it('is no accident, and each figure is told with its source', async () => {
    const talk = await newDemoTalk();
    const asked = keys(
      await talk.say('我儿子去年出车祸，你们寄来一封信，说你们认可41400元。信里的12000、29400和70%分别是从哪里来的？'),
    );
    expect(asked.at(-1)).to.equal('identity.reference.ask_phone');
    await talk.sayAll(phoneOf('settlement'), '父母');
    const told = keys(await talk.say(await codeFor(talk, phoneOf('settlement'))));
    expect(told).to.include.members([
      'explanation.whole',
      'explanation.limitShared',
      'explanation.sum.commercial',
      'explanation.figureShare',
    ]);
    await talk.end();
  });
});

describe('whoever is asked for money', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('hears who can pay first before anything else, then what he is afraid of', async () => {
    const told = keys(
      await talk.say(
        '我昨天傍晚在斑马线撞到一个老太太，现在在ICU。她女儿要我今晚先拿5万。我不知道该不该给，给了是不是就等于认了全责？',
      ),
    );
    expect(told).to.deep.equal(['advance.keep', 'advance.aside.admission']);
  });

  it('what he told is kept: the police, and the hour that he makes more exact', async () => {
    await talk.say('我昨天傍晚在斑马线撞到一个老太太，现在在ICU，家属天天要钱，要不要给');
    await talk.sayAll('还没给保险公司打电话，昨天交警来了', '我要报案', '同意');
    await talk.say('139 1234 5678，川A12345，昨天傍晚六点半左右，成都市人民南路斑马线');
    await talk.say('开车的人');
    const noted = textOf(talk.heard, 'common.noted');
    expect(noted).to.include('18:30').and.include('报过警').and.include('人民南路');
    expect(talk.open, 'neither where he is nor whether the police know is asked').to.not.equal('report.scene');
  });

  for (const [words, ...told] of [
    ['他拿张纸来喊我签，写的全部责任我认，签得不', 'advance.aside.pledge'],
    ['他们说要把人从医院抬到我家怎么办', 'advance.aside.carried'],
    ['不晓得老板给保险公司讲没得', 'advance.aside.unsureReported'],
    ['报案号在哪里看啊', 'advance.aside.whereNumber'],
    ['骨折手术算不算抢救费？强制险最多付多少？', 'advance.aside.isRescue', 'advance.aside.howMuch'],
    ['报了案六天没一个人打电话！明天早上先去交警还是先去医院？', 'advance.aside.noContact', 'advance.aside.order'],
    ['我商业险买没买记不清怎么查', 'advance.aside.findPolicy'],
    ['单子拿到了交给谁', 'advance.aside.deliver'],
    ['你没回答我', 'advance.aside.missed'],
    ['自费药、护理费、误工费，保险到底赔不赔？', 'advance.aside.items'],
    ['那强制险先给，给好多嘛？为啥子是它先给不是我给', 'advance.aside.howMuch', 'advance.aside.whyFirst'],
    ['我没问扣车啊。他们要是真来堵门骂人咋办，我老婆娃儿在家里', 'advance.aside.besieged'],
    ['能不能由保险公司直接付给医院？', 'advance.aside.paidTo'],
    ['我自己该出的那份是什么意思', 'advance.aside.ownPart'],
    [
      '护理费管不管？他妻子在等我回消息，我想写一句既不承认责任、也不答应“每天付”的话，请直接给我',
      'advance.aside.items',
      'advance.reply',
    ],
  ] as const)
    it(`“${words}”`, async () => {
      await talk.sayAll('我撞了个骑车的，他家属天天要钱', '我该怎么回他们');
      expect(keys(await talk.say(words)).slice(0, told.length)).to.deep.equal(told);
    });

  it('a phone is no payment, and “没有报案号” says nothing of whether it was reported', async () => {
    await talk.sayAll('我撞了个骑车的，他家属天天要钱', '核对身份');
    const told = keys(await talk.say('登记的是我爸的手机号，我的号13900001111可以吗，没有报案号也可以吗'));
    expect(told).to.not.include('advance.aside.notReported').and.not.include('identity.notReported');
  });
});

describe('whoever pays, once somebody has left the hospital', () => {
  it('is not sent to the police; why nothing moves is told; what he has paid is said not to be booked', async () => {
    const talk = await newDemoTalk();
    const first = keys(await talk.say('我撞了个学生，人都出院了，他妈天天找我要营养费，我还要不要给啊'));
    expect(first).to.deep.equal(['advance.keepSettling', 'advance.replySettling']);
    await talk.say('我报过案的，核对身份，13800138006，我本人');
    if (talk.open !== 'code.digits') await talk.say('我本人');
    await talk.say(await codeFor(talk, '13800138006'));
    expect(keys(await talk.say('过期了还不动，到底为什么没动啊，是不是还缺我啥东西'))[0]).to.equal('progress.why');
    expect(keys(await talk.say('我垫的钱啥时候能回来'))).to.include('advance.ledgerEmpty');
    const plan = keys(await talk.say('案子到哪一步了，我这礼拜该干啥'));
    expect(plan).to.deep.equal(['progress.standing', 'advance.plan']);
    await talk.end();
  });
});

describe('a family without money', () => {
  it('is spoken to as a family, and its questions do not stop the report', async () => {
    const talk = await newTalk();
    const first = keys(
      await talk.say('我爸走路被车撞了，在重症监护室，医院说手术要先交8万，我们交了3万5，家里没钱了怎么办'),
    );
    expect(first).to.deep.equal(['report.bedsideMoney', 'report.consent.ask']);
    const fled = keys(await talk.say('同意。要是司机没保险或者跑了怎么办'));
    expect(fled).to.include('advance.route');
    expect(talk.open).to.equal('report.phone');
    const asked = keys(await talk.say('13900001111。那个救助基金找谁申请？'));
    expect(asked).to.include('advance.route').and.not.include('advance.reply');
    expect(talk.open).to.not.equal('report.phone');
    const sent = keys(await talk.say('强制险最多付多少？我报案到底报上没有？'));
    expect(sent).to.include('report.notSentYet').and.include('advance.aside.howMuch');
    await talk.end();
  });
});

describe('a driver who writes English', () => {
  it('hears first who can pay; what he is to send is in Chinese; consent in a sentence is consent', async () => {
    const talk = await newTalk();
    const first = keys(
      await talk.say(
        'Hi, I hit a man on an ebike 4 days ago, he is in hospital. his wife asks for money every day. do i have to keep paying?',
      ),
    );
    expect(first[0]).to.equal('advance.keep');
    const reply = await talk.say('what do I write to her? I need it in Chinese');
    expect(textOf(reply, 'advance.reply')).to.match(/“[一-龥]/);
    expect(keys(await talk.say('how do I get my 12000 back?'))[0]).to.equal('advance.back');
    expect(
      keys(await talk.say('tomorrow morning I go to the police and the hospital. what paper do I ask for?'))[0],
    ).to.equal('advance.aside.order');
    await talk.say('I want to report an accident');
    expect(keys(await talk.say('ok I agree. but what do I tell the family?'))).to.include('advance.reply');
    expect(talk.open).to.equal('report.phone');
    await talk.end();
  });
});

describe('a daughter at a bedside who reports', () => {
  it('hears who pays, how much and when, what the notice is called, and of her wages; no notice that binds whoever is insured', async () => {
    const talk = await newDemoTalk();
    await talk.say('我妈四天前过斑马线被车撞了,现在在郑州住院。医院说欠费3万了,再不交可能要停药,车是你们公司保的');
    await talk.say('同意');
    expect(keys(await talk.say('13800139999 ，我是问现在谁出钱'))).to.include('advance.keepFamily');
    const most = keys(await talk.say('郑州金水区花园路农业路口。最多能先付多少,几天到医院账上?'));
    expect(most).to.include.members(['advance.aside.howMuch', 'advance.aside.whenPaid']);
    expect(keys(await talk.say('打了,当天交警来过。你说的那个通知叫啥名字,我跟交警怎么说?'))).to.include(
      'advance.aside.theNotice',
    );
    await talk.sayAll('豫A·C1234', '没别的车,就我妈走路被他撞的。', '提交');
    expect(textOf(talk.heard, 'report.nextSteps')).to.include('救助基金');
    expect(talk.heard.map(({ key }) => key)).to.not.include('report.late');
    expect(keys(await talk.say('我请假照顾我妈,扣的工资能赔吗?'))[0]).to.equal('advance.aside.items');
    await talk.end();
  });
});
