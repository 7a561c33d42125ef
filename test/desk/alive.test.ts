/** What a colleague and a person see of each other at once, and what the queue and the page keep of what happened before. */
import { expect } from 'chai';
import { WebSocket } from 'ws';
import type { Person } from '../e2e/client.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

interface Frame {
  readonly type: string;
  readonly from?: { readonly name?: string };
  readonly channelData?: { readonly speaker?: string };
}

describe('the desk and the person', function () {
  this.timeout(60_000);
  let rig: Rig;
  let chen: Colleague;
  let wang: Colleague;
  before(async () => {
    rig = await newRig();
    chen = await rig.first();
    wang = await rig.invited(chen, {});
    for (const one of [chen, wang]) await one.post('/workbench/presence', { here: '1' });
  });
  after(() => rig.stop());

  const asks = (...words: readonly string[]): Promise<Person> => rig.person(...words);

  it('she writes: the person sees who, of whoever has the conversation and nobody else; nothing of it is kept', async () => {
    const person = await asks('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await chen.post(`${path}/accept`);
    const granted = await person.call('GET', `/conversations/${person.conversation}?watermark=0`);
    const { streamUrl } = (await granted.json()) as { streamUrl: string };
    const socket = new WebSocket(streamUrl.replace(/^http/, 'ws'));
    const frames: Frame[] = [];
    socket.on('message', (data) => {
      if (String(data)) frames.push(...JSON.parse(String(data)).activities);
    });
    await new Promise((open, failed) => socket.once('open', open).once('error', failed));
    const typed = (): Frame[] => frames.filter(({ type }) => type === 'typing');
    expect((await wang.post(`${path}/typing`)).status).to.equal(200);
    expect((await chen.post(`${path}/typing`)).status).to.equal(200);
    for (let tries = 0; tries < 200 && typed().length === 0; tries += 1)
      await new Promise((later) => setTimeout(later, 10));
    expect(typed()).to.have.length(1);
    expect(typed()[0]).to.deep.include({ channelData: { speaker: 'person' } });
    expect(typed()[0]?.from?.name).to.equal('陈主任');
    const kept = await rig.app.store.transcript(person.conversation as never, 0, 100);
    expect(kept.some(({ payload }) => payload.type === 'typing')).to.equal(false);
    socket.terminate();
  });

  it('a report that broke off with a number is in the queue, apart from the calls that were promised', async () => {
    const person = await asks(
      ...[
        '我要报案',
        '没有这些情况',
        '同意',
        '13912345678',
        '开车的人',
        '昨晚八点多',
        '梧桐树大街与白马巷口',
        '追尾，一人受伤',
      ],
    );
    rig.clock.at += 31 * 60_000;
    await chen.signIn('admin');
    for (let due = 1; due > 0; ) due = await rig.app.schedule.runDue();
    const html = await chen.page('/workbench/queue');
    const broken = html.slice(html.indexOf('id="broken"'));
    expect(broken).to.include(person.conversation).and.include('139****5678');
  });

  it('anyone who may see a report sees what happened to it in order, an auditor too', async () => {
    await chen.post('/workbench/presence', { here: '1' });
    const audit = await rig.invited(chen, { login: 'audit', name: '审计', role: 'auditor' });
    const person = await asks(
      ...['我要报案', '没有这些情况', '同意', '13912345678', '开车的人', '昨晚八点多', '梧桐树大街与白马巷口'],
      ...['我倒车时没有看见后面的老先生', '1 人，住院了', '在现场，已报警', '湘K8T2X6', '行人', '提交', '转人工'],
    );
    const path = `/workbench/c/${person.conversation}`;
    await chen.post(`${path}/accept`);
    await chen.post(`${path}/promise`, { text: '查垫付', by: '2026-11-25T12:00' });
    const side = await audit.page(`${path}/side`);
    const events = /<ol class="events">([\s\S]*?)<\/ol>/.exec(side)?.[1] ?? '';
    const order = ['报案', '查垫付'].map((words) => events.indexOf(words));
    expect(
      order.every((place) => place >= 0),
      events,
    ).to.equal(true);
    expect(order).to.deep.equal(order.toSorted((a, b) => a - b));
    expect(side).not.to.include('13912345678');
    expect((await audit.post(`${path}/say`, { text: 'x' })).status, 'who only looks').to.equal(403);
  });
});
