/** S1: who may speak on /api/messages, with an issuer of our own. */
import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { APP, claims, type Issuer, KID, openIssuer, seconds, sign, signWithPublicKey, unsigned } from './issuer.ts';
import { Caller, type Given, openRig, type Rig } from './rig.ts';
import { openStub } from './stub.ts';

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const refused = { error: { code: 'Unauthorized', message: 'Send "Authorization: Bearer <token>".' } };

/** What the SDK prints about forged tokens; kept out of the report of these tests. */
function quietly(): () => void {
  const { error } = console;
  console.error = () => {};
  return () => {
    console.error = error;
  };
}

describe('tokens of channels', () => {
  let issuer: Issuer;
  let rig: Rig;
  let loud: () => void;
  before(async () => {
    loud = quietly();
    issuer = await openIssuer();
  });
  beforeEach(async () => {
    issuer.down = false;
    issuer.asked.length = 0;
  });
  after(async () => {
    loud();
    await issuer.stop();
  });
  afterEach(() => rig.stop());

  async function open(cloud = issuer.cloud): Promise<void> {
    const stub = await openStub();
    const config = { appId: APP, password: 'secret', serviceHosts: [new URL(stub.url).origin] };
    const opened = await openRig({ cloud, config, stub, token: async () => 'ours' });
    rig = { ...opened, stop: () => opened.stop().then(stub.stop) };
  }

  const valid = (activity: Given) => sign(issuer.privateKey, claims(String(activity.serviceUrl)));

  async function expectNothing(caller: Caller, channelId = 'webchat'): Promise<void> {
    expect(await rig.store.conversation(caller.name(channelId))).to.equal(undefined);
    expect(rig.stub.attempts).to.deep.equal([]);
  }

  async function expectRefused(token: ((activity: Given) => string) | undefined, over: Given = {}): Promise<void> {
    const caller = new Caller(rig, token ? { token } : {});
    const answer = await caller.say('我要报案', over);
    expect(answer.status).to.equal(401);
    expect(await answer.json()).to.deep.equal(refused);
    await expectNothing(caller, String(over.channelId ?? 'webchat'));
    expect(rig.errors).to.deep.equal([]);
  }

  it('are taken when they are right, and answers carry our own', async () => {
    await open();
    const caller = new Caller(rig, { token: valid });
    expect((await caller.say('我要报案')).status).to.equal(200);
    await rig.stub.until(1);
    expect(await rig.store.conversation(caller.name())).to.include({ channel: 'botframework', handled: 1 });
    expect(rig.stub.attempts[0]?.headers.authorization).to.equal('Bearer ours');
    expect((await new Caller(rig, { token: valid, channelId: 'msteams' }).say('我要报案')).status).to.equal(200);
    expect(issuer.asked).to.deep.equal(['/openid', '/keys']);
  });

  const body = (over: Given) => (activity: Given) => sign(issuer.privateKey, claims(String(activity.serviceUrl), over));
  const head = (over: Given) => (activity: Given) => sign(issuer.privateKey, claims(String(activity.serviceUrl)), over);
  const own = (activity: Given) => claims(String(activity.serviceUrl));
  const tampered = (activity: Given): string => {
    const [first, , last] = valid(activity).split('.');
    const other = Buffer.from(JSON.stringify(claims(String(activity.serviceUrl), { sub: 'else' }))).toString(
      'base64url',
    );
    return `${first}.${other}.${last}`;
  };

  const forged: Readonly<Record<string, ((activity: Given) => string) | undefined>> = {
    'no token': undefined,
    'no token but a word': () => 'junk',
    'alg none': (activity) => unsigned(own(activity)),
    'alg none with a signature': (activity) => unsigned(own(activity), 'AAAA'),
    'HS256 with the public key as secret': (activity) => signWithPublicKey(issuer.publicKey, own(activity)),
    'the key of a stranger': (activity) => sign(stranger.privateKey, own(activity)),
    'claims changed after signing': tampered,
    'an unknown key id': head({ kid: 'key-of-nobody' }),
    'no key id': head({ kid: undefined }),
    'a key id that is no text': head({ kid: { a: 1 } }),
    'jku and x5u of the sender': (activity) =>
      sign(stranger.privateKey, own(activity), {
        jku: `${activity.serviceUrl}keys`,
        x5u: `${activity.serviceUrl}cert`,
      }),
    'a key in the head itself': (activity) =>
      sign(stranger.privateKey, own(activity), { jwk: stranger.publicKey.export({ format: 'jwk' }), kid: KID }),
    'the wrong issuer': body({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
    'the wrong audience': body({ aud: '00000000-0000-0000-0000-000000000000' }),
    'no audience': body({ aud: undefined }),
    'several audiences': body({ aud: [APP, 'another'] }),
    'expired 301 seconds ago': (activity) => body({ exp: seconds() - 301 })(activity),
    'valid in 310 seconds': (activity) => body({ nbf: seconds() + 310 })(activity),
    'no end': body({ exp: undefined }),
    'an end that is no number': body({ exp: 'never' }),
    'another serviceUrl': body({ serviceurl: 'https://smba.trafficmanager.net/apac/' }),
    'no serviceUrl': body({ serviceurl: undefined }),
    'the claims of another bot that would use us as its skill': body({
      ...{ aud: 'ffffffff-0000-0000-0000-000000000000', ver: '2.0', azp: APP, appid: APP },
      iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
    }),
    'the claims of an emulator that has our own id': body({
      ...{ ver: '1.0', appid: APP, iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' },
    }),
  };

  for (const [what, token] of Object.entries(forged)) {
    it(`are refused with 401 and the same words: ${what}`, async () => {
      await open();
      await expectRefused(token);
    });
  }

  it('are refused for a channel that the key does not vouch for, and for one that the SDK checks by other rules', async () => {
    await open();
    await expectRefused(valid, { channelId: 'telegram' });
    const answer = await new Caller(rig, { token: valid, channelId: 'AseChannel' }).say('我要报案');
    expect(answer.status).to.equal(403);
  });

  it('may be as far off as two clocks are: 290 seconds', async () => {
    await open();
    const clocks = [body({ exp: seconds() - 290 }), body({ nbf: seconds() + 290 })];
    for (const token of clocks) expect((await new Caller(rig, { token }).say('')).status).to.equal(200);
  });

  it('are asked for in the header Authorization as Bearer, in no other way', async () => {
    await open();
    const caller = new Caller(rig);
    const token = valid(caller.activity({}));
    for (const authorization of [
      token,
      `Basic ${token}`,
      `bearer ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token} x`,
      'Bearer',
    ])
      expect((await caller.post({ type: 'message', text: 'x' }, { authorization })).status, authorization).to.equal(
        401,
      );
    const long = { authorization: `Bearer ${token}${'A'.repeat(9000)}` };
    expect((await caller.post({ type: 'message', text: 'x' }, long)).status).to.equal(401);
    expect(issuer.asked).to.deep.equal([]);
  });

  it('cannot be checked while the keys are out of reach: 503 with fixed words, and taken when they are back', async () => {
    const other = await openIssuer();
    other.down = true;
    await open(other.cloud);
    const signed = (activity: Given) => sign(other.privateKey, claims(String(activity.serviceUrl)));
    const caller = new Caller(rig, { token: signed });
    const answer = await caller.say('我要报案');
    expect(answer.status).to.equal(503);
    expect(answer.headers.get('retry-after')).to.equal('5');
    expect(await answer.json()).to.deep.equal({
      error: { code: 'ServiceUnavailable', message: 'Try again in a moment.' },
    });
    expect(rig.errors).to.have.length(1);
    expect(rig.stub.attempts).to.deep.equal([]);
    other.down = false;
    expect((await caller.say('我要报案')).status).to.equal(200);
    await rig.stub.until(1);
    await other.stop();
  });
});
