/** Chinese pages hold Chinese words: no key, no address, no English; and who wrote what is named. */
import { expect } from 'chai';
import type { ConversationId } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { REPORT } from './report.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

/** What a reader sees of a page. */
const shown = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<option[\s\S]*?<\/option>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('words of the desk', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  before(async () => {
    rig = await newRig();
    admin = await rig.first();
    await rig.invited(admin, {});
    await admin.post('/workbench/presence', { here: '1' });
  });
  after(() => rig.stop());

  const asks = (...words: readonly string[]): Promise<Person> => rig.person(...words);

  it('what is missing is named at every question of a report, and nothing is shown as a key', async () => {
    const person = await asks();
    const path = `/workbench/c/${person.conversation}/side`;
    await person.say('转人工');
    await person.say('返回机器人');
    for (const text of REPORT) {
      await person.say(text);
      expect(shown(await admin.page(path)), `after “${text}”`).not.to.match(/[a-z]+\.[a-z]+|firstContact/i);
    }
    expect(shown(await admin.page(path))).to.include('第一次联系');
  });

  it('what is added to a report afterwards is named too', async () => {
    const { renderer } = rig.app;
    const fields = [
      ...['report.phone', 'report.role', 'report.when', 'report.where', 'report.what', 'report.injuredCount'],
      ...['report.injured', 'report.scene', 'report.policeCalled', 'report.ownPlate', 'report.other', 'report.dead'],
      ...['details.photos', 'details.patients', 'details.insurer', 'details.policy', 'details.otherPhone'],
      'details.note',
    ];
    for (const lang of ['zh-CN', 'en'] as const)
      for (const field of fields) {
        const named = renderer.has(lang, `desk.label.${field}`) || renderer.has(lang, `labels.${field}`);
        expect(named, `${lang} ${field}`).to.equal(true);
      }
  });

  it('the trail is in words, and a refusal says which conversation it was', async () => {
    const person = await asks('转人工');
    const auditor = await rig.invited(admin, { login: 'shen', name: '沈', role: 'auditor' });
    expect((await auditor.post(`/workbench/c/${person.conversation}/say`, { text: 'x' })).status).to.equal(403);
    await admin.post(`/workbench/c/${person.conversation}/open`, { reason: 'call' });
    await admin.page('/workbench/audit');
    const text = shown(await admin.page('/workbench/audit'));
    expect(text).to.include('看了什么: 对话原文').and.include('为什么: 要给客户打电话').and.include('角色: 理赔员');
    expect(text).to.include('缘由: 角色不够');
    expect(text).not.to.match(/method|POST|:id|\b(all|queue|transcript|adjuster|reason|field|role)\b/);
    const about = shown(await admin.page(`/workbench/audit?subject=${person.conversation}`));
    expect(about).to.include('越权被拒');
  });

  it('a reminder is signed by the system, a note by whoever wrote it', async () => {
    const person = await asks('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await admin.post(`${path}/accept`);
    await admin.post(`${path}/note`, { text: '先问垫付' });
    await person.say('在吗');
    rig.clock.at += 6 * 60_000;
    await rig.app.schedule.runDue();
    const { lastSeq } = (await rig.app.store.conversation(person.conversation as ConversationId)) ?? { lastSeq: 0 };
    expect(lastSeq).to.be.greaterThan(0);
    const lines = shown(await admin.page(`${path}/lines`));
    expect(lines).to.include('系统 · 备注').and.include('陈主任 · 备注').and.not.include('备注 · 备注');
  });

  it('the link of an invitation is whole, on the address under which the page was opened', async () => {
    const html = await (await admin.post('/workbench/people', { login: 'neu', name: '新', role: 'adjuster' })).text();
    const link = /id="link">([^<]+)</.exec(html)?.[1] ?? '';
    expect(link).to.match(new RegExp(`^${rig.app.url}/workbench/setup/[\\w-]{43}$`));
    expect((await fetch(link)).status).to.equal(200);
    expect(html).to.include('data-copy="link"');
  });
});
