/** S14, S15, S17: every route with every role, with its headers, and from another site. */
import { expect } from 'chai';
import { mountDesk } from '../../desk/web/mount.ts';
import { ROUTES } from '../../desk/web/routes.ts';
import { createServer } from '../../http.ts';
import { Person } from '../e2e/client.ts';
import { MATRIX, ROLES } from './matrix.ts';
import { Colleague, newRig, type Rig } from './rig.ts';

/** Of all things there is none: who is let in finds nothing (404), who is not is told so before. */
const NONE: Readonly<Record<string, string>> = {
  id: 'none',
  file: 'none',
  claim: 'none',
  ticket: 'none',
  account: 'none',
  secret: 'x',
  name: 'desk.css',
};
const pathOf = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => NONE[name] ?? name);

const ALWAYS: Readonly<Record<string, RegExp>> = {
  'x-content-type-options': /^nosniff$/,
  'cache-control': /no-store|no-cache/,
  'referrer-policy': /^(no-referrer|same-origin)$/,
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
};

describe('routes of the desk', function () {
  this.timeout(60_000);
  let rig: Rig;
  const who = new Map<string, Colleague>();
  before(async () => {
    rig = await newRig();
    const admin = await rig.first();
    who.set('administrator', admin);
    for (const role of ['adjuster', 'supervisor', 'auditor'])
      who.set(role, await rig.invited(admin, { login: role, name: role, role }));
  });
  after(() => rig.stop());

  /** One request; a stream is left at once. */
  async function ask(method: string, path: string, one: Colleague): Promise<Response> {
    if (method === 'POST') return one.post(path);
    if (!path.endsWith('/live')) return one.get(path);
    const leave = new AbortController();
    const answer = await fetch(`${one.url}${path}`, {
      redirect: 'manual',
      headers: { cookie: one.cookie },
      signal: leave.signal,
    });
    const seen = new Response(null, { status: answer.status, headers: answer.headers });
    leave.abort();
    return seen;
  }
  const verdict = ({ status, headers }: Response): string => {
    if (status === 401 || (status === 303 && headers.get('location') === '/workbench')) return 'door';
    return status === 403 ? 'no' : 'in';
  };

  it('are those of the matrix, no more and no fewer, also on the server itself', () => {
    const ours = ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(ours.toSorted()).to.deep.equal(Object.keys(MATRIX).toSorted());
    const server = createServer();
    mountDesk(server, { renderer: { sentence: () => '' }, wake: { subscribe: () => () => {} } } as never);
    const mounted = Object.values(server.router.getRoutes()) as unknown as { method: string; path: string }[];
    expect(mounted.map(({ method, path }) => `${method} ${path}`).toSorted()).to.deep.equal(ours.toSorted());
  });

  for (const [i, role] of ROLES.entries()) {
    it(`let in whom the matrix lets in: ${role}`, async () => {
      for (const { method, path } of ROUTES) {
        // Leaving would end the session of the next lines.
        if (path.endsWith('/sign-out')) continue;
        const one = who.get(role) ?? rig.visitor();
        const answer = await ask(method, pathOf(path), one);
        const name = `${method} ${path}`;
        const door = path === '/workbench' || path.endsWith('/sign-in');
        if (!door) expect(verdict(answer), name).to.equal(MATRIX[name]?.[i]);
        for (const [header, wanted] of Object.entries(ALWAYS))
          expect(answer.headers.get(header), `${name} ${header}`).to.match(wanted);
      }
    });
  }

  it('let nobody in with the cookie of the chat page', async () => {
    const person = new Person(rig.app.url);
    await person.begin();
    const claimant = rig.visitor();
    claimant.cookie = person.cookie;
    for (const { method, path, who: right } of ROUTES)
      if (right !== 'anyone') expect(verdict(await ask(method, pathOf(path), claimant)), path).to.equal('door');
  });

  it('change nothing that another site sends, however it sends it', async () => {
    const admin = who.get('administrator') as Colleague;
    const { cookie, csrf } = admin;
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${rig.app.url}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: rig.app.url },
      {},
    ];
    for (const { method, path, bytes } of ROUTES) {
      if (method !== 'POST') continue;
      for (const headers of foreign) {
        // Also with the right token: where it comes from decides first.
        const sent = { method: 'POST', redirect: 'manual', headers: { cookie, ...headers } } as const;
        const answer = await fetch(`${rig.app.url}${pathOf(path)}`, { ...sent, body: new URLSearchParams({ csrf }) });
        expect(answer.status, `${path} ${JSON.stringify(headers)}`).to.equal(403);
      }
      // Whoever is signed in needs the token of her own session, in a form.
      const own = { origin: rig.app.url, cookie };
      const forged = new URLSearchParams({ csrf: 'x'.repeat(43) });
      const wrong = await fetch(`${rig.app.url}${pathOf(path)}`, {
        method: 'POST',
        redirect: 'manual',
        headers: own,
        body: forged,
      });
      expect(wrong.status, `${path} without the token`).to.equal(403);
      const plain = { ...own, 'content-type': 'text/plain' };
      const beacon = await fetch(`${rig.app.url}${pathOf(path)}`, {
        method: 'POST',
        redirect: 'manual',
        headers: plain,
        body: `csrf=${csrf}`,
      });
      expect(beacon.status, `${path} as text`).to.equal(bytes ? 403 : 415);
    }
    expect((await admin.get('/workbench/queue')).status, 'and her session is as it was').to.equal(200);
  });

  it('are secure behind https: the cookie is bound to the host, and HSTS is sent', async () => {
    const secure = await newRig({ PUBLIC_URL: 'https://desk.example' });
    const one = new Colleague(secure.app.url, secure.clock);
    const link = (await secure.app.firstLink()) ?? '';
    const html = await (await one.get(link)).text();
    one.totp = (/id="totp">([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '');
    const form = {
      login: 'admin',
      name: 'A',
      reach: '',
      password: 'korrekt-Pferd-42',
      again: 'korrekt-Pferd-42',
      code: one.code(),
    };
    const answer = await one.post(link, form, { origin: 'https://desk.example' });
    expect(answer.headers.getSetCookie()[0]).to.match(
      /^__Host-lipei_desk=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Secure$/,
    );
    expect(answer.headers.get('strict-transport-security')).to.equal('max-age=31536000');
    await secure.stop();
  });
});
