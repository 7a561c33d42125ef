/** What the insurer's engineer does with one claim, on the happy path and beside it. */
import { expect } from 'chai';
import {
  type Caller,
  caller,
  entered,
  injured,
  insured,
  joined,
  newRig,
  type Rig,
  registration,
  settlement,
} from './rig.ts';

describe('the API of the claim system', function () {
  this.timeout(60_000);
  let rig: Rig;
  let call: Caller;
  let made = 0;
  before(async () => {
    rig = await newRig();
    call = caller(rig, await rig.key('core'));
  });
  after(() => rig.stop());

  /** A claim of its own. */
  async function claim(over: object = {}): Promise<string> {
    made += 1;
    const path = `/api/v1/claims/PICC-2026.${made}`;
    expect((await call(`PUT ${path}`, { body: registration(over) })).status).to.equal(201);
    return path;
  }
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    call(`POST ${path}/events`, { body, headers });

  it('keeps a claim as it was put, and says where everybody stands', async () => {
    const path = await claim();
    expect((await post(path, joined)).body).to.include({ version: 2 });
    for (const stage of ['survey', 'firstVisit']) expect((await post(path, entered(stage))).status).to.equal(201);
    await post(path, { type: 'paper', change: 'received', document: 'diagnosis', person: 'v1', at: '2026-11-20' });
    const blurred = { type: 'paper', change: 'unreadable', why: 'blurred', document: 'diagnosis', person: 'v1' };
    await post(path, { ...blurred, at: '2026-11-21', who: '王敏' });
    const asked = { document: 'expenseList', who: '王敏', why: '核对医保外用药', person: 'v1', at: '2026-11-22' };
    await post(path, { type: 'paperRequest', ...asked });
    const promised = { what: '复核材料', by: '2026-11-26T18:00:00+08:00', who: '王敏' };
    await post(path, { type: 'promise', ...promised });
    const liable = {
      by: 'police',
      made: '2026-11-20',
      delivered: '2026-11-21',
      shares: [{ party: 'i1', share: 'full' }],
    };
    await post(path, { type: 'liability', ...liable });
    const { status, body, headers } = await call(`GET ${path}`);
    expect(status).to.equal(200);
    expect(headers.get('etag')).to.equal(`"${body.version}"`);
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(body).to.deep.include({
      ...registration(),
      paperRequests: [asked],
      liability: liable,
    });
    expect(body.promises).to.have.length(1);
    const [{ id, ...said } = { id: '' }] = body.promises;
    expect(said).to.deep.equal(promised);
    const kept = { type: 'promiseKept', promise: id, who: '王敏' };
    expect((await post(path, kept)).status).to.equal(201);
    expect((await post(path, kept)).body.errors[0]?.expected).to.match(/^alreadyOver/);
    expect((await post(path, { ...kept, promise: 'x' })).body.errors[0]?.expected).to.match(/^unknownPromise/);
    expect((await call(`GET ${path}`)).body.promises[0]?.keptAt).to.equal('2026-11-24T10:00:00+08:00');
    expect(body.places).to.deep.equal([{ stage: 'firstVisit', person: 'v1', since: '2026-11-19' }]);
    const state = { document: 'diagnosis', person: 'v1', state: 'unreadable', why: 'blurred' };
    expect(body.papers).to.deep.equal([{ ...state, since: '2026-11-21', who: '王敏' }]);
  });

  it('refuses what cannot be, with the field and the reason, and stores nothing of it', async () => {
    const path = await claim();
    await post(path, joined);
    const impossible: readonly (readonly [object, string, RegExp])[] = [
      [entered('payment'), '/stage', /^notAllowed: survey/],
      [entered('survey', '2026-11-01'), '/at', /^backInTime: not before 2026-11-18/],
      [entered('survey', '2027-01-01'), '/at', /^inFuture/],
      [entered('survey', '2026-13-01'), '/at', /a day/],
      [{ ...entered('survey'), person: 'v9' }, '/person', /^unknownParty/],
      [{ ...joined, person: 'i1' }, '/person', /^notInjured/],
      [joined, '/stage', /^alreadyHere/],
      [{ ...joined, stage: 'survey' }, '/stage', /no such field/],
      [{ type: 'stage', change: 'entered', at: '2026-11-19' }, '/stage', /missing/],
      [{ type: 'paper', change: 'accepted', document: 'nonsense', at: '2026-11-19' }, '/document', /^unknownDocument/],
      [{ type: 'paper', change: 'unreadable', document: 'diagnosis', at: '2026-11-19' }, '/why', /missing/],
      [{ type: 'promise', what: 'x', by: '2026-11-01T10:00:00+08:00', who: 'x' }, '/by', /^alreadyOver/],
      [{ type: 'promise', what: 'x', by: '2026-12-01', who: 'x' }, '/by', /instant/],
      [
        { type: 'liability', by: 'police', made: '2026-11-20', shares: [{ party: 'x', share: 'full' }] },
        '/shares/0/party',
        /^unknownParty/,
      ],
      [
        {
          type: 'liability',
          by: 'police',
          made: '2026-11-20',
          delivered: '2026-11-19',
          shares: [{ party: 'i1', share: 'full' }],
        },
        '/delivered',
        /^backInTime/,
      ],
    ];
    for (const [body, pointer, expected] of impossible) {
      const answer = await post(path, body);
      expect(answer.status, JSON.stringify(body)).to.equal(422);
      expect(answer.headers.get('content-type')).to.equal('application/problem+json');
      expect(answer.body.errors[0]?.pointer, JSON.stringify(answer.body)).to.equal(pointer);
      expect(answer.body.errors[0]?.expected).to.match(expected);
    }
    expect((await call(`GET ${path}`)).body.version).to.equal(2);
  });

  it('takes a settlement that adds up, version after version, and shows the last', async () => {
    const path = await claim();
    const number = path.split('/').at(-1);
    const settled = (over: object = {}) =>
      post(path, { type: 'settlement', settlement: settlement({ claim: number, ...over }) });
    const refused: readonly (readonly [object, string, RegExp])[] = [
      [{ claim: 'other' }, '/settlement/claim', /^otherClaim/],
      [{ victim: 'i1' }, '/settlement/victim', /^notInjured/],
      [{ version: 2 }, '/settlement/version', /^otherVersion/],
      [{ at: '2027-01-01T00:00:00+08:00' }, '/settlement/at', /^inFuture/],
      [
        { layers: { compulsory: { medical: '18000.00' }, commercial: '36000.01' } },
        '/settlement/layers',
        /^doesNotAddUp: .*54,?000.00/,
      ],
      [{ payable: [], lines: [] }, '/settlement/lines', /fewer/],
      [{ approvedBy: 'me' }, '/settlement/approvedBy', /no field/],
    ];
    for (const [over, pointer, expected] of refused) {
      const { status, body } = await settled(over);
      expect([status, body.errors[0]?.pointer], JSON.stringify(body)).to.deep.equal([422, pointer]);
      expect(body.errors[0]?.expected).to.match(expected);
    }
    expect((await settled()).status).to.equal(201);
    expect((await settled()).status, 'a version is given once').to.equal(422);
    expect((await settled({ version: 2 })).status).to.equal(201);
    const { body } = await call(`GET ${path}`);
    expect(body.settlements).to.deep.equal([settlement({ claim: number, version: 2 })]);
  });

  it('says which events it takes', async () => {
    const { status, body } = await post(await claim(), { type: 'gift', amount: '1.00' });
    expect(status).to.equal(422);
    expect(body.supported).to.deep.equal([
      'stage',
      'paper',
      'paperRequest',
      'promise',
      'promiseKept',
      'liability',
      'settlement',
      'advance',
      'payment',
      'assignment',
      'communication',
    ]);
  });

  it('a party that was named stays, and a second of its name is refused', async () => {
    const path = await claim();
    const without = await call(`PUT ${path}`, { body: registration({ parties: [insured] }) });
    expect([without.status, without.body.errors[0]?.pointer]).to.deep.equal([422, '/parties']);
    const twice = await call(`PUT ${path}`, { body: registration({ parties: [insured, injured, injured] }) });
    expect(twice.body.errors[0]).to.deep.equal({ pointer: '/parties/2/id', expected: 'alreadyHere' });
    const more = registration({ parties: [insured, injured, { id: 'h1', role: 'heir', name: '丙', of: 'v9' }] });
    expect((await call(`PUT ${path}`, { body: more })).body.errors[0]?.pointer).to.equal('/parties/2/of');
  });

  it('put again it changes nothing, whatever the order of its fields', async () => {
    const path = await claim();
    const { policies, parties, accident } = registration() as ReturnType<typeof registration> & { accident: object } & {
      policies: object;
      parties: object;
    };
    const again = await call(`PUT ${path}`, { body: { policies, parties, accident } });
    expect([again.status, again.body.version, again.body.event]).to.deep.equal([200, 1, null]);
    const changed = await call(`PUT ${path}`, { body: registration({ policies: [] }) });
    expect([changed.status, changed.body.version]).to.deep.equal([200, 2]);
    expect((await call(`GET ${path}`)).body.policies).to.deep.equal([]);
  });

  it('is found by plate as a report is', async () => {
    await claim({ policies: [{ number: 'X', kind: 'commercial', plate: '湘B99999' }] });
    const day = Date.parse('2026-11-18T12:00:00+08:00');
    expect(await rig.app.store.claimsByPlate('湘B99999', day, day)).to.have.length(1);
  });

  it('is found by the phone of a party, however it is written, and no longer when that is another', async () => {
    const party = (phone: string) => ({ parties: [{ ...injured, phone, idEnding: '123X' }] });
    const path = await claim(party('+86-139-7777-0001'));
    const found = (phone: string) => rig.app.store.claimsBy('phone', phone, 9);
    expect(await found('13977770001')).to.have.length(1);
    await call(`PUT ${path}`, { body: registration(party('13977770002')) });
    expect([(await found('13977770001')).length, (await found('13977770002')).length]).to.deep.equal([0, 1]);
    const bad = await call(`PUT ${path}`, { body: registration({ parties: [{ ...injured, idEnding: '12' }] }) });
    expect(bad.body.errors[0]?.pointer).to.equal('/parties/0/idEnding');
  });

  it('changes only what the caller has seen (If-Match), and shows only what is new (If-None-Match)', async () => {
    const path = await claim();
    expect((await post(path, joined, { 'if-match': '"7"' })).status).to.equal(412);
    expect((await post(path, joined, { 'if-match': '"1"' })).status).to.equal(201);
    expect((await call(`GET ${path}`, { headers: { 'if-none-match': '"2"' } })).status).to.equal(304);
    expect((await call(`GET ${path}`, { headers: { 'if-none-match': '"1"' } })).status).to.equal(200);
    const body = registration();
    expect((await call(`PUT ${path}`, { body, headers: { 'if-none-match': '*' } })).status).to.equal(412);
    expect((await call('PUT /api/v1/claims/none', { body, headers: { 'if-match': '*' } })).status).to.equal(412);
  });

  it('does once what is asked twice under one Idempotency-Key', async () => {
    const path = await claim();
    const promise = { type: 'promise', what: 'x', by: '2026-12-01T10:00:00+08:00', who: 'x' };
    const once = { 'idempotency-key': 'k-1' };
    const all = await Promise.all([1, 2, 3, 4].map(() => post(path, promise, once)));
    for (const one of all) expect([one.status, one.body]).to.deep.equal([201, all[0]?.body]);
    expect((await call(`GET ${path}`)).body.promises).to.have.length(1);
    const other = await post(path, { ...promise, what: 'y' }, once);
    expect([other.status, other.body.title]).to.deep.equal([409, 'IdempotencyKeyReused']);
    const stranger = caller(rig, await rig.key('second'));
    const hers = await stranger(`POST ${path}/events`, { body: promise, headers: once });
    expect(hers.status, 'a key of another caller is another key').to.equal(201);
  });

  it('of many at once each is kept, one after the other', async () => {
    const path = await claim();
    const ask = (what: string) => post(path, { type: 'promise', what, by: '2026-12-01T10:00:00+08:00', who: 'x' });
    const all = await Promise.all(['a', 'b', 'c', 'd'].map(ask));
    expect(all.map(({ status }) => status)).to.deep.equal([201, 201, 201, 201]);
    expect(all.map(({ body }) => body.version).sort()).to.deep.equal([2, 3, 4, 5]);
  });

  it('a claim that is not there is 404 with nothing else, also for numbers that look alike', async () => {
    const body = joined;
    const [read, event] = [
      await call('GET /api/v1/claims/nope'),
      await call('POST /api/v1/claims/nope/events', { body }),
    ];
    for (const one of [read, event]) expect([one.status, one.body.errors]).to.deep.equal([404, undefined]);
    expect((await call('GET /api/v1/claims/%E6%B9%98')).status).to.equal(400);
    expect((await call('GET /api/v1/claims/..%2f..%2fx')).status).to.equal(400);
  });

  it('leaves a trail without personal data', async () => {
    const path = await claim();
    await call(`GET ${path}`);
    const acts = (await rig.app.store.acts({ limit: 50 })).filter(({ who }) => who === 'api:core');
    expect(acts.map(({ what }) => what)).to.include.members(['api.putClaim', 'api.readClaim', 'api.postEvent']);
    expect(JSON.stringify(acts)).not.to.match(/甲某|13900000001|湘A/);
  });
});
