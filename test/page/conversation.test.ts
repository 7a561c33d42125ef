import { expect } from 'chai';
import { Conversation } from '../../channels/directline/page/conversation.js';
import type { Activity, ChannelData, Item } from '../../channels/directline/page/types.d.ts';
import { load } from '../../channels/directline/page/words.js';

(globalThis as { location?: unknown }).location ??= { origin: 'http://page.test' };

const id = (n: number) => `c|${String(n).padStart(7, '0')}`;
const at = (n: number) => new Date(Date.UTC(2026, 10, 20, 1, n)).toISOString();
const bot = (n: number, text: string, channelData: ChannelData = {}, ...titles: string[]): Activity => ({
  id: id(n),
  type: 'message',
  timestamp: at(n),
  from: { id: 'lipei', name: '理赔助手', role: 'bot' },
  text,
  channelData,
  ...(titles.length
    ? { suggestedActions: { actions: titles.map((t) => ({ type: 'imBack', title: t, value: t })) } }
    : {}),
});
const me = (n: number, text: string, clientActivityID = `k${n}`): Activity => ({
  id: id(n),
  type: 'message',
  timestamp: at(n),
  from: { id: 'u', role: 'user' },
  text,
  channelData: { clientActivityID },
});
const item = (key: string, order: number, anchor: string, text: string): Item => ({
  id: key,
  order,
  anchor,
  at: Date.parse(at(0)) + order,
  draft: { kind: 'message', text },
  state: 'waiting',
});
const file = (key: string, order: number, anchor: string): Item => ({
  ...item(key, order, anchor, ''),
  draft: { kind: 'file', name: 'a.jpg', type: 'image/jpeg', bytes: new ArrayBuffer(1) },
});

function talk(...said: readonly (Activity | Item)[]): Conversation {
  const made = new Conversation();
  made.userId = 'u';
  for (const one of said) {
    if ('draft' in one) made.put(one);
    else made.add(one);
  }
  return made;
}
const texts = (c: Conversation) => c.scene().lines.map((l) => l.text);

describe('page: conversation', () => {
  it('stands in the order of the ids, whatever comes first, and takes each once', () => {
    expect(texts(talk(bot(3, 'c'), bot(1, 'a'), me(2, 'b'), bot(3, 'c')))).to.deep.equal(['a', 'b', 'c']);
  });

  it('draws a thing sent from here once: its echo joins it', () => {
    const c = talk(bot(1, 'a'), item('k2', 1, id(1), 'b'));
    expect(c.scene().lines[1]?.arrived).to.equal(false);
    c.add(me(2, 'b', 'k2'));
    expect(texts(c)).to.deep.equal(['a', 'b']);
    expect(c.scene().lines[1]?.arrived).to.equal(true);
  });

  it('keeps a photo where it was added while the conversation goes on', () => {
    const c = talk(bot(1, 'a'), file('f', 1, id(1)), me(2, 'b'), bot(3, 'c'));
    c.add({ ...me(4, '', 'f'), attachments: [{ contentType: 'image/jpeg', contentUrl: '/files/x' }] });
    expect(texts(c)).to.deep.equal(['a', '', 'b', 'c']);
  });

  it('puts what was written before the history came at its end', () => {
    const c = talk(item('k9', 1, '', 'new'), bot(1, 'a'), bot(2, 'b'));
    expect(texts(c)).to.deep.equal(['a', 'b', 'new']);
    c.add(me(3, 'new', 'k9'));
    c.add(bot(4, 'c'));
    expect(texts(c)).to.deep.equal(['a', 'b', 'new', 'c']);
  });

  it('offers the choices of the last message of the bot, until a word is said', () => {
    const c = talk(bot(1, 'a', {}, 'old'), bot(2, 'b', { input: 'choice' }, 'x', 'y'));
    expect(c.scene().offer?.actions.map((a) => a.title)).to.deep.equal(['x', 'y']);
    c.put(file('f', 1, id(2)));
    expect(c.scene().offer?.input).to.equal('choice');
    c.put(item('k', 2, id(2), 'x'));
    expect(c.scene().offer).to.equal(null);
  });

  it('shows the stage only while a report runs', () => {
    expect(talk(bot(1, 'a', { flow: 'report', stage: 'course' })).scene().stage).to.equal('course');
    expect(
      talk(bot(1, 'a', { flow: 'report', stage: 'course' }), bot(2, 'b', { flow: 'scene' })).scene().stage,
    ).to.equal('');
  });

  it('lets the newest answer to a question be changed while its flow runs', () => {
    const when: ChannelData = { flow: 'report', question: 'when', change: '修改时间' };
    const where: ChannelData = { flow: 'report', question: 'where', change: '修改地点' };
    const changes = (c: Conversation) => c.scene().lines.map((l) => l.change);
    const c = talk(bot(1, '?', when), me(2, 'x'), bot(3, '?', where));
    expect(changes(c)).to.deep.equal(['', '修改时间', '']);
    c.add(me(4, '修改时间'));
    c.add(bot(5, '?', when));
    expect(changes(c), 'open again').to.deep.equal(['', '', '', '修改地点', '']);
    c.add(me(6, 'y'));
    c.add(bot(7, '?', where));
    expect(changes(c)).to.deep.equal(['', '', '', '', '', '修改时间', '']);
    c.add(bot(8, 'done', {}));
    expect(changes(c).every((one) => one === '')).to.equal(true);
  });

  it('keeps the change of an answer through a tap on it, and takes the tap for no answer', () => {
    const when: ChannelData = { flow: 'report', question: 'when', change: '修改时间' };
    const where: ChannelData = { flow: 'report', question: 'where', change: '修改地点' };
    const tap = { ...me(4, '修改时间'), channelData: { flow: 'report', change: 'when' } };
    const c = talk(bot(1, '?', when), me(2, 'x'), bot(3, '?', where), tap, bot(5, '?', when));
    const changed = () => c.scene().lines.flatMap((l) => (l.change ? [`${l.text} ${l.change}`] : []));
    expect(changed(), 'open again').to.deep.equal([]);
    c.add(me(6, 'nonsense'));
    c.add(bot(7, 'what?', when));
    c.add(me(8, 'y'));
    c.add(bot(9, '?', where));
    expect(changed()).to.deep.equal(['x 修改时间', 'y 修改时间']);
    c.add(me(10, 'z'));
    c.add(bot(11, '?', { flow: 'report', question: 'check', change: '' }));
    expect(changed()).to.deep.equal(['x 修改时间', 'y 修改时间', 'z 修改地点']);
  });

  it('takes “keep it” for no answer', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = async () => Response.json({ 'say.keep': '不用改' });
    await load('zh-CN').finally(() => {
      globalThis.fetch = fetch;
    });
    const when: ChannelData = { flow: 'report', question: 'when', change: '修改时间' };
    const tap = { ...me(3, '修改时间'), channelData: { flow: 'report', change: 'when' } };
    const next = { flow: 'report', question: 'where' };
    const c = talk(bot(1, '?', when), me(2, 'x'), tap, bot(4, '?', when), me(5, '不用改'), bot(6, '?', next));
    expect(c.scene().lines.map((l) => l.change)).to.deep.equal(['', '修改时间', '', '', '', '']);
  });

  it('numbers the choices of a question only where a number means the button', () => {
    const numbered = (said: ChannelData) => talk(bot(1, '?', said, 'x', 'y')).scene().offer?.numbered;
    expect(numbered({ flow: 'report', question: 'role', input: 'choice' })).to.equal(true);
    for (const said of [
      { flow: 'report', question: 'injured', input: 'choice' },
      { flow: 'report', question: 'check', input: 'choice', key: 'common.whichField' },
      { flow: 'report', question: 'danger', input: 'choice', key: 'common.whichOne' },
      { flow: 'report', question: 'other', input: 'plate' },
      { key: 'home.greeting' },
    ])
      expect(numbered(said), JSON.stringify(said)).to.equal(false);
  });

  it('tells who speaks and where a day begins', () => {
    const later = { ...bot(9, 'b', { speaker: 'person' }), timestamp: '2026-11-20T17:00:00Z' };
    const lines = talk(bot(1, 'a'), me(2, 'x'), later).scene().lines;
    expect(lines.map((l) => l.speaker)).to.deep.equal(['bot', 'me', 'person']);
    expect(
      lines.map((l) => l.newDay),
      'midnight of China',
    ).to.deep.equal([true, false, true]);
  });
});
