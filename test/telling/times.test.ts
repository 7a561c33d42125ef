/** Money, fault, and times of the person's own: what is told of them, when, and to whom. */
import { expect } from 'chai';
import { settlement } from '../api/rig.ts';
import { anotherTalk, type Line, type Talk } from '../support/talk.ts';
import { entered, type Insurer, later, look, proves, reported } from './rig.ts';

const news = (lines: readonly Line[]): string =>
  lines
    .filter(({ key }) => key === 'telling.news')
    .map(({ text }) => text)
    .join('\n');

describe('told of fault, money and times', function () {
  this.timeout(60_000);
  let talk: Talk;
  let insurer: Insurer;
  const begin = async (at?: string): Promise<void> => {
    ({ talk, insurer } = await reported(at ? { at: Date.parse(at) } : {}));
  };
  afterEach(() => talk.end());
  const liability = (delivered: string) =>
    insurer.post({
      type: 'liability',
      by: 'police',
      made: delivered,
      delivered,
      shares: [{ party: 'i1', share: 'full' }],
    });

  it('that the police have decided, and once, on its last day, until when a review can be asked for', async () => {
    await begin();
    await proves(talk, '13800138000');
    await liability('2026-11-24');
    const first = news(await look(talk));
    expect(first)
      .to.match(/事故认定书出来了/)
      .and.not.match(/全部|主要|次要/);
    const said: string[] = [];
    for (let hour = 0; hour < 5 * 24; hour += 4) said.push(news(await later(talk, 240)));
    const told = said
      .join('\n')
      .split('\n')
      .filter((line) => /申请复核.*最晚/.test(line));
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/2026年11月27日.*《.*》第 \d+ 条/);
  });

  it('over the holidays of October, which do not count', async () => {
    await begin('2026-09-30T10:00:00+08:00');
    await proves(talk, '13800138000');
    await liability('2026-09-30');
    await look(talk);
    const said: string[] = [];
    for (let hour = 0; hour < 14 * 24; hour += 4) said.push(news(await later(talk, 240)));
    const told = said
      .join('\n')
      .split('\n')
      .filter((line) => /申请复核.*最晚/.test(line));
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/2026年10月(9|10|11|12)日/);
  });

  it('a promise that is broken before a holiday is made anew for the day on which the office opens', async () => {
    await begin('2026-09-30T17:55:00+08:00');
    const said: string[] = [];
    for (let hour = 0; hour < 11 * 24; hour += 2) said.push(news(await later(talk, 120)));
    const [told = ''] = said
      .join('\n')
      .split('\n')
      .filter((line) => /没有办到，对不起/.test(line));
    expect(told).to.match(/我们会在 2026年10月(8|9|10)日/);
    expect(said.join('\n').match(/没有办到，对不起/g)).to.have.length(2);
  });

  it('that a settlement is there, without a sum, to the injured person and the insured, not to a stranger', async () => {
    await begin();
    const [daughter, stranger] = [await anotherTalk(talk), await anotherTalk(talk)];
    await proves(daughter, '13900000002');
    await proves(talk, '13800138000');
    await insurer.post({ type: 'settlement', settlement: settlement() });
    const own = news(await look(talk));
    const hers = news(await daughter.listen());
    for (const text of [own, hers])
      expect(text)
        .to.match(/赔偿金额核算好了/)
        .and.not.match(/\d{2},?\d{3}|元/);
    expect(news(await stranger.listen())).to.equal('');
  });

  it('an advance, to those who may know of it', async () => {
    await begin();
    const daughter = await anotherTalk(talk);
    await proves(daughter, '13900000002');
    await insurer.post({ type: 'stage', change: 'entered', stage: 'advance', person: 'v1', at: '2026-11-24' });
    expect(news(await look(talk)), 'whoever only reported it').to.equal('');
    expect(news(await daughter.listen())).to.match(/先付医疗费.*申请收到了/);
  });

  it('of the appraisal, once, three months after the end of treatment, while nobody has gone on from there', async () => {
    await begin('2026-09-01T10:00:00+08:00');
    const daughter = await anotherTalk(talk);
    await proves(daughter, '13900000002');
    await daughter.say('查进度');
    for (const stage of ['survey', 'firstVisit', 'treatment', 'treatmentEnded'])
      await insurer.post(entered(stage, '2026-09-01'));
    const said: string[] = [];
    for (let day = 0; day < 120; day += 1) {
      await later(talk, 24 * 60);
      said.push(...(await daughter.listen()).map(({ text }) => text));
    }
    expect(said.join('\n'), 'a code of weeks ago is not asked for again').to.not.include('6 位数字');
    const [told, ...more] = said.filter((text) => text.includes('评伤残'));
    expect(more).to.deep.equal([]);
    expect(told).to.include('3 到 6 个月').and.include('待确认');
  });

  it('of what is usually not covered, once, when treatment begins; not to who heard it with the report', async () => {
    await begin();
    const daughter = await anotherTalk(talk);
    await proves(daughter, '13900000002');
    for (const stage of ['survey', 'firstVisit', 'treatment']) await insurer.post(entered(stage));
    expect(news(await look(talk))).to.not.include('超出医保标准');
    expect(news(await daughter.listen())).to.include('超出医保标准');
    for (const stage of ['treatmentEnded', 'treatment']) await insurer.post(entered(stage));
    await later(talk, 30);
    expect(news(await daughter.listen())).to.not.include('超出医保标准');
  });
});
