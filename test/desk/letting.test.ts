/** Somebody who cannot read a code is let in by a colleague who has seen a proof; everybody else learns nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Party, Registered } from '../../claims/recording/types.ts';
import type { ClaimId, ConversationId, JsonObject } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { REPORT } from './report.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

describe('letting somebody in at the desk', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  let wang: Colleague;
  beforeEach(async () => {
    rig = await newRig();
    await rig.app.seedDemo();
    admin = await rig.first();
    wang = await rig.invited(admin, {});
    await wang.post('/workbench/presence', { here: '1' });
  });
  afterEach(() => rig.stop());

  const claimOf = async (number: string): Promise<ClaimId> =>
    (await rig.app.store.claimOfInsurer(number))?.id ?? ('none' as ClaimId);
  const events = async (number: string, type: string) =>
    (await rig.app.store.events(await claimOf(number))).filter((one) => one.type === type);
  const daughterOf = (number: string, over: Readonly<Record<string, string>> = {}) =>
    claimOf(number).then((claim) => ({ claim, party: 'v1', relation: 'child', proof: '户口本 第 3 页', ...over }));
  const talking = async (lang = ''): Promise<{ person: Person; path: string }> => {
    const person = await rig.person(...(lang ? [lang] : []), '转人工');
    const path = `/workbench/c/${person.conversation}`;
    await wang.post(`${path}/accept`);
    return { person, path };
  };
  const last = async (person: Person): Promise<string> => {
    await person.poll();
    return String(person.heard.at(-1)?.text ?? '');
  };
  const where = async (path: string, form: Record<string, string>): Promise<string> =>
    (await wang.post(path, form)).headers.get('location') ?? '';

  it('the daughter of somebody in a coma asks and is answered; another conversation hears nothing; taken back, it ends', async () => {
    const { person, path } = await talking();
    const whom = await (await wang.post(`${path}/let-in/whom`, { number: 'DEMO-0001' })).text();
    expect(whom).to.include('伤者').and.include('李*').and.not.include('李阿姨').and.not.include('代理人的授权');
    expect(await where(`${path}/let-in`, await daughterOf('DEMO-0001'))).to.equal(path);
    expect(await last(person))
      .to.include('王敏')
      .and.include('DEMO-0001')
      .and.include('问进度');
    const [recorded] = await events('DEMO-0001', 'admitted');
    expect(recorded?.data).to.include({ party: 'v1', relation: 'child', proof: '户口本 第 3 页' });
    expect(await wang.page(path))
      .to.include('已放行看案件')
      .and.include('子女');
    await wang.post(`${path}/close`);
    await person.say('到哪一步了');
    expect(await last(person)).to.include('治疗中');
    const stranger = await rig.person('到哪一步了');
    expect(await last(stranger)).to.not.include('治疗中');
    const before = person.heard.length;
    await wang.post(`${path}/shut-out`, { claim: await claimOf('DEMO-0001') });
    expect(await last(person)).to.include('收回');
    await person.say('到哪一步了');
    await person.say('为什么没有动');
    await last(person);
    expect(
      person.heard
        .slice(before)
        .map(({ text }) => text)
        .join(),
    ).to.not.match(/治疗中|医院/);
    expect(await events('DEMO-0001', 'admissionWithdrawn')).to.have.length(1);
    const trail = await admin.page('/workbench/audit');
    expect(trail).to.include('放行看案件').and.include('收回放行');
    expect(await wang.page(path)).to.not.include('已放行看案件');
  });

  it('what is missing is told in words, and nobody is let in: proof, party, a claim that is not there', async () => {
    const { person, path } = await talking();
    const wrong: readonly [Record<string, string>, string, string][] = [
      [{ proof: ' ' }, 'noProof', '凭什么证明'],
      [{ party: 'v9' }, 'noSuchParty', '没有这个人'],
      [{ claim: 'none' }, 'noSuchClaim', '没有这个案件'],
    ];
    for (const [over, problem, words] of wrong) {
      const form = await daughterOf('DEMO-0001', over);
      expect(await where(`${path}/let-in`, form)).to.equal(`${path}?problem=${problem}`);
      expect(await wang.page(`${path}?problem=${problem}`)).to.include(words);
      const part = await wang.post(`${path}/let-in`, form, { 'hx-request': 'true' });
      expect([part.status, await part.text()]).to.satisfy(
        ([status, text]: [number, string]) => status === 409 && text.includes(words),
      );
    }
    expect(await where(`${path}/let-in/whom`, { number: 'NONE-1' })).to.equal(`${path}?problem=noSuchClaim`);
    expect(await events('DEMO-0001', 'admitted')).to.have.length(0);
    await last(person);
    expect(person.heard.some(({ text }) => text?.includes('问进度'))).to.equal(false);
  });

  it('the same form sent twice lets in once; a claim that nobody was let in to is taken back without a word', async () => {
    const { person, path } = await talking('English');
    const form = { ...(await daughterOf('DEMO-0001')), key: 'k1' };
    for (let i = 0; i < 2; i += 1) await wang.post(`${path}/let-in`, form);
    expect(await events('DEMO-0001', 'admitted')).to.have.length(1);
    expect(await last(person)).to.include('you may see claim DEMO-0001');
    const heard = person.heard.length;
    await wang.post(`${path}/shut-out`, { claim: await claimOf('DEMO-0002') });
    await last(person);
    expect(person.heard).to.have.length(heard);
  });

  it('an agent needs an authorisation, whose it is and until when', async () => {
    const { path } = await talking();
    const claim = await claimOf('DEMO-0001');
    const row = await rig.app.store.claim(claim);
    const registered = row?.facts.registered as unknown as Registered;
    const parties: Party[] = [...registered.parties, { id: 'a1', role: 'agent', name: '周律师' }];
    const data = { ...registered, parties } as unknown as JsonObject;
    const at = rig.clock.at;
    await rig.app.store.recordClaim({
      ...{ claim, expectedVersion: row?.version ?? 0, at, facts: { ...row?.facts, registered: data } },
      events: [{ id: 'e-agent', claim, type: 'registered', v: 1, at, by: 'insurer', via: 'test', data }],
    });
    expect(await (await wang.post(`${path}/let-in/whom`, { number: 'DEMO-0001' })).text()).to.include('代理人的授权');
    const agent = { claim, party: 'a1', proof: '授权委托书' };
    expect(await where(`${path}/let-in`, agent)).to.match(/noAuthorisation$/);
    const given = { ...agent, by: 'v1', from: '2026-11-20', until: '2027-11-20', money: 'yes' };
    expect(await where(`${path}/let-in`, { ...given, until: '2020-01-01' })).to.match(/problem=invalid$/);
    expect(await where(`${path}/let-in`, given)).to.equal(path);
    const [recorded] = await events('DEMO-0001', 'admitted');
    expect(recorded?.data.authorisation).to.deep.equal({
      ...{ by: { role: 'injured', person: 'v1' }, from: '2026-11-20', until: '2027-11-20', mayReceiveMoney: true },
    });
  });

  it('half an hour without a word closes it, and the desk says so; an auditor lets nobody in', async () => {
    const { person, path } = await talking();
    const auditor = await rig.invited(admin, { login: 'audit', name: '审计', role: 'auditor' });
    expect((await auditor.post(`${path}/let-in`, await daughterOf('DEMO-0001'))).status).to.equal(403);
    await wang.post(`${path}/let-in`, await daughterOf('DEMO-0001'));
    await wang.post(`${path}/close`);
    expect(await wang.page(path)).to.not.include('已自动关上');
    rig.clock.at += 31 * 60_000;
    await wang.signIn('wang');
    expect(await wang.page(path)).to.include('已自动关上');
    await rig.app.inbox.accept({
      ...{ channel: 'directline', conversation: person.conversation as ConversationId, key: 'late', at: rig.clock.at },
      ...{ shown: true, payload: { type: 'message', text: '到哪一步了', from: { id: 'dl_x', role: 'user' } } },
    });
    await rig.app.runner.idle();
    const said = await rig.app.store.activities(person.conversation as ConversationId, 0, 500);
    expect(said.map(({ payload }) => String(payload.text)).join()).to.not.include('治疗中');
  });

  it('to a claim of another branch nobody lets in: for her it does not exist, and the attempt is noted', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lipei-branches-'));
    writeFileSync(
      join(dir, 'branches.json'),
      JSON.stringify([
        { id: 'cs', name: '长沙', plates: ['湘A'] },
        { id: 'yy', name: '岳阳', plates: ['湘F'] },
      ]),
    );
    const other = await newRig({ DESK_BRANCHES: join(dir, 'branches.json') });
    await other.app.seedDemo();
    const chief = await other.first();
    const li = await other.invited(chief, { branch: 'yy' });
    const person = await other.person('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await li.post(`${path}/accept`);
    const id = (await other.app.store.claimOfInsurer('DEMO-0001'))?.id ?? '';
    const whom = await li.post(`${path}/let-in/whom`, { number: 'DEMO-0001' });
    expect(whom.headers.get('location')).to.equal(`${path}?problem=noSuchClaim`);
    const form = { claim: id, party: 'v1', proof: '户口本' };
    const tried = await li.post(`${path}/let-in`, form);
    expect(tried.headers.get('location')).to.equal(`${path}?problem=noSuchClaim`);
    expect((await other.app.store.events(id as ClaimId)).some(({ type }) => type === 'admitted')).to.equal(false);
    expect(await chief.page(`/workbench/audit?subject=${id}`)).to.include('越权被拒');
    await other.stop();
    rmSync(dir, { recursive: true });
  });

  it('what the person agreed to, refused and withdrew stands beside the facts, with the version of the words', async () => {
    const person = await rig.person(...REPORT, '转人工');
    const path = `/workbench/c/${person.conversation}`;
    await wang.post(`${path}/accept`);
    const section = async (): Promise<string> =>
      /id="h-consents"[\s\S]*?<\/section>/.exec(await wang.page(`${path}/side`))?.[0] ?? '';
    expect(await section())
      .to.include('伤情')
      .and.include('第 2 版说明')
      .and.not.include('已撤回');
    await wang.post(`${path}/close`);
    await person.say('撤回同意');
    expect(await section()).to.include('已撤回');
  });
});
