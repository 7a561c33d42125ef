/** What a colleague promises: never what is past, told to the person as her word, due at the desk, and marked kept. */
import { expect } from 'chai';
import { fold } from '../../claims/fold.ts';
import type { ClaimId, ConversationId, JsonObject } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { event } from '../store/fixtures.ts';
import { REPORT } from './report.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

describe('promises at the desk', function () {
  this.timeout(60_000);
  let rig: Rig;
  let chen: Colleague;
  let wang: Colleague;
  beforeEach(async () => {
    rig = await newRig();
    chen = await rig.first();
    wang = await rig.invited(chen, {});
    for (const one of [chen, wang]) await one.post('/workbench/presence', { here: '1' });
  });
  afterEach(() => rig.stop());

  async function talking(lang = 'zh'): Promise<{ person: Person; path: string; id: ConversationId }> {
    const person = await rig.person();
    if (lang === 'en') await person.say('English');
    for (const text of [...REPORT, '转人工']) await person.say(text);
    const path = `/workbench/c/${person.conversation}`;
    await chen.post(`${path}/accept`);
    return { person, path, id: person.conversation as ConversationId };
  }
  const part = { 'hx-request': 'true' };
  const events = async (id: ConversationId) => {
    const [binding] = await rig.app.store.bindings(id);
    return rig.app.store.events(binding?.claim as ClaimId);
  };

  it('whose time is past, or none, are refused with what to do; the person hears nothing', async () => {
    const { person, path, id } = await talking();
    for (const by of ['2026-11-24T09:00', '0020-01-01T00:00', '2025-11-25T12:00']) {
      const refused = await chen.post(`${path}/promise`, { text: '查垫付', by }, part);
      expect([refused.status, await refused.text()], by).to.satisfy(
        ([status, text]: [number, string]) => status === 409 && text.includes('以后的时间') && !text.includes('<'),
      );
    }
    expect((await chen.post(`${path}/promise`, { text: '查垫付', by: 'soon' }, part)).status).to.equal(409);
    const whole = await chen.post(`${path}/promise`, { text: '查垫付', by: '2026-11-24T09:00' });
    expect(whole.headers.get('location')).to.equal(`${path}?problem=past`);
    expect(await chen.page(`${path}?problem=past`)).to.include('以后的时间');
    await person.poll();
    expect(person.heard.some(({ text }) => text?.includes('查垫付'))).to.equal(false);
    expect((await events(id)).filter(({ data }) => data.what === '查垫付')).to.have.length(0);
    expect((await rig.app.store.openTickets(50)).filter(({ kind }) => kind === 'promise')).to.have.length(0);
  });

  it('are told to the person as hers, stand among what is due, amber and red in words, until they are kept', async () => {
    const { person, path, id } = await talking();
    const [, minutes] = [rig.clock.at, 60_000];
    const by = new Date(rig.clock.at + 100 * minutes + 8 * 3_600_000).toISOString().slice(0, 16);
    await chen.post(`${path}/promise`, { text: '查垫付', by });
    await person.poll();
    expect(person.heard.at(-1)?.text).to.include('陈主任').and.include('查垫付').and.include(by.slice(11));
    expect(person.heard.at(-1)?.channelData).to.include({ key: 'human.promisedYou', speaker: 'bot' });
    const row = async (one: Colleague): Promise<string> => {
      await one.post('/workbench/presence', { here: '1' });
      return /id="promises"[\s\S]*?<\/table>/.exec(await one.page('/workbench/queue'))?.[0] ?? '';
    };
    expect(await row(wang))
      .to.include('查垫付')
      .and.include('陈主任')
      .and.not.include('快到期')
      .and.not.include('已超时');
    rig.clock.at += 81 * minutes;
    await wang.signIn('wang');
    expect(await row(wang)).to.include('快到期');
    expect(/id="h-promises"[\s\S]*?<\/section>/.exec(await wang.page(`${path}/side`))?.[0]).to.include('快到期');
    rig.clock.at += 25 * minutes;
    await wang.signIn('wang');
    expect(await row(wang)).to.include('已超时');
    expect(await wang.page(`${path}/side`)).to.include('已过期');

    const made = (await events(id)).find(({ data }) => data.what === '查垫付');
    const form = { promise: String(made?.id), back: 'queue' };
    expect((await wang.post(`${path}/kept`, form)).headers.get('location')).to.equal('/workbench/queue');
    await wang.post(`${path}/kept`, form);
    const kept = (await events(id)).filter(({ type }) => type === 'promiseKept');
    expect(kept, 'once').to.have.length(1);
    expect(kept[0]).to.deep.include({ by: 'adjuster', at: rig.clock.at });
    expect(kept[0]?.data).to.deep.equal({ promise: made?.id, what: '查垫付', who: '王敏' });
    expect(await row(wang)).to.equal('');
    expect(await wang.page(`${path}/side`))
      .to.include('已兑现 · 王敏')
      .and.include('许诺已兑现');
    const acts = await rig.app.store.acts({ subject: id, limit: 100 });
    expect(acts.map(({ what }) => what)).to.include('keepPromise');
    expect((await wang.post(`${path}/kept`, { promise: 'none' }, part)).status).to.equal(409);
  });

  it('in English to who writes English, and again with the same key is made once', async () => {
    const { person, path, id } = await talking('en');
    const form = { text: 'a call from the surveyor', by: '2026-11-25T12:00', key: 'p1' };
    for (let n = 0; n < 2; n += 1) await chen.post(`${path}/promise`, form);
    await person.poll();
    const told = person.heard.filter(({ text }) => text?.includes('surveyor'));
    expect(told).to.have.length(1);
    expect(told[0]?.text).to.match(/陈主任 promises/);
    expect((await events(id)).filter(({ data }) => data.what === form.text)).to.have.length(1);
  });

  const due = async (one: Colleague): Promise<string> =>
    /id="promises"[\s\S]*?<\/table>/.exec(await one.page('/workbench/queue'))?.[0] ?? '';
  const told = async (one: Colleague, path: string): Promise<string> =>
    /id="h-promise[sd]"[\s\S]*?<\/section>/.exec(await one.page(path))?.[0] ?? '';

  it('made on the page of the claim stand among what is due and in the conversation, and are marked kept in either place', async () => {
    const { path, id } = await talking();
    const [binding] = await rig.app.store.bindings(id);
    const claim = `/workbench/k/${binding?.claim}`;
    const by = new Date(rig.clock.at + 100 * 60_000 + 8 * 3_600_000).toISOString().slice(0, 16);
    for (const what of ['查垫付进度', '寄发票清单']) await chen.post(`${claim}/record`, { type: 'promise', what, by });
    expect(await due(wang))
      .to.include('查垫付进度')
      .and.include('寄发票清单')
      .and.include('陈主任');
    expect(await told(wang, `${path}/side`)).to.include('查垫付进度');
    const page = await wang.page(claim);
    expect(page, 'the conversations that she may open').to.include(`href="${path}"`);
    expect(page).to.include('22:00 到 08:00');
    rig.clock.at += 81 * 60_000;
    await wang.signIn('wang');
    await wang.post('/workbench/presence', { here: '1' });
    expect(await due(wang)).to.include('快到期');
    const made = (await events(id)).filter(({ type, by: who }) => type === 'promiseMade' && who === 'adjuster');
    await wang.post(`${path}/kept`, { promise: String(made[0]?.id), back: 'queue' });
    expect(await due(wang))
      .to.include('寄发票清单')
      .and.not.include('查垫付进度');
    expect(await told(wang, claim)).to.include('已兑现');
    await wang.post(`${claim}/record`, { type: 'promiseKept', promise: String(made[1]?.id) });
    expect(await due(wang)).to.equal('');
    expect((await rig.app.store.openTicketsOf(id)).filter(({ kind }) => kind === 'promise')).to.deep.equal([]);
  });

  it('without a report show in their conversation until they are kept', async () => {
    const person = await rig.person('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await chen.post(`${path}/accept`);
    await chen.post(`${path}/promise`, { text: '回电说垫付', by: '2026-11-25T12:00' });
    expect(await told(chen, `${path}/side`))
      .to.include('回电说垫付')
      .and.include('陈主任');
    const [ticket] = await rig.app.store.openTicketsOf(person.conversation as ConversationId);
    await chen.post(`${path}/kept`, { promise: ticket?.id ?? '' });
    expect(await told(chen, `${path}/side`)).to.not.include('回电说垫付');
  });

  it('of the assistant are told in words, and by whom, wherever they stand', async () => {
    const { path, id } = await talking();
    const claim = (await rig.app.store.bindings(id))[0]?.claim as ClaimId;
    const version = (await events(id)).length;
    const at = rig.clock.at;
    const data = { what: 'answer', by: '2026-11-25T12:00:00+08:00', who: '' };
    const made = event(claim, { type: 'promiseMade', by: 'bot', at, data });
    const facts = fold([...(await events(id)), made]) as unknown as JsonObject;
    const ticket = {
      id: made.id,
      kind: 'promise',
      conversation: id,
      claim,
      at,
      slot: Date.parse(data.by),
      data,
    } as const;
    const wish = { claim, expectedVersion: version, events: [made], at, facts, tickets: [ticket] };
    expect(await rig.app.store.recordClaim(wish)).to.equal('recorded');
    await chen.post('/workbench/presence', { here: '1' });
    const places = [await due(chen), await chen.page(`${path}/side`), await told(chen, `/workbench/k/${claim}`)];
    for (const html of places)
      expect(html.replace(/value="answer"/g, ''))
        .to.include('再次联系')
        .and.include('人伤理赔同事')
        .and.not.match(/>answer</);
  });
});
