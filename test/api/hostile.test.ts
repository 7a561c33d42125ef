/** S4, S5, S20, S37: what strangers and broken programs send. */
import { expect } from 'chai';
import { type Caller, caller, newRig, type Rig, registration, settlement } from './rig.ts';

/** A small generator, so that a failure comes back with its seed. */
function chance(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}
const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    -1,
    1e21,
    0.1,
    '',
    ' ',
    '\0',
    '𠮷'.repeat(300),
    '\ud800',
    [],
    [[]],
    {},
    { $ref: '#' },
    'a'.repeat(9_000),
  ],
  ...['2026-02-30', '2026-11-18T25:00:00+08:00', '9999-12-31', '__proto__', "'; DROP TABLE claims; --", '{{7*7}}'],
];
const SOUND: readonly object[] = [
  { type: 'stage', change: 'entered', person: 'v1', stage: 'survey', at: '2026-11-19' },
  { type: 'paper', change: 'unreadable', why: 'blurred', document: 'diagnosis', person: 'v1', at: '2026-11-20' },
  { type: 'paperRequest', document: 'diagnosis', who: 'x', why: 'y', at: '2026-11-20' },
  { type: 'promise', what: 'x', by: '2026-12-01T10:00:00+08:00', who: 'x' },
  { type: 'settlement', settlement: settlement() },
  { type: 'advance', advance: 'a1', change: 'requested', person: 'v1', route: 'compulsory', at: '2026-11-20' },
  {
    ...{ type: 'payment', to: { party: 'v1' }, amount: '1.00', reference: 'REF-00001', at: '2026-11-20' },
    for: { settlement: { victim: 'v1', version: 1 } },
  },
  {
    ...{ type: 'assignment', name: 'x', phone: '0731-1234567', at: '2026-11-20' },
    hours: { days: [1], opens: '09:00', closes: '18:00' },
  },
  { type: 'communication', kind: 'visit', who: 'x', at: '2026-11-20', person: 'v1', note: 'y', next: '2026-11-27' },
  { type: 'liability', by: 'police', made: '2026-11-20', shares: [{ party: 'v1', share: 'none' }] },
];

/** One field becomes something else, is lost, or comes in addition; deep ones too. */
function spoiled(value: unknown, pick: (below: number) => number): unknown {
  if (typeof value !== 'object' || value === null || pick(4) === 0) return ODD[pick(ODD.length)];
  const fields = Object.entries(value);
  const at = pick(fields.length + 1);
  if (at === fields.length) return Array.isArray(value) ? [...value, ODD[pick(ODD.length)]] : { ...value, extra: 1 };
  const made = fields.flatMap(([name, one], i) =>
    i !== at ? [[name, one] as const] : pick(3) === 0 ? [] : [[name, spoiled(one, pick)] as const],
  );
  return Array.isArray(value) ? made.map(([, one]) => one) : Object.fromEntries(made);
}

describe('the API and what it should not be sent', function () {
  this.timeout(60_000);
  let rig: Rig;
  let call: Caller;
  before(async () => {
    rig = await newRig();
  });
  after(() => rig.stop());
  beforeEach(() => {
    // Nobody is limited for what an earlier test did.
    rig.clock.at += 3_600_000;
  });

  it('is not there until somebody makes a key, and again when the last one is revoked', async () => {
    const stranger = caller(rig);
    for (const path of ['claims/P1', 'reports', 'changes', 'openapi.json'])
      expect((await stranger(`GET /api/v1/${path}`)).status, path).to.equal(404);
    const key = await rig.key('first');
    expect((await stranger('GET /api/v1/reports')).status).to.equal(401);
    expect((await caller(rig, key)('GET /api/v1/reports')).status).to.equal(200);
    await rig.app.store.revokeApiKey('first', rig.clock.at);
    expect((await caller(rig, key)('GET /api/v1/reports')).status).to.equal(404);
    call = caller(rig, await rig.key('core'));
  });

  it('keys that are nearly right are none', async () => {
    const key = await rig.key('near');
    const wrong = [
      key.slice(0, -1),
      `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`,
      `${key}x`,
      key.toUpperCase(),
    ];
    for (const one of [...wrong, 'x', 'lipei_', `lipei_${'0'.repeat(16)}_${'A'.repeat(43)}`])
      expect((await caller(rig, one)('GET /api/v1/reports')).status, one).to.equal(401);
    const [kept] = (await rig.app.store.apiKeys()).filter(({ name }) => name === 'near');
    expect(JSON.stringify(kept)).not.to.include(key.slice(23));
    await caller(rig, key)('GET /api/v1/reports');
    expect((await rig.app.store.apiKeys()).find(({ name }) => name === 'near')?.usedOn).to.equal('2026-11-24');
  });

  it('200 spoiled bodies are refused or taken, never an error of ours', async () => {
    await call('PUT /api/v1/claims/P1', { body: registration() });
    const counted = new Map<number, number>();
    for (let seed = 1; seed <= 200; seed += 1) {
      const pick = chance(seed * 7919);
      const isPut = seed % 4 === 0;
      const body = spoiled(isPut ? registration() : SOUND[pick(SOUND.length)], pick);
      const line = isPut ? `PUT /api/v1/claims/F${seed}` : 'POST /api/v1/claims/P1/events';
      const { status, text } = await call(line, { body: JSON.stringify(body), headers: {} });
      expect(status, `seed ${seed}: ${JSON.stringify(body).slice(0, 300)} → ${text}`).to.be.oneOf([200, 201, 400, 422]);
      counted.set(status, (counted.get(status) ?? 0) + 1);
      if (seed % 100 === 0) rig.clock.at += 3_600_000;
    }
    expect(counted.get(422)).to.be.greaterThan(100);
    expect((await call('GET /api/v1/claims/P1')).status).to.equal(200);
  });

  it('hostile bodies are refused as what they are', async () => {
    const raw = (body: string, headers: Record<string, string> = {}) =>
      call('PUT /api/v1/claims/H1', { body, headers }).then(({ status }) => status);
    expect(await raw(`{"a":"${'x'.repeat(1_048_576)}"}`)).to.equal(413);
    expect(await raw('['.repeat(50_000))).to.equal(400);
    expect(await raw('{"parties":[],"policies":[],"__proto__":{"polluted":1}}')).to.be.oneOf([201, 422]);
    expect(await raw('{"parties":[NaN]}')).to.equal(400);
    expect(await raw('{}', { 'content-type': 'text/plain' })).to.equal(415);
    expect(await raw('{}', { 'content-encoding': 'gzip' })).to.equal(415);
    expect(await raw('{}', { 'idempotency-key': 'x'.repeat(101) })).to.equal(400);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
    const large = { parties: [], policies: [], accident: { on: '2026-11-18', place: 'x'.repeat(300_000) } };
    expect((await call('PUT /api/v1/claims/H2', { body: large })).status, 'read, and too long a place').to.equal(422);
  });

  it('a body of nobody is not read', async () => {
    const { status } = await caller(rig)('PUT /api/v1/claims/H1', { body: '{'.repeat(100) });
    expect(status).to.equal(401);
  });

  it('one key that asks too much is told when to come again; others go on', async () => {
    const [eager, other] = [caller(rig, await rig.key('eager')), caller(rig, await rig.key('other'))];
    let last = await eager('GET /api/v1/changes');
    for (let i = 0; i < 320 && last.status === 200; i += 1) last = await eager('GET /api/v1/changes');
    expect(last.status).to.equal(429);
    expect(Number(last.headers.get('retry-after'))).to.be.greaterThan(0);
    expect((await other('GET /api/v1/changes')).status).to.equal(200);
  });

  it('what goes wrong inside is told by its number only', async () => {
    const { store } = rig.app;
    const real = store.claimOfInsurer;
    const broken = { ...store, claimOfInsurer: () => Promise.reject(new Error('SELECT secret FROM claims')) };
    Object.assign(store, { claimOfInsurer: broken.claimOfInsurer });
    const { status, text } = await call('GET /api/v1/claims/P1');
    Object.assign(store, { claimOfInsurer: real });
    expect(status).to.equal(500);
    expect(text)
      .to.match(/incident [\da-f]{12}/)
      .and.not.match(/SELECT|secret|at /);
  });
});
