import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { CollectingAdapter } from '../../bots/adapter.ts';
import { HubBridge, statusOf } from '../../bots/hub.ts';
import { redacted } from '../../bots/redacted.ts';
import { comes, floorOf, handoffOf, wang, whole } from '../support/desk.ts';
import { newTalk, type Talk } from '../support/talk.ts';

const outside = { id: 'hub', name: '外部坐席', reach: '' };

describe('a desk outside', () => {
  let talk: Talk;
  let heard: Partial<Activity>[];
  let bridge: HubBridge;
  let down: boolean;
  beforeEach(async () => {
    talk = await newTalk();
    await comes(talk, wang);
    [heard, down] = [[], false];
    const hub = {
      initiate: async (event: Partial<Activity>) => {
        if (down) throw new Error('The hub is down.');
        heard.push(event);
      },
    };
    const { store, desk } = talk.app;
    bridge = new HubBridge({ store, desk, hub, speaker: outside, onError: () => {} });
  });
  afterEach(() => talk.end());

  const status = (state: string | number, message?: string) => ({
    ...{ type: 'event', name: 'handoff.status', conversation: { id: talk.conversation } },
    value: { state, ...(message === undefined ? {} : { message }) },
  });

  it('hears of whoever waits, once, with a transcript without numbers, plates and notes', async () => {
    await talk.sayAll('我要报案', '没有', '同意', '13800138000', '转人工');
    await talk.app.desk.note(talk.conversation, wang, '疑似重复报案');
    down = true;
    await bridge.look();
    down = false;
    await bridge.look();
    await bridge.look();
    expect(heard).to.have.length(1);
    const [event] = heard;
    expect(event).to.include({ type: 'event', name: 'handoff.initiate', channelId: 'directline' });
    expect(event?.conversation?.id).to.equal(talk.conversation);
    expect(event?.value).to.include({ reason: 'asked', severity: 0, lang: 'zh-CN' });
    const [attachment] = event?.attachments ?? [];
    expect(attachment).to.include({ contentType: 'application/json', name: 'Transcript' });
    const { activities } = (attachment?.content ?? { activities: [] }) as { activities: { text: string }[] };
    const texts = activities.map(({ text }) => text).join('\n');
    expect(texts).to.include('我要报案').and.include('****00');
    expect(texts).to.not.include('13800138000').and.not.include('疑似');
  });

  it('accepts, speaks and hands back; the person sees a colleague', async () => {
    await talk.say('转人工');
    expect(await bridge.status(status('accepted'))).to.deep.equal({ status: 'done' });
    expect(await floorOf(talk)).to.equal('person');
    for (let n = 0; n < 2; n++) await bridge.say(talk.conversation, '您好', 'outside-1');
    expect((await whole(talk)).filter(({ direction }) => direction === 'person')).to.have.length(1);
    expect(await bridge.status(status('completed', '周五前寄出'))).to.deep.equal({ status: 'done' });
    await talk.listen();
    expect(talk.heard.at(-2)?.text).to.include('周五前寄出');
    expect(await handoffOf(talk)).to.include({ state: 'ended', outcome: 'handedBack' });
  });

  it('fails: an honest word, and a call is arranged', async () => {
    await talk.say('转人工');
    expect(await bridge.status(status('failed', 'no agent'))).to.deep.equal({ status: 'done' });
    expect((await talk.listen()).map(({ key }) => key)).to.deep.equal(['human.nobodyCame', 'human.phone.ask']);
    expect(await bridge.status(status('completed'))).to.deep.equal({ status: 'notYours' });
  });

  it('what is no status is refused in words, and changes nothing', async () => {
    await talk.say('转人工');
    for (const event of [
      undefined,
      null,
      'x',
      {},
      status('done'),
      status(7),
      { ...status('accepted'), conversation: {} },
    ])
      expect(await bridge.status(event)).to.have.property('status', 'invalid');
    expect(statusOf({ ...status('failed'), value: { state: 'failed', message: 7 } })).to.be.a('string');
    expect(await floorOf(talk)).to.equal('waiting');
  });

  it('a client that sends handoff.status itself takes no floor', async () => {
    await talk.say('转人工');
    const arrival = {
      channel: 'directline',
      conversation: talk.conversation,
      key: 'own',
      at: talk.clock.at,
      shown: false,
    };
    for (const [i, name] of ['handoff.status', 'adjuster', 'timer'].entries())
      await talk.app.inbox.accept({ ...arrival, key: `own${i}`, payload: { ...status('accepted'), name } });
    expect(await talk.listen()).to.deep.equal([]);
    expect(await floorOf(talk)).to.equal('waiting');
  });

  it('no event of a handoff is said to a channel', async () => {
    const adapter = new CollectingAdapter();
    const said = [{ type: 'event', name: 'handoff.initiate' }, { type: 'handoff' }, { type: 'message', text: '好' }];
    await adapter.sendActivities(undefined as never, said);
    expect(adapter.collected).to.deep.equal([{ type: 'message', text: '好' }]);
  });
});

describe('a text without what reaches a person', () => {
  for (const [text, expected] of [
    ['打 13800138000 找我', '打 ****00 找我'],
    ['138 0013 8000', '****00'],
    ['身份证11010519491231002X', '身份证****2X'],
    ['车牌湘A12345，对方是粤B·D12345', '车牌湘A****，对方是粤B****'],
    ['写到 li.si@example.com', '写到 ****'],
    ['１３８００１３８０００', '****００'],
    ['湘a8k2t6', '湘a****'],
    ['138.0013.8000', '****00'],
    ['在iPhone上', '在iPhone上'],
    ['昨晚8点30，3个人，赔了5万', '昨晚8点30，3个人，赔了5万'],
  ] as const)
    it(text, () => expect(redacted(text)).to.equal(expected));
});
