/** Webhooks: what is new is told to who asked, signed, in order, once and again until it is taken. */
import { expect } from 'chai';
import { isSigned, newReceiver, type Receiver, say } from './receiver.ts';
import { type Caller, caller, entered, injured, insured, joined, newRig, type Rig, registration } from './rig.ts';

const DAY = 86_400_000;
interface Hook {
  readonly id: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly secret: string;
}
const as = <T>(said: { readonly body: unknown }): T => said.body as T;

describe('webhooks', function () {
  this.timeout(60_000);
  let rig: Rig;
  let call: Caller;
  let to: Receiver;
  let made = 0;
  before(async () => {
    rig = await newRig();
  });
  after(() => rig.stop());
  beforeEach(async () => {
    made += 1;
    rig.clock.at += 3_600_000;
    call = caller(rig, await rig.key(`core${made}`));
    to = await newReceiver();
  });
  afterEach(async () => {
    await rig.app.store.revokeApiKey(`core${made}`, rig.clock.at);
    await to.close();
  });

  const path = () => `/api/v1/claims/W${made}`;
  const register = async (over: object = {}) =>
    as<Hook>(await call('POST /api/v1/webhooks', { body: { url: to.url, ...over } }));
  const put = () => call(`PUT ${path()}`, { body: registration() });
  const post = (body: object) => call(`POST ${path()}/events`, { body });
  const backlog = async () =>
    as<{ webhooks: readonly { waiting: number; dead: number }[] }>(await call('GET /api/v1/webhooks')).webhooks[0];
  const settled = async (want: object) => {
    for (let i = 0; i < 500; i += 1) {
      const { waiting, dead } = (await backlog()) ?? {};
      rig.clock.at += 50;
      if (JSON.stringify({ waiting, dead }) === JSON.stringify(want)) return;
      await new Promise((r) => setTimeout(r, 20));
    }
    throw new Error(`never ${JSON.stringify(want)}: ${JSON.stringify(await backlog())}`);
  };

  it('a claim is put, and the receiver hears of it, signed, without anybody’s data', async () => {
    const { secret } = await register();
    await put();
    const [heard] = await to.until(1);
    if (!heard) throw new Error('a call came');
    expect(heard.body).to.deep.include({ type: 'registered', claim: `W${made}`, by: 'insurer' });
    expect(heard.id).to.equal(heard.body.id);
    expect(isSigned(secret, heard)).to.equal(true);
    expect(isSigned(`${secret}x`, heard), 'a wrong secret').to.equal(false);
    expect(isSigned(secret, { ...heard, text: heard.text.replace('registered', 'settled') }), 'another body').to.equal(
      false,
    );
    expect(isSigned(secret, { ...heard, at: String(Number(heard.at) + 1) }), 'another time').to.equal(false);
    for (const word of [injured.name, insured.name, injured.phone, '湘A12345', '芙蓉路'])
      expect(heard.text).not.to.include(word);
    const { changes } = (await call('GET /api/v1/changes?limit=200')).body;
    expect(changes.at(-1)).to.deep.include({ id: heard.body.id, cursor: heard.body.cursor });
  });

  it('tells only what was asked for, and nothing that was there before', async () => {
    await put();
    await register({ types: ['stageChanged'] });
    await post({ type: 'promise', what: 'x', by: '2027-01-01T10:00:00+08:00', who: 'x' });
    await post(joined);
    const [heard] = await to.until(1);
    expect(heard?.body.type).to.equal('stageChanged');
    await settled({ waiting: 0, dead: 0 });
    expect(to.heard).to.have.length(1);
  });

  it('tries again what was not taken, and keeps the order of a claim', async () => {
    let broken = true;
    to.answer = (res) => say(res, broken ? 500 : 204).end();
    await register();
    await put();
    await post(joined);
    await post(entered('survey'));
    await to.until(1);
    for (let i = 0; to.heard.length < 4 && i < 500; i += 1) {
      rig.clock.at += 5_000;
      await new Promise((r) => setTimeout(r, 20));
    }
    expect(to.heard.length).to.be.at.least(4);
    expect(new Set(to.heard.map(({ id }) => id)).size, 'the others wait for the first').to.equal(1);
    broken = false;
    rig.clock.at += 3_600_000;
    await settled({ waiting: 0, dead: 0 });
    const told = to.heard.map(({ body }) => Number(body.cursor));
    expect(told).to.deep.equal([...told].sort((a, b) => a - b));
    expect(to.heard.slice(-3).map(({ body }) => body.type)).to.deep.equal([
      'registered',
      'stageChanged',
      'stageChanged',
    ]);
  });

  it('gives up after a day: the call is listed, and made anew when somebody asks', async () => {
    to.answer = (res) => say(res, 503).end();
    const { id } = await register();
    await put();
    // The second call is only made once the first is on record.
    for (let i = 0; to.heard.length < 2 && i < 500; i += 1) {
      rig.clock.at += 5_000;
      await new Promise((r) => setTimeout(r, 20));
    }
    rig.clock.at += DAY;
    await settled({ waiting: 0, dead: 1 });
    const list = as<{ calls: readonly { cursor: string; reason: string; claim: string; attempts: number }[] }>(
      await call(`GET /api/v1/webhooks/${id}/dead`),
    );
    expect(list.calls[0]).to.deep.include({ reason: 'status 503', claim: `W${made}` });
    expect(list.calls[0]?.attempts).to.be.at.least(2);
    to.answer = (res) => res.end();
    const before = to.heard.length;
    const body = { cursors: [list.calls[0]?.cursor] };
    expect((await call(`POST /api/v1/webhooks/${id}/replay`, { body })).body).to.deep.equal({ replayed: 1 });
    await to.until(before + 1);
    await settled({ waiting: 0, dead: 0 });
    expect((await call(`POST /api/v1/webhooks/${id}/replay`, { body: {} })).body).to.deep.equal({ replayed: 0 });
  });

  it('follows no redirect, and reads no endless answer', async () => {
    const elsewhere = await newReceiver();
    const { id } = await register();
    const ping = async () => as<object>(await call(`POST /api/v1/webhooks/${id}/test`));
    to.answer = (res) => say(res, 307, { location: elsewhere.url }).end();
    expect(await ping()).to.deep.include({ taken: false, answer: 307, reason: 'status 307' });
    expect(elsewhere.heard).to.deep.equal([]);
    await elsewhere.close();
    let written = 0;
    to.answer = (res) => {
      const more = () => {
        for (let room = true; room && !res.destroyed && written < 50_000_000; written += 65_536)
          room = res.write(Buffer.alloc(65_536));
      };
      res.on('drain', more);
      more();
    };
    expect(await ping()).to.deep.include({ taken: true, answer: 200 });
    expect(written).to.be.lessThan(50_000_000);
  });

  it('a test call is a ping, signed like any other', async () => {
    const { id, secret } = await register();
    expect((await call(`POST /api/v1/webhooks/${id}/test`)).body).to.deep.include({ taken: true, answer: 200 });
    expect(to.heard[0]?.body).to.deep.include({ type: 'ping', webhook: id });
    expect(to.heard[0] && isSigned(secret, to.heard[0])).to.equal(true);
  });

  it('the secret is shown once and lies nowhere in the clear', async () => {
    const { secret } = await register();
    expect((await call('GET /api/v1/webhooks')).text).not.to.include(secret);
    const [kept] = await rig.app.store.webhooks();
    expect(kept?.secret).to.equal(secret);
    const acts = await rig.app.store.acts({ limit: 20 });
    expect(acts.map(({ what }) => what)).to.include('api.addWebhook');
    expect(JSON.stringify(acts)).not.to.include(secret).and.not.include(to.url);
  });

  it('belongs to its key: another key does not see it, and a revoked one is not called', async () => {
    const { id } = await register();
    const other = caller(rig, await rig.key(`other${made}`));
    expect((await other('GET /api/v1/webhooks')).body).to.deep.equal({ webhooks: [] });
    const lines = [
      `DELETE /api/v1/webhooks/${id}`,
      `POST /api/v1/webhooks/${id}/test`,
      `GET /api/v1/webhooks/${id}/dead`,
    ];
    for (const line of lines) expect((await other(line)).status, line).to.equal(404);
    expect((await other(`POST /api/v1/webhooks/${id}/replay`, { body: {} })).status).to.equal(404);
    await rig.app.store.revokeApiKey(`core${made}`, rig.clock.at);
    await other(`PUT ${path()}`, { body: registration() });
    await new Promise((r) => setTimeout(r, 300));
    expect(to.heard).to.deep.equal([]);
  });

  it('one at an address, ten at most, and what was taken away hears nothing', async () => {
    const { id } = await register();
    expect((await call('POST /api/v1/webhooks', { body: { url: to.url } })).status).to.equal(409);
    for (let i = 1; i < 10; i += 1) await register({ url: `${to.url}${i}` });
    const over = await call('POST /api/v1/webhooks', { body: { url: `${to.url}10` } });
    expect([over.status, over.body.title]).to.deep.equal([409, 'Conflict']);
    for (const hook of as<{ webhooks: readonly Hook[] }>(await call('GET /api/v1/webhooks')).webhooks)
      expect((await call(`DELETE /api/v1/webhooks/${hook.id}`)).status).to.equal(200);
    expect((await call(`DELETE /api/v1/webhooks/${id}`)).status).to.equal(404);
    await put();
    await new Promise((r) => setTimeout(r, 200));
    expect(to.heard).to.deep.equal([]);
  });
});
