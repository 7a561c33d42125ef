/** Advances, payments, who handles a claim and what was spoken of it: what can be is kept and shown, what cannot be is refused with its field. */
import { expect } from 'chai';
import { type Caller, caller, newRig, type Rig, registration, settlement } from './rig.ts';

const advance = (change: string, over: object = {}) => ({
  ...{ type: 'advance', advance: 'a1', change, person: 'v1', route: 'compulsory', at: '2026-11-20', ...over },
});
const payment = (over: object = {}) => ({
  ...{ type: 'payment', to: { party: 'v1' }, amount: '54000.00', reference: 'BANK-0001', at: '2026-11-24' },
  ...{ for: { settlement: { victim: 'v1', version: 1 } }, ...over },
});
const handler = {
  ...{ name: '王敏', phone: '0731-1234567', at: '2026-11-20' },
  hours: { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00' },
};
const approved = { amount: '18000.00' };
const atHospital = { ...approved, hospital: '市第一医院' };

describe('money and people of a claim over the API', function () {
  this.timeout(60_000);
  let rig: Rig;
  let call: Caller;
  let made = 0;
  let number = '';
  before(async () => {
    rig = await newRig();
    call = caller(rig, await rig.key('core'));
  });
  after(() => rig.stop());
  beforeEach(async () => {
    made += 1;
    number = `M${made}`;
    await call(`PUT /api/v1/claims/${number}`, { body: registration() });
  });

  const post = async (body: object) => {
    const said = await call(`POST /api/v1/claims/${number}/events`, { body });
    const [{ pointer, expected } = { pointer: '', expected: '' }] = said.body.errors ?? [];
    return said.status === 201 ? 'taken' : `${said.status} ${pointer} ${expected.split(':')[0]}`;
  };
  const settle = (over: object = {}) =>
    post({ type: 'settlement', settlement: settlement({ claim: number, ...over }) });
  const read = async () =>
    (await call(`GET /api/v1/claims/${number}`)).body as unknown as Readonly<
      Record<'advances' | 'payments' | 'handler' | 'communications', unknown>
    >;

  it('an advance goes its way to the hospital, and reads as it stands', async () => {
    expect(await post(advance('requested'))).to.equal('taken');
    expect(await post(advance('papersMissing', { documents: ['policeNotice'] }))).to.equal('taken');
    expect(await post(advance('refused', { why: '没有交管通知', documents: ['policeNotice'] }))).to.equal('taken');
    const refused = { advance: 'a1', state: 'refused', person: 'v1', route: 'compulsory', at: '2026-11-20' };
    expect((await read()).advances).to.deep.equal([{ ...refused, why: '没有交管通知', documents: ['policeNotice'] }]);
    expect(await post(advance('requested', { at: '2026-11-21' }))).to.equal('taken');
    expect(await post(advance('approved', { at: '2026-11-22', ...approved }))).to.equal('taken');
    expect(await post(advance('paid', { at: '2026-11-23', ...atHospital }))).to.equal('taken');
    const stands = { state: 'paid', at: '2026-11-23', approved: '18000.00', paid: '18000.00', hospital: '市第一医院' };
    expect((await read()).advances).to.deep.equal([{ ...refused, ...stands }]);
  });

  it('refuses an advance that cannot be', async () => {
    expect(await post(advance('paid', atHospital))).to.equal('422 /change notAllowed');
    expect(await post(advance('requested', approved))).to.equal('422 /amount no such field beside this change');
    expect(await post(advance('approved'))).to.equal('422 /amount this field, which is missing');
    expect(await post(advance('approved', { amount: '0.00' }))).to.equal('422 /amount nothing');
    expect(await post(advance('approved', { amount: '1e21' }))).to.match(/^422 \/amount/);
    expect(await post(advance('requested', { person: 'i1' }))).to.equal('422 /person notInjured');
    expect(await post(advance('requested', { at: '2027-01-01' }))).to.equal('422 /at inFuture');
    expect(await post(advance('requested'))).to.equal('taken');
    expect(await post(advance('papersMissing', { documents: ['x'] }))).to.equal('422 /documents/0 unknownDocument');
    expect(await post(advance('approved', { ...approved, route: 'commercial' }))).to.equal('422 /route otherRoute');
    expect(await post(advance('approved', { ...approved, at: '2026-11-19' }))).to.equal('422 /at backInTime');
    expect(await post(advance('approved', approved))).to.equal('taken');
    expect(await post(advance('paid', { ...atHospital, amount: '18000.01' }))).to.equal('422 /amount moreThanApproved');
    expect(await post(advance('refused', { why: 'x' }))).to.equal('422 /change notAllowed');
  });

  it('approves no more than the limit of the accident’s day, for everybody together, or of the policy', async () => {
    const over = 'over the limit of 18,000';
    expect(await post(advance('approved', { amount: '18000.01' })), over).to.equal('422 /amount moreThanLimit');
    expect(await post(advance('approved', { amount: '10000.00' }))).to.equal('taken');
    const next = { advance: 'a2', route: 'compulsoryRecourse', amount: '8000.01' };
    expect(await post(advance('approved', next)), over).to.equal('422 /amount moreThanLimit');
    expect(await post(advance('approved', { ...next, amount: '8000.00' }))).to.equal('taken');
    const policies = [{ number: 'C1', kind: 'commercial', limit: '20000.00' }];
    await call(`PUT /api/v1/claims/${number}`, { body: registration({ policies }) });
    const third = { advance: 'a3', route: 'commercial', amount: '20000.01' };
    expect(await post(advance('approved', third))).to.equal('422 /amount moreThanLimit');
    expect(await post(advance('approved', { ...third, amount: '20000.00' }))).to.equal('taken');
  });

  it('a day is the whole day: paid on the day of an approval with its hour', async () => {
    expect(await post(advance('approved', { ...approved, at: '2026-11-20T10:00:00+08:00' }))).to.equal('taken');
    expect(await post(advance('paid', { ...atHospital, at: '2026-11-19' }))).to.equal('422 /at backInTime');
    expect(await post(advance('paid', { ...atHospital, at: '2026-11-20' }))).to.equal('taken');
  });

  it('the payment of an advance that was paid is that money', async () => {
    await post(advance('approved', approved));
    await post(advance('paid', { ...atHospital, amount: '12000.00' }));
    const paid = { for: { advance: 'a1' }, to: { hospital: '市第一医院' } };
    expect(await post(payment({ ...paid, amount: '12000.01' }))).to.equal('422 /amount moreThanApproved');
    expect(await post(payment({ ...paid, amount: '12000.00' }))).to.equal('taken');
  });

  it('pays what was settled, to the fen, and shows the reference masked, also in the feed', async () => {
    expect(await post(payment())).to.equal('422 /for/settlement notSettled');
    expect(await settle()).to.equal('taken');
    expect(await post(payment({ at: '2026-11-22' }))).to.equal('422 /at backInTime');
    expect(await post(payment({ at: '2026-11-23T09:00:00+08:00' }))).to.equal('422 /at backInTime');
    expect(await post(payment({ amount: '54000.01' }))).to.equal('422 /amount moreThanSettled');
    expect(await post(payment({ amount: '30000.00', account: '1234' }))).to.equal('taken');
    expect(await post(payment({ amount: '1.00' }))).to.equal('422 /reference alreadyHere');
    const rest = payment({ amount: '24000.00', reference: 'BANK-0002' });
    expect(await post({ ...rest, amount: '24000.01' })).to.equal('422 /amount moreThanSettled');
    expect(await post({ ...rest, to: { party: 'v9' } })).to.equal('422 /to/party unknownParty');
    expect(await post(rest)).to.equal('taken');
    expect(await post(payment({ amount: '0.01', reference: 'BANK-0003' }))).to.equal('422 /amount moreThanSettled');
    const [first] = (await read()).payments as readonly object[];
    expect(first).to.deep.include({ amount: '30000.00', account: '1234', reference: '****0001', to: { party: 'v1' } });
    const feed = (await call('GET /api/v1/changes?limit=200')).text;
    expect(feed).to.include('****0001').and.not.include('BANK-0001');
  });

  it('counts what was paid under a version that was replaced, and pays only under the last', async () => {
    await settle();
    expect(await post(payment({ amount: '50000.00' }))).to.equal('taken');
    expect(await settle({ version: 2 })).to.equal('taken');
    const next = { reference: 'BANK-0002', amount: '4000.01' };
    expect(await post(payment(next))).to.equal('422 /for/settlement/version otherVersion');
    const last = { ...next, for: { settlement: { victim: 'v1', version: 2 } } };
    expect(await post(payment(last))).to.equal('422 /amount moreThanSettled');
    expect(await post(payment({ ...last, amount: '4000.00' }))).to.equal('taken');
  });

  it('pays an advance when it was approved, and not more', async () => {
    const paid = { for: { advance: 'a1' }, to: { hospital: '市第一医院' }, amount: '10000.00' };
    await post(advance('requested'));
    expect(await post(payment(paid))).to.equal('422 /for/advance notApproved');
    await post(advance('approved', approved));
    expect(await post(payment(paid))).to.equal('taken');
    expect(await post(payment({ ...paid, reference: 'BANK-0002' }))).to.equal('422 /amount moreThanApproved');
  });

  it('says who handles it; the last one counts', async () => {
    expect(await post({ type: 'assignment', ...handler })).to.equal('taken');
    const hours = { ...handler.hours, closes: '08:00' };
    expect(await post({ type: 'assignment', ...handler, hours })).to.equal('422 /hours/closes backInTime');
    const next = { ...handler, name: '李强' };
    expect(await post({ type: 'assignment', ...next })).to.equal('taken');
    expect((await read()).handler).to.deep.equal(next);
  });

  it('keeps what was spoken with whom, and when again; who takes part never sees it', async () => {
    const visit = { kind: 'visit', who: '王敏', at: '2026-11-20', person: 'v1', note: '已能下床', next: '2026-11-27' };
    expect(await post({ type: 'communication', ...visit })).to.equal('taken');
    expect(await post({ type: 'communication', ...visit, next: '2026-11-19' })).to.equal('422 /next backInTime');
    expect(await post({ type: 'communication', ...visit, kind: 'lunch' })).to.match(/^422 \/kind one of/);
    expect((await read()).communications).to.deep.equal([visit]);
    expect((await call('GET /api/v1/changes?limit=200')).text)
      .to.include('communicated')
      .and.include('已能下床');
    const as = async (who: string) => (await call(`GET /api/v1/claims/${number}?as=${who}`)).text;
    expect(await as('injured:v1')).to.not.include('communications');
    expect(await as('adjuster')).to.include('已能下床');
  });
});
