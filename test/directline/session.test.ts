import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { expect } from 'chai';
import { ask, claimsOf, postJson, Stream, startWith, Talk } from './client.ts';
import { type Running, serve } from './server.ts';

const DAY = 24 * 3_600_000;
const cookieOf = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? '';

describe("directline: the page's session", () => {
  let running: Running;
  before(async () => {
    running = await serve();
  });
  after(() => running.stop());

  const token = (headers: Record<string, string> = {}, body: unknown = {}) =>
    postJson(`${running.url}/api/chat/token`, body, headers);
  const forget = (headers: Record<string, string> = {}) =>
    ask(`${running.url}/api/chat/forget`, { method: 'POST', headers });

  it('begins a conversation for a new browser and remembers it', async () => {
    const { status, body, headers } = await token({}, { locale: 'en' });
    expect(status).to.equal(200);
    expect(body).to.have.all.keys('token', 'conversationId', 'userId', 'expires_in', 'resumed');
    expect(body).to.include({ expires_in: 1800, resumed: false });
    expect(body.userId).to.match(/^dl_[\w-]{22}$/);
    expect(claimsOf(body.token)).to.include({ conv: body.conversationId, user: body.userId });
    const opened = running.fake.arrivals.at(-1);
    expect(opened?.payload).to.deep.equal({
      type: 'conversationUpdate',
      membersAdded: [{ id: body.userId }],
      locale: 'en',
    });
    const set = headers.get('set-cookie') ?? '';
    expect(set).to.match(/^lipei_device=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=2592000$/);
    const secret = cookieOf(headers).split('=')[1] ?? '';
    expect([...running.fake.devices.keys()]).to.deep.equal([createHash('sha256').update(secret).digest('hex')]);
    expect(JSON.stringify([...running.fake.devices])).not.to.include(secret);
  });

  it('goes on with the same conversation tomorrow, with a new token', async () => {
    const first = await token();
    const cookie = cookieOf(first.headers);
    running.fake.now += DAY;
    const next = await token({ cookie: `other=1; ${cookie}; more=2` });
    expect(next.body).to.include({
      conversationId: first.body.conversationId,
      userId: first.body.userId,
      resumed: true,
    });
    expect(next.body.token).not.to.equal(first.body.token);
    expect(next.headers.get('set-cookie')).to.equal(null);
    const started = await startWith(running, next.body.token);
    expect(started.status).to.equal(200);
  });

  it('begins anew after 30 days, but not for who came back in between', async () => {
    const first = await token();
    const cookie = cookieOf(first.headers);
    running.fake.now += 20 * DAY;
    const second = await token({ cookie });
    expect(second.body.resumed).to.equal(true);
    const renewed = cookieOf(second.headers);
    expect(renewed).not.to.equal(cookie);
    running.fake.now += 10 * DAY;
    expect((await token({ cookie })).body.resumed).to.equal(false);
    const third = await token({ cookie: renewed });
    expect(third.body).to.include({ resumed: true, conversationId: first.body.conversationId });
    const erased = await token({ cookie: renewed });
    running.fake.conversations.delete(erased.body.conversationId);
    expect((await token({ cookie: renewed })).body.resumed).to.equal(false);
  });

  it('replaces an old cookie once, however often it is shown', async () => {
    const first = await token();
    const cookie = cookieOf(first.headers);
    running.fake.now += 20 * DAY;
    const devices = () =>
      [...running.fake.devices.values()].filter(({ conversation }) => conversation === first.body.conversationId);
    const again = [];
    for (let i = 0; i < 30; i += 1) again.push(await token({ cookie }));
    again.push(...(await Promise.all(Array.from({ length: 5 }, () => token({ cookie })))));
    const [renewed, ...others] = new Set(again.map(({ headers }) => cookieOf(headers)));
    expect(others).to.deep.equal([]);
    expect(renewed).to.not.equal(cookie);
    expect(devices()).to.have.length(2);
    expect(again.every(({ body }) => body.resumed)).to.equal(true);
    running.fake.now += 10 * 60_000 - 1;
    expect((await token({ cookie })).body.resumed).to.equal(true);
    running.fake.now += 1;
    expect((await token({ cookie })).body.resumed).to.equal(false);
    const later = await token({ cookie: String(renewed) });
    expect(later.body).to.include({ resumed: true, conversationId: first.body.conversationId });
    expect(later.headers.get('set-cookie')).to.equal(null);
    const talk = new Talk(running, await startWith(running, later.body.token));
    expect((await talk.list()).status).to.equal(200);
  });

  it('does not know invented cookies', async () => {
    for (const value of ['', 'x', 'x'.repeat(43), 'x'.repeat(5000), '%00'])
      expect((await token({ cookie: `lipei_device=${value}` })).body.resumed).to.equal(false);
  });

  it('forgets: the cookie, its tokens and its open streams are worth nothing at once', async () => {
    const first = await token();
    const cookie = cookieOf(first.headers);
    const talk = new Talk(running, await startWith(running, first.body.token));
    const stream = await new Stream(talk.streamUrl).opened();
    const closed = once(stream.ws, 'close');
    const { status, headers, text } = await forget({ cookie });
    expect([status, text]).to.deep.equal([204, '']);
    expect(headers.get('set-cookie')).to.match(/^lipei_device=; .*Max-Age=0$/);
    await closed;
    for (const answer of [await talk.list(), await talk.say('x'), await ask(talk.path, { headers: talk.headers })])
      expect([answer.status, answer.body.error.code]).to.deep.equal([403, 'TokenExpired']);
    expect((await token({ cookie })).body).to.include({ resumed: false });
    expect((await forget()).status).to.equal(204);
  });

  it('forgets in another process too: an open stream ends before it shows anything more', async () => {
    const first = await token();
    const talk = new Talk(running, await startWith(running, first.body.token));
    const stream = await new Stream(talk.streamUrl).opened();
    await talk.say('mine');
    await stream.until(2);
    const closed = once(stream.ws, 'close');
    await running.fake.store.revokeDevices(talk.id);
    running.fake.write(talk.id, 'bot', { type: 'message', text: 'not for this phone' });
    const [code] = await closed;
    expect(code).to.equal(1008);
    expect(stream.texts).to.deep.equal(['mine', 'echo: mine']);
  });

  it('is for our own page only', async () => {
    const { cookie } = { cookie: cookieOf((await token()).headers) };
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${running.url}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: running.url },
    ];
    for (const headers of foreign) {
      expect((await token({ cookie, ...headers })).status, JSON.stringify(headers)).to.equal(403);
      expect((await forget({ cookie, ...headers })).status).to.equal(403);
    }
    const own = await token({ cookie, origin: running.url, 'sec-fetch-site': 'same-origin' });
    expect(own.body.resumed).to.equal(true);
  });

  it('needs JSON, which no form of another site can send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { 'content-type': type };
      expect((await ask(`${running.url}/api/chat/token`, { method: 'POST', headers, body: '{}' })).status).to.equal(
        415,
      );
    }
    expect((await ask(`${running.url}/api/chat/token`, { method: 'POST' })).status).to.equal(415);
    expect((await token({}, [])).status).to.equal(400);
  });

  it('binds the cookie to host and HTTPS where there is HTTPS', async () => {
    const https = await serve({ config: { cookieSecure: true, publicUrl: 'https://chat.example.com' } });
    const { headers } = await postJson(`${https.url}/api/chat/token`, {}, { origin: 'https://chat.example.com' });
    expect(headers.get('set-cookie')).to.match(/^__Host-lipei_device=.*; Secure$/);
    const again = await postJson(`${https.url}/api/chat/token`, {}, { cookie: cookieOf(headers) });
    expect(again.body.resumed).to.equal(true);
    await https.stop();
  });

  it('gives new conversations to one address only so often, and always lets known ones in', async () => {
    const limited = await serve({ config: { trustProxy: true } });
    const from = (address: string, cookie = '') =>
      postJson(`${limited.url}/api/chat/token`, {}, { 'x-forwarded-for': `1.1.1.1, ${address}`, cookie });
    const first = await from('2.2.2.2');
    const statuses = [];
    for (let i = 0; i < 60; i += 1) statuses.push((await from('2.2.2.2')).status);
    expect(statuses.filter((status) => status === 200)).to.have.length(59);
    const refused = await from('2.2.2.2');
    expect([refused.status, refused.body.error.code]).to.deep.equal([429, 'TooManyRequests']);
    expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 15);
    expect((await from('3.3.3.3')).status).to.equal(200);
    expect((await from('2.2.2.2', cookieOf(first.headers))).body.resumed).to.equal(true);
    limited.fake.now += 15_000;
    expect((await from('2.2.2.2')).status).to.equal(200);
    // A known browser is not let in without end either.
    const known = [];
    for (let i = 0; i < 400; i += 1) known.push((await from('2.2.2.2', cookieOf(first.headers))).status);
    expect(known.filter((status) => status === 429).length).to.be.above(80);
    expect((await from('3.3.3.3')).status).to.equal(200);
    await limited.stop();
  });
});
