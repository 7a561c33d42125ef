/** A whole report through a connector, from a channel with buttons and from one without. */
import { expect } from 'chai';
import { BOT, Caller, openRig, type Rig } from './rig.ts';
import type { Sent } from './stub.ts';

const told = [
  '我要报案',
  '没有这些情况',
  '同意',
  '13912345678',
  '开车的人',
  '昨晚八点多',
  '梧桐树大街与白马巷口',
  '我倒车时没有看见后面的老先生',
  '1 人，住院了',
  '在现场，已报警',
  '湘K8T2X6',
  '行人',
  '提交',
];

const keysOf = (lines: readonly Sent[]) => lines.map((line) => line.channelData?.key);

describe('a report through a connector', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await openRig();
  });
  afterEach(() => rig.stop());

  /** Says it and waits for the answer. */
  async function say(caller: Caller, text: string): Promise<readonly Sent[]> {
    const before = rig.stub.taken.length;
    expect((await caller.say(text)).status).to.equal(200);
    await rig.runner.idle();
    await rig.stub.until(before + 1);
    await settle();
    return rig.stub.taken.slice(before);
  }

  /** Until no line is left to deliver. */
  async function settle(): Promise<void> {
    for (;;) {
      const left = await rig.store.dueDeliveries(Number.MAX_SAFE_INTEGER, 1);
      if (left.length === 0) return;
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  it('greets once, asks, reads back, gives a number; every line is proactive, in order, with its key', async () => {
    const caller = new Caller(rig);
    for (let i = 0; i < 3; i += 1) expect((await caller.join()).status).to.equal(200);
    await rig.stub.until(1);
    for (const text of told) await say(caller, text);
    const { taken, attempts } = rig.stub;
    expect(keysOf(taken).filter((key) => key === 'home.greeting')).to.have.length(1);
    expect(keysOf(taken)).to.include.members(['report.danger.ask', 'report.phone.ask', 'report.receipt']);
    for (const line of taken) {
      expect(line).to.deep.include({
        type: 'message',
        conversation: { id: caller.conversation },
        recipient: { id: caller.user },
      });
      expect(line.from).to.deep.equal({ id: BOT, name: '理赔助手', role: 'bot' });
      expect(line).not.to.have.any.keys('replyToId', 'id');
    }
    const keys = attempts.map(({ headers }) => String(headers['idempotency-key']));
    expect(new Set(keys).size).to.equal(attempts.length);
    expect(keys).to.deep.equal([...keys].sort());
    expect(new Set(attempts.map(({ path }) => path))).to.deep.equal(
      new Set([`/v3/conversations/${caller.conversation}/activities`]),
    );
    const receipt = taken.find((line) => line.channelData?.key === 'report.receipt');
    expect(receipt?.channelData?.url).to.equal('https://claims.example.com/receipt/signed');
    expect(rig.errors).to.deep.equal([]);
  });

  it('shows buttons where there are some, each for the person alone', async () => {
    const [danger] = (await say(new Caller(rig), '我要报案')).filter((line) => line.suggestedActions);
    expect(danger?.suggestedActions?.to).to.deep.equal(['user-1']);
    expect(danger?.suggestedActions?.actions.map(({ title }) => title)).to.include('没有这些情况');
    expect(danger?.text).not.to.match(/^\d\./m);
  });

  it('numbers the answers where there are none, and takes the number', async () => {
    const caller = new Caller(rig, { channelId: 'slack' });
    const [danger] = await say(caller, '我要报案');
    expect(danger?.suggestedActions).to.equal(undefined);
    expect(danger?.channelData).to.equal(undefined);
    const lines = danger?.text?.split('\n') ?? [];
    const none = lines.find((line) => line.endsWith('没有这些情况'));
    expect(lines.at(-1)).to.equal('回数字就行，也可以直接打字。');
    const next = await say(caller, ` ${none?.split('.')[0]} `);
    expect(next.map(({ text }) => text).join()).to.include('伤情属于敏感信息');
    await say(caller, '１');
    const told = (await say(caller, '转人工')).map(({ text }) => text).join();
    expect(told).to.include('电话');
  });

  it('does not number what is a number itself, and links in words are whole', async () => {
    const caller = new Caller(rig, { channelId: 'slack' });
    for (const text of told.slice(0, 8)) await say(caller, text);
    const injured = rig.stub.taken.at(-1)?.text ?? '';
    expect(injured)
      .to.include('· 1 人，住院了')
      .and.not.match(/^\d\. /m);
    for (const text of told.slice(8)) await say(caller, text);
    const all = rig.stub.taken.map(({ text }) => text).join('\n');
    expect(all).to.include('查看回执: https://claims.example.com/receipt/signed');
  });

  it('talks English to who writes it, and keeps people apart', async () => {
    const [one, two] = [new Caller(rig, { user: 'a' }), new Caller(rig, { user: 'b' })];
    await say(one, 'I want to report an accident');
    await say(two, '我要报案');
    const locales = (id: string) =>
      rig.stub.taken.filter((line) => line.recipient?.id === id).map(({ locale }) => locale);
    expect(new Set(locales('a'))).to.deep.equal(new Set(['en']));
    expect(new Set(locales('b'))).to.deep.equal(new Set(['zh-CN']));
  });
});
