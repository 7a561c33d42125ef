/** What the desk hears of despair when nobody was there, and the suggested question through its own form. */
import { expect } from 'chai';
import type { Person } from '../e2e/client.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

describe('the desk hears', function () {
  this.timeout(60_000);
  let rig: Rig;
  let chen: Colleague;
  before(async () => {
    rig = await newRig();
    chen = await rig.first();
  });
  after(() => rig.stop());

  const begun = async (): Promise<Person> => {
    const person = await rig.person();
    return person;
  };
  /** The board is read anew now and then only. */
  async function sees(path: string, words: string | RegExp): Promise<string> {
    for (let tries = 0; tries < 150; tries += 1) {
      const html = await chen.page(path);
      if (typeof words === 'string' ? html.includes(words) : words.test(html)) return html;
      await new Promise((later) => setTimeout(later, 20));
    }
    throw new Error(`${words} is not on ${path}`);
  }

  it('despair with nobody there: first in the list with its flag, and counted, so that it rings', async () => {
    const person = await begun();
    await person.say('活着没意思，不想活了');
    const page = await sees('/workbench/queue', `id="w-${person.conversation}"`);
    const row = page.slice(page.indexOf(`id="w-${person.conversation}"`)).split('</tr>')[0];
    expect(row).to.include('轻生风险').and.include('特急').and.include('接入对话');
    expect(await chen.page('/workbench/queue/badge')).to.include('data-waiting="1"');
    expect(page.slice(page.indexOf('id="calls"'))).to.include('轻生风险');
  });

  it('the suggested question names what it asks for, and its answer is not asked again', async () => {
    await chen.post('/workbench/presence', { here: '1' });
    const person = await begun();
    for (const words of ['我要报案', '没有这些情况', '同意', '13912345678', '转人工']) await person.say(words);
    const path = `/workbench/c/${person.conversation}`;
    await sees('/workbench/queue', path);
    await chen.post(`${path}/accept`);
    const page = await sees(path, /name="asks" value="report\.role"/);
    const text = /name="text" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(text).to.include('您是哪一位');
    await chen.post(`${path}/say`, { text, asks: 'report.role', key: 'q1' });
    await person.say('开车的人');
    await sees(path, /name="asks" value="report\.when"/);
    await chen.post(`${path}/hand-back`, { agreed: '' });
    await person.say('解决了');
    await person.poll();
    expect(person.heard.at(-1)?.text).to.include('什么时候');
  });

  it('what was told before it was asked stands among what is known; the question comes with its answers to tap', async () => {
    const person = await begun();
    for (const words of ['I was hit by a car on my bike in Changsha yesterday evening around 8', 'talk to a person'])
      await person.say(words);
    const path = `/workbench/c/${person.conversation}`;
    await sees('/workbench/queue', path);
    await chen.post(`${path}/accept`);
    await person.say('my number is 13912340000');
    const page = await sees(path, '139****0000');
    expect(page)
      .to.match(/name="asks" value="report\.danger"/)
      .and.not.include('还什么都没说');
    await chen.post(`${path}/say`, { text: 'Is he hurt?', choices: 'Yes\nNo', key: 'q2' });
  });

  it('whoever despairs is asked first who is with them; who is in danger of life is told by that name', async () => {
    const person = await begun();
    for (const words of ['我爸在ICU', '不想活了']) await person.say(words);
    const path = `/workbench/c/${person.conversation}`;
    await sees('/workbench/queue', path);
    await chen.post(`${path}/accept`);
    expect(await chen.page(path)).to.include('身边有人');
    const other = await begun();
    for (const words of ['我要报案', '大量流血', '转人工']) await other.say(words);
    const page = await sees('/workbench/queue', `id="w-${other.conversation}"`);
    expect(page.slice(page.indexOf(`id="w-${other.conversation}"`)).split('</tr>')[0]).to.include('生命危险');
  });
});
