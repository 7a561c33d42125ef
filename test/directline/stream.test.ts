import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import type { WebSocket } from 'ws';
import type { DirectLineDeps } from '../../channels/directline/deps.ts';
import { createSweep } from '../../channels/directline/stream.ts';
import { createSigner } from '../../channels/directline/tokens.ts';
import type { ConversationId } from '../../store/ports.ts';
import { ask, begin, postJson, refusal, Stream, type Talk } from './client.ts';
import { type Running, serve } from './server.ts';

describe('directline: the stream', () => {
  let running: Running;
  const open: Stream[] = [];
  const listen = async (url: string) => {
    const stream = new Stream(url);
    open.push(stream);
    return stream.opened();
  };
  const bot = (id: ConversationId, text: string) => running.fake.write(id, 'bot', { type: 'message', text });

  before(async () => {
    running = await serve();
  });
  afterEach(() => {
    for (const { ws } of open.splice(0)) ws.terminate();
  });
  after(() => running.stop());

  it('replays what was said before the socket opened, then goes on live', async () => {
    const talk = await begin(running);
    await talk.say('early');
    const stream = await listen(talk.streamUrl);
    await stream.until(2);
    await talk.say('late');
    await stream.until(4);
    expect(stream.texts).to.deep.equal(['early', 'echo: early', 'late', 'echo: late']);
    expect(stream.watermarks.every((mark) => /^\d+$/.test(mark))).to.equal(true);
    expect(stream.watermarks.at(-1)).to.equal('4');
  });

  it('shows the own message at once, before the bot has thought', async () => {
    const talk = await begin(running);
    const stream = await listen(talk.streamUrl);
    running.fake.hold();
    const posted = await talk.say('hello', { channelData: { clientActivityID: 'c9' } });
    await stream.until(1);
    expect(stream.activities[0]).to.deep.include({ id: posted.body.id, channelData: { clientActivityID: 'c9' } });
    running.fake.release();
    await stream.until(2);
    expect(stream.texts).to.deep.equal(['hello', 'echo: hello']);
  });

  it('sends everything once and in order, however fast it comes', async () => {
    const talk = await begin(running);
    const stream = await listen(talk.streamUrl);
    for (let i = 0; i < 300; i += 1) {
      bot(talk.id, String(i));
      if (i % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await stream.until(300);
    bot(talk.id, 'end');
    await stream.until(301);
    expect(stream.texts).to.deep.equal([...Array.from({ length: 300 }, (_, i) => String(i)), 'end']);
    const times = stream.activities.map(({ timestamp }) => timestamp);
    expect(times).to.deep.equal([...new Set(times)].sort());
  });

  it('serves several sockets of one conversation, and no other', async () => {
    const [talk, other] = [await begin(running), await begin(running)];
    const streams = await Promise.all([talk.streamUrl, talk.streamUrl, other.streamUrl].map(listen));
    const [one, two, foreign] = streams as [Stream, Stream, Stream];
    await talk.say('both');
    await other.say('mine');
    await Promise.all(streams.map((stream) => stream.until(2)));
    expect(one.texts).to.deep.equal(['both', 'echo: both']);
    expect(two.texts).to.deep.equal(one.texts);
    expect(foreign.texts).to.deep.equal(['mine', 'echo: mine']);
    await one.close();
    await talk.say('still there');
    await two.until(4);
  });

  it('reconnects after the watermark, from the beginning, or from now on', async () => {
    const talk = await begin(running);
    for (const text of ['1', '2', '3']) bot(talk.id, text);
    const reconnect = async (query: string) => {
      const { body } = await ask(`${talk.path}${query}`, { headers: talk.headers });
      bot(talk.id, `after ${query}`);
      return listen(body.streamUrl);
    };
    expect((await (await reconnect('?watermark=2')).until(2)).texts).to.deep.equal(['3', 'after ?watermark=2']);
    expect((await (await reconnect('?watermark=')).until(5)).texts.slice(0, 3)).to.deep.equal(['1', '2', '3']);
    expect((await (await reconnect('')).until(1)).texts).to.deep.equal(['after ']);
  });

  it('sends a long history in small pieces', async () => {
    const talk = await begin(running);
    for (let i = 0; i < 60; i += 1) bot(talk.id, 'x'.repeat(30_000));
    const sizes: number[] = [];
    const stream = new Stream(talk.streamUrl);
    open.push(stream);
    stream.ws.on('message', (data) => sizes.push(String(data).length));
    await stream.until(60);
    expect(Math.max(...sizes)).to.be.below(280_000);
    expect(sizes.length).to.be.within(7, 9);
  });

  it('lets a ticket be used again within its life, and not after it', async () => {
    const talk = await begin(running);
    bot(talk.id, 'hi');
    for (let i = 0; i < 3; i += 1) await (await (await listen(talk.streamUrl)).until(1)).close();
    running.fake.now += 301_000;
    expect(await refusal(talk.streamUrl)).to.equal(403);
  });

  it('refuses a bad ticket with plain 403, and what is gone with 404', async () => {
    const [talk, other] = [await begin(running), await begin(running)];
    const at = (ticket: string) => talk.streamUrl.replace(/t=.*/, `t=${ticket}`);
    const signer = createSigner(Buffer.alloc(32, 7), () => running.fake.now);
    const ticket = new URL(other.streamUrl).searchParams.get('t') ?? '';
    const bad = ['', 'x', ticket, talk.token, `${ticket}x`, signer.sign('file', { conv: talk.id, user: '' }, 60)];
    for (const one of bad) expect(await refusal(at(one)), one).to.equal(403);
    expect(await refusal(talk.streamUrl.replace(/\?.*/, ''))).to.equal(403);
    running.fake.conversations.delete(talk.id);
    expect(await refusal(talk.streamUrl)).to.equal(404);
  });

  it('refuses a foreign origin where a cookie is involved', async () => {
    const talk = await begin(running);
    const cookie = 'lipei_device=x';
    const foreign = 'https://evil.example';
    expect(await refusal(talk.streamUrl, { cookie, origin: foreign })).to.equal(403);
    const own = new Stream(talk.streamUrl, { cookie, origin: running.url });
    const plain = new Stream(talk.streamUrl, { origin: foreign });
    open.push(own, plain);
    await Promise.all([own.opened(), plain.opened()]);
  });

  it('refuses other addresses, and survives nonsense', async () => {
    expect(await refusal(`${running.url.replace('http', 'ws')}/elsewhere`)).to.equal(403);
    for (const url of ['//', '/%zz', '/v3/directline/conversations/%2e/stream', 'http://[']) {
      const socket = connect(running.port, '127.0.0.1');
      socket.end(
        `GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
      const [data] = await once(socket, 'data');
      expect(String(data)).to.match(/^HTTP\/1\.1 40[03] /);
    }
  });

  it('ignores empty frames and closes on large ones', async () => {
    const talk = await begin(running);
    const stream = await listen(talk.streamUrl);
    stream.ws.send('');
    stream.ws.send('{"type":"message","text":"not this way"}');
    bot(talk.id, 'here');
    await stream.until(1);
    stream.ws.send('x'.repeat(5000));
    const [code] = await once(stream.ws, 'close');
    expect(code).to.equal(1009);
    expect(stream.texts).to.deep.equal(['here']);
  });

  it('ends sockets that do not answer a ping', () => {
    class Line extends EventEmitter {
      ended = false;
      ping() {}
      terminate() {
        this.ended = true;
      }
    }
    const [alive, dead] = [new Line(), new Line()];
    const sweep = createSweep([alive, dead] as unknown as WebSocket[]);
    sweep();
    alive.emit('pong');
    expect([alive.ended, dead.ended]).to.deep.equal([false, false]);
    sweep();
    expect([alive.ended, dead.ended]).to.deep.equal([false, true]);
    alive.emit('pong');
    sweep();
    expect(alive.ended).to.equal(false);
  });

  it('keeps a crowd of sockets small', async () => {
    const talk = await begin(running);
    await Promise.all(Array.from({ length: 20 }, () => listen(talk.streamUrl)));
    expect(await refusal(talk.streamUrl)).to.equal(429);
  });

  it('forgets a socket that has closed', async () => {
    const talk = await begin(running);
    const stream = await listen(talk.streamUrl);
    bot(talk.id, 'x');
    await stream.until(1);
    await stream.close();
    while ((running.fake.listeners.get(talk.id)?.size ?? 0) > 0) await new Promise((resolve) => setImmediate(resolve));
  });

  it('closes when the store fails, so that the client comes back with its watermark', async () => {
    const talk = await begin(running);
    const stream = await listen(talk.streamUrl);
    const { activities } = running.fake.store;
    running.fake.store.activities = () => Promise.reject(new Error('disk'));
    bot(talk.id, 'x');
    const [code] = await once(stream.ws, 'close');
    running.fake.store.activities = activities;
    expect(code).to.equal(1011);
    expect(String(running.errors.pop())).to.include('disk');
  });

  describe('typing', () => {
    beforeEach(() => void running.timers.splice(0));
    afterEach(() => running.fake.release());

    const typing = async (stream: Stream, talk: Talk) => {
      running.timers.splice(0).forEach((run) => void run());
      // The look at the store is over once a later line has come through.
      bot(talk.id, 'mark');
      await stream.until(stream.activities.length + 1);
      return stream.activities.filter(({ type }) => type === 'typing');
    };

    it('is shown once while the bot takes its time', async () => {
      const talk = await begin(running);
      const stream = await listen(talk.streamUrl);
      running.fake.hold();
      await talk.say('a');
      await talk.say('b');
      await stream.until(2);
      expect(running.timers).to.have.length(1);
      running.timers.splice(0).forEach((run) => void run());
      await stream.until(3);
      const [shown] = stream.activities.filter(({ type }) => type === 'typing');
      expect(shown?.from).to.deep.equal({ id: 'lipei', role: 'bot' });
      expect(stream.watermarks.at(-1)).to.equal('2');
      running.fake.release();
      await stream.until(5);
      expect((await talk.list()).body.activities.map(({ type }) => type)).not.to.include('typing');
    });

    it('is not shown when the answer was quick, or a person speaks', async () => {
      const talk = await begin(running);
      const stream = await listen(talk.streamUrl);
      await talk.say('a');
      await stream.until(2);
      expect(await typing(stream, talk)).to.deep.equal([]);
      running.fake.hold();
      await talk.say('b');
      const held = running.fake.conversations.get(talk.id);
      if (held) held.row = { ...held.row, floor: 'person' };
      expect(await typing(stream, talk)).to.deep.equal([]);
      running.fake.release();
    });

    it('of a colleague is shown with her name, and is in no transcript', async () => {
      const writing: ((conversation: ConversationId, name: string) => void)[] = [];
      const onTyping: DirectLineDeps['onTyping'] = (hear) => {
        writing.push(hear);
        return () => void writing.splice(0);
      };
      const another = await serve({ onTyping });
      const talk = await begin(another);
      const stream = await listen(talk.streamUrl);
      for (const hear of writing) hear(talk.id, '王敏');
      await stream.until(1);
      expect(stream.activities[0]).to.deep.include({
        type: 'typing',
        from: { id: 'lipei', role: 'bot', name: '王敏' },
      });
      expect((await talk.list()).body.activities).to.deep.equal([]);
      await another.stop();
      expect(writing).to.deep.equal([]);
    });

    it('of the person is accepted and goes nowhere', async () => {
      const talk = await begin(running);
      const stream = await listen(talk.streamUrl);
      const { status } = await postJson(`${talk.path}/activities`, { type: 'typing' }, talk.headers);
      expect(status).to.equal(200);
      expect(await typing(stream, talk)).to.deep.equal([]);
    });
  });
});
