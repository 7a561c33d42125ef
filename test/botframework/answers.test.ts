/** Senders that wait (expectReplies, invoke), retries, and who is who. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { StoreBusy } from '../../store/errors.ts';
import type { Store } from '../../store/ports.ts';
import { newDir } from '../faults/world.ts';
import { Caller, type Given, type Options, openRig, type Rig } from './rig.ts';
import { eventually, later, openStub, type Sent } from './stub.ts';

const expectReplies = { deliveryMode: 'expectReplies' };

describe('answers in the same call', () => {
  let rig: Rig;
  const open = async (options: Options = {}) => {
    rig = await openRig({ patience: { send: 2000, fetch: 400, answer: 3000 }, ...options });
  };
  afterEach(() => rig.stop());

  async function lines(answer: Response): Promise<readonly Sent[]> {
    expect(answer.status).to.equal(200);
    return ((await answer.json()) as { activities: Sent[] }).activities;
  }
  const keys = (said: readonly Sent[]) => said.map((line) => line.channelData?.key);

  it('come after the commit, with the id they answer, and are not sent as well', async () => {
    await open();
    const caller = new Caller(rig);
    const said = await lines(await caller.say('我要报案', { id: 'first', ...expectReplies }));
    expect(keys(said)).to.deep.equal(['report.danger.ask']);
    expect(said[0]).to.include({ replyToId: 'first', type: 'message', channelId: 'webchat' });
    expect(said[0]?.suggestedActions?.actions).not.to.deep.equal([]);
    expect(await rig.store.conversation(caller.name())).to.include({ handled: 1, arrivals: 1 });
    expect(await rig.store.dueDeliveries(Number.MAX_SAFE_INTEGER, 10)).to.deep.equal([]);
    await later(50);
    expect(rig.stub.attempts).to.deep.equal([]);
  });

  it('are the same for a retry, which runs nothing twice, also at the same moment and after a restart', async () => {
    const [dir, stub] = [newDir(), await openStub()];
    await open({ dir, stub });
    const caller = new Caller(rig);
    const message = { id: 'again', ...expectReplies };
    const [first, ...others] = await Promise.all(
      [1, 2, 3, 4, 5].map(async () => lines(await caller.say('我要报案', message))),
    );
    expect(first).to.have.length(1);
    for (const other of others) expect(other).to.deep.equal(first);
    await rig.stop();
    await open({ dir, stub });
    const after = new Caller(rig, { conversation: caller.conversation });
    expect(await lines(await after.say('我要报案', message))).to.deep.equal(first);
    expect(await rig.store.conversation(after.name())).to.include({ handled: 1, arrivals: 1 });
    await stub.stop();
  });

  it('keep their own turns: what is pushed before and after is pushed, in order', async () => {
    await open();
    const caller = new Caller(rig);
    await caller.say('我要报案');
    const texts = ['没有这些情况', '帮助', '同意', '13912345678', '开车的人', '帮助'];
    const sent = texts.map((text, i) => caller.say(text, { id: `m${i}`, ...(i % 2 === 0 ? expectReplies : {}) }));
    const answers = await Promise.all(sent);
    const given = await Promise.all(answers.filter((_, i) => i % 2 === 0).map(lines));
    await rig.runner.idle();
    const all = await rig.store.activities(caller.name(), 0, 100);
    const pulled = all.filter((line) => line.payload.deliveryMode).map(({ id }) => id);
    const said = all.filter(({ direction }) => direction === 'bot');
    const pushed = said.filter(({ payload }) => !pulled.includes(String(payload.replyToId))).map(({ id }) => id);
    await rig.stub.until(pushed.length);
    await later(50);
    expect(rig.stub.attempts.map(({ headers }) => headers['idempotency-key'])).to.deep.equal(pushed);
    expect(pushed.length + given.flat().length).to.equal(said.length);
    for (const one of given) expect(one.length).to.be.greaterThan(0);
  });

  it('to greetings and to what is passed over are empty: nothing waits in vain', async () => {
    await open();
    const caller = new Caller(rig);
    expect(await lines(await caller.post({ type: 'typing', ...expectReplies }))).to.deep.equal([]);
    expect(await lines(await caller.say('', expectReplies))).to.deep.equal([]);
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: 'user-1' }] };
    expect(await lines(await caller.post({ ...joined, ...expectReplies }))).to.deep.equal([]);
    await rig.stub.until(1);
    const language = { type: 'event', name: 'setLanguage', value: 'en', id: 'lang', ...expectReplies };
    const said = await lines(await caller.post(language));
    expect(said[0]).to.include({ locale: 'en', replyToId: 'lang' });
  });

  it('that take too long are 503, and the retry gets them', async () => {
    let blocked = true;
    const store = (real: Store): Store => ({
      ...real,
      commit: (work) => (blocked ? Promise.reject(new StoreBusy('later')) : real.commit(work)),
    });
    await open({ store, patience: { send: 2000, fetch: 400, answer: 300 } });
    const caller = new Caller(rig);
    const message = { id: 'slow', ...expectReplies };
    const late = await caller.say('我要报案', message);
    expect([late.status, late.headers.get('retry-after')]).to.deep.equal([503, '5']);
    blocked = false;
    await eventually('the turn', async () => (await rig.store.conversation(caller.name()))?.handled === 1);
    expect(keys(await lines(await caller.say('我要报案', message)))).to.deep.equal(['report.danger.ask']);
  });

  it('to a card’s button are text; other calls are 501', async () => {
    await open();
    const caller = new Caller(rig, { channelId: 'msteams' });
    const press = (data: unknown): Given => ({
      ...{ type: 'invoke', name: 'adaptiveCard/action', id: `press-${JSON.stringify(data).slice(0, 20)}` },
      value: { action: { type: 'Action.Execute', verb: 'say', data } },
    });
    const answer = await caller.post(press({ text: '我要报案' }));
    expect(answer.status).to.equal(200);
    const body = (await answer.json()) as { statusCode: number; type: string; value: string };
    expect(body).to.include({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(body.value).to.include('先看人').and.match(/^1\. /m);
    expect(await (await caller.post(press({ text: '我要报案' }))).json()).to.deep.equal(body);
    for (const data of [{}, { text: '' }, { text: 7 }, null, 'text', { text: 'x'.repeat(5000) }])
      expect((await caller.post(press(data))).status, JSON.stringify(data).slice(0, 30)).to.equal(501);
    await later(30);
    expect(rig.stub.attempts).to.deep.equal([]);
  });
});

describe('a conversation of a channel', () => {
  let rig: Rig;
  afterEach(() => rig.stop());

  it('takes the same activity once, however often and however fast it comes', async () => {
    rig = await openRig();
    const caller = new Caller(rig);
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all([1, 2, 3, 4].map(() => caller.say('我要报案', { id: 'one' })));
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200]);
    }
    await rig.stub.until(1);
    await rig.runner.idle();
    await later(50);
    expect(rig.stub.attempts).to.have.length(1);
    expect(await rig.store.conversation(caller.name())).to.include({ arrivals: 1 });
  });

  it('is answered 503 in fixed words when we fail, keeps nothing, and is taken when it comes again', async () => {
    let broken: Error | undefined = new Error('SELECT 身份证 110101199003077758');
    const store = (real: Store): Store => ({
      ...real,
      accept: (arrival) => (broken ? Promise.reject(broken) : real.accept(arrival)),
    });
    rig = await openRig({ store });
    const caller = new Caller(rig);
    for (const error of [broken, new StoreBusy('busy')]) {
      broken = error;
      const answer = await caller.say('我要报案', { id: 'x' });
      expect(answer.status).to.equal(503);
      expect(Number(answer.headers.get('retry-after'))).to.be.greaterThan(0);
      expect(await answer.json()).to.deep.equal({
        error: { code: 'ServiceUnavailable', message: 'Try again in a moment.' },
      });
    }
    expect(rig.errors).to.have.length(2);
    broken = undefined;
    expect((await caller.say('我要报案', { id: 'x' })).status).to.equal(200);
    await rig.stub.until(1);
  });

  it('is told where a message was too long, and nothing of it is taken for an answer', async () => {
    rig = await openRig();
    await new Caller(rig).say('一'.repeat(4001));
    expect((await rig.stub.until(1))[0]?.text).to.include('每条不超过 4000 个字');
    const caller = new Caller(rig, { user: 'b' });
    await caller.say('我要报案');
    await caller.say('一'.repeat(4001));
    await rig.stub.until(5);
    expect(rig.stub.taken.at(-1)?.channelData?.key).to.equal('report.danger.ask');
  });

  it('is in the language that is written, not in that of the program it is written with', async () => {
    rig = await openRig();
    const caller = new Caller(rig);
    await caller.post({ type: 'message', text: '我要报案', locale: 'en-US' });
    await rig.stub.until(1);
    expect(rig.stub.taken[0]?.locale).to.equal('zh-CN');
  });

  it('is not greeted after it has spoken, and not again after it was greeted', async () => {
    rig = await openRig();
    const [early, late] = [new Caller(rig, { user: 'a' }), new Caller(rig, { user: 'b' })];
    await early.say('我要报案');
    await early.join();
    await Promise.all([late.join(), late.join(), late.join()]);
    await late.say('我要报案');
    await rig.stub.until(3);
    await rig.runner.idle();
    await later(50);
    const keysOf = (id: string) =>
      rig.stub.taken.filter((one) => one.recipient?.id === id).map((one) => one.channelData?.key);
    expect(keysOf('a')).to.deep.equal(['report.danger.ask']);
    expect(keysOf('b')).to.deep.equal(['home.greeting', 'report.danger.ask']);
  });

  it('is followed to where its channel moves it', async () => {
    rig = await openRig();
    const next = await openStub();
    const caller = new Caller(rig);
    await caller.say('我要报案');
    await rig.stub.until(1);
    await caller.say('没有这些情况', { serviceUrl: `${next.url}apac/` });
    await next.until(1);
    expect(next.attempts[0]?.path).to.equal(`/apac/v3/conversations/${caller.conversation}/activities`);
    expect(rig.stub.attempts).to.have.length(1);
    await next.stop();
  });

  it('begins anew after its person had everything erased', async () => {
    rig = await openRig();
    const caller = new Caller(rig);
    await caller.say('我要报案');
    await rig.stub.until(1);
    const first = await rig.store.conversation(caller.name());
    if (first) await rig.store.erasePerson(first.person);
    expect((await caller.say('问进度')).status).to.equal(200);
    await rig.stub.until(2);
    expect(await rig.store.conversation(caller.name())).to.equal(undefined);
    expect(await rig.store.conversation(caller.name('webchat', 1))).to.include({ handled: 1 });
    expect(rig.stub.taken[1]?.channelData?.key).to.equal('progress.noneHere');
  });

  it('leaves no id and no address of its channel in the clear on the disk', async () => {
    rig = await openRig();
    const caller = new Caller(rig, { conversation: '+8613912345678-+8610000000000', user: '29:1AbCdEfGhIjKlMnOp' });
    await caller.join();
    await caller.say('我要报案', { id: 'id-of-the-channel-77' });
    await rig.stub.until(2);
    expect(rig.stub.attempts.at(-1)?.path).to.include(encodeURIComponent(caller.conversation));
    const secrets = [
      caller.conversation,
      caller.user,
      'id-of-the-channel-77',
      new URL(rig.stub.url).host,
      '13912345678',
    ];
    const files = readdirSync(rig.dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.length).to.be.greaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const secret of secrets) expect(bytes.includes(secret), `${secret} in ${file.name}`).to.equal(false);
    }
  });
});
