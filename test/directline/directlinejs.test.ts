import { type Activity, ConnectionStatus, DirectLine, type Message } from 'botframework-directlinejs';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { begin, generate } from './client.ts';
import { jpeg, pdf } from './pictures.ts';
import { type Running, serve } from './server.ts';
import { settled, Xhr } from './xhr.ts';

type Options = ConstructorParameters<typeof DirectLine>[0];

/** The real client, with everything that came through it. */
class Client {
  readonly line: DirectLine;
  readonly seen: Activity[] = [];
  readonly statuses: ConnectionStatus[] = [];
  #waiting: (() => void)[] = [];
  #subscriptions: { unsubscribe(): void }[] = [];

  constructor(running: Running, options: Options) {
    this.line = new DirectLine({ domain: `${running.url}/v3/directline`, pollingInterval: 200, ...options });
    const wake = () => {
      for (const go of this.#waiting.splice(0)) go();
    };
    this.#subscriptions.push(
      this.line.connectionStatus$.subscribe((status) => {
        this.statuses.push(status);
        wake();
      }),
      this.line.activity$.subscribe(
        (activity) => {
          this.seen.push(activity);
          wake();
        },
        () => {},
      ),
    );
  }

  async until(done: () => boolean): Promise<this> {
    while (!done()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this;
  }

  texts(): unknown[] {
    return this.seen.map((activity) => ('text' in activity ? activity.text : activity.type));
  }

  send(activity: Partial<Message> & { type: string }): Promise<string> {
    const whole = { from: { id: 'me' }, ...activity } as Activity;
    return new Promise((resolve, reject) => this.line.postActivity(whole).subscribe(resolve, reject));
  }

  say(text: string, mark = text) {
    return this.send({ type: 'message', text, channelData: { clientActivityID: mark } });
  }

  stop(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.line.end();
  }
}

describe('directline: with botframework-directlinejs', () => {
  let running: Running;
  let clients: Client[] = [];
  const globals = globalThis as { XMLHttpRequest?: unknown; WebSocket: unknown };
  const before_ = { XMLHttpRequest: globals.XMLHttpRequest, WebSocket: globals.WebSocket };

  before(async () => {
    globals.XMLHttpRequest = Xhr;
    globals.WebSocket = WebSocket;
    running = await serve();
  });
  afterEach(async () => {
    for (const client of clients) client.stop();
    clients = [];
    running.fake.release();
    await settled();
  });
  after(async () => {
    Object.assign(globals, before_);
    await running.stop();
  });

  const join = (options: Options) => {
    const client = new Client(running, options);
    clients.push(client);
    return client;
  };
  const newToken = async () => (await generate(running, { user: { id: 'dl_tester' } })).body.token;

  for (const webSocket of [true, false]) {
    describe(webSocket ? 'over WebSocket' : 'over polling', () => {
      it('starts, talks, and gets its own words back with their mark and id', async () => {
        const client = join({ token: await newToken(), webSocket });
        const id = await client.say('你好', 'mark-1');
        await client.until(() => client.seen.length === 2);
        expect(client.texts()).to.deep.equal(['你好', 'echo: 你好']);
        const [own] = client.seen;
        expect(own?.id).to.equal(id);
        expect(own?.channelData).to.deep.equal({ clientActivityID: 'mark-1' });
        expect(own?.from).to.deep.equal({ id: 'dl_tester', role: 'user' });
        expect(client.statuses).to.include(ConnectionStatus.Online);
      });

      it('sends while the bot is slow, and hears the answers in order', async () => {
        const client = join({ token: await newToken(), webSocket });
        running.fake.hold();
        await client.say('one');
        await client.say('two');
        await client.until(() => client.seen.length === 2);
        running.fake.release();
        await client.until(() => client.seen.length === 4);
        expect(client.texts()).to.deep.equal(['one', 'two', 'echo: one', 'echo: two']);
      });

      it('uploads files', async () => {
        const client = join({ token: await newToken(), webSocket });
        const blob = (bytes: Buffer, type: string) => URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
        const attachments = [
          {
            contentType: 'image/jpeg' as const,
            contentUrl: blob(jpeg(), 'image/jpeg'),
            name: '车.jpg',
            thumbnailUrl: 'data:,',
          },
          { contentType: 'image/jpeg' as const, contentUrl: blob(pdf(), 'application/pdf'), name: '车.jpg' },
        ];
        await client.send({ type: 'message', text: 'files', attachments, channelData: { clientActivityID: 'f1' } });
        await client.until(() => client.seen.length === 2);
        const [own] = client.seen as Message[];
        const sent = own?.attachments as { contentType: string; name: string; contentUrl: string }[];
        expect(sent.map(({ contentType, name }) => [contentType, name])).to.deep.equal([
          ['image/jpeg', '车.jpg'],
          ['application/pdf', '车 (1).jpg.pdf'],
        ]);
        expect(own?.channelData).to.deep.equal({ clientActivityID: 'f1' });
        expect((await fetch(sent[0]?.contentUrl ?? '')).status).to.equal(200);
      });

      it('sends events, and hears nothing of them', async () => {
        const client = join({ token: await newToken(), webSocket });
        expect(await client.send({ type: 'event', name: 'setLanguage', value: 'en' } as never)).to.be.a('string');
        await client.say('after');
        await client.until(() => client.seen.length === 2);
        expect(client.texts()).to.deep.equal(['after', 'echo: after']);
      });

      it('finds the whole history again, or what came after its watermark', async () => {
        const talk = await begin(running);
        for (const text of ['1', '2', '3']) running.fake.write(talk.id, 'bot', { type: 'message', text });
        const same = { token: talk.token, conversationId: talk.id, webSocket };
        const all = await join(same).until(() => clients.at(-1)?.seen.length === 3);
        expect(all.texts()).to.deep.equal(['1', '2', '3']);
        const rest = await join({ ...same, watermark: '2' }).until(() => clients.at(-1)?.seen.length === 1);
        expect(rest.texts()).to.deep.equal(['3']);
      });

      it('is told that its token has expired', async () => {
        const client = join({ token: await newToken(), webSocket });
        await client.say('hello');
        await client.until(() => client.seen.length === 2);
        running.fake.now += 1_800_000;
        expect(await client.say('too late')).to.equal('retry');
        expect(client.statuses).to.include(ConnectionStatus.ExpiredToken);
      });

      it('is told what it may not do', async () => {
        const client = join({ token: await newToken(), webSocket });
        const failed = await client.say('x'.repeat(5000)).catch((err) => err);
        expect([failed.status, failed.xhr.response.error.code]).to.deep.equal([400, 'BadArgument']);
      });
    });
  }

  it('with the secret instead of a token', async () => {
    const client = join({ secret: 'a-secret-for-tests', webSocket: true });
    await client.say('hello');
    await client.until(() => client.seen.length === 2);
    expect(client.seen[0]?.from.id).to.equal('me');
  });

  it('shows typing over the socket', async () => {
    const client = join({ token: await newToken(), webSocket: true });
    running.timers.length = 0;
    running.fake.hold();
    await client.until(() => client.statuses.includes(ConnectionStatus.Online));
    await client.say('think');
    await client.until(() => client.seen.length === 1);
    for (const run of running.timers.splice(0)) run();
    await client.until(() => client.seen.length === 2);
    expect(client.seen[1]?.type).to.equal('typing');
  });

  it('comes back with its watermark when the socket breaks', async () => {
    // The client waits three to fifteen seconds; with this it is three.
    const client = join({ token: await newToken(), webSocket: true, random: () => 0 });
    await client.say('before');
    await client.until(() => client.seen.length === 2);
    const id = [...running.fake.conversations.keys()].at(-1);
    if (!id) throw new Error('no conversation');
    running.fake.store.activities = new Proxy(running.fake.store.activities, {
      apply: (target, self, args) => (broken ? Promise.reject(new Error('broken')) : Reflect.apply(target, self, args)),
    });
    let broken = true;
    running.fake.write(id, 'bot', { type: 'message', text: 'missed' });
    while (running.errors.length === 0) await new Promise((resolve) => setImmediate(resolve));
    broken = false;
    await client.until(() => client.seen.length === 3);
    expect(client.texts()).to.deep.equal(['before', 'echo: before', 'missed']);
  });
});
