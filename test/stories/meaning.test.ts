/** What people type at the door, in their own words: led to the right place, or asked which of two is meant. */
import { expect } from 'chai';
import { newTalk, type Talk } from '../support/talk.ts';

describe('words that are no command', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  const led: readonly (readonly [string, string])[] = [
    ['我爸那边医院天天催着交钱说不交就停药', 'about.advance'],
    ['出院小结丢了可以用复印的代替不', 'papers.item'],
    ['理赔得往你们那儿递交点啥单子', 'documents.'],
    ['药费凭啥给我砍掉一大截', 'identity.reference.ask_phone'],
    ['这种腰椎骨折定了九级一般得赔个啥数', 'about.estimate'],
    ['家属狮子大开口要八十万咋个谈法', 'about.mediation'],
    ['后保险杠撞瘪了人都没事去哪修', 'beyond.vehicle'],
    ['车险到期了续保能便宜多少', 'beyond.policy'],
    ['酒驾被抓了一般判几个月', 'beyond.criminal'],
    ['帮我写首七言绝句', 'beyond.other'],
    ['你们这边有没有能说话的活人', 'human.'],
    ['报上去一个礼拜了咋连个响儿都没有', 'progress.'],
  ];
  for (const [said, key] of led)
    it(`“${said}” → ${key}`, async () => {
      await talk.say(said);
      expect(
        talk.heard.some((line) => line.key.startsWith(key)),
        talk.heard.map((line) => line.key).join(),
      ).to.equal(true);
    });

  it('“好的” after a topic that cannot be answered yet calls a person', async () => {
    await talk.say('这种腰椎骨折定了九级一般得赔个啥数');
    await talk.say('好的');
    expect(talk.last.key).to.equal('human.phone.ask');
  });

  it('despair in other words than the list’s gives help and a person, also in the middle of a report', async () => {
    await talk.say('我要报案');
    await talk.say('把人家孩子撞没了 我也不配再活在这世上');
    expect(talk.heard.map((line) => line.key)).to.include('crisis.help');
  });
});

describe('a question is open', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', '没有这些情况', '同意');
  });
  afterEach(() => talk.end());

  it('“为什么要填这个” says what it is for, and asks again', async () => {
    for (const said of ['为什么要填这个', '问这个干嘛', 'why do you need this']) {
      const before = talk.heard.length;
      await talk.say(said);
      expect(talk.heard[before]?.key, said).to.equal('why.phone');
      expect(talk.open).to.equal('report.phone');
    }
  });

  it('“等一下先问个事” waits for what is asked; nothing of it becomes an answer', async () => {
    await talk.sayAll('13800138000', '开车的人', '昨晚八点', '朝阳路和青年路口');
    await talk.say('等一下先问个事');
    expect(talk.last.key).to.equal('common.askAway');
    expect(talk.open).to.equal('report.what');
  });

  it('“都行” is neither consent nor sending, “跟刚才一样” no place', async () => {
    const other = await newTalk();
    await other.sayAll('我要报案', '没有这些情况', '都行');
    expect(other.open).to.equal('report.consent');
    await other.end();
    await talk.sayAll('13800138000', '开车的人', '昨晚八点', '跟刚才一样');
    expect(talk.open).to.equal('report.where');
  });

  it('of several messages that came together danger has the last word, and none is lost', async () => {
    await talk.sayTogether('13800138000', '开车的人', '他突然喘不上气嘴唇发紫了');
    // What is asked in the end is about the danger; the number and the role are kept.
    expect(talk.heard.slice(-3).map(({ key }) => key)).to.deep.equal([
      'report.danger.unconscious',
      'report.danger.script',
      'report.called.ask',
    ]);
    await talk.say('打过了');
    expect(talk.open).to.equal('report.when');
  });
});
