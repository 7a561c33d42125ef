/** 垫付 on the stray path: photos, noise, a person in the middle, other topics, the button twice, two messages and two people at once. */
import { expect } from 'chai';
import type { ClaimId } from '../../store/ports.ts';
import { advanceTickets, familysReport, keys, ofType, record, textOf } from '../support/advance.ts';
import { anotherTalk, newTalk, type Talk } from '../support/talk.ts';

const REST = ['骨科 12 床', '抢救', '三万', '医院'] as const;

describe('垫付: on the stray path', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll(...familysReport, '没钱做手术怎么办');
  });
  afterEach(() => talk.end());

  it('a photo, an emoji and 5,000 characters are no hospital; the question stands', async () => {
    expect(keys(await talk.say('', { files: [await talk.addFile()] }))).to.deep.equal([
      ...['common.filesKept', 'advance.hospital.ask'],
    ]);
    await talk.say('😭😭');
    expect(keys(await talk.say('长'.repeat(5000))).at(-1)).to.match(/^prompts\.hospital\.|^advance\.hospital\.ask$/);
    expect(keys(await talk.say('湘雅医院'))).to.deep.equal(['advance.ward.ask']);
  });

  it('“转人工” in the middle: a call is arranged, and the question is put again', async () => {
    expect(keys(await talk.say('转人工'))).to.deep.equal(['human.bestTime.ask']);
    expect(keys(await talk.say('越快越好'))).to.deep.equal(['human.made', 'common.goOn', 'advance.hospital.ask']);
  });

  it('another topic and back: what was answered stays answered', async () => {
    await talk.say('湘雅医院');
    expect(keys(await talk.say('问进度'))).to.deep.equal(['progress.reported', 'common.goOn', 'advance.ward.ask']);
    expect(keys(await talk.say('现场怎么办')).join(' ')).to.include('scene.');
    await talk.say('算了');
    expect(talk.open).to.equal('advance.ward');
    expect(keys(await talk.say('能不能先垫付')), 'asked again, it goes on').to.include('advance.ward.ask');
  });

  it('what he wonders in between is answered, and the question stands', async () => {
    expect(keys(await talk.say('还有别的办法吗'))).to.deep.equal([
      'advance.route',
      'common.goOn',
      'advance.hospital.ask',
    ]);
  });

  it('“有要改的” changes one answer', async () => {
    await talk.sayAll('湘雅医院', ...REST, '有要改的');
    const asked = await talk.say('修改医院要的金额');
    expect(keys(asked).at(-1)).to.equal('advance.asked.ask');
    await talk.sayAll('五万', '提交');
    expect((await ofType(talk, 'advanceWished')).map(({ data }) => data.asked)).to.deep.equal(['50000.00']);
  });

  it('the button tapped twice, later again, and two at once: one wish, one promise, one row (R30)', async () => {
    await talk.sayAll('湘雅医院', ...REST);
    await talk.sayTogether('提交', '提交');
    await talk.say('提交');
    await talk.say('提交', { key: 'retried' });
    await talk.say('提交', { key: 'retried' });
    expect(await ofType(talk, 'advanceWished')).to.have.length(1);
    expect((await ofType(talk, 'promiseMade')).filter(({ data }) => data.what === 'answerAdvance')).to.have.length(1);
    expect(await advanceTickets(talk)).to.have.length(1);
    expect(keys(talk.heard.slice(-1))).to.deep.equal(['advance.wishOpen']);
  });

  it('a death told in the middle ends the questions; nothing is filed, a person hears of it', async () => {
    expect(keys(await talk.say('人刚刚没了'))).to.include('advance.died');
    expect((await talk.tickets()).some(({ kind, data }) => kind === 'serious' && data.reason === 'death')).to.equal(
      true,
    );
    expect(await ofType(talk, 'advanceWished')).to.deep.equal([]);
    expect(keys(await talk.say('谢谢'))).to.deep.equal(['common.thanks']);
  });

  it('danger in the middle comes before the money', async () => {
    expect(keys(await talk.say('他大出血昏迷了'))[0]).to.equal('emergency.now');
  });

  it('“算了” stops it, nothing is filed, and it can be begun again', async () => {
    await talk.say('算了');
    expect(await ofType(talk, 'advanceWished')).to.deep.equal([]);
    expect(keys(await talk.say('能不能先垫付')).at(-1)).to.match(/^advance\.\w+\.ask$/);
  });

  it('another phone of the same claim asks as well: one row, and nothing of what the family has told is read to it', async () => {
    await talk.sayAll('湘雅医院', ...REST, '提交');
    const [{ claim } = { claim: '' as ClaimId }] = await talk.events();
    const parties = [
      { id: 'v1', role: 'injured', name: '示例甲' },
      { id: 'i1', role: 'insured', name: '示例乙', phone: '13900139000' },
    ];
    await record(talk, claim, 'registered', { number: 'LP-1', parties, policies: [] });
    const other = await anotherTalk(talk);
    await other.sayAll('核对身份', '13900139000', '我本人');
    await other.app.schedule.runDue();
    const code = /\d{6}/.exec(other.app.demo?.last('13900139000')?.text ?? '')?.[0] ?? '';
    await other.say(code);
    const begun = await other.say('能不能先垫付');
    expect(keys(begun)).to.include('advance.consent.ask');
    await other.sayAll('同意', '住院了');
    expect(other.open, 'the hospital is asked, not told').to.equal('advance.hospital');
    await other.sayAll('不知道', '不知道', '不清楚', '不知道', '伤者或家属', '提交');
    expect(JSON.stringify(other.heard)).to.not.match(/湘雅|12 床/);
    expect(await advanceTickets(talk)).to.have.length(1);
    const wishes = await ofType(talk, 'advanceWished');
    expect(wishes.at(-1)?.data, 'what was known stays known').to.include({ hospital: '湘雅医院', askedBy: 'family' });
  });
});

describe('money for treatment, in English', () => {
  let talk: Talk;
  afterEach(() => talk.end());
  it('the same way: which money, the questions, one request, the route, another way', async () => {
    talk = await newTalk({ locale: 'en' });
    await talk.sayAll(...familysReport, 'English please');
    expect(keys(await talk.say('no money for the operation, what can we do?'))).to.deep.equal([
      ...['advance.which', 'advance.hospital.ask'],
    ]);
    await talk.sayAll('Xiangya Hospital', 'ward 3 bed 12', 'Rescue or urgent surgery', '30000 yuan', 'The hospital');
    const filed = await talk.say('Submit');
    expect(keys(filed)).to.deep.equal(['advance.filed', 'advance.route']);
    expect(textOf(filed, 'advance.route')).to.include('article 31');
    expect(keys(await talk.say('Any other way?'))).to.deep.equal(['advance.route']);
    expect(keys(await talk.say('was the advance approved?'))).to.deep.equal(['advance.wishOpen']);
    expect(await ofType(talk, 'advanceWished')).to.have.length(1);
  });
});
