/** S2, S3, S4, S5 on /api/messages: when it is there, what shape an activity has, and where we are ready to send to. */
import { request } from 'node:http';
import { expect } from 'chai';
import fc from 'fast-check';
import { hostsOf } from '../../channels/web/hosts.ts';
import { readConfig } from '../../config.ts';
import { start } from '../../index.ts';
import { newDir } from '../faults/world.ts';
import { APP, claims, openIssuer, sign } from './issuer.ts';
import { Caller, type Given, openRig, type Rig } from './rig.ts';
import { eventually, openStub, type Stub } from './stub.ts';

const key = Buffer.alloc(32, 1).toString('base64');
const production = {
  ...{ NODE_ENV: 'production', LIPEI_KEY: key, INSURER_NAME: '某某财险', INSURER_HOTLINE: '95500' },
  PUBLIC_URL: 'https://claims.example.com',
};
const azure = { MicrosoftAppId: '3f1c9a52-6b1e-4c0d-9a44-0d2f0c7e5a11', MicrosoftAppPassword: 'secret' };

describe('/api/messages: its settings', () => {
  it('is not served without an application id', async () => {
    expect(readConfig({}).connector).to.equal(undefined);
    expect(readConfig({ ALLOW_ANONYMOUS_CONNECTOR: '0' }).connector).to.equal(undefined);
    const app = await start(readConfig({ PORT: '0', DATA_DIR: newDir(), LOG_LEVEL: 'silent' }));
    const answer = await fetch(`${app.url}/api/messages`, { method: 'POST', body: '{}' });
    expect(answer.status).to.equal(404);
    await app.stop();
  });

  it('is open without one on this machine only, never in production, never beside one', () => {
    const open = { ALLOW_ANONYMOUS_CONNECTOR: '1' };
    for (const HOST of ['127.0.0.1', '127.8.8.8', 'localhost', '::1', undefined])
      expect(readConfig({ ...open, HOST }).connector, HOST).to.deep.include({ appId: '' });
    for (const HOST of ['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.example.com'])
      expect(() => readConfig({ ...open, HOST }), HOST).to.throw('ALLOW_ANONYMOUS_CONNECTOR lets anyone speak');
    expect(() => readConfig({ ...production, ...open })).to.throw('remove it when NODE_ENV is production');
    expect(() => readConfig({ ...azure, ...open })).to.throw('remove one of the two');
  });

  it('names what is missing beside an application id', () => {
    expect(readConfig({ ...production, ...azure }).connector).to.deep.include({
      appId: azure.MicrosoftAppId,
      cloud: 'public',
    });
    expect(() => readConfig({ MicrosoftAppId: azure.MicrosoftAppId })).to.throw('MicrosoftAppPassword is missing');
    expect(() => readConfig({ ...azure, MicrosoftAppType: 'SingleTenant' })).to.throw(
      'MicrosoftAppTenantId is missing',
    );
    expect(() => readConfig({ ...azure, BOT_CLOUD: 'china' })).to.throw('MicrosoftAppTenantId is missing');
    const managed = {
      MicrosoftAppId: azure.MicrosoftAppId,
      MicrosoftAppType: 'UserAssignedMsi',
      MicrosoftAppTenantId: 't',
    };
    expect(readConfig(managed).connector?.type).to.equal('UserAssignedMsi');
  });

  it('takes hosts and origins, plain HTTP on this machine only', () => {
    const hosts = '*.example.com,chat.example.org,https://a.example.net:8443,http://127.0.0.1:5000';
    expect(readConfig({ ...azure, BOT_SERVICE_HOSTS: hosts }).connector?.serviceHosts).to.have.length(4);
    for (const bad of ['*', '*.com:80', 'http://example.com', 'com', 'a.b, c.d', 'https://a.b/path', 'https://x@a.b'])
      expect(() => readConfig({ ...azure, BOT_SERVICE_HOSTS: bad }), bad).to.throw('BOT_SERVICE_HOSTS is not usable');
  });
});

describe('/api/messages: the door', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await openRig();
  });
  afterEach(() => rig.stop());

  const status = async (over: Given): Promise<number> => (await new Caller(rig).say('我要报案', over)).status;

  it('refuses the ids of channels that come in another way', async () => {
    for (const channelId of ['directline', 'DirectLine', 'wechat', 'wecom', 'botframework', 'AseChannel'])
      expect(await status({ channelId }), channelId).to.equal(403);
    for (const channelId of ['', 'a b', 'x'.repeat(51), 'a/b', 7, null])
      expect(await status({ channelId })).to.equal(400);
    expect(rig.stub.attempts).to.deep.equal([]);
  });

  it('refuses odd ids, wherever they stand', async () => {
    const odd = [
      '',
      ' ',
      'a b',
      'a\u0001b',
      'a\r\nb',
      'x'.repeat(301),
      '\u202Egpj',
      '\ud800',
      7,
      null,
      {},
      ['a'],
      true,
    ];
    for (const id of odd) {
      const what = JSON.stringify(id);
      expect(await status({ id }), what).to.equal(400);
      expect(await status({ conversation: { id } }), what).to.equal(400);
      expect(await status({ from: { id } }), what).to.equal(400);
      expect(await status({ recipient: { id } }), what).to.equal(400);
    }
    for (const missing of ['id', 'conversation', 'from', 'recipient', 'serviceUrl', 'type'])
      expect(await status({ [missing]: undefined }), missing).to.equal(400);
    for (const id of ['19:a.b@thread.tacv2;messageid=17', '29:1-äö_x', 'a/../b?c#d|e', '中文', 'x'.repeat(300)])
      expect(await status({ id, conversation: { id }, from: { id } }), id).to.equal(200);
    await rig.stub.until(5);
    const paths = rig.stub.attempts.map(({ path }) => decodeURIComponent(path.split('/')[3] ?? ''));
    expect(paths).to.include.members(['a/../b?c#d|e', '中文']);
    expect(rig.errors).to.deep.equal([]);
  });

  it('answers bodies that are none with 4xx and the same form', async () => {
    const bodies: readonly (readonly [string, string, number])[] = [
      ['', 'application/json', 400],
      ['{}', 'application/json', 400],
      ['[]', 'application/json', 400],
      ['null', 'application/json', 400],
      ['{"type":', 'application/json', 400],
      ['['.repeat(50_000), 'application/json', 400],
      ['{"a":'.repeat(50_000), 'application/json', 400],
      ['{"type":NaN}', 'application/json', 400],
      ['{}', 'text/plain', 415],
      ['{}', 'application/xml', 415],
      [JSON.stringify({ text: 'x'.repeat(300_000) }), 'application/json', 413],
      ['{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}', 'application/json', 400],
    ];
    for (const [body, type, expected] of bodies) {
      const headers = { 'content-type': type };
      const answer = await fetch(`${rig.url}/api/messages`, { method: 'POST', headers, body });
      expect(answer.status, body.slice(0, 40)).to.equal(expected);
      expect(await answer.json()).to.have.nested.property('error.message');
    }
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
    expect((await fetch(`${rig.url}/api/messages`)).status).to.equal(405);
    expect(rig.errors).to.deep.equal([]);
  });

  it('never answers 500, whatever the fields are', async function () {
    this.timeout(60_000);
    const fields = [
      'type',
      'id',
      'channelId',
      'serviceUrl',
      'conversation',
      'from',
      'recipient',
      'text',
      'value',
      'name',
    ];
    const more = [
      'membersAdded',
      'attachments',
      'entities',
      'locale',
      'deliveryMode',
      'channelData',
      'suggestedActions',
    ];
    const types = fc.constantFrom('message', 'conversationUpdate', 'event', 'invoke', 'typing', 'messageReaction');
    const odd = fc.dictionary(fc.constantFrom(...fields, ...more), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(types, odd, async (type, over) => {
        const answer = await new Caller(rig).post({ type, text: '你好', ...over, deliveryMode: 'normal' });
        statuses.add(answer.status);
      }),
      { numRuns: 400 },
    );
    expect([...statuses].filter((one) => ![200, 400, 403, 501].includes(one))).to.deep.equal([]);
    expect(rig.errors).to.deep.equal([]);
  });

  it('keeps a group out of one person’s affairs, and takes note of everything else in silence', async () => {
    for (const conversation of [{ isGroup: true }, { conversationType: 'channel' }, { conversationType: 'groupChat' }])
      expect(await status({ conversation: { id: 'a-group', ...conversation } })).to.equal(200);
    const quiet = [
      'typing',
      'messageReaction',
      'messageUpdate',
      'messageDelete',
      'endOfConversation',
      'handoff',
      'trace',
    ];
    for (const type of [...quiet, 'installationUpdate', 'contactRelationUpdate', 'event', 'whatever'])
      expect(await status({ type, name: 'timer' }), type).to.equal(200);
    expect(await status({ type: 'conversationUpdate', membersRemoved: [{ id: 'x' }] })).to.equal(200);
    expect(await status({ type: 'invoke', name: 'signin/verifyState' })).to.equal(501);
    expect(await status({ text: '' })).to.equal(200);
    await rig.runner.idle();
    expect(rig.stub.attempts).to.deep.equal([]);
  });

  it('limits what one conversation and one person may say', async () => {
    const caller = new Caller(rig);
    const answers = await Promise.all(Array.from({ length: 40 }, () => caller.say('你好')));
    const over = answers.filter((answer) => answer.status === 429);
    expect(over.length).to.be.within(5, 10);
    expect(Number(over[0]?.headers.get('retry-after'))).to.be.within(1, 60);
    expect((await new Caller(rig, { user: 'another' }).say('你好')).status).to.equal(200);
  });

  it('without tokens listens to programs on this machine only: no page of a browser, no name that points here', async () => {
    const caller = new Caller(rig);
    for (const origin of ['https://evil.example', 'null', rig.url])
      expect((await caller.post({ type: 'message', text: 'x' }, { origin })).status, origin).to.equal(403);
    expect(await withHost('rebound.example.com')).to.equal(403);
    expect(await withHost('localhost:3978')).to.equal(400);
    const cross = await fetch(`${rig.url}/api/messages`, { method: 'OPTIONS' });
    expect(cross.headers.get('access-control-allow-origin')).to.equal(null);
  });

  /** A request with a Host header of its own. */
  function withHost(host: string): Promise<number> {
    return new Promise((done, failed) => {
      const sent = request(`${rig.url}/api/messages`, { method: 'POST', headers: { host } }, (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      });
      sent.on('error', failed).end();
    });
  }
});

describe('/api/messages: where answers go (S3)', () => {
  let rig: Rig;
  let elsewhere: Stub;
  before(async () => {
    elsewhere = await openStub('127.0.0.2');
  });
  after(() => elsewhere.stop());
  afterEach(() => rig.stop());

  const port = () => new URL(elsewhere.url).port;
  const addresses = (): readonly string[] => [
    elsewhere.url,
    `http://2130706434:${port()}/`,
    `http://0x7f000002:${port()}/`,
    `http://127.2:${port()}/`,
    `http://0177.0.0.2:${port()}/`,
    `http://[::ffff:127.0.0.2]:${port()}/`,
    `http://0.0.0.0:${port()}/`,
    `http://[::1]:${port()}/`,
    `http://localhost:${port()}/`,
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:word@smba.trafficmanager.net/',
    'https://botframework.com.evil.example/',
    'https://evilbotframework.com/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:70/',
    'javascript:alert(1)',
    '//smba.trafficmanager.net/',
    'not an address',
    '',
  ];

  it('is a host of the list, in whatever way another one is written', async () => {
    rig = await openRig();
    const services = hostsOf(['*.botframework.com', 'smba.trafficmanager.net', rig.stub.url]);
    for (const address of addresses()) expect(services(address), address).to.equal(undefined);
    for (const good of ['https://smba.trafficmanager.net/apac/', 'https://webchat.botframework.com/', rig.stub.url])
      expect(services(good), good).not.to.equal(undefined);
    for (const good of ['https://SMBA.trafficmanager.net/apac/', 'https://europe.webchat.botframework.com'])
      expect(services(good), good).not.to.equal(undefined);
  });

  it('is asked of every activity; nothing is sent anywhere else, not even by a redirect', async () => {
    const issuer = await openIssuer();
    const stub = await openStub();
    const config = { appId: APP, password: 'secret', serviceHosts: [new URL(stub.url).origin] };
    const opened = await openRig({ cloud: issuer.cloud, config, stub, token: async () => 'ours' });
    rig = { ...opened, stop: () => Promise.all([opened.stop(), issuer.stop()]).then(stub.stop) };
    const token = (activity: Given) => sign(issuer.privateKey, claims(String(activity.serviceUrl)));
    for (const serviceUrl of addresses()) {
      const answer = await new Caller(rig, { token }).say('我要报案', { serviceUrl });
      expect(answer.status, serviceUrl).to.be.oneOf([400, 403]);
    }
    stub.answer = () => ({ status: 307, headers: { location: elsewhere.url } });
    expect((await new Caller(rig, { token }).say('我要报案')).status).to.equal(200);
    await rig.runner.idle();
    await eventually('a dead letter', async () => (await rig.store.tickets(5)).length > 0);
    expect((await rig.store.tickets(5)).map(({ kind, data }) => [kind, data.reason])).to.deep.equal([
      ['deadLetter', 'status 307'],
    ]);
    expect(elsewhere.attempts).to.deep.equal([]);
  });
});
