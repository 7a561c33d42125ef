import { expect } from 'chai';
import { createLimits } from '../../channels/directline/limits.ts';
import { clientAddress } from '../../channels/directline/origin.ts';
import { begin, generate, startWith, Talk } from './client.ts';
import { type Running, serve } from './server.ts';

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
