/** S16: passwords, codes, sessions and invitations. */
import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import { hashPassword, isFit, isPassword } from '../../desk/people/password.ts';
import { codeAt, stepAt, stepOf } from '../../desk/people/totp.ts';
import { type Colleague, newRig, PASSWORD, type Rig } from './rig.ts';

const minute = 60_000;

describe('the second factor', () => {
  // RFC 6238, appendix B, SHA-1: the secret is “12345678901234567890”.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  for (const [seconds, code] of [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ] as const)
    it(`is the one of RFC 6238 at ${seconds} s`, () => {
      expect(codeAt(secret, stepAt(seconds * 1000), 8)).to.equal(code);
    });

  it('is taken half a minute early or late, and no more', () => {
    const now = 1_700_000_000_000;
    for (const [by, found] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const)
      expect(stepOf(secret, codeAt(secret, stepAt(now) + by), now) !== undefined, String(by)).to.equal(found);
    for (const bad of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
      expect(stepOf(secret, bad, now), bad).to.equal(undefined);
  });
});

describe('passwords', () => {
  it('are kept as scrypt, each with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('长长的密码 十个字'), hashPassword('长长的密码 十个字')]);
    expect(one).to.match(/^scrypt\$32768\$8\$1\$/);
    expect(one).not.to.equal(two);
    expect(await isPassword('长长的密码 十个字', one)).to.equal(true);
    expect(await isPassword('长长的密码 十个', one)).to.equal(false);
    for (const none of [null, undefined]) expect(await isPassword('', none)).to.equal(false);
  });
  it('must be long and not the name', () => {
    expect(isFit('short-one', 'wang')).to.equal(false);
    expect(isFit('Wang12345678', 'wang')).to.equal(false);
    expect(isFit('a'.repeat(201), 'wang')).to.equal(false);
    expect(isFit(PASSWORD, 'wang')).to.equal(true);
  });
});

describe('people of the desk', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  beforeEach(async () => {
    rig = await newRig();
    admin = await rig.first();
  });
  afterEach(() => rig.stop());
  const open = async (one: Colleague): Promise<boolean> => (await one.get('/workbench/queue')).status === 200;
  const acts = async (): Promise<string[]> => (await rig.app.store.acts({ limit: 100 })).map(({ what }) => what);

  it('sign in with all three, and hear the same of whatever is wrong', async () => {
    const wrong: readonly Readonly<Record<string, string>>[] = [
      { login: 'nobody' },
      { password: 'something else' },
      { code: '000000' },
      { password: '', code: '' },
    ];
    const answers = new Set<string>();
    for (const over of wrong) {
      const one = rig.visitor();
      one.totp = admin.totp;
      const answer = await one.signIn('admin', over);
      expect(answer.status).to.equal(401);
      answers.add((await answer.text()).replace(/value="\w*"/, ''));
      expect(one.cookie).to.equal('');
    }
    expect(answers.size).to.equal(1);
    const one = rig.visitor();
    one.totp = admin.totp;
    expect((await one.signIn(' ADMIN ')).headers.get('location')).to.equal('/workbench/queue');
    expect(await open(one)).to.equal(true);
    expect(await acts())
      .to.include('signIn')
      .and.include('signIn.failed')
      .and.include('signIn.refused');
  });

  it('use a code once, also the one of the set-up', async () => {
    const one = rig.visitor();
    one.totp = admin.totp;
    const code = one.code();
    expect((await one.signIn('admin', { code })).status).to.equal(303);
    const thief = rig.visitor();
    expect((await thief.post('/workbench/sign-in', { login: 'admin', password: PASSWORD, code })).status).to.equal(401);
  });

  it('wait after five failures, longer each time, and a right password does not help meanwhile', async () => {
    const one = rig.visitor();
    one.totp = admin.totp;
    for (let i = 0; i < 6; i += 1) {
      rig.clock.at += 5 * minute;
      await one.signIn('admin', { password: 'wrong' });
    }
    rig.clock.at -= 30_000;
    expect((await one.signIn('admin')).status, 'locked').to.equal(401);
    rig.clock.at += 16 * minute;
    expect((await one.signIn('admin')).status).to.equal(303);
  });

  it('are slowed down from one address', async () => {
    const one = rig.visitor();
    const tries = Array.from({ length: 40 }, (_, i) =>
      one.post('/workbench/sign-in', { login: `n${i}`, password: 'x', code: '1' }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).to.be.greaterThan(5);
  });

  it('are signed out after a quarter of an hour without a click; what the page fetches is no click', async () => {
    for (let i = 0; i < 3; i += 1) {
      rig.clock.at += 10 * minute;
      expect(await open(admin), 'clicks').to.equal(true);
    }
    rig.clock.at += 8 * minute;
    expect((await admin.get('/workbench/queue/list')).status).to.equal(200);
    rig.clock.at += 8 * minute;
    expect(await open(admin)).to.equal(false);
  });

  it('are signed out after twelve hours, whatever they do', async () => {
    for (let i = 0; i < 71; i += 1) {
      rig.clock.at += 10 * minute;
      await admin.get('/workbench/queue');
    }
    expect(await open(admin), 'just before').to.equal(true);
    rig.clock.at += 10 * minute;
    expect(await open(admin)).to.equal(false);
  });

  it('get a new cookie at each sign-in: one that somebody planted is never signed in', async () => {
    const planted = 'A'.repeat(43);
    const victim = rig.visitor();
    victim.cookie = `lipei_desk=${planted}`;
    victim.totp = admin.totp;
    await victim.signIn('admin');
    expect(victim.cookie).not.to.include(planted);
    const attacker = rig.visitor();
    attacker.cookie = `lipei_desk=${planted}`;
    expect(await open(attacker)).to.equal(false);
    const before = victim.cookie;
    await victim.signIn('admin');
    attacker.cookie = before;
    expect(await open(attacker), 'the session before has ended').to.equal(false);
    expect(await open(victim)).to.equal(true);
  });

  it('leave at once, and are put out at once', async () => {
    const wang = await rig.invited(admin, {});
    const { cookie } = wang;
    await wang.post('/workbench/sign-out');
    wang.cookie = cookie;
    expect(await open(wang), 'left').to.equal(false);
    expect((await wang.signIn('wang')).status).to.equal(303);
    const html = await admin.page('/workbench/people');
    const id = [...html.matchAll(/people\/([\w-]{36})"/g)].map(([, one]) => one).find((one) => one) ?? '';
    await admin.post(`/workbench/people/${id}`, { what: 'disable' });
    expect(await open(wang), 'disabled').to.equal(false);
    expect((await wang.signIn('wang')).status).to.equal(401);
    await admin.post(`/workbench/people/${id}`, { what: 'enable' });
    expect((await wang.signIn('wang')).status).to.equal(303);
    const reset = await (await admin.post(`/workbench/people/${id}`, { what: 'reset' })).text();
    expect(await open(wang), 'reset').to.equal(false);
    expect((await wang.signIn('wang')).status, 'the old password is gone').to.equal(401);
    await wang.setUp(/id="link">https?:\/\/[^/<]+([^<]+)</.exec(reset)?.[1] ?? '');
    expect(await open(wang)).to.equal(true);
  });

  it('come by a link that works once and not for ever, and choose a good password', async () => {
    const html = await (await admin.post('/workbench/people', { login: 'li', name: '李强', role: 'auditor' })).text();
    const link = /id="link">https?:\/\/[^/<]+([^<]+)</.exec(html)?.[1] ?? '';
    const one = rig.visitor();
    for (const [over, problem] of [
      [{ password: 'short', again: 'short' }, '至少 10 个字符'],
      [{ again: 'another-one-12' }, '两次密码不一样'],
      [{ code: '000000' }, '动态码不对'],
    ] as const) {
      const refused = await one.setUp(link, over).catch(String);
      expect(refused).to.include('422').and.include(problem);
    }
    await one.setUp(link, { role: 'administrator', name: '黑客', login: 'admin' });
    const accounts = await rig.app.store.accounts();
    expect(
      accounts.find(({ login }) => login === 'li'),
      'only what the form is for',
    ).to.include({ role: 'auditor', name: '李强' });
    expect((await one.get(link)).status, 'used up').to.equal(410);
    expect((await rig.visitor().get(`/workbench/setup/${'B'.repeat(43)}`)).status).to.equal(410);
    const late = await (await admin.post('/workbench/people', { login: 'zhao', name: '赵', role: 'adjuster' })).text();
    rig.clock.at += 73 * 60 * minute;
    expect(
      (await rig.visitor().get(/id="link">https?:\/\/[^/<]+([^<]+)</.exec(late)?.[1] ?? '')).status,
      'expired',
    ).to.equal(410);
  });

  it('say how they are reached, and change their password only with the old one and a code', async () => {
    await admin.post('/workbench/me/reach', { reach: ' 分机 12 ' });
    expect(await rig.app.store.accountByLogin('admin')).to.include({ reach: '分机 12' });
    const next = 'a-new-long-password';
    const change = (over: Readonly<Record<string, string>> = {}): Promise<Response> =>
      admin.post('/workbench/me/password', { old: PASSWORD, password: next, again: next, code: admin.code(), ...over });
    for (const over of [{ old: 'x' }, { code: '000000' }, { password: 'short' }, { again: 'another' }])
      expect((await change(over as Readonly<Record<string, string>>)).status, JSON.stringify(over)).to.equal(422);
    const elsewhere = rig.visitor();
    elsewhere.totp = admin.totp;
    expect((await elsewhere.signIn('admin')).status).to.equal(303);
    expect((await change()).headers.get('location')).to.equal('/workbench/me?saved=1');
    expect(await open(admin), 'here she goes on').to.equal(true);
    expect(await open(elsewhere), 'elsewhere she is out').to.equal(false);
    expect((await elsewhere.signIn('admin')).status).to.equal(401);
    expect((await elsewhere.signIn('admin', { password: next })).status).to.equal(303);
  });

  it('get a new link from the command line where nobody else can give one', async () => {
    const env = { ...process.env, DATA_DIR: rig.dir };
    const run = (...args: string[]): string =>
      execFileSync(process.execPath, ['scripts/desk-invite.ts', '', ...args], { env, encoding: 'utf8', stdio: 'pipe' });
    expect(() => run('nobody')).to.throw(/No account is called nobody/);
    const link = /http:\S+?(\/workbench\/setup\/\S+)/.exec(run('admin'))?.[1] ?? '';
    expect(await open(admin), 'whoever was signed in is out').to.equal(false);
    // The command has the clock of the machine.
    rig.clock.at = Date.now();
    const one = rig.visitor();
    await one.setUp(link);
    expect(await open(one)).to.equal(true);
    expect((await acts()).filter((what) => what === 'account.reset')).to.have.length(1);
  });

  it('cannot be locked out by themselves', async () => {
    const [me] = await rig.app.store.accounts();
    for (const what of ['disable', 'role', 'reset'])
      expect((await admin.post(`/workbench/people/${me?.id}`, { what, role: 'auditor' })).status).to.equal(422);
    expect(await open(admin)).to.equal(true);
  });
});
