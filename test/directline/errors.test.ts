import { expect } from 'chai';
import { ask, begin, postJson, startWith } from './client.ts';
import { Raw } from './raw.ts';
import { type Running, SECRET, serve } from './server.ts';

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

describe('directline: errors', () => {
  let running: Running;
  before(async () => {
    running = await serve();
  });
  after(() => running.stop());

  const secret = "SELECT * FROM people WHERE phone = '13800138000' at db.internal:5432";
  class SqlError extends Error {
    readonly statusCode: number = 418;
  }
  const thrown = (): unknown[] => [
    new Error(secret),
    new TypeError(secret),
    new RangeError(secret),
    Object.assign(new Error(secret), { statusCode: 500 }),
    Object.assign(new Error(secret), { code: 'SQLITE_BUSY', sql: secret }),
    new AggregateError([new Error(secret)], secret),
    secret,
    { message: secret, toString: () => secret },
    5,
    null,
    Symbol(secret),
  ];

  it('of an unreadable Host or address are a 400, not the end of the process', async () => {
    for (const host of ["x; script-src 'unsafe-inline'", 'a b', '[', '%', 'x:99999999', '', '::', '\x80'])
      for (const path of ['/', '/v3/directline/conversations', '/api/chat/token', '/receipt/x', 'http://[', '*', 'x']) {
        const raw = new Raw(running.port).head('GET', path, { Host: host, Connection: 'close' });
        expect(await raw.status(), `${host} ${path}`).to.be.within(200, 499);
        raw.end();
      }
    expect(running.errors).to.deep.equal([]);
    expect((await begin(running)).id).to.be.a('string');
  });

  it('say nothing about what went wrong, only which incident it was', async () => {
    for (const err of thrown()) {
      const talk = await begin(running);
      running.fake.failWith = err;
      running.errors.length = 0;
      const { status, body, text } = await talk.say('x');
      if (err === null) continue;
      expect(status).to.equal(500);
      expect(body.error).to.have.all.keys('code', 'message');
      expect(body.error.code).to.equal('ServerError');
      expect(body.error.message).to.match(/^Something went wrong on our side, incident [\da-f]{12}$/);
      for (const word of ['SELECT', '13800138000', 'db.internal', 'Error:', 'at ']) expect(text).not.to.include(word);
      expect(running.errors).to.deep.equal([err]);
    }
  });

  it("do not pass on an error's own status", async () => {
    const talk = await begin(running);
    running.fake.failWith = new SqlError(secret);
    const { status, text } = await talk.say('x');
    expect(text).not.to.include('SELECT');
    expect(status).to.equal(500);
  });

  it("hide what other routes of the same server throw, and use restify's own way to refuse", async () => {
    const throwing = (err: unknown) => async () => {
      throw err;
    };
    running.server.get('/boom', throwing(new Error(secret)));
    running.server.get('/boom/odd', throwing(secret));
    running.server.get('/boom/refused', throwing(new SqlError(secret)));
    for (const [path, expected] of [
      ['/boom', 500],
      ['/boom/odd', 500],
      ['/boom/refused', 418],
    ] as const) {
      const { status, body, text } = await ask(`${running.url}${path}`);
      expect([status, Object.keys(body.error)]).to.deep.equal([expected, ['code', 'message']]);
      expect(text).not.to.include('SELECT');
    }
  });

  it('tell a sender to come back when the store is busy, and a poller that there is nothing new', async () => {
    const busy = Object.assign(new Error(secret), { name: 'StoreBusy' });
    const talk = await begin(running);
    running.fake.failWith = busy;
    const { status, headers, body } = await talk.say('x');
    expect([status, body.error.code, headers.get('retry-after')]).to.deep.equal([503, 'ServiceUnavailable', '2']);
    const { activities } = running.fake.store;
    running.fake.store.activities = () => Promise.reject(busy);
    const polled = await talk.list('7');
    running.fake.store.activities = activities;
    expect([polled.status, polled.body]).to.deep.equal([200, { activities: [], watermark: '7' }]);
  });

  it('are a plain 404 where a person was erased', async () => {
    const talk = await begin(running);
    running.fake.conversations.delete(talk.id);
    const { open } = running.fake.inbox;
    running.fake.inbox.open = () => Promise.reject(Object.assign(new Error(secret), { name: 'UnknownPerson' }));
    const again = await startWith(running, talk.token);
    running.fake.inbox.open = open;
    expect([again.status, again.body.error.code]).to.deep.equal([404, 'NotFound']);
  });

  it('and all other answers carry the security headers, and no name of a server', async () => {
    const talk = await begin(running);
    running.fake.failWith = new Error(secret);
    const answers = [
      await talk.say('x'),
      await talk.say('x'),
      await talk.list(),
      await ask(`${running.url}/nothing`),
      await ask(talk.path, { method: 'PUT' }),
      await ask(talk.path),
      await ask(talk.path, { method: 'OPTIONS' }),
      await ask(`${running.url}/files/x`),
      await postJson(`${running.url}/api/chat/token`, {}),
      await ask(`${running.url}/api/chat/forget`, { method: 'POST' }),
    ];
    for (const { headers } of answers) {
      for (const [name, value] of Object.entries(always)) expect(headers.get(name), name).to.equal(value);
      expect(headers.get('server')).to.equal(null);
      expect(headers.get('strict-transport-security')).to.equal(null);
    }
    const https = await serve({ config: { cookieSecure: true } });
    expect((await ask(`${https.url}/nothing`)).headers.get('strict-transport-security')).to.include('max-age=31536000');
    await https.stop();
  });

  it('do not come from odd request lines', async () => {
    running.errors.length = 0;
    for (const path of [
      '//',
      '/%',
      '/%c0%ae',
      '/files/%zz',
      '/page/%2e%2e/%2e%2e/x',
      '*',
      'http://a/b',
      '/?%',
      '/v3/directline/%00',
    ]) {
      const raw = new Raw(running.port).head('GET', path, { Authorization: `Bearer ${SECRET}` });
      expect(await raw.status(), path).to.be.within(400, 499);
      raw.end();
    }
    expect(running.errors).to.deep.equal([]);
  });
});
