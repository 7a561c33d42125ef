/** A desk outside over HTTP: who waits is posted to it, signed and again until it is taken; what it answers is an act, or refused. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createReader } from '../../desk/outside/shape.ts';
import { headersFor, SIGNATURE, signatureOf, TIME } from '../../desk/outside/signing.ts';
import { keepTelling } from '../../desk/outside/telling.ts';
import type { ConversationId } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { newRig, type Rig } from './rig.ts';

const secret = 'a-secret-of-both-sides-0123456789abcdef';

interface Told {
  readonly name: string;
  readonly conversation: { readonly id: string };
  readonly value: { readonly id: string; readonly reason: string };
  readonly attachments: readonly { readonly content: { readonly activities: readonly { readonly text: string }[] } }[];
}

/** Another program's desk. */
class Outside {
  readonly told: Told[] = [];
  readonly strange: string[] = [];
  status = 200;
  asked = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((req, res) => {
      let body = '';
      req.on('data', (bytes: Buffer) => {
        body += bytes.toString();
      });
      req.on('end', () => {
        this.asked += 1;
        const { [TIME]: at, [SIGNATURE]: signature } = req.headers;
        const right = signatureOf(secret, Number(at), { method: 'POST', path: req.url ?? '', body });
        if (signature !== right) this.strange.push(String(signature));
        if (this.status === 200) this.told.push(JSON.parse(body));
        res.statusCode = this.status;
        res.end();
      });
    });
  }
  async open(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hub?for=lipei`;
  }
  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await new Promise((later) => setTimeout(later, 20));
  }
  throw new Error(`not in time: ${what}`);
}

describe('a desk outside, over HTTP', function () {
  this.timeout(30_000);
  let rig: Rig;
  let outside: Outside;
  before(async () => {
    outside = new Outside();
    rig = await newRig({ DESK_HUB_URL: await outside.open(), DESK_HUB_SECRET: secret });
  });
  after(async () => {
    await rig?.stop();
    outside.close();
  });

  const asks = (...words: readonly string[]): Promise<Person> => rig.person(...words);
  const toldOf = ({ conversation }: Person) => outside.told.filter((one) => one.conversation.id === conversation);
  const heard = (person: Person, words: string) =>
    until(words, async () => {
      await person.poll();
      return person.heard.some(({ text }) => text?.includes(words));
    });
  const floorOf = async ({ conversation }: Person) =>
    (await rig.app.store.conversation(conversation as ConversationId))?.floor;

  async function send(activity: unknown, over: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
    const signed = headersFor(secret, rig.clock.at, { method: 'POST', path: '/api/handoff', body });
    const headers = { 'content-type': 'application/json', ...signed, ...over };
    return fetch(`${rig.app.url}/api/handoff`, { method: 'POST', body, headers });
  }
  async function lines({ conversation }: Person, watermark = '0', over: Readonly<Record<string, string>> = {}) {
    const path = `/api/handoff/${conversation}?watermark=${watermark}`;
    const signed = headersFor(secret, rig.clock.at, { method: 'GET', path, body: '' });
    return fetch(`${rig.app.url}${path}`, { headers: { ...signed, ...over } });
  }
  const status = (person: Person, id: string, state: unknown, message?: string) => ({
    ...{ type: 'event', name: 'handoff.status', id, conversation: { id: person.conversation }, from: { name: '小周' } },
    value: { state, ...(message === undefined ? {} : { message }) },
  });

  it('told of whoever waits, though nobody is at our own desk; accepts, reads, speaks, hands back', async () => {
    const person = await asks('我要报案', '没有这些情况', '同意', '13912345678', '转人工');
    await until('told', () => toldOf(person).length === 1);
    const [event] = toldOf(person);
    expect(event).to.deep.include({ name: 'handoff.initiate' });
    expect(event?.value).to.include({ reason: 'asked' });
    const words = event?.attachments[0]?.content.activities.map(({ text }) => text).join('\n');
    expect(words).to.include('我要报案').and.not.include('13912345678');

    expect((await send(status(person, 's1', 'accepted'))).status).to.equal(200);
    await heard(person, '小周');
    expect(await floorOf(person)).to.equal('person');
    const first = (await (await lines(person)).json()) as { activities: { text: string }[]; watermark: string };
    expect(first.activities.at(-1)?.text).to.include('小周');
    await person.call('POST', `/conversations/${person.conversation}/activities`, {
      ...{ type: 'message', text: '我的腿在流血', from: { id: 'me' } },
    });
    const next = (await (await lines(person, first.watermark)).json()) as { activities: { text: string }[] };
    expect(next.activities.map(({ text }) => text)).to.include('我的腿在流血');
    const message = { type: 'message', id: 'm1', conversation: { id: person.conversation }, text: '请先按住伤口' };
    for (let n = 0; n < 2; n += 1) expect((await send(message)).status).to.equal(200);
    await heard(person, '请先按住伤口');
    expect(
      person.heard.filter(({ text }) => text === '请先按住伤口'),
      'sent twice, said once',
    ).to.have.length(1);
    expect((await send(status(person, 's2', 'completed', '明天补照片'))).status).to.equal(200);
    await heard(person, '明天补照片');
    // What was overheard on its way and is sent again does nothing any more.
    for (const old of [status(person, 's1', 'accepted'), status(person, 's2', 'completed')]) await send(old);
    expect((await send(status(person, 's3', 'accepted'))).status, 'not after the end').to.equal(409);
    expect(await floorOf(person)).to.equal('closed');
    expect((await lines(person)).status, 'no longer its own').to.equal(404);
    const acts = (await rig.app.store.acts({ subject: person.conversation, limit: 50 })).filter(
      ({ who }) => who === 'outside',
    );
    expect(acts.map(({ what }) => what)).to.include.members([
      'handoff.told',
      'accept',
      'say',
      'handBack',
      'conversation.seen',
    ]);
    expect(outside.strange, 'all of ours was signed').to.deep.equal([]);
  });

  it('fails: an honest word and a call; a colleague of our own who was quicker keeps it', async () => {
    const person = await asks('转人工');
    await until('told', () => toldOf(person).length === 1);
    expect((await send(status(person, 'f1', 'failed', 'nobody'))).status).to.equal(200);
    await heard(person, '电话');
    const admin = await rig.first();
    const other = await asks('转人工');
    await admin.post(`/workbench/c/${other.conversation}/accept`);
    const late = await send(status(other, 'f2', 'accepted'));
    expect(late.status).to.equal(409);
    expect(await late.text(), 'nobody is named').not.to.include('陈');
    expect((await lines(other)).status).to.equal(404);
    expect(
      (await send({ type: 'message', id: 'f3', conversation: { id: other.conversation }, text: '喂' })).status,
    ).to.equal(409);
    const third = await asks('转人工');
    await send(status(third, 'f4', 'accepted'));
    await heard(third, '小周');
    const queue = await admin.page('/workbench/queue');
    expect(queue.slice(queue.indexOf('h-others')), 'who has it')
      .to.include(third.conversation)
      .and.include('小周');
    const audit = await admin.page('/workbench/audit');
    expect(audit).to.include('外部坐席系统').and.include('告知外部坐席系统');
  });

  it('told again until it takes it, and not more often because more people come', async () => {
    outside.status = 500;
    const before = outside.asked;
    const person = await asks('转人工');
    await until('asked', () => outside.asked > before);
    for (let n = 0; n < 5; n += 1) await asks('转人工');
    expect(outside.asked - before).to.be.at.most(3);
    outside.status = 200;
    await until('told', () => toldOf(person).length === 1);
  });

  it('is let in by nothing but a fresh signature over these very bytes', async () => {
    const person = await asks('转人工');
    const event = status(person, 'x1', 'accepted');
    const late = (minutes: number) =>
      headersFor(secret, rig.clock.at + minutes * 60_000, {
        method: 'POST',
        path: '/api/handoff',
        body: JSON.stringify(event),
      });
    const other = headersFor('another-secret-0123456789abcdefghijk', rig.clock.at, {
      ...{ method: 'POST', path: '/api/handoff', body: JSON.stringify(event) },
    });
    const elsewhere = headersFor(secret, rig.clock.at, { method: 'POST', path: '/x', body: JSON.stringify(event) });
    const bad = { [SIGNATURE]: '' };
    for (const over of [
      late(-6),
      late(6),
      other,
      elsewhere,
      bad,
      { [TIME]: '' },
      { [TIME]: '1e9' },
      { [SIGNATURE]: 'v1=0' },
    ])
      expect((await send(event, over)).status, JSON.stringify(over)).to.equal(401);
    expect((await lines(person, '0', bad)).status).to.equal(401);
    const signed = headersFor(secret, rig.clock.at, {
      method: 'POST',
      path: '/api/handoff',
      body: JSON.stringify(event),
    });
    expect((await send({ ...event, id: 'x2' }, signed)).status, 'another body').to.equal(401);
    expect(await floorOf(person)).to.equal('waiting');
  });

  it('what is no status is refused in words, bounded, and changes nothing', async () => {
    const person = await asks('转人工');
    const right = status(person, 'y1', 'accepted');
    for (const wrong of [
      '[]',
      '{',
      'null',
      {},
      { ...right, id: undefined },
      { ...right, id: 7 },
      { ...right, id: 'x'.repeat(81) },
      { ...right, name: 'handoff.initiate' },
      { ...right, type: 'handoff' },
      { ...right, conversation: 'x' },
      { ...right, value: {} },
      status(person, 'y2', 'done'),
      status(person, 'y3', 7),
      status(person, 'y4', 'completed', 'x'.repeat(2_001)),
      { type: 'message', id: 'y5', conversation: { id: person.conversation } },
      { type: 'message', id: 'y6', conversation: { id: person.conversation }, text: ['x'] },
      { ...right, from: { name: 'x'.repeat(41) } },
    ])
      expect((await send(wrong)).status, JSON.stringify(wrong)).to.equal(400);
    expect((await send(`{"x":"${'x'.repeat(70_000)}"}`)).status).to.equal(413);
    expect((await send(right, { 'content-type': 'text/plain' })).status).to.equal(415);
    const nobody = { ...right, conversation: { id: 'none' } };
    expect((await send(nobody)).status).to.equal(404);
    const quiet = await asks('我要报案');
    expect((await send(status(quiet, 'y7', 'accepted'))).status, 'who has not asked for anybody').to.equal(404);
    expect((await lines(quiet)).status).to.equal(404);
    expect(await floorOf(quiet)).to.equal('bot');
    for (const mark of ['x', '-1', '1e3', '99999999999'])
      expect((await lines(person, mark)).status, mark).to.equal(400);
    expect(await floorOf(person)).to.equal('waiting');
  });

  it('a name that turns text around, or is blank, is no name to be afraid of', async () => {
    const read = createReader();
    expect(read({ type: 'message', id: '1', conversation: { id: 'c' }, text: '好', from: { name: '' } })).to.be.an(
      'object',
    );
    const person = await asks('转人工');
    await send({ ...status(person, 'n1', 'accepted'), from: { name: '   ' } });
    await heard(person, '人工坐席');
  });
});

describe('a desk outside, not configured', () => {
  it('has no route; half a configuration is refused in one sentence', async () => {
    const rig = await newRig();
    for (const method of ['GET', 'POST'])
      expect((await fetch(`${rig.app.url}/api/handoff${method === 'GET' ? '/x' : ''}`, { method })).status).to.equal(
        404,
      );
    await rig.stop();
    const failed = async (env: Record<string, string>): Promise<string> =>
      newRig(env).then(
        async (one) => one.stop().then(() => 'it started'),
        (error: Error) => error.message,
      );
    expect(await failed({ DESK_HUB_URL: 'https://hub.example/x' })).to.match(/^DESK_HUB_SECRET is missing/);
    expect(await failed({ DESK_HUB_SECRET: secret })).to.match(/^DESK_HUB_URL is missing/);
    for (const url of ['http://hub.example/x', 'ftp://127.0.0.1/', 'https://', 'javascript:alert(1)'])
      expect(await failed({ DESK_HUB_URL: url, DESK_HUB_SECRET: secret }), url).to.match(/^DESK_HUB_URL is not usable/);
    expect(await failed({ DESK_HUB_URL: 'https://hub.example/x', DESK_HUB_SECRET: 'short' })).to.match(
      /^DESK_HUB_SECRET/,
    );
  });
});

describe('telling a desk outside', () => {
  it('looks once where many ask at once, once more for what came meanwhile, and no more after the end', async () => {
    let [looks, listener] = [0, () => {}];
    const gate = Promise.withResolvers<boolean>();
    const look = async (): Promise<boolean> => {
      looks += 1;
      return looks === 1 ? gate.promise : true;
    };
    const subscribe = (_: unknown, one: () => void): (() => void) => {
      listener = one;
      return () => {};
    };
    const telling = keepTelling({ look, wake: { subscribe } as never, random: () => 0 });
    for (let n = 0; n < 10; n += 1) listener();
    gate.resolve(true);
    await until('two looks', () => looks === 2);
    telling.close();
    await new Promise((later) => setTimeout(later, 30));
    expect(looks).to.equal(2);
  });
});
