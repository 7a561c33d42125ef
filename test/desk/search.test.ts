/** Looking for a conversation: exactly, only what she may open, in the trail without the number; and names, which stand masked. */
import { expect } from 'chai';
import type { ConversationId, Handoff } from '../../store/ports.ts';

import { turn } from '../store/fixtures.ts';
import { REPORT } from './report.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

describe('looking for a conversation', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  let hunan: Colleague;
  let shanghai: Colleague;
  let id: ConversationId;
  let number = '';
  before(async () => {
    rig = await newRig();
    admin = await rig.first();
    hunan = await rig.invited(admin, { login: 'hunan', name: '湘', branch: '430000' });
    shanghai = await rig.invited(admin, { login: 'shanghai', name: '沪', branch: '310000' });
    await hunan.post('/workbench/presence', { here: '1' });
    const person = await rig.person();
    for (const text of REPORT) await person.say(text);
    for (const text of ['稍后再发', '欧阳建国', '市一医院', '骨科12床', '是', '不知道']) await person.say(text);
    await person.say('转人工');
    id = person.conversation as ConversationId;
    await rig.app.runner.idle();
    const conversation = await rig.app.store.conversation(id);
    const handoff = await rig.app.store.handoffOf(id);
    if (!conversation || !handoff) throw new Error('nobody has asked for a person');
    const ended: Handoff = { ...handoff, branch: '430000', state: 'ended', endedAt: rig.clock.at, outcome: 'closed' };
    const { state } = conversation;
    await rig.app.store.commit(turn(conversation, { state, floor: 'bot', handoffs: [ended], at: rig.clock.at }));
    const [binding] = await rig.app.store.bindings(id);
    number = (binding && (await rig.app.store.claim(binding.claim)))?.number ?? '';
  });
  after(() => rig.stop());

  const found = async (one: Colleague, text: string): Promise<string> =>
    (await one.post('/workbench/search', { text })).text();

  it('finds a past one by its number, plate or phone, however they are written; numbers and names stay masked', async () => {
    expect(number).to.match(/^\d{8,}$/);
    for (const text of [
      number,
      ` ${number.slice(0, 4)} ${number.slice(4)} `,
      '湘K8T2X6',
      '湘k·8t2x6',
      '139 1234 5678',
    ]) {
      const html = await found(hunan, text);
      expect(html, text).to.include(`/workbench/c/${id}`).and.include('已结束').and.include(number);
      expect(html)
        .to.include('伤者 欧*')
        .and.not.include('建国')
        .and.not.include('13912345678')
        .and.not.include('湘K8T2X6');
    }
  });

  it('finds nothing by a part of it, nothing of another branch, and says what it cannot read', async () => {
    for (const text of [number.slice(0, -1), '湘K8T2X7', '13912345679'])
      expect(await found(hunan, text), text)
        .to.include('没有找到')
        .and.not.include(id);
    for (const text of [number, '湘K8T2X6', '13912345678'])
      expect(await found(shanghai, text), text)
        .to.include('没有找到')
        .and.not.include(id);
    for (const text of ['张三', '%', "' OR 1=1 --", '\u202e', 'x'.repeat(500)])
      expect(await found(hunan, text), text)
        .to.include('请写完整')
        .and.not.include(id);
  });

  it('finds one without a report by a number that was written in it, to whomever', async () => {
    const person = await rig.person('转人工', '我的电话是 137 0000 6543');
    await rig.app.runner.idle();
    for (const text of ['13700006543', '137-0000-6543'])
      expect(await found(admin, text), text).to.include(`/workbench/c/${person.conversation}`);
    expect(await found(admin, '13700006544')).to.include('没有找到');
  });

  it('finds one without a report by a plate that was only said, and shows when something was said last', async () => {
    const person = await rig.person('转人工');
    rig.clock.at += 3 * 60_000;
    await person.call('POST', `/conversations/${person.conversation}/activities`, {
      ...{ type: 'message', text: '撞我的那辆车是粤B·7K2M5，蓝色的', from: { id: 'me' } },
    });
    await rig.app.runner.idle();
    const html = await found(admin, '粤B7K2M5');
    expect(html).to.include(`/workbench/c/${person.conversation}`).and.not.include('粤B7K2M5');
    const [, minute = ''] = /^.*T(\d\d:\d\d)/.exec(new Date(rig.clock.at + 8 * 3_600_000).toISOString()) ?? [];
    expect(html, 'not when she asked for somebody').to.include(minute);
    expect(await found(admin, '粤B7K2M6')).to.include('没有找到');
  });

  it('is noted by what it was looked for and how much was found, never with the number', async () => {
    await found(admin, '13912345678');
    const acts = await rig.app.store.acts({ subject: 'search', limit: 50 });
    const act = acts.find(({ data }) => String(data.by).includes('phone') && data.found === 1);
    expect(act?.what).to.equal('search');
    const trail = await admin.page('/workbench/audit?subject=search');
    expect(trail).to.include('找对话').and.not.include('13912345678').and.not.include('湘K8T2X6');
  });

  it('the name is shown for a reason, which is noted', async () => {
    const path = `/workbench/c/${id}`;
    expect(await hunan.page(`${path}/side`))
      .to.include('欧*')
      .and.not.include('欧阳建国');
    const shown = await hunan.post(`${path}/reveal`, { field: 'details.patientNames', reason: 'verify' });
    expect(await shown.text()).to.include('欧阳建国');
  });

  it('is slowed down for whoever goes through a list', async () => {
    const one = await rig.invited(admin, { login: 'fast', name: '快' });
    let refused = 0;
    for (let n = 0; n < 40; n += 1)
      if ((await one.post('/workbench/search', { text: '湘A00000' })).status === 429) refused += 1;
    expect(refused).to.be.greaterThan(0);
  });
});
