import { expect } from 'chai';
import { type Line, newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

const HERE = [{ type: 'GeoCoordinates', latitude: 28.2, longitude: 112.97 }];
const upToPlace = ordinaryReport.slice(0, 5);
const afterPlace = ordinaryReport.slice(6);
const asGuardian = [
  ...['没有这些情况', '同意', '13800138000', '伤者家属', '昨晚八点多', '朝阳路和青年路口'],
  '我儿子走路被车撞了，他还是小学生',
] as const;

describe('consent by purpose', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  const consents = async () =>
    (await talk.events())
      .filter(({ type }) => type === 'consentGiven' || type === 'consentWithdrawn')
      .map(({ type, data: { purpose, given, text, version, lang } }) =>
        type === 'consentGiven' ? { purpose, given, text, version, lang } : { withdrawn: purpose },
      );
  const keys = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);
  const reportOf = async () => (await talk.events()).find(({ type }) => type === 'reported')?.data.report as object;

  it('a place that is told in words asks for nothing; injuries are recorded with the words they were asked with', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport);
    expect(await consents()).to.deep.equal([
      { purpose: 'injuries', given: true, text: 'report.consent.ask', version: '2', lang: 'zh-CN' },
    ]);
  });

  it('a shared place is agreed to by the tap: recorded with its own words and when it was tapped', async () => {
    await talk.sayAll('我要报案', ...upToPlace);
    expect(talk.last.text).to.include('定位只用来写明出事的地方');
    await talk.say('', { entities: HERE });
    const tapped = talk.clock.at;
    talk.clock.at += 120_000;
    await talk.sayAll(...afterPlace);
    expect(await consents()).to.deep.include({
      ...{ purpose: 'location', given: true, text: 'page.place.why', version: '1', lang: 'zh-CN' },
    });
    const recorded = (await talk.events()).find(({ data }) => data.purpose === 'location');
    expect(recorded?.data.at).to.equal(tapped);
  });

  it('a place shared while something else is asked says what it is for', async () => {
    await talk.sayAll('我要报案', '没有这些情况', '同意');
    const lines = await talk.say('', { entities: HERE });
    expect(lines[0]?.key).to.equal('common.placeKept');
    expect(lines[0]?.text).to.include('只用来写明出事的地方');
  });

  it('what was agreed to is listed, one of several is withdrawn, and the claim goes on', async () => {
    await talk.sayAll('我要报案', ...upToPlace);
    await talk.say('', { entities: HERE });
    await talk.sayAll(...afterPlace);
    await talk.say('我之前同意了什么');
    const list = talk.heard.findLast(({ key }) => key === 'consents.list');
    expect(list?.text).to.include('伤情：2026年11月24日').and.include('位置：').and.include('第 1 版');
    await talk.say('撤回同意');
    expect(talk.open).to.equal('consents.which');
    expect(talk.last.buttons).to.deep.equal(['伤情', '位置', '都不撤']);
    const lines = await talk.say('伤情');
    expect(keys(lines)[0]).to.equal('consents.withdrawn');
    expect(lines[0]?.text).to.include('不再新记').and.include('照样办').and.include('打');
    expect(await consents()).to.deep.include({ withdrawn: 'injuries' });
    await talk.say('我之前同意了什么');
    const after = talk.heard.findLast(({ key }) => key === 'consents.list');
    expect(after?.text).to.include('位置：').and.not.include('伤情：');
    await talk.say('到哪一步了');
    expect(keys(talk.heard)).to.include('progress.reported');
  });

  it('after that nothing more of injuries is asked or taken up', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport);
    expect(talk.open).to.match(/^details\./);
    const lines = await talk.say('我要撤回同意');
    expect(keys(lines)).to.deep.equal(['consents.withdrawn']);
    await talk.say('你好');
    expect(talk.last.flow).to.not.equal('details');
    const [last] = await talk.say('撤回同意');
    expect(last?.key).to.equal('consents.none');
  });

  it('of a report that is not sent the question is put again; “不” takes injuries out of it', async () => {
    await talk.sayAll('我要报案', ...upToPlace);
    expect(keys(await talk.say('我同意过什么'))[0]).to.equal('consents.draft');
    await talk.say('撤回同意');
    expect(talk.open).to.equal('report.consent');
    await talk.say('先不记伤情');
    expect(talk.open).to.equal('report.where');
  });

  it('whoever has agreed to nothing hears so, before and after', async () => {
    expect(keys(await talk.say('撤回同意'))).to.deep.equal(['consents.none']);
    expect(keys(await talk.say('我之前同意了什么'))).to.deep.equal(['consents.none']);
  });

  it('a guardian agrees for her child, by itself and once', async () => {
    await talk.sayAll('我要报案', ...asGuardian);
    expect(talk.open).to.equal('report.minorConsent');
    expect((await talk.tickets()).map(({ data }) => data.reason)).to.include('minor');
    await talk.sayAll('我是监护人，同意', '1 人，住院了', '已经报警了', '不知道', '小轿车，没看清车牌');
    await talk.say('提交');
    expect(await consents()).to.deep.include({
      ...{ purpose: 'minor', given: true, text: 'report.minorConsent.ask', version: '1', lang: 'zh-CN' },
    });
    expect(await reportOf()).to.have.property('minorConsent', true);
    expect(await reportOf()).to.deep.include({ injured: [{ n: 1, state: 'inpatient' }] });
  });

  it('refused, nobody’s injuries are noted, that is said, and the report is sent all the same', async () => {
    await talk.sayAll('我要报案', ...asGuardian);
    // In a hurry: of what is told before the answer only how many is kept against it.
    await talk.say('他骨折住院了');
    expect(talk.open).to.equal('report.minorConsent');
    const lines = await talk.say('我不是监护人');
    expect(keys(lines)).to.include('report.minorDeclined');
    expect(talk.open).to.equal('report.police');
    await talk.sayAll('已经报警了', '不知道', '小轿车，没看清车牌');
    expect(talk.last.text).to.not.match(/骨折|住院/);
    await talk.say('提交');
    expect(await consents()).to.deep.include({
      ...{ purpose: 'minor', given: false, text: 'report.minorConsent.ask', version: '1', lang: 'zh-CN' },
    });
    expect(await reportOf()).to.deep.include({ injured: [], minorConsent: false, injuredCount: 1 });
    await talk.say('我们要准备什么材料');
    const asked: (string | undefined)[] = [];
    for (; talk.open?.startsWith('documents.accident') && asked.length < 4; await talk.say('都没有'))
      asked.push(talk.open);
    expect(talk.open, 'nothing of the injuries is asked without leave').to.equal('documents.consent');
  });

  it('a child named only where it is asked who is hurt: a guardian is asked first, then what was told is taken up', async () => {
    const upToInjured = ['没有这些情况', '同意', '13800138000', '伤者家属', '昨晚八点多', '朝阳路和青年路口'];
    await talk.sayAll('我要报案', ...upToInjured, '走路过马路的时候被一辆车撞了');
    expect(talk.open).to.equal('report.person.1.state');
    await talk.say('1 个，是我女儿，六岁，骨折住院了');
    expect(talk.open).to.equal('report.minorConsent');
    expect((await talk.tickets()).map(({ data }) => data.reason)).to.include('minor');
    await talk.say('我是监护人，同意');
    expect(talk.open, 'what she has told is not asked again').to.not.match(/injured|person|minorConsent/);
    await talk.sayAll('已经报警了', '不知道', '小轿车，没看清车牌');
    await talk.say('提交');
    expect(await consents()).to.deep.include({
      ...{ purpose: 'minor', given: true, text: 'report.minorConsent.ask', version: '1', lang: 'zh-CN' },
    });
    expect(await reportOf()).to.deep.include({ injured: [{ n: 1, state: 'inpatient' }], minorConsent: true });
  });

  it('and declined, nothing of it is noted', async () => {
    const upToInjured = ['没有这些情况', '同意', '13800138000', '伤者家属', '昨晚八点多', '朝阳路和青年路口'];
    await talk.sayAll('我要报案', ...upToInjured, '一辆货车失控冲上了人行道');
    expect(talk.open).to.match(/^report\.(injured|person)/);
    await talk.say('1 个，是我女儿，六岁，骨折住院了');
    await talk.sayAll('我不是监护人', '1', '已经报警了', '不知道', '小轿车，没看清车牌');
    await talk.say('提交');
    expect(await reportOf()).to.deep.include({ injured: [], minorConsent: false, injuredCount: 1 });
  });

  it('stray words at the guardian’s question explain it and lose nothing', async () => {
    await talk.sayAll('我要报案', ...asGuardian);
    await talk.say('为什么要问这个');
    expect(keys(talk.heard)).to.include('why.minorConsent');
    for (const stray of ['😭', '<script>alert(1)</script>', '？？']) await talk.say(stray);
    expect(talk.open).to.equal('report.minorConsent');
    await talk.say('同意');
    // That one child is hurt was told already.
    expect(talk.open).to.equal('report.person.1.state');
  });

  it('in English', async () => {
    await talk.say('English');
    await talk.sayAll(
      'I want to report an accident',
      'None of these',
      'I agree',
      '13800138000',
      'Family of the injured',
    );
    await talk.sayAll('yesterday at 8pm', 'Chaoyang Road', 'My son, a schoolchild and a minor, was hit by a car');
    expect(talk.open).to.equal('report.minorConsent');
    await talk.say('Not the guardian, or no');
    expect(keys(talk.heard)).to.include('report.minorDeclined');
    await talk.say('What did I agree to?');
    expect(keys(talk.heard)).to.include('consents.draft');
  });
});
