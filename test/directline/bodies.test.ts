import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { pacer } from '../../channels/web/body.ts';
import { ask, begin, type Talk } from './client.ts';
import { Raw } from './raw.ts';
import { type Running, serve } from './server.ts';

describe('directline: bodies', () => {
  let running: Running;
  let talk: Talk;
  before(async () => {
    running = await serve();
  });
  beforeEach(async () => {
    talk = await begin(running);
  });
  after(() => running.stop());

  const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    ask(`${talk.path}/activities`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...talk.headers, ...headers },
    });
  const message = (text: string) => JSON.stringify({ type: 'message', text });
  const lastText = () => running.fake.arrivals.at(-1)?.payload.text;

  it('takes 4,000 characters of any kind and refuses 4,001 with a word about the limit', async () => {
    for (const one of ['一', '1', '(', '​', '👨‍👩‍👧‍👦'.slice(0, 2), '‮', 'x']) {
      expect((await send(message(one.repeat(4000)))).status).to.equal(200);
      expect([...String(lastText())]).to.have.length(4000);
      const refused = await send(message(one.repeat(4001)));
      expect([refused.status, refused.body.error.code]).to.deep.equal([400, 'BadArgument']);
      expect(refused.body.error.message).to.include('4000');
    }
    expect((await send(message('长'.repeat(5000)))).status).to.equal(400);
  });

  it('refuses what is no JSON object: 400', async () => {
    const deep = (n: number) => `{"type":"message","text":"x","value":${'['.repeat(n)}${']'.repeat(n)}}`;
    const bad = ['{', '', 'null', '[]', '5', '"x"', '{"type":NaN}', "{'a':1}", '{"a":1}}', deep(32), deep(50_000)];
    for (const body of bad) {
      const { status, body: answer } = await send(body);
      expect(status, body.slice(0, 40)).to.equal(400);
      expect(answer.error.code).to.be.oneOf(['BadArgument', 'MissingProperty']);
    }
    expect((await send(deep(31))).status).to.equal(200);
    expect((await send(new Uint8Array([0x7b, 0xff, 0x7d]))).status).to.equal(400);
  });

  it('drops what could reach a prototype, and repairs broken characters', async () => {
    const body = `{"type":"message","text":"a\\u0000b\\ud800c","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
      "value":{"__proto__":{"polluted":1},"big":1e309,"keep":1}}`;
    expect((await send(body)).status).to.equal(200);
    const payload = running.fake.arrivals.at(-1)?.payload;
    expect(payload?.text).to.equal('ab\ufffdc');
    expect(payload?.value).to.deep.equal({ keep: 1 });
    expect(Object.hasOwn({}, 'polluted') || 'polluted' in {}).to.equal(false);
  });

  it('keeps of channelData and entities only what somebody reads', async () => {
    const long = 'x'.repeat(200_000);
    const channelData = {
      clientActivityID: 'mark',
      attachmentSizes: [1, 2],
      change: 'person.2.state',
      flow: 'report',
      files: [{ id: 'forged' }],
      'webchat:send-status': long,
    };
    const entities = [
      { type: 'GeoCoordinates', latitude: 28.2, longitude: 112.9, name: long, elevation: 1e9 },
      { type: 'ClientInfo', blob: long },
    ];
    const keep = async (one: object) => {
      expect((await send(JSON.stringify({ type: 'message', text: 'x', ...one }))).status).to.equal(200);
      return running.fake.arrivals.at(-1)?.payload;
    };
    const { files: _, 'webchat:send-status': __, ...kept } = channelData;
    const payload = await keep({ channelData: { ...channelData, 'webchat:send-status': 'sending' } });
    expect(payload?.channelData).to.deep.equal(kept);
    expect((await keep({ channelData: { x: long } }))?.channelData).to.deep.equal({});
    for (const bad of ['a b', '<b>', 'x'.repeat(101), '', 5, { a: 1 }, null])
      expect((await keep({ channelData: { change: bad, flow: bad } }))?.channelData).to.deep.equal({});
    expect((await keep({ entities: [entities[0]] }))?.entities).to.deep.equal([
      { type: 'GeoCoordinates', latitude: 28.2, longitude: 112.9 },
    ]);
    expect((await keep({ entities: [entities[1]] }))?.entities).to.deep.equal([{ type: 'ClientInfo' }]);
  });

  it('stores 16 KB beside a text at most: 413', async () => {
    const withValue = (size: number) =>
      send(JSON.stringify({ type: 'message', text: '长'.repeat(4000), value: 'v'.repeat(size) }));
    expect((await withValue(16_000)).status).to.equal(200);
    const refused = await withValue(16_400);
    expect([refused.status, refused.body.error.code]).to.deep.equal([413, 'MessageSizeTooBig']);
    const event = await send(JSON.stringify({ type: 'event', name: 'x', value: { deep: ['v'.repeat(200_000)] } }));
    expect(event.status).to.equal(413);
  });

  it('is strict with who sends much at once and then nearly nothing', () => {
    const pace = { windowMs: 1000, bytesPerSecond: 100, maxMs: 5000 };
    const tooSlow = pacer(pace, 0);
    expect([tooSlow(900, 0), tooSlow(1000, 1_000_000), tooSlow(1999, 1_000_000)]).to.deep.equal([false, false, false]);
    expect(tooSlow(2000, 1_000_099)).to.equal(true);
    const steady = pacer(pace, 0);
    for (let second = 1; second <= 5; second += 1) expect(steady(second * 1000, second * 100)).to.equal(false);
    expect(steady(5001, 10_000)).to.equal(true);
  });

  it('tolerates a byte order mark and duplicate keys', async () => {
    expect((await send(`\ufeff${message('bom')}`)).status).to.equal(200);
    expect((await send('{"type":"message","text":"a","text":"b"}')).status).to.equal(200);
    expect(lastText()).to.equal('b');
  });

  it('refuses other content types and compressed bodies: 415', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/json; charset=gbk', 'x', 'application/jsonp'])
      expect((await send(message('x'), { 'content-type': type })).status, type).to.equal(415);
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    expect((await send(new Uint8Array(bomb), { 'content-encoding': 'gzip' })).status).to.equal(415);
    expect((await send(message('x'), { 'content-type': 'application/json; charset=UTF-8' })).status).to.equal(200);
  });

  it('refuses large ones: 413, announced or not, and stays reachable', async () => {
    expect((await send(message('x'.repeat(300_000)))).status).to.equal(413);
    expect((await send(message('x'.repeat(20_000_000)))).status).to.equal(413);
    const endless = new Raw(running.port).head('POST', `/v3/directline/conversations/${talk.id}/activities`, {
      Authorization: `Bearer ${talk.token}`,
      'Content-Type': 'application/json',
      'Transfer-Encoding': 'chunked',
    });
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    for (let i = 0; i < 6; i += 1) endless.write(chunk);
    expect(await endless.status()).to.equal(413);
    endless.end();
    expect((await send(message('x'))).status).to.equal(200);
  });

  it('gives up on a body that does not arrive: 408', async () => {
    const slow = new Raw(running.port).head('POST', `/v3/directline/conversations/${talk.id}/activities`, {
      Authorization: `Bearer ${talk.token}`,
      'Content-Type': 'application/json',
      'Content-Length': '1000',
    });
    slow.write('{');
    expect(await slow.status()).to.equal(408);
    slow.end();
  });

  it('does not mind a client that goes away', async () => {
    const gone = new Raw(running.port).head('POST', `/v3/directline/conversations/${talk.id}/activities`, {
      Authorization: `Bearer ${talk.token}`,
      'Content-Type': 'application/json',
      'Content-Length': '1000',
    });
    gone.write('{');
    await new Promise((resolve) => setImmediate(resolve));
    gone.end();
    expect((await send(message('x'))).status).to.equal(200);
    expect(running.errors).to.deep.equal([]);
  });

  it('answers any activity with 200 or 4xx, never 5xx', async () => {
    const field = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.jsonValue(),
      fc.constant({ id: 5 }),
      fc.boolean(),
    );
    const names = [
      'text',
      'from',
      'conversation',
      'attachments',
      'entities',
      'channelData',
      'value',
      'name',
      'locale',
      'id',
    ];
    const type = fc.oneof(fc.constantFrom('message', 'event', 'typing'), field);
    const activity = fc.record(
      { type, ...Object.fromEntries(names.map((name) => [name, field])) },
      { requiredKeys: [] },
    );
    const more = [
      { conversation: null },
      { text: 5 },
      { attachments: Array(1000).fill({}) },
      { from: 'x' },
      { id: {} },
    ];
    for (const one of [...more, ...more.map((fields) => ({ type: 'message', text: 'x', ...fields }))])
      expect((await send(JSON.stringify(one))).status).to.be.oneOf([200, 400, 429]);
    await fc.assert(
      fc.asyncProperty(activity, async (one) => {
        const { status } = await send(JSON.stringify(one));
        // The buckets of this conversation are not what is tried here.
        if (status === 429) talk = await begin(running);
        return status === 200 || (status >= 400 && status < 500);
      }),
      { numRuns: 400 },
    );
    expect(running.errors).to.deep.equal([]);
  });
});
