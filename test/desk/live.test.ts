/** The stream of changes, passing on between two colleagues, promises and calls. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect } from 'chai';
import { createFeed } from '../../desk/pages/live.ts';
import type { ConversationId } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { REPORT } from './report.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

/** Reads a stream of events until it ends or is left. */
class Stream {
  readonly events: string[] = [];
  ended = false;
  readonly #leave = new AbortController();

  async open(one: Colleague, path: string): Promise<this> {
    const answer = await fetch(`${one.url}${path}`, { headers: { cookie: one.cookie }, signal: this.#leave.signal });
    expect(answer.headers.get('content-type')).to.match(/^text\/event-stream/);
    void this.#read(answer).catch(() => {});
    return this;
  }
  async #read({ body }: Response): Promise<void> {
    const decoder = new TextDecoder();
    for await (const bytes of body ?? [])
      for (const [, event] of decoder.decode(bytes).matchAll(/^event: (\w+)$/gm)) this.events.push(event ?? '');
    this.ended = true;
  }
  async until(event: string, times = 1): Promise<void> {
    for (let tries = 0; tries < 800; tries += 1) {
      if (this.events.filter((one) => one === event).length >= times) return;
      await new Promise((later) => setTimeout(later, 10));
    }
    throw new Error(`“${event}” was not told ${times} times, but ${this.events.join(' ')}`);
  }
  leave(): void {
    this.#leave.abort();
  }
}

describe('the feed of a screen', () => {
  it('ends a screen that reads nothing, and keeps little for it until then', async () => {
    const text = 'x'.repeat(1000);
    let most = 0;
    const written = Promise.withResolvers<ServerResponse>();
    const server = createServer((_req, res) => {
      const feed = createFeed(res);
      const more = (): void => {
        if (res.destroyed) return void written.resolve(res);
        feed(text);
        most = Math.max(most, res.writableLength);
        setImmediate(more);
      };
      more();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const screen = connect((server.address() as AddressInfo).port, '127.0.0.1');
    screen.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    screen.pause();
    await written.promise;
    expect(most)
      .to.be.greaterThan(0)
      .and.lessThan(4096 + 2 * text.length);
    screen.destroy();
    server.close();
  });
});

describe('the desk, live', function () {
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
  const heard = async (person: Person, words: string): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      await person.poll();
      if (person.heard.some(({ text }) => text?.includes(words))) return;
      await new Promise((later) => setTimeout(later, 20));
    }
    throw new Error(`“${words}” was not heard`);
  };

  it('tells the queue and the conversation that something has changed, and never what', async () => {
    const stream = await new Stream().open(wang, '/workbench/live');
    await stream.until('queue');
    const person = await asks('转人工');
    await stream.until('queue', 2);
    const path = `/workbench/c/${person.conversation}`;
    const lines = await new Stream().open(wang, `${path}/live`);
    await lines.until('lines');
    const before = lines.events.filter((one) => one === 'lines').length;
    const sent = performance.now();
    await person.call('POST', `/conversations/${person.conversation}/activities`, {
      type: 'message',
      text: '有人吗',
      from: { id: 'me' },
    });
    await lines.until('lines', before + 1);
    expect(await wang.page(`${path}/lines`)).to.include('有人吗');
    expect(performance.now() - sent, 'on the screen soon').to.be.lessThan(1_500);
    for (const one of [stream, lines]) one.leave();
  });

  it('ends with the session', async () => {
    const one = rig.visitor();
    one.totp = wang.totp;
    await one.signIn('wang');
    const stream = await new Stream().open(one, '/workbench/live');
    await one.post('/workbench/sign-out');
    await stream.until('out');
    for (let tries = 0; tries < 100 && !stream.ended; tries += 1) await new Promise((later) => setTimeout(later, 10));
    expect(stream.ended).to.equal(true);
    await wang.post('/workbench/presence', { here: '1' });
  });

  it('passes a conversation on, with a word that the person does not see; promises and calls are kept', async () => {
    const person = await asks(...REPORT);
    await person.say('时间填错了，是前天晚上八点');
    await person.say('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await chen.post(`${path}/accept`);
    const corrected = await chen.page(`${path}/side`);
    expect(corrected, 'both that were said').to.include('之前说：2026年11月23日').and.include('改过');
    const call = await chen.post(`${path}/call`, { text: '没人接' });
    expect(call.headers.get('location')).to.equal(path);
    await chen.post(`${path}/promise`, { text: '查垫付', by: '2026-11-25T12:00' });
    const side = await chen.page(`${path}/side`);
    expect(side).to.include('查垫付').and.include('11-25 12:00').and.include('许诺');
    expect(await chen.page(`${path}/lines`)).to.include('通话记录：没人接');
    expect((await chen.post(`${path}/promise`, { text: '查垫付', by: 'soon' })).headers.get('location')).to.include(
      'problem=invalid',
    );

    const [to] = (await rig.app.store.accounts()).filter(({ login }) => login === 'wang');
    await chen.post(`${path}/transfer`, { to: String(to?.id), note: '家属着急' });
    await heard(person, '王敏');
    const hers = await wang.page(path);
    expect(hers).to.include('陈主任 转来').and.include('家属着急').and.include('您在接待');
    expect((await chen.post(`${path}/say`, { text: '再等等' })).headers.get('location')).to.include('problem=takenBy');
    await wang.post(`${path}/say`, { text: '我来跟进' });
    await heard(person, '我来跟进');
    await wang.post(`${path}/hand-back`, { agreed: '' });
    await heard(person, '解决了吗');
    const all = person.heard.map(({ text }) => text).join('\n');
    expect(all).not.to.include('家属着急').and.not.to.include('没人接');
    // What a colleague promised is not told as the first call.
    await person.say('解决了');
    await person.say('问进度');
    const promised = person.heard.filter(({ text }) => text?.includes('查垫付'));
    expect(promised, 'told once, as her word').to.have.length(1);
    expect(promised[0]?.text).to.include('陈主任').and.include('12:00');
    const events = await rig.app.store.events(
      (await rig.app.store.bindings(person.conversation as ConversationId))[0]?.claim as never,
    );
    expect(events.filter(({ type }) => type === 'promiseMade').at(-1)).to.deep.include({
      by: 'adjuster',
      data: { what: '查垫付', by: '2026-11-25T12:00:00+08:00', who: '陈主任' },
    });
  });

  it('takes tickets: whoever is first has it until it is done', async () => {
    for (const one of [chen, wang]) await one.post('/workbench/presence', { here: '0' });
    await asks('转人工', '13800138000', '上午');
    const [ticket] = (await rig.app.store.openTickets(10)).filter(({ kind }) => kind === 'callBack');
    const queue = await wang.page('/workbench/queue');
    expect(queue).to.include('要回电').and.include('138****8000').and.not.include('13800138000');
    await wang.post(`/workbench/tickets/${ticket?.id}/take`);
    await chen.post(`/workbench/tickets/${ticket?.id}/take`);
    expect((await rig.app.store.openTickets(10)).find(({ id }) => id === ticket?.id)?.takenBy).to.equal(
      (await rig.app.store.accountByLogin('wang'))?.id,
    );
    await wang.post(`/workbench/tickets/${ticket?.id}/done`);
    expect((await rig.app.store.openTickets(10)).some(({ id }) => id === ticket?.id)).to.equal(false);
  });
});
