/** A colleague puts facts right: of a report that was sent and of one that is not, once, read like an answer, with whose word it is. */
import { expect } from 'chai';
import type { ClaimEvent, ClaimId, ConversationId, JsonObject } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { REPORT } from './report.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

describe('a fact that a colleague puts right', function () {
  this.timeout(60_000);
  let rig: Rig;
  let chen: Colleague;
  let wang: Colleague;
  before(async () => {
    rig = await newRig();
    chen = await rig.first();
    wang = await rig.invited(chen, {});
    await chen.post('/workbench/presence', { here: '1' });
  });
  after(() => rig.stop());

  interface Talking {
    readonly person: Person;
    readonly path: string;
    readonly id: ConversationId;
  }
  async function talking(words: readonly string[]): Promise<Talking> {
    const person = await rig.person(...words);
    rig.clock.at += 60_000;
    await person.say('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await chen.post(`${path}/accept`);
    rig.clock.at += 60_000;
    return { person, path, id: person.conversation as ConversationId };
  }
  async function tells(person: Person, text: string): Promise<void> {
    const activity = { type: 'message', text, from: { id: 'me' } };
    await person.call('POST', `/conversations/${person.conversation}/activities`, activity);
    await rig.app.runner.idle();
  }
  /** The form beside a fact, as the page has it. */
  async function formOf(path: string, field: string, who = chen): Promise<Record<string, string> | undefined> {
    const html = await who.page(`${path}/side`);
    const form = new RegExp(`<form[^>]*data-right="${field.replaceAll('.', '\\.')}"[\\s\\S]*?</form>`).exec(html)?.[0];
    if (!form) return undefined;
    return Object.fromEntries(
      [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
  }
  async function puts(path: string, field: string, said: Record<string, string>, who = chen): Promise<string> {
    const form = await formOf(path, field, who);
    if (!form) throw new Error(`no form for ${field}`);
    const answer = await who.post(`${path}/correct`, { ...form, ...said }, { 'hx-request': 'true' });
    return answer.status === 200 ? 'done' : `${answer.status} ${(await answer.text()).trim()}`;
  }
  async function eventsOf(id: ConversationId): Promise<readonly ClaimEvent[]> {
    const [binding] = await rig.app.store.bindings(id);
    return (await rig.app.store.events(binding?.claim as ClaimId)).filter(({ type }) => type === 'corrected');
  }
  const line = async (path: string, label: string): Promise<string> => {
    const facts = /id="h-facts"[\s\S]*?<\/section>/.exec(await chen.page(`${path}/side`))?.[0] ?? '';
    const found = new RegExp(`<dt[^>]*>${label}[\\s\\S]*?</dd>`).exec(facts)?.[0] ?? '';
    return found
      .replace(/<form[\s\S]*?<\/form>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  };
  async function handsBack({ person, path }: Talking): Promise<void> {
    await chen.post(`${path}/hand-back`, { agreed: '' });
    await person.poll();
    await person.say('解决了');
  }

  it('of a report that was sent: every line of it, as an event of hers', async () => {
    const { path, id } = await talking(REPORT);
    const told: readonly (readonly [field: string, said: Record<string, string>, changes: JsonObject])[] = [
      ['report.phone', { text: '137 0000 1111' }, { phone: '13700001111' }],
      ['report.role', { option: 'insured' }, { role: 'insured' }],
      ['report.where', { text: '人民路和五一路口' }, { where: { text: '人民路和五一路口', road: 'road' } }],
      ['report.what', { text: '倒车时碰到了后面的老先生' }, { what: '倒车时碰到了后面的老先生' }],
      ['report.scene', { option: 'movedCalled' }, { scene: 'movedCalled' }],
      ['report.ownPlate', { text: '湘k8t2x8' }, { ownPlate: '湘K8T2X8' }],
      ['report.other', { text: '电动车' }, { other: { kind: 'nonMotor' } }],
    ];
    for (const [field, said, changes] of told) {
      expect(await puts(path, field, said), field).to.equal('done');
      const event = (await eventsOf(id)).at(-1);
      expect(event?.data, field).to.deep.include({ part: 'report', changes, who: '陈主任' });
      expect(event?.by, field).to.equal('adjuster');
    }
    expect(await puts(path, 'report.when', { text: '前天晚上九点' })).to.equal('done');
    expect((await eventsOf(id)).at(-1)?.data).to.have.nested.property(
      'changes.when.start',
      '2026-11-22T21:00:00+08:00',
    );
    expect(await line(path, '事故时间'))
      .to.include('11月22日')
      .and.include('陈主任 记')
      .and.include('改过')
      .and.include('11月23日');
    expect(await line(path, '投保车辆车牌'))
      .to.include('湘K***X8')
      .and.include('陈主任 记');
  });

  it('how many are hurt and how; who is left out stays as told', async () => {
    const { path, id } = await talking(REPORT);
    expect(await puts(path, 'report.injured', { text: '两个人受伤' })).to.equal('done');
    expect((await eventsOf(id)).at(-1)?.data.changes).to.deep.equal({
      injuredCount: 2,
      dead: 0,
      injured: [
        { n: 1, state: 'inpatient' },
        { n: 2, state: 'unknown' },
      ],
    });
    expect(await puts(path, 'report.injured', { text: '一人，已经出院' })).to.match(/done|409/);
    expect(await chen.page(`${path}/side`)).not.to.include('id="h-differ"');
  });

  it('what was given after the report, too', async () => {
    const details = ['稍后再发', '张小明', '市一医院', '骨科12床', '是', '不知道'];
    const { path, id } = await talking([...REPORT, ...details]);
    expect(await puts(path, 'details.patientNames', { text: '张晓明' })).to.equal('done');
    expect((await eventsOf(id)).at(-1)?.data).to.have.nested.property('changes.patients[0].name', '张晓明');
    expect((await eventsOf(id)).at(-1)?.data).to.have.nested.property('changes.patients[0].hospital', '市一医院');
    expect(await puts(path, 'details.patientNames', { text: '张晓明、李四' })).to.include('几个名字');
  });

  it('what cannot be read is refused at the form, and nothing is written', async () => {
    const { path, id } = await talking(REPORT);
    const bad: readonly (readonly [field: string, said: Record<string, string>, told: string])[] = [
      ['report.when', { text: '不知道哪天' }, '时间'],
      ['report.when', { text: '明天上午十点' }, '还没到'],
      ['report.phone', { text: '1380013' }, '11 位'],
      ['report.ownPlate', { text: '湘A123' }, '位'],
      ['report.where', { text: '他人挺好的' }, '没看出地点'],
      ['report.injured', { text: '两辆车' }, '请写“一个人，住院了”'],
      ['report.role', { option: 'king' }, '没有发出'],
      ['report.phone', { text: ' ' }, '没有发出'],
    ];
    for (const [field, said, told] of bad) {
      const answer = await puts(path, field, said);
      expect(answer, `${field} ${JSON.stringify(said)}`)
        .to.match(/^409 /)
        .and.include(told);
    }
    const form = (await formOf(path, 'report.when')) ?? {};
    for (const field of ['report.constructor', 'report.flags', 'report.medicalConsent', '', 'x'.repeat(500)]) {
      const answer = await chen.post(`${path}/correct`, { ...form, field, text: '1' }, { 'hx-request': 'true' });
      expect(answer.status, field).to.equal(409);
    }
    expect(await eventsOf(id)).to.have.length(0);
  });

  it('two at once: one wins, and the other is told; the same form twice is done once', async () => {
    const { path, id } = await talking(REPORT);
    const [first, second] = [await formOf(path, 'report.when'), await formOf(path, 'report.when', wang)];
    const part = { 'hx-request': 'true' };
    const answers = await Promise.all([
      chen.post(`${path}/correct`, { ...first, text: '前天晚上九点' }, part),
      wang.post(`${path}/correct`, { ...second, text: '前天晚上十点' }, part),
    ]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    expect(await answers.find(({ status }) => status === 409)?.text()).to.include('有人改过');
    expect(await eventsOf(id)).to.have.length(1);
    const plate = await formOf(path, 'report.ownPlate');
    for (let n = 0; n < 2; n += 1) await chen.post(`${path}/correct`, { ...plate, text: '湘K8T2X8' }, part);
    expect(await eventsOf(id)).to.have.length(2);
  });

  it('is noted by its field, without the value', async () => {
    const { path, id } = await talking(REPORT);
    await puts(path, 'report.phone', { text: '13711112222' });
    const acts = await rig.app.store.acts({ subject: id, limit: 9 });
    const act = acts.find(({ what }) => what === 'correct');
    expect(act).to.deep.include({ what: 'correct', data: { field: 'report.phone' } });
    const trail = await chen.page('/workbench/audit');
    expect(trail).to.include('改正信息').and.not.include('13711112222');
  });

  it('of a report that is not sent: only by who has the floor; not asked again, read back, and sent so', async () => {
    const one = await talking(REPORT.slice(0, 10));
    const { person, path, id } = one;
    expect(await formOf(path, 'report.when', wang), 'wang has not the floor').to.equal(undefined);
    expect(await puts(path, 'report.when', { text: '明天上午十点' })).to.match(/^409 .*还没到/);
    expect(await puts(path, 'report.when', { text: '前天晚上九点' })).to.equal('done');
    expect(await puts(path, 'report.phone', { text: '13700001111' })).to.equal('done');
    const form = { ...(await formOf(path, 'report.where')), csrf: wang.csrf, text: '人民路' };
    expect((await wang.post(`${path}/correct`, form, { 'hx-request': 'true' })).status).to.equal(409);
    expect(await line(path, '事故时间'))
      .to.include('11月22日')
      .and.include('陈主任 记');
    await handsBack(one);
    const heard = person.heard.map(({ text }) => String(text));
    expect(
      heard.some((text) => text.includes('11月22日') && text.includes('137****1111')),
      heard.at(-2),
    ).to.equal(true);
    for (const text of REPORT.slice(10)) await person.say(text);
    const [binding] = await rig.app.store.bindings(id);
    const [reported] = await rig.app.store.events(binding?.claim as ClaimId);
    expect(reported?.data).to.have.nested.property('report.when.start', '2026-11-22T21:00:00+08:00');
    expect(reported?.data).to.have.nested.property('report.phone', '13700001111');
  });

  it('what the person has told her since is taken over with one click, and asked no more', async () => {
    for (const report of [REPORT, REPORT.slice(0, -1)]) {
      const one = await talking(report);
      const { person, path } = one;
      for (const text of ['其实是两个人受伤', '车牌最后一位是8不是6']) {
        rig.clock.at += 1_000;
        await tells(person, text);
      }
      for (const what of ['injuredCount', 'ownPlate']) {
        expect(await chen.page(`${path}/side`)).to.include(`name="what" value="${what}"`);
        const answer = await chen.post(`${path}/adopt`, { what, key: `a-${what}` }, { 'hx-request': 'true' });
        expect(answer.status, what).to.equal(200);
      }
      expect(await chen.page(`${path}/side`)).not.to.include('id="h-differ"');
      expect(await line(path, '投保车辆车牌'))
        .to.include('湘K***X8')
        .and.include('陈主任 记');
      expect(await line(path, '受伤情况'))
        .to.include('2 人')
        .and.include('陈主任 记');
      expect((await chen.post(`${path}/adopt`, { what: 'ownPlate' }, { 'hx-request': 'true' })).status).to.equal(409);
      await handsBack(one);
      expect(
        person.heard
          .slice(-3)
          .map(({ text }) => text)
          .join(),
      ).not.to.include('以哪个为准');
    }
  });
});
