import { expect } from 'chai';
import { createSigner } from '../../channels/directline/tokens.ts';
import { type Answer, ask, bearer, begin, claimsOf, generate, postJson, startWith, Talk } from './client.ts';
import { type Running, SECRET, serve } from './server.ts';

const isError = ({ status, body }: Answer, expected: number, code?: string) => {
  expect(status).to.equal(expected);
  expect(body).to.have.all.keys('error');
  expect(body.error).to.have.all.keys('code', 'message');
  if (code) expect(body.error.code).to.equal(code);
};

describe('directline: the contract', () => {
  let running: Running;
  let base: string;
  before(async () => {
    running = await serve();
    base = `${running.url}/v3/directline`;
  });
  after(() => running.stop());

  describe('tokens', () => {
    it('generates one for a conversation that has not begun', async () => {
      const { status, body } = await generate(running, { user: { id: 'dl_someone' } });
      expect(status).to.equal(200);
      expect(body).to.have.all.keys('conversationId', 'token', 'expires_in');
      expect(body.expires_in).to.equal(1800);
      const claims = claimsOf(body.token);
      expect(claims).to.include({ conv: body.conversationId, user: 'dl_someone', exp: Number(claims.iat) + 1800 });
      expect(running.fake.conversations.has(body.conversationId)).to.equal(false);
      isError(await ask(`${base}/conversations/${body.conversationId}`, { headers: bearer(body.token) }), 404);
    });

    it('chooses a user where none is named, and refuses an odd one', async () => {
      const { body } = await generate(running);
      expect(claimsOf(body.token).user).to.match(/^dl_/);
      for (const id of [5, '', 'a\nb', 'x'.repeat(65), '<b>'])
        isError(await generate(running, { user: { id } }), 400, 'BadArgument');
    });

    it('generates for the secret only', async () => {
      isError(await postJson(`${base}/tokens/generate`, {}), 401, 'Unauthorized');
      isError(await postJson(`${base}/tokens/generate`, {}, bearer('wrong')), 403);
      const { token } = (await generate(running)).body;
      isError(await postJson(`${base}/tokens/generate`, {}, bearer(token)), 403);
      const without = await serve({ config: { secret: undefined } });
      isError(await postJson(`${without.url}/v3/directline/tokens/generate`, {}, bearer('undefined')), 403);
      await without.stop();
    });

    it('refreshes an unexpired one as often as asked, for the same conversation and user', async () => {
      const talk = await begin(running);
      let { token } = talk;
      for (let i = 0; i < 3; i += 1) {
        running.fake.now += 1_000_000;
        const { status, body } = await ask(`${base}/tokens/refresh`, { method: 'POST', headers: bearer(token) });
        expect(status).to.equal(200);
        expect(body).to.include({ conversationId: talk.id, expires_in: 1800 });
        expect(body.token).not.to.equal(token);
        token = body.token;
      }
      isError(await ask(`${base}/tokens/refresh`, { method: 'POST', headers: talk.headers }), 403, 'TokenExpired');
      isError(await ask(`${base}/tokens/refresh`, { method: 'POST' }), 401);
      isError(await ask(`${base}/tokens/refresh`, { method: 'POST', headers: bearer(SECRET) }), 403);
    });
  });

  describe('who may enter', () => {
    const everywhere = (path: string): [string, string][] => [
      ['GET', path],
      ['GET', `${path}/activities`],
      ['POST', `${path}/activities`],
      ['POST', `${path}/upload`],
    ];
    const tryAll = async (talk: Talk, headers: Record<string, string>, status: number, code?: string) => {
      for (const [method, url] of everywhere(talk.path)) {
        const body = method === 'POST' ? JSON.stringify({ type: 'message', text: 'x' }) : null;
        isError(
          await ask(url, { method, body, headers: { 'content-type': 'application/json', ...headers } }),
          status,
          code,
        );
      }
    };

    it('401 without a header or with a malformed one', async () => {
      const talk = await begin(running);
      for (const authorization of [undefined, '', 'Bearer', 'Bearer ', `Basic ${talk.token}`, talk.token, 'Bearer a b'])
        await tryAll(talk, authorization === undefined ? {} : { authorization }, 401, 'Unauthorized');
    });

    it('403 TokenExpired after half an hour', async () => {
      const talk = await begin(running);
      running.fake.now += 1_800_000;
      await tryAll(talk, talk.headers, 403, 'TokenExpired');
    });

    it('403 for forged tokens', async () => {
      const talk = await begin(running);
      const [head = '', payload = '', signature = ''] = talk.token.split('.');
      const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const claims = claimsOf(talk.token);
      const other = createSigner(Buffer.alloc(32, 8), () => running.fake.now);
      const ours = createSigner(Buffer.alloc(32, 7), () => running.fake.now);
      const forged = [
        'garbage',
        'a.b.c',
        `${head}.${payload}`,
        `${head}.${payload}.`,
        `${head}.${payload}.${signature}.x`,
        `${head}.${encode({ ...claims, user: 'someone' })}.${signature}`,
        `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
        `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`,
        `${encode({ alg: 'HS512', typ: 'JWT' })}.${payload}.${signature}`,
        other.sign('token', { conv: talk.id, user: 'dl_x' }, 60),
        ours.sign('stream', { conv: talk.id, user: 'dl_x' }, 60),
        ours.sign('file', { conv: talk.id, user: 'dl_x' }, 60),
        'x'.repeat(5000),
      ];
      for (const token of forged) await tryAll(talk, bearer(token), 403, 'BadArgument');
    });

    it("403 for another conversation's token, without saying whether that one exists", async () => {
      const [mine, theirs] = [await begin(running), await begin(running)];
      await tryAll(theirs, mine.headers, 403, 'BadArgument');
      const nowhere = new Talk(running, await startWith(running, mine.token));
      const { body } = await ask(`${base}/conversations/nosuch/activities`, { headers: mine.headers });
      expect(body).to.deep.equal((await ask(`${theirs.path}/activities`, { headers: nowhere.headers })).body);
      expect((await theirs.list()).body.activities).to.deep.equal([]);
    });

    it('lets the secret speak for anyone, in conversations of this channel', async () => {
      const started = await startWith(running, SECRET, { user: { id: 'clerk' } });
      expect(started.status).to.equal(201);
      const talk = new Talk(running, started);
      const posted = await postJson(
        `${talk.path}/activities`,
        { type: 'message', text: 'hi', from: { id: 'clerk' } },
        bearer(SECRET),
      );
      expect(posted.status).to.equal(200);
      expect((await talk.list()).body.activities[0]?.from).to.deep.equal({ id: 'clerk', role: 'user' });
      const held = running.fake.conversations.get(talk.id);
      if (held) held.row = { ...held.row, channel: 'wechat' };
      isError(await ask(`${talk.path}/activities`, { headers: bearer(SECRET) }), 404);
    });
  });

  describe('conversations', () => {
    it('201 when it begins, 200 when it had begun, with one conversationUpdate', async () => {
      const { token } = (await generate(running, { user: { id: 'dl_u' } })).body;
      const first = await startWith(running, token, { user: { id: 'else' }, locale: 'zh-CN' });
      const again = await startWith(running, token);
      expect([first.status, again.status]).to.deep.equal([201, 200]);
      for (const { body } of [first, again])
        expect(body).to.have.all.keys('conversationId', 'token', 'expires_in', 'streamUrl');
      expect(first.body.streamUrl).to.match(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//);
      const opened = running.fake.arrivals.filter(({ conversation }) => conversation === first.body.conversationId);
      expect(opened.map(({ payload, shown }) => ({ payload, shown }))).to.deep.equal([
        { payload: { type: 'conversationUpdate', membersAdded: [{ id: 'dl_u' }], locale: 'zh-CN' }, shown: false },
      ]);
    });

    it('greets after a fault between opening and the first arrival', async () => {
      const { token, conversationId } = (await generate(running)).body;
      running.fake.failAfterOpening = new Error('killed here');
      isError(await startWith(running, token), 500);
      running.fake.failAfterOpening = undefined;
      running.errors.length = 0;
      const opened = () => running.fake.arrivals.filter(({ conversation }) => conversation === conversationId);
      expect(opened()).to.have.length(0);
      for (let i = 0; i < 3; i += 1) expect((await startWith(running, token)).status).to.equal(200);
      expect(opened()).to.have.length(1);
    });

    it('reconnects without reading the transcript', async () => {
      const talk = await begin(running);
      for (let i = 0; i < 200; i += 1) running.fake.write(talk.id, 'bot', { type: 'message', text: String(i) });
      const before = running.fake.linesRead;
      const { body } = await ask(talk.path, { headers: talk.headers });
      expect(new URL(body.streamUrl).searchParams.get('watermark')).to.equal('200');
      expect(running.fake.linesRead).to.equal(before);
    });

    it('starts once when two tabs start at the same moment', async () => {
      const { token } = (await generate(running)).body;
      const both = await Promise.all([startWith(running, token), startWith(running, token)]);
      expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 201]);
    });

    it('needs no body to start', async () => {
      const { token } = (await generate(running)).body;
      const started = await ask(`${base}/conversations`, { method: 'POST', headers: bearer(token) });
      expect(started.status).to.equal(201);
    });

    it('reconnects with a new stream and a new token', async () => {
      const talk = await begin(running);
      const { status, body } = await ask(`${talk.path}?watermark=`, { headers: talk.headers });
      expect(status).to.equal(200);
      expect(body).to.include({ conversationId: talk.id, expires_in: 1800 });
      expect(body.token).to.be.a('string');
      expect(new URL(body.streamUrl).protocol).to.equal('ws:');
      isError(await ask(`${talk.path}?watermark=abc`, { headers: talk.headers }), 400);
    });

    it('builds stream addresses from the public URL, or from a trusted proxy only', async () => {
      const streamOf = async (config: object, headers: Record<string, string> = {}) => {
        const other = await serve({ config });
        const { token } = (await generate(other)).body;
        const { body } = await postJson(
          `${other.url}/v3/directline/conversations`,
          {},
          { ...bearer(token), ...headers },
        );
        await other.stop();
        return new URL(body.streamUrl).origin;
      };
      const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example, chat.example.com' };
      expect(await streamOf({ publicUrl: 'https://chat.example.com/' })).to.equal('wss://chat.example.com');
      expect(await streamOf({ trustProxy: true }, proxied)).to.equal('wss://chat.example.com');
      expect(await streamOf({ trustProxy: false }, proxied)).to.match(/^ws:\/\/127/);
    });
  });

  describe('activities', () => {
    it('keeps what a client says, forces who says it, and answers with its id', async () => {
      const talk = await begin(running);
      const posted = await talk.say('你好', {
        from: { id: 'someone-else', name: '理赔员 王工', role: 'bot' },
        id: 'mine',
        locale: 'zh-CN',
        timestamp: '1999-01-01T00:00:00Z',
        conversation: { id: 'other' },
        recipient: { id: 'x' },
        replyToId: 'y',
        serviceUrl: 'http://169.254.169.254/',
        channelId: 'wechat',
        textFormat: 'markdown',
        suggestedActions: { actions: [] },
        channelData: { clientActivityID: 'c1', attachmentSizes: [] },
        attachments: [{ contentType: 'image/png', contentUrl: 'http://169.254.169.254/latest' }],
      });
      expect(posted.status).to.equal(200);
      expect(posted.body).to.deep.equal({ id: `${talk.id}|0000001` });
      const { activities, watermark } = (await talk.list()).body;
      const [mine, answer] = activities;
      const { user } = claimsOf(talk.token);
      expect(mine).to.deep.equal({
        type: 'message',
        text: '你好',
        textFormat: 'plain',
        locale: 'zh-CN',
        from: { id: user, role: 'user' },
        channelData: { clientActivityID: 'c1', attachmentSizes: [] },
        id: `${talk.id}|0000001`,
        timestamp: mine?.timestamp,
        channelId: 'directline',
        conversation: { id: talk.id },
      });
      expect(answer?.text).to.equal('echo: 你好');
      expect(String(answer?.timestamp) > String(mine?.timestamp)).to.equal(true);
      expect(watermark).to.equal('2');
    });

    it('answers long before the bot does, and shows the message at once', async () => {
      const talk = await begin(running);
      running.fake.hold();
      expect((await talk.say('slow')).status).to.equal(200);
      expect((await talk.list()).body).to.deep.include({ watermark: '1' });
      running.fake.release();
      await talk.say('next');
      expect((await talk.list('1')).body.activities.map((a) => a.text)).to.include('echo: slow');
    });

    it('takes the same message once: by clientActivityID, else by its own id', async () => {
      const talk = await begin(running);
      const marked = { channelData: { clientActivityID: 'same' } };
      const twice = [await talk.say('a', marked), await talk.say('a', marked)];
      expect(twice[0]?.body).to.deep.equal(twice[1]?.body);
      const byId = [await talk.say('b', { id: 'b1' }), await talk.say('b', { id: 'b1' })];
      expect(byId[0]?.body).to.deep.equal(byId[1]?.body);
      await talk.say('c');
      await talk.say('c');
      const mine = running.fake.arrivals.filter((a) => a.conversation === talk.id && a.shown);
      expect(mine.map(({ payload }) => payload.text)).to.deep.equal(['a', 'b', 'c', 'c']);
      expect(mine.map(({ key }) => key.slice(0, 2))).to.deep.equal(['c:', 'i:', 'r:', 'r:']);
    });

    it('pages until there is no more, with a watermark that is never empty', async () => {
      const talk = await begin(running);
      expect((await talk.list()).body).to.deep.equal({ activities: [], watermark: '0' });
      for (let i = 1; i <= 230; i += 1) running.fake.write(talk.id, 'bot', { type: 'message', text: String(i) });
      const texts: string[] = [];
      let watermark = '';
      for (let page = await talk.list(watermark); page.body.activities.length > 0; page = await talk.list(watermark)) {
        texts.push(...page.body.activities.map((a) => a.text ?? ''));
        ({ watermark } = page.body);
      }
      expect(texts).to.deep.equal(Array.from({ length: 230 }, (_, i) => String(i + 1)));
      expect((await talk.list('230')).body).to.deep.equal({ activities: [], watermark: '230' });
      for (const bad of ['-1', 'x', '1e3', '%00', '9'.repeat(20)]) isError(await talk.list(bad), 400, 'BadArgument');
    });

    it('pages by size too', async () => {
      const talk = await begin(running);
      const text = '长'.repeat(10_000);
      for (let i = 0; i < 100; i += 1) running.fake.write(talk.id, 'bot', { type: 'message', text });
      running.fake.write(talk.id, 'bot', { type: 'message', text: '长'.repeat(300_000) });
      running.fake.write(talk.id, 'bot', { type: 'message', text: 'end' });
      const before = running.fake.linesRead;
      const sizes: number[] = [];
      let [watermark, last] = ['', ''];
      for (let page = await talk.list(watermark); page.body.activities.length > 0; page = await talk.list(watermark)) {
        sizes.push(page.body.activities.length);
        ({ watermark } = page.body);
        last = page.body.activities.at(-1)?.text ?? '';
      }
      expect(sizes.slice(0, 3)).to.deep.equal([8, 8, 8]);
      expect(sizes.slice(-2)).to.deep.equal([1, 1]);
      expect([last, watermark]).to.deep.equal(['end', '102']);
      // At most one batch is read for a page of eight.
      expect(running.fake.linesRead - before).to.be.at.most(sizes.length * 20);
    });

    it('never shows what clients are not meant to see, and moves on behind it', async () => {
      const talk = await begin(running);
      running.fake.write(talk.id, 'bot', { type: 'conversationUpdate' });
      running.fake.write(talk.id, 'bot', { type: 'trace' });
      expect((await talk.list()).body).to.deep.equal({ activities: [], watermark: '2' });
    });

    it('hands events over without showing them, and forgets typing and the like', async () => {
      const talk = await begin(running);
      const event = await talk.post({ type: 'event', name: 'setLanguage', value: 'en' });
      expect(event.status).to.equal(200);
      for (const type of ['typing', 'conversationUpdate', 'endOfConversation', 'messageReaction', 'whatever']) {
        const { status, body } = await talk.post({ type });
        expect([status, typeof body.id]).to.deep.equal([200, 'string']);
      }
      expect((await talk.list()).body.activities).to.deep.equal([]);
      const handed = running.fake.arrivals.filter(({ conversation }) => conversation === talk.id).slice(1);
      expect(handed.map(({ payload, shown }) => [payload.type, payload.value, shown])).to.deep.equal([
        ['event', 'en', false],
      ]);
    });

    it('keeps a shared place and refuses an impossible one', async () => {
      const talk = await begin(running);
      const place = { type: 'GeoCoordinates', latitude: 28.2, longitude: 112.9 };
      expect((await talk.say('', { entities: [place] })).status).to.equal(200);
      expect((await talk.list()).body.activities[0]?.entities).to.deep.equal([place]);
      isError(await talk.say('', { entities: [{ ...place, latitude: 91 }] }), 400, 'BadArgument');
    });

    it('429 when too many wait, 404 when the conversation is gone', async () => {
      const talk = await begin(running);
      const held = running.fake.conversations.get(talk.id);
      if (held) held.row = { ...held.row, arrivals: 51, handled: 1 };
      const full = await talk.say('one more');
      isError(full, 429, 'TooManyRequests');
      expect(Number(full.headers.get('retry-after'))).to.be.above(0);
      running.fake.conversations.delete(talk.id);
      isError(await talk.say('gone'), 404, 'NotFound');
    });
  });

  it('has a session id, as sign-in cards would ask for', async () => {
    const talk = await begin(running);
    const { status, body } = await ask(`${base}/session/getsessionid`, { headers: talk.headers });
    expect([status, typeof body.sessionId]).to.deep.equal([200, 'string']);
  });

  it('answers 404 and 405 in the same shape', async () => {
    isError(await ask(`${base}/nothing`), 404);
    isError(await ask(`${running.url}/%zz`), 404);
    isError(await ask(`${running.url}//`), 404);
    isError(await ask(`${running.url}/`), 404);
    isError(await ask(`${base}/conversations`), 405);
    isError(await ask(`${base}/conversations/x/activities`, { method: 'DELETE' }), 405);
    const talk = await begin(running);
    isError(await ask(`${talk.path}/stream`), 426);
  });

  it('may be called from any site, without cookies, with exactly the headers its client sends', async () => {
    const origin = { origin: 'https://insurer.example' };
    const preflight = await ask(`${base}/conversations/x/activities`, { method: 'OPTIONS', headers: origin });
    expect(preflight.status).to.equal(204);
    const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ').sort();
    expect(allowed).to.deep.equal(['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']);
    for (const { headers } of [preflight, await ask(`${base}/conversations/x`, { headers: origin })]) {
      expect(headers.get('access-control-allow-origin')).to.equal('*');
      expect(headers.get('access-control-allow-credentials')).to.equal(null);
    }
    const page = await ask(`${running.url}/api/chat/token`, { method: 'OPTIONS', headers: origin });
    expect(page.headers.get('access-control-allow-origin')).to.equal(null);
  });
});
