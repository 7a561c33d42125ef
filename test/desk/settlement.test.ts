/** A settlement entered at the desk: reconciled in words by field, recorded by the rules of the API, once. */
import { expect } from 'chai';
import { type Colleague, newRig, type Rig } from './rig.ts';
import { claimPath, eventsOf, type Fields, look, SMALL, settle } from './settling.ts';

/** The messages of the preview, as a reader has them. */
const read = (html: string): string[] =>
  [
    ...(/<div class="read"[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '').matchAll(/<p class="text">([\s\S]*?)<\/p>/g),
  ].map(([, line = '']) => line.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'));

describe('a settlement at the desk', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  let wang: Colleague;
  let claim = '';
  const form = (victim = 'v1'): string => `${claim}/settlement/${victim}`;
  const settled = async () => (await eventsOf(rig, claim)).filter(({ type }) => type === 'settled');
  before(async () => {
    rig = await newRig();
    await rig.app.seedDemo();
    admin = await rig.first();
    wang = await rig.invited(admin, {});
  });
  after(() => rig.stop());
  beforeEach(async () => {
    claim = await claimPath(wang, 'DEMO-0001');
  });

  it('says what it adds up to while it is filled in, and what to mend beside its field, in both languages', async () => {
    const { html } = await look(wang, form(), { ...SMALL, 'lines.0.reasons.0.amount': '150', 'payable.0.amount': 'x' });
    expect(html).to.include('申请减认可是 200 元，原因加起来是 150 元').and.include('差 50 元');
    expect(html).to.match(/id="e-payable\.0\.amount">请填数目/);
    const { html: fuller } = await look(wang, form(), { ...SMALL, 'lines.0.reasons.0.amount': '150' });
    expect(fuller).to.match(/id="e-lines\.0\.reasons">原因加起来是 150 元，应是 200 元，差 50 元/);
    const english = { 'accept-language': 'en' };
    const { sent } = await look(wang, form(), { ...SMALL, 'layers.compulsory.medical': '20000' });
    const told = await (await wang.post(form(), { ...sent, do: 'check' }, english)).text();
    expect(told).to.match(/id="e-layers">The layers add up to 20,000 yuan, 800 are accepted/);
    expect(told).to.match(/id="e-layers\.compulsory\.medical">Above the limit of 18,000 yuan/);
    expect(await settled(), 'looking keeps nothing').to.have.length(0);
  });

  it('draws a row more or less without a script, and the values that a reason is computed from', async () => {
    const { html } = await look(wang, form(), SMALL, { do: 'addLine' });
    expect(html).to.match(/name="lines\.1\.item"[^>]* autofocus/);
    const { html: cut } = await look(wang, form(), { ...SMALL, 'lines.0.reasons.0.code': 'nonMedicare' });
    for (const name of ['billed', 'standard', 'share', 'rider'])
      expect(cut).to.include(`name="lines.0.reasons.0.basis.${name}"`);
    const { html: less } = await look(wang, form(), SMALL, { do: 'dropReason.0.0' });
    expect(less).to.not.include('name="lines.0.reasons.0.code"');
  });

  it('shows what the person will read once it reconciles, and records it so', async () => {
    const { html, sent } = await look(wang, form(), SMALL);
    expect(html).to.include('对上了').and.include('这几笔治的不是这次事故受的伤');
    const answer = await wang.post(`${form()}/record`, sent);
    expect(answer.headers.get('location')).to.match(/\?done=recorded&of=v1$/);
    const [event] = await settled();
    expect(event).to.deep.include({ by: 'adjuster' });
    expect(event?.data.settlement).to.deep.include({ victim: 'v1', version: 1, claim: 'DEMO-0001' });
    const page = await wang.page(`${claim}?done=recorded&of=v1`);
    expect(page).to.include(`data-drafted="${form()}"`).and.include('申请 1,000 元，认可 800 元');
  });

  it('the same submit twice is one settlement; one made before the newest is looked at again', async () => {
    const { sent } = await look(wang, form(), SMALL);
    const before = (await settled()).length;
    const twice = await Promise.all([wang.post(`${form()}/record`, sent), wang.post(`${form()}/record`, sent)]);
    expect(twice.map(({ status }) => status)).to.deep.equal([303, 303]);
    expect((await wang.post(`${form()}/record`, sent)).status).to.equal(303);
    expect(await settled()).to.have.length(before + 1);
    const late = await wang.post(`${form()}/record`, { ...sent, key: 'another' });
    expect(late.status).to.equal(409);
    expect(await late.text()).to.include('刚才已有人记下一次核定');
    expect(await settled()).to.have.length(before + 1);
  });

  const wrong: readonly (readonly [string, Fields, RegExp])[] = [
    ['reasons that do not add up', { 'lines.0.reasons.0.amount': '199.99' }, /id="e-lines\.0\.reasons"/],
    ['layers that do not add up', { 'layers.commercial': '0.01' }, /id="e-layers"/],
    ['payments that do not add up', { 'payable.0.amount': '799' }, /id="e-payable"/],
    ['a payee that nobody knows', { 'payable.0.to': 'v9' }, /id="e-payable\.0\.to"/],
    ['an item that is none', { 'lines.0.item': 'lunch' }, /id="e-lines\.0\.item"/],
    ['a code that is none', { 'lines.0.reasons.0.code': '<b>' }, /id="e-lines\.0\.reasons\.0\.code"/],
    ['a note of 10 kB', { 'lines.0.reasons.0.note': '长'.repeat(3_400) }, /id="e-lines\.0\.reasons\.0\.note">太长了/],
    ['a share above all', { 'layers.fault': '120%' }, /id="e-layers\.fault"/],
    ['an amount below nothing', { 'lines.0.accepted': '-1' }, /id="e-lines\.0\.accepted"/],
    [
      'an amount that its basis does not give',
      {
        ...{ 'lines.0.reasons.0.code': 'nursing', 'lines.0.item': 'nursing' },
        ...{ 'lines.0.reasons.0.basis.days': '1', 'lines.0.reasons.0.basis.perDay': '100' },
      },
      /id="e-lines\.0\.reasons\.0\.amount">写的是 200 元/,
    ],
  ];
  for (const [name, over, where] of wrong)
    it(`refuses ${name}, by field; nothing is recorded and nothing typed is lost`, async () => {
      const before = (await eventsOf(rig, claim)).length;
      const { sent } = await look(wang, form(), { ...SMALL, ...over });
      const answer = await wang.post(`${form()}/record`, sent);
      const html = await answer.text();
      expect(answer.status).to.equal(422);
      expect(html)
        .to.match(where)
        .and.match(/role="alert"/)
        .and.include('value="费用清单"');
      expect(await eventsOf(rig, claim)).to.have.length(before);
    });

  it('records nothing whose words were not read first', async () => {
    const before = (await settled()).length;
    const { sent } = await look(wang, form(), SMALL);
    const other = { ...sent, 'lines.0.asked': '900', 'lines.0.reasons.0.amount': '100' };
    const answer = await wang.post(`${form()}/record`, other);
    expect(answer.status).to.equal(409);
    expect(await answer.text()).to.include('请先看一眼客户会读到的');
    expect(await settled()).to.have.length(before);
  });

  it('foreign text stays text: tags in papers and notes', async () => {
    const evil = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
    const { html } = await look(wang, form(), {
      ...SMALL,
      ...{ 'lines.0.reasons.0.paper': evil, 'lines.0.reasons.0.note': evil, 'lines.0.item': evil },
    });
    expect(html).to.not.match(/<img src=x|<script>alert/);
  });

  it('names that are no fields and moves that are none are nothing', async () => {
    const more = { 'lines.0.reasons.0.basis.constructor': 'x', 'lines.0.reasons.0.basis.__proto__': 'x' };
    for (const wish of ['constructor', 'toString.1', 'dropLine.9', 'addReason.x'])
      expect((await look(wang, form(), { ...SMALL, ...more }, { do: wish })).html).to.include('value="费用清单"');
    let rows: Fields = SMALL;
    for (let i = 1; i < 40; i += 1) rows = { ...rows, [`lines.${i}.item`]: 'other' };
    const { html } = await look(wang, form(), rows, { do: 'addLine' });
    expect(html).to.include('name="lines.39.item"').and.not.include('name="lines.40.item"');
  });

  it('of a claim of another branch, of nobody, and for whoever may only look there is none', async () => {
    const auditor = await rig.invited(admin, { login: 'audit', name: '审计', role: 'auditor' });
    expect((await auditor.get(form())).status).to.equal(403);
    expect((await auditor.post(`${form()}/record`, SMALL)).status).to.equal(403);
    expect((await wang.get(form('v9'))).status).to.equal(404);
    expect((await wang.post(`/workbench/k/none/settlement/v1/record`, SMALL)).status).to.equal(404);
  });

  it('the preview is what the person reads of it, in the language in which she talks here', async () => {
    const path = await claimPath(wang, 'DEMO-0002');
    const { html } = await look(wang, `${path}/settlement/v1`, SMALL);
    expect(html).to.include('class="read" lang="zh-CN"');
    const person = await rig.person('I want to talk to a person');
    const talk = `/workbench/c/${person.conversation}`;
    await wang.post(`${talk}/accept`);
    const [id = ''] = path.split('/').slice(-1);
    const letIn = { claim: id, party: 'v1', relation: 'self', proof: 'ID card' };
    expect((await wang.post(`${talk}/let-in`, letIn)).status).to.equal(303);
    const { html: english } = await look(wang, `${path}/settlement/v1`, SMALL);
    expect(english).to.include('class="read" lang="en"').and.include('核定');
    expect((await settle(wang, `${path}/settlement/v1`, SMALL)).status).to.equal(303);
    await wang.post(`${talk}/close`);
    await person.say('Why was less paid?');
    await person.say('1');
    await person.poll();
    const heard = person.heard.map(({ text }) => String(text).replaceAll('赵师傅（演示）', '赵*'));
    expect(read(english)).to.have.length(2);
    for (const message of read(english)) expect(heard).to.include(message);
  });
});
