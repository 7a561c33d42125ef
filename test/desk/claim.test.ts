import { join } from 'node:path';
import { expect } from 'chai';
import { CLOCKS } from '../../claims/clocks/rules/index.ts';
import { createRenderer, languages } from '../../locales/render.ts';
import { record as recordEvent } from '../support/advance.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';
import { claimPath } from './settling.ts';

const renderer = createRenderer(join(import.meta.dirname, '../../locales'), {});

describe('the claim at the desk', function () {
  it('every clock has a name in every language', () => {
    for (const lang of languages)
      for (const { id } of CLOCKS) expect(renderer.has(lang, `desk.clockName.${id}`), `${lang} ${id}`).to.equal(true);
  });

  this.timeout(30_000);
  let rig: Rig;
  let admin: Colleague;
  let wang: Colleague;
  before(async () => {
    rig = await newRig();
    await rig.app.seedDemo();
    admin = await rig.first();
    wang = await rig.invited(admin, {});
  });
  after(() => rig.stop());

  const pathOf = (number: string): Promise<string> => claimPath(wang, number);
  const read = async (path: string): Promise<string> => (await wang.get(path)).text();
  /** Where the browser is sent afterwards. */
  const record = async (path: string, form: Record<string, string>): Promise<string> =>
    (await wang.post(`${path}/record`, form)).headers.get('location') ?? '';

  it('is found by the insurer’s number, with names and phones masked until there is a reason', async () => {
    const path = await pathOf('DEMO-0002');
    const html = await read(path);
    expect(html).to.include('收材料').and.include('赵*').and.not.include('赵师傅').and.not.include('13800138003');
    const shown = await (await wang.post(`${path}/reveal`, { party: 'v1', reason: 'call' })).text();
    expect(shown).to.include('赵师傅').and.include('13800138003');
  });

  it('shows what somebody wished to be paid in advance, with numbers masked', async () => {
    const claim = await rig.app.store.claimOfInsurer('DEMO-0001');
    if (!claim) throw new Error('the demo is there');
    const wish = { person: 'v1', purpose: 'rescue', state: 'critical', askedBy: 'hospital', asked: '30000.00' };
    await recordEvent(rig, claim.id, 'advanceWished', { ...wish, hospital: '示例医院', ward: '3 床 13900139000' });
    const html = await read(await pathOf('DEMO-0001'));
    expect(html).to.include('示例医院').and.include('30000.00 元').and.include('139****9000');
  });

  it('takes what is recorded by the same rules as the API: a paper, a step, a promise', async () => {
    const path = await pathOf('DEMO-0002');
    const paper = { type: 'paper', change: 'accepted', document: 'expenseList', person: 'v1' };
    expect(await record(path, paper)).to.equal(path);
    expect(await record(path, { type: 'stage', change: 'entered', stage: 'assessment', person: 'v1' })).to.match(
      /paused$/,
    );
    expect(await record(path, { type: 'stage', change: 'resumed', stage: 'papers', person: 'v1' })).to.equal(path);
    expect(await record(path, { type: 'stage', change: 'entered', stage: 'assessment', person: 'v1' })).to.equal(path);
    const promise = { type: 'promise', what: '核完回电', by: '2026-11-26T17:00', to: 'v1' };
    expect(await record(path, promise)).to.equal(path);
    const html = await read(path);
    expect(html).to.include('核完回电').and.include('核算金额');
    expect(html, 'whom it was promised to').to.match(/核完回电[^<]*<\/bdi>[^<]*答应谁 <bdi>[^<]+<\/bdi>/);
    expect(html, 'who reads it').to.include('刚验证过身份时会看到');
    const id = /name="promise" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(await record(path, { type: 'promiseKept', promise: id })).to.equal(path);
    expect(await record(path, { type: 'promiseKept', promise: id })).to.match(/alreadyOver$/);
  });

  it('keeps the six communications, each with its last and its due day; what stands in a note is masked', async () => {
    const path = await pathOf('DEMO-0001');
    const six = async () => /<section[^>]*h-six[\s\S]*?<\/section>/.exec(await read(path))?.[0] ?? '';
    expect(await six())
      .to.include('沟通六步')
      .and.include('还没有记过')
      .and.not.include('class="tag');
    const had = (kind: string, over: Record<string, string> = {}) =>
      record(path, { type: 'communication', kind, person: 'v1', ...over });
    expect(await had('visit', { note: '家属电话 13800138009', next: '2026-12-30' })).to.equal(path);
    expect(await had('doctor', { at: '2026-11-01', next: '2026-11-26' })).to.equal(path);
    expect(await had('guidance', { at: '2026-11-01', next: '2026-11-20', person: '' })).to.equal(path);
    const html = await six();
    expect(html)
      .to.match(/查勘伤者[\s\S]*上次 2026年11月[\s\S]*王敏[\s\S]*李\*[\s\S]*138\*{4}8009/)
      .and.not.include('13800138009');
    expect([...html.matchAll(/class="tag ([a-z]*)">最晚 ([0-9年月日]+)/g)].map(([, ...one]) => one)).to.deep.equal([
      ['', '2026年12月30日'],
      ['amber', '2026年11月26日'],
      ['alarm', '2026年11月20日'],
    ]);
    expect(await had('lunch')).to.match(/notAllowed$/);
    expect(await had('visit', { person: 'v9' })).to.match(/unknownParty$/);
    expect(await had('visit', { at: '2030-01-01' })).to.match(/inFuture$/);
    expect(await had('visit', { next: '2020-01-01' })).to.match(/backInTime$/);
    expect(await had('visit', { next: 'soon' })).to.match(/notAllowed$/);
    expect(await six(), 'nothing of it was kept').to.equal(html);
  });

  it('refuses what is none: other types, other people, the past, markup', async () => {
    const path = await pathOf('DEMO-0003');
    const wrong: readonly Record<string, string>[] = [
      { type: 'settlement' },
      { type: 'registered', number: 'X' },
      { type: 'stage', change: 'entered', stage: 'nowhere', person: 'v1' },
      { type: 'stage', change: 'entered', stage: 'approval', person: 'v9' },
      { type: 'stage', change: 'entered', stage: 'approval', person: 'v1', at: '2030-01-01' },
      { type: 'promise', what: 'x', by: '2020-01-01T10:00' },
      { type: 'promise', what: '', by: '2027-01-01T10:00' },
      { type: 'paper', change: 'accepted', document: 'nothing', person: 'v1' },
    ];
    for (const form of wrong) expect(await record(path, form), JSON.stringify(form)).to.match(/\?problem=/);
    await record(path, { type: 'promise', what: '<img src=x onerror=alert(1)>', by: '2026-12-01T10:00' });
    expect(await read(path))
      .to.include('&lt;img')
      .and.not.include('<img src=x');
    expect(await (await wang.get(`${path}?problem=<script>`)).text()).to.not.include('<script>');
  });

  it('an auditor looks and records nothing; of another branch it does not exist', async () => {
    const path = await pathOf('DEMO-0001');
    const auditor = await rig.invited(admin, { login: 'audit', name: '审计', role: 'auditor' });
    expect((await auditor.get(path)).status).to.equal(200);
    for (const type of ['promise', 'communication'])
      expect((await auditor.post(`${path}/record`, { type })).status).to.equal(403);
    expect(await (await auditor.get(path)).text())
      .to.include('沟通六步')
      .and.not.include('记一次沟通');
    expect((await wang.get('/workbench/k/none')).status).to.equal(404);
  });
});
