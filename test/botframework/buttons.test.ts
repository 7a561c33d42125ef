/** What each channel can show, and the same in words where it cannot. */
import { expect } from 'chai';
import { numbered, withButtons } from '../../channels/botframework/buttons.ts';
import type { Context } from '../../channels/botframework/deps.ts';
import { present } from '../../channels/botframework/present.ts';
import type { JsonObject } from '../../store/ports.ts';

const context = {
  origin: () => 'https://claims.example.com',
  sentence: (lang: string, key: string) => `${lang}:${key}`,
} as unknown as Context;

const answer = (title: string) => ({ type: 'imBack', title, value: `我说${title}` });
const line = (actions: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  ...{ type: 'message', text: '问题？', locale: 'zh-CN', suggestedActions: { to: [], actions } },
  ...more,
});
const call = { type: 'call', title: '拨打保险公司', value: 'tel:95500' };
const dial = { type: 'call', title: '拨打 120 急救', value: 'tel:120' };
const link = { type: 'openUrl', title: '查看回执', value: '/receipt/x' };
const two = [answer('是'), answer('不是')];

describe('buttons of channels', () => {
  const shown = (channelId: string, one: JsonObject) => withButtons(context, channelId, one);

  it('stay buttons where the channel has all kinds, with whole links', () => {
    for (const channelId of ['webchat', 'emulator']) {
      const { text, suggestedActions } = shown(channelId, line([dial, link, ...two]));
      expect(text).to.equal('问题？');
      expect(suggestedActions).to.deep.equal({
        actions: [dial, { ...link, value: 'https://claims.example.com/receipt/x' }, ...two],
      });
    }
  });

  it('are answers only where it has no others: what dials and opens is written out', () => {
    const { text, suggestedActions } = shown('msteams', line([dial, call, link, ...two]));
    expect(suggestedActions).to.deep.equal({ actions: two });
    expect(text).to.equal(
      '问题？\n\n拨打 120 急救\n拨打保险公司: 95500\n查看回执: https://claims.example.com/receipt/x',
    );
  });

  it('are a numbered list where there are none, or too many for the channel', () => {
    const list = '1. 是\n2. 不是\nzh-CN:channel.pick';
    for (const channelId of ['slack', 'sms', 'email', 'facebook', 'constructor', '__proto__', 'toString'])
      expect(shown(channelId, line(two)), channelId).to.deep.equal({ text: `问题？\n\n${list}` });
    expect(shown('slack', line([dial, ...two]))).to.deep.equal({ text: `问题？\n\n拨打 120 急救\n\n${list}` });
    const many = Array.from({ length: 7 }, (_, i) => answer('一二三四五六七'[i] ?? ''));
    expect(shown('msteams', line(many.slice(1)))).to.have.property('suggestedActions');
    expect(shown('msteams', line(many)).text).to.include('7. 七');
    expect(shown('slack', line(two, { locale: 'en' })).text).to.include('en:channel.pick');
  });

  it('have no numbers where a number could be the answer', () => {
    const none = [
      line([answer('1 人，住院了'), answer('没有人')]),
      ...['number', 'time', 'phone', 'money', 'text', 'plate', 'place'].map((input) =>
        line(two, { channelData: { input } }),
      ),
      line([answer('只有一个')]),
    ];
    for (const one of none) {
      expect(numbered(one)).to.deep.equal([]);
      expect(shown('slack', one).text)
        .to.match(/\n· .+/)
        .and.not.match(/\d\. |channel\.pick/);
    }
    expect(numbered(line(two, { channelData: { input: 'choice' } }))).to.have.length(2);
  });

  it('that are none leave the text as it is', () => {
    for (const one of [{ text: '好。' }, line([], { text: '好。' })])
      expect(shown('slack', one)).to.deep.equal({ text: '好。' });
  });
});

describe('a line as a channel gets it', () => {
  const address = {
    ...{ channelId: 'webchat', serviceUrl: 'https://webchat.botframework.com/' },
    ...{ conversation: { id: 'c', tenantId: 't' }, bot: { id: 'b', name: 'Bot' }, user: { id: 'u' } },
  };
  const said = line(two, {
    ...{ replyToId: 'ours|0000001', textFormat: 'plain', inputHint: 'expectingInput' },
    ...{ from: { id: 'lipei', name: '理赔助手', role: 'bot' }, channelData: { key: 'k', url: '/receipt/x' } },
  });

  it('is addressed to the person, from the bot as the channel knows it, and answers nothing', () => {
    const activity = present(context, address, said);
    expect(activity).to.deep.include({
      ...{ type: 'message', channelId: 'webchat', conversation: address.conversation, recipient: { id: 'u' } },
      ...{ from: { id: 'b', name: '理赔助手', role: 'bot' }, textFormat: 'plain', inputHint: 'expectingInput' },
      channelData: { key: 'k', url: 'https://claims.example.com/receipt/x' },
    });
    expect(activity).not.to.have.any.keys('replyToId', 'id', 'callerId');
    expect((activity.suggestedActions as JsonObject).to).to.deep.equal(['u']);
  });

  it('says whose words they are, where a colleague speaks', () => {
    const hers = { ...said, from: { id: 'adjuster:1', name: '王敏', role: 'bot' }, channelData: { speaker: 'person' } };
    expect(present(context, address, hers)).to.include({ text: '王敏: 问题？' });
    expect(present(context, address, said)).to.include({ text: '问题？' });
  });

  it('carries no channelData where a channel would take it for orders', () => {
    for (const channelId of ['slack', 'facebook', 'telegram', 'line', 'email', 'sms'])
      expect(present(context, { ...address, channelId }, said)).not.to.have.property('channelData');
  });
});
