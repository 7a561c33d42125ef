/** New reports and changes: what a person said to the bot reaches the insurer, once, in order, and no more than is declared. */
import { expect } from 'chai';
import type { ConversationId } from '../../store/ports.ts';
import { Person } from '../e2e/client.ts';
import { type Caller, caller, joined, newRig, type Rig, registration } from './rig.ts';

const REPORT = [
  ...['我要报案', '没有这些情况', '同意', '13912345678', '开车的人', '昨晚八点多', '梧桐树大街与白马巷口'],
  ...['我倒车时没有看见后面的老先生', '1 人，住院了', '在现场，已报警', '湘K8T2X6', '行人', '提交'],
];

describe('reports and changes', function () {
  this.timeout(60_000);
  let rig: Rig;
  let call: Caller;
  let person: Person;
  before(async () => {
    rig = await newRig();
    call = caller(rig, await rig.key('core'));
    person = new Person(rig.app.url);
    await person.begin();
    await person.listen();
    for (const text of REPORT) await person.say(text);
    await rig.app.runner.idle();
  });
  after(() => rig.stop());

  it('a report is listed once, from the cursor on, with what was said', async () => {
    const { body } = await call('GET /api/v1/reports');
    expect(body.reports).to.have.length(1);
    expect(body.reports[0]).to.deep.include({
      ...{ claim: null, severity: 'hospital', role: 'driver', phone: '13912345678', ownPlate: '湘K8T2X6' },
      ...{ injuredCount: 1, policeCalled: true, dead: 0, files: 0 },
    });
    expect(body.more).to.equal(false);
    expect((await call(`GET /api/v1/reports?cursor=${body.next}`)).body.reports).to.deep.equal([]);
  });

  it('is taken up by the insurer, once, and then known under its number', async () => {
    const report = (await call('GET /api/v1/reports')).body.reports[0]?.number;
    const same = await call(`PUT /api/v1/claims/${report}`, { body: registration() });
    expect(same.status, 'a number of a report is not taken by accident').to.equal(409);
    expect((await call('PUT /api/v1/claims/P7', { body: registration({ report }) })).status).to.equal(201);
    expect((await call('PUT /api/v1/claims/P8', { body: registration({ report }) })).status).to.equal(409);
    expect((await call('PUT /api/v1/claims/P7', { body: registration() })).status).to.equal(409);
    const claim = (await call('GET /api/v1/claims/P7')).body;
    expect(claim).to.deep.include({ number: 'P7', report });
    expect(claim.promises, 'what the bot promised').to.have.length(1);
    expect((await call('GET /api/v1/reports')).body.reports[0]?.claim).to.equal('P7');
  });

  it('changes come in pages that fit together, with data only of what the claim system may know', async () => {
    await call('POST /api/v1/claims/P7/events', { body: joined });
    const seen: string[] = [];
    for (let cursor = '0', more = true; more; ) {
      const { body } = await call(`GET /api/v1/changes?cursor=${cursor}&limit=2`);
      seen.push(...body.changes.map(({ type }) => type));
      for (const { type, data } of body.changes)
        if (['reported', 'consentGiven', 'assigned', 'corrected'].includes(type)) expect(data).to.deep.equal({});
      [cursor, more] = [body.next, body.more];
    }
    const whole = (await call('GET /api/v1/changes?limit=200')).body.changes;
    expect(seen).to.deep.equal(whole.map(({ type }) => type));
    expect(seen).to.include.members(['reported', 'promiseMade', 'registered', 'stageChanged']);
    expect(seen.at(-1)).to.equal('stageChanged');
    expect(whole.at(-1)).to.deep.include({ claim: 'P7', data: { change: 'joined', person: 'v1', at: '2026-11-18' } });
  });

  it('the conversation goes on with the claim, and what the insurer recorded stays', async () => {
    const before = (await call('GET /api/v1/claims/P7')).body.version;
    await person.say('我要补充：还有一个人受伤');
    await person.say('备注：车停在医院门口');
    await rig.app.runner.idle();
    const { body } = await call('GET /api/v1/claims/P7');
    expect(body.version).to.be.greaterThan(before);
    expect(body.places).to.deep.equal([{ stage: 'report', person: 'v1', since: '2026-11-18' }]);
  });

  it('a wish for money in advance comes with what has to be answered, once, and an advance answers the promise', async () => {
    for (const text of ['算了', '能不能先垫付', '市第一人民医院', '骨科 3 床', '抢救', '三万', '医院', '提交', '提交'])
      await person.say(text);
    await rig.app.runner.idle();
    const { changes } = (await call('GET /api/v1/changes?limit=200')).body;
    const wished = changes.filter(({ type }) => type === 'advanceWished');
    expect(wished).to.have.length(1);
    expect(wished[0]?.data).to.deep.include({ hospital: '市第一人民医院', ward: '骨科 3 床', asked: '30000.00' });
    const open = (await call('GET /api/v1/claims/P7')).body;
    expect(open.advanceWishes).to.have.length(1);
    expect(open.advanceWishes[0]).to.not.have.any.keys('from', 'at');
    const received = { type: 'advance', advance: 'a1', change: 'requested', person: 'v1', route: 'compulsory' };
    await call('POST /api/v1/claims/P7/events', { body: { ...received, at: '2026-11-24' } });
    const { promises } = (await call('GET /api/v1/claims/P7')).body;
    expect(promises.find(({ what }) => what === 'answerAdvance')).to.have.property('keptAt');
  });

  it('of an erased person nothing comes, and the cursor goes on', async () => {
    const conversation = await rig.app.store.conversation(person.conversation as ConversationId);
    if (!conversation) throw new Error('the conversation is there');
    await rig.app.store.erasePerson(conversation.person);
    expect((await call('GET /api/v1/reports')).body).to.deep.include({ reports: [], more: false });
    const { body } = await call('GET /api/v1/changes');
    expect(body.changes.map(({ type }) => type)).to.have.members(['registered', 'stageChanged', 'advanceChanged']);
    expect((await call('GET /api/v1/claims/P7')).body.places).to.have.length(1);
    // What the insurer tells afterwards goes on under the same two numbers.
    const before = (await rig.app.store.claimOfInsurer('P7'))?.number;
    const promise = { type: 'promise', what: 'x', by: '2026-12-01T10:00:00+08:00', who: 'x' };
    expect((await call('POST /api/v1/claims/P7/events', { body: promise })).status).to.equal(201);
    const after = await rig.app.store.claimOfInsurer('P7');
    expect(after?.number).to.equal(before).and.not.equal('P7');
    expect(after?.facts).to.deep.include({ number: before });
  });
});
