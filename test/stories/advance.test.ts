/** 没钱做手术怎么办: a family that has reported, one in a hurry, and one that has reported nothing; each knows what to do next. */
import { expect } from 'chai';
import { advanceTickets, driversReport, familysReport, keys, ofType, textOf } from '../support/advance.ts';
import { newTalk, type Talk } from '../support/talk.ts';

const ANSWERS = ['湘雅医院', '骨科 12 床', '抢救，马上要做的手术', '三万', '医院'] as const;

describe('垫付: on the happy path', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll(...familysReport);
  });
  afterEach(() => talk.end());

  it('which money it is first; asks what is not known, reads back once, files, promises an answer, and tells the route', async () => {
    const first = await talk.say('没钱做手术怎么办');
    expect(keys(first)).to.deep.equal(['advance.which', 'advance.hospital.ask']);
    const check = await talk.sayAll(...ANSWERS);
    expect(keys(check)).to.deep.equal(['advance.check.ask']);
    expect(check[0]?.text).to.match(/湘雅医院[\s\S]*骨科 12 床[\s\S]*30,000 元[\s\S]*医院/);
    const filed = await talk.say('提交');
    expect(keys(filed)).to.deep.equal(['advance.filed', 'advance.route']);
    expect(textOf(filed, 'advance.filed')).to.include('11:00');
    expect(textOf(filed, 'advance.route')).to.include('18,000').and.include('第 31 条');
    const [wish, ...more] = await ofType(talk, 'advanceWished');
    expect(more).to.deep.equal([]);
    expect(wish?.data).to.deep.include({
      ...{ purpose: 'rescue', state: 'inpatient', hospital: '湘雅医院', ward: '骨科 12 床' },
      ...{ asked: '30000.00', askedBy: 'hospital' },
    });
    expect((await ofType(talk, 'promiseMade')).filter(({ data }) => data.what === 'answerAdvance')).to.have.length(1);
  });

  it('one row at the desk, with the sum and neither hospital nor ward in it', async () => {
    await talk.sayAll('能不能先垫付', ...ANSWERS, '提交');
    const [ticket, ...more] = await advanceTickets(talk);
    expect(more).to.deep.equal([]);
    expect(ticket?.data).to.include({ asked: '30000.00' });
    expect(JSON.stringify(ticket?.data)).to.not.match(/湘雅|12 床/);
    expect(ticket?.slot).to.equal(Date.parse('2026-11-24T11:00:00+08:00'));
  });

  it('“还有别的办法吗” goes through the routes in order, and ends with a person', async () => {
    await talk.sayAll('能不能先垫付', ...ANSWERS, '提交');
    const told: string[] = [];
    let lines = await talk.say('还有别的办法吗');
    for (; lines[0]?.key === 'advance.route'; lines = await talk.say('还有别的办法吗')) told.push(lines[0].text);
    expect(told.map((text) => /第 (\d+) 条/.exec(text)?.[1])).to.deep.equal(['25', '24', '30', '109']);
    // 救助基金: the rescue fees of seven days, as a rule.
    expect(told[1]).to.include('7 天内');
    expect(keys(lines)).to.deep.equal(['advance.noMore']);
    expect(talk.last.buttons).to.include('转人工');
  });

  it('another sum said while it is read back is the sum that is asked for', async () => {
    await talk.sayAll('能不能先垫付', ...ANSWERS);
    expect(keys(await talk.say('医院要5万'))).to.deep.equal(['common.corrected', 'advance.check.ask']);
    expect(talk.last.text).to.include('50,000 元');
  });

  it('papers, what stops it and how the amount is set, each on request', async () => {
    await talk.sayAll('能不能先垫付', ...ANSWERS, '提交');
    expect(textOf(await talk.say('这条路要的材料'), 'advance.papers')).to.include('交警');
    expect(textOf(await talk.say('什么情况不行'), 'advance.stops')).to.include('待确认');
    expect(keys(await talk.say('金额怎么定'))).to.deep.equal(['advance.amount']);
  });

  it('“到了吗” before the insurer has recorded anything: her request and by when; late, somebody looks', async () => {
    await talk.sayAll('能不能先垫付', ...ANSWERS, '提交');
    expect(keys(await talk.say('垫付批了吗'))).to.deep.equal(['advance.wishOpen']);
    talk.clock.at += 2 * 60 * 60_000;
    expect(keys(await talk.say('垫付的钱到了吗'))).to.deep.equal(['advance.wishLate']);
    expect((await talk.tickets()).some(({ kind, data }) => kind === 'serious' && data.reason === 'overdue')).to.equal(
      true,
    );
  });

  it('a changed request takes the place of the one before: one row, one promise, asked only for what changes', async () => {
    await talk.sayAll('能不能先垫付', ...ANSWERS, '提交', '改垫付申请');
    expect(talk.open, 'state, hospital and ward are known').to.equal('advance.purpose');
    await talk.sayAll('抢救', '五万', '医院', '提交');
    expect((await ofType(talk, 'advanceWished')).map(({ data }) => data.asked)).to.deep.equal(['30000.00', '50000.00']);
    expect((await advanceTickets(talk)).map(({ data }) => data.asked)).to.deep.equal(['50000.00']);
    expect((await ofType(talk, 'promiseMade')).filter(({ data }) => data.what === 'answerAdvance')).to.have.length(1);
  });
});

describe('垫付: in a hurry', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('everything in one sentence: only the rest is asked, and what was heard is read back', async () => {
    await talk.sayAll(...familysReport);
    expect(keys(await talk.say('能不能先垫付，湘雅医院要我们交三万'))).to.deep.equal([
      ...['advance.which', 'advance.ward.ask'],
    ]);
    await talk.sayAll('不知道', '不清楚', '医院', '提交');
    const [wish] = await ofType(talk, 'advanceWished');
    expect(wish?.data).to.deep.include({ hospital: '湘雅医院', asked: '30000.00', purpose: 'unknown' });
  });

  it('“不知道” to everything is filed all the same', async () => {
    await talk.sayAll(...familysReport, '没钱做手术怎么办', '不知道', '不知道', '不知道', '不知道', '不清楚', '提交');
    expect((await ofType(talk, 'advanceWished')).map(({ data }) => data)).to.deep.equal([
      { purpose: 'unknown', state: 'inpatient', askedBy: 'unknown' },
    ]);
  });

  it('who fights for life is not asked what the money is for', async () => {
    const report = driversReport.map((said) => (said.startsWith('1 人') ? '1 人，在湘雅医院抢救' : said));
    await talk.sayAll(...report);
    expect(keys(await talk.say('医院催费了'))).to.deep.equal(['advance.which', 'advance.ward.ask']);
    await talk.sayAll('不知道', '不知道', '医院', '提交');
    expect((await ofType(talk, 'advanceWished'))[0]?.data).to.include({ purpose: 'rescue', hospital: '湘雅医院' });
  });
});

describe('垫付: before anything was reported, and while it is', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('which money it is, and the way to a claim; the routes can be read already', async () => {
    expect(keys(await talk.say('没钱做手术怎么办'))).to.deep.equal([
      'advance.which',
      'advance.route',
      'advance.noClaim',
    ]);
    expect(talk.last.buttons).to.include.members(['我要报案', '核对身份', '转人工']);
    expect(keys(await talk.say('先走哪条路'))).to.deep.equal(['advance.route']);
    expect(keys(await talk.say('还有别的办法吗'))).to.deep.equal(['advance.route']);
  });

  it('somebody in danger is helped first, whatever is said of money', async () => {
    expect(keys(await talk.say('我妈流了好多血快不行了，没钱交押金怎么办'))[0]).to.equal('emergency.now');
    expect(keys(await talk.say('没钱治，我不想活了'))[0]).to.match(/^crisis\./);
  });

  it('in a report it is noted and the report goes on', async () => {
    await talk.sayAll('我要报案', '没有这些情况');
    expect(keys(await talk.say('能不能先垫付'))).to.deep.equal([
      'advance.afterReport',
      'common.goOn',
      'report.consent.ask',
    ]);
  });

  it('a family whose only injured person has died is not asked about money', async () => {
    await talk.sayAll(...familysReport.map((said) => (said.startsWith('1 人') ? '1 人，当场去世了' : said)));
    expect(keys(await talk.say('医院的钱没钱交怎么办'))).to.deep.equal(['advance.died']);
    expect(await ofType(talk, 'advanceWished')).to.deep.equal([]);
  });

  it('who has not agreed to have injuries noted is asked first, and may decline: the request is filed without them', async () => {
    await talk.sayAll(...driversReport.map((said) => (said === '同意' ? '先不记伤情' : said)));
    expect(keys(await talk.say('能不能先垫付')).at(-1)).to.equal('advance.consent.ask');
    expect(keys(await talk.say('先不记伤情'))).to.deep.equal(['advance.asked.ask']);
    await talk.sayAll('三万', '交警', '提交');
    expect((await ofType(talk, 'advanceWished'))[0]?.data).to.not.have.any.keys('state', 'hospital', 'ward');
    const consents = (await ofType(talk, 'consentGiven')).map(({ data }) => [data.purpose, data.given]);
    expect(consents).to.deep.include(['advance', false]);
  });
});
