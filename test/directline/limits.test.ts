import { expect } from 'chai';
import { createLimits, MAX_KEYS } from '../../channels/web/limits.ts';
import { clientAddress } from '../../channels/web/origin.ts';
import { ask, bearer, begin, formOf, generate, startWith, Talk } from './client.ts';
import { png } from './pictures.ts';
import { type Running, SECRET, serve } from './server.ts';

describe('directline: limits', () => {
  let running: Running;
  before(async () => {
    running = await serve();
  });
  after(() => running.stop());

  it('30 messages a minute in a conversation; its neighbours do not feel it', async () => {
    const [loud, quiet] = [await begin(running), await begin(running)];
    const statuses = await Promise.all(Array.from({ length: 45 }, (_, i) => loud.say(String(i))));
    expect(statuses.filter(({ status }) => status === 200)).to.have.length(30);
    const refused = statuses.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).to.equal('2');
    expect(refused?.headers.get('access-control-expose-headers')).to.equal('Retry-After');
    expect((await quiet.say('hello')).status).to.equal(200);
    expect((await loud.post({ type: 'typing' })).status).to.equal(200);
    running.fake.now += 2000;
    expect((await loud.say('again')).status).to.equal(200);
  });

  it('300 messages an hour of one person, in however many conversations', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 11; i += 1) {
      const { token } = (await generate(running, { user: { id: 'dl_busy' } })).body;
      const talk = new Talk(running, await startWith(running, token));
      const said = await Promise.all(Array.from({ length: 30 }, (_, n) => talk.say(String(n))));
      statuses.push(...said.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200)).to.have.length(300);
    expect(statuses.filter((status) => status === 429)).to.have.length(30);
  });

  it('refill with time and forget who is quiet', () => {
    let now = 0;
    const limits = createLimits(() => now);
    for (let i = 0; i < 30; i += 1) expect(limits.take('conversation', 'a')).to.equal(0);
    expect(limits.take('conversation', 'a')).to.equal(2);
    now += 1000;
    expect(limits.take('conversation', 'a')).to.equal(1);
    now += 60_000;
    for (let i = 0; i < 30; i += 1) expect(limits.take('conversation', 'a')).to.equal(0);
    for (let i = 0; i < 50_000; i += 1) {
      now += 3000;
      expect(limits.take('conversation', String(i))).to.equal(0);
    }
  });

  it('remember only so many keys, those used last', () => {
    const limits = createLimits(() => 0);
    for (let i = 0; i < 60; i += 1) limits.take('address', 'busy');
    for (let i = 0; i < MAX_KEYS * 3; i += 1) {
      limits.take('address', String(i));
      if (i % 1000 === 0) expect(limits.take('address', 'busy')).to.be.above(0);
    }
    expect(limits.size('address')).to.equal(MAX_KEYS);
  });

  const status = async (url: string, init: RequestInit) => (await ask(url, init)).status;
  const many = async (count: number, run: () => Promise<number>) => {
    const statuses: number[] = [];
    for (let i = 0; i < count; i += 1) statuses.push(await run());
    return statuses.filter((one) => one === 429).length;
  };

  it('starts, refreshes and reconnections of one address; the secret speaks for many', async () => {
    const one = await serve({ config: { trustProxy: true } });
    const talk = await begin(one);
    const from = (address: string, token = talk.token) => ({ ...bearer(token), 'x-forwarded-for': address });
    const base = `${one.url}/v3/directline`;
    const reconnect = (address: string, token?: string) => status(talk.path, { headers: from(address, token) });
    const refresh = (address: string) => status(`${base}/tokens/refresh`, { method: 'POST', headers: from(address) });
    const start = (address: string) => status(`${base}/conversations`, { method: 'POST', headers: from(address) });
    expect(await many(100, () => reconnect('1.1.1.1'))).to.equal(0);
    expect(await many(100, () => refresh('1.1.1.1'))).to.equal(0);
    expect(await many(105, () => start('1.1.1.1'))).to.equal(5);
    expect([await reconnect('1.1.1.1'), await refresh('1.1.1.1')]).to.deep.equal([429, 429]);
    expect(await reconnect('2.2.2.2')).to.equal(200);
    expect(await many(50, () => reconnect('1.1.1.1', SECRET))).to.equal(0);
    one.fake.now += 60_000;
    expect(await reconnect('1.1.1.1')).to.equal(200);
    await one.stop();
  });

  it('links to files that one address follows', async () => {
    const one = await serve({ config: { trustProxy: true } });
    const talk = await begin(one);
    await talk.upload(formOf([{ name: 'a.png', bytes: png() }]));
    const url = (await talk.list()).body.activities[0]?.attachments?.[0]?.contentUrl ?? '';
    const follow = (address: string) => status(url, { headers: { 'x-forwarded-for': address } });
    expect(await many(310, () => follow('1.1.1.1'))).to.equal(10);
    expect(await follow('2.2.2.2')).to.equal(200);
    await one.stop();
  });

  it('see one sender behind an IPv6 network, and believe only our own proxy', () => {
    const from = (remoteAddress: string, forwarded?: string, trustProxy = false) =>
      clientAddress({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as never, { trustProxy });
    expect(from('::ffff:10.0.0.1')).to.equal('10.0.0.1');
    expect(from('2001:db8:1:2:3:4:5:6')).to.equal('2001:db8:1:2');
    expect(from('2001:db8:1:2::9')).to.equal('2001:db8:1:2');
    expect(from('2001:db8::9')).to.equal('2001:db8:0:0');
    expect(from('10.0.0.1', '9.9.9.9')).to.equal('10.0.0.1');
    expect(from('10.0.0.1', '9.9.9.9, 8.8.8.8', true)).to.equal('8.8.8.8');
  });
});
