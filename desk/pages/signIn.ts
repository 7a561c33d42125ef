/** The way in and out. */
import { limit, limitAddress } from '../../channels/web/limiting.ts';
import { heldBy, release } from '../handing.ts';
import { dropCookie, giveCookie, readCookie } from '../people/cookie.ts';
import { invited, type SetUp, setUp, totpOf } from '../people/invitations.ts';
import { qrPath } from '../people/qr.ts';
import { begin, end } from '../people/sessions.ts';
import { normalLogin, signIn } from '../people/signIn.ts';
import { totpAddress } from '../people/totp.ts';
import { type Answer, type Desk, go, page, type Visit } from '../web/visit.ts';

const home = '/workbench/queue';
const sessions = ({ store, now, config }: Desk) => ({ store, now, key: config.key });

export async function door(_desk: Desk, { me, query }: Visit): Promise<Answer> {
  return me ? go(home) : page('signIn', { failed: false, login: '', out: query.has('out') });
}

/** As typed with a slash at its end. */
export const toDoor = async (): Promise<Answer> => go('/workbench');

export async function enter(desk: Desk, visit: Visit): Promise<Answer> {
  const { form, req } = visit;
  const login = form.get('login') ?? '';
  limitAddress(req, desk, 'signIns');
  limit(desk, 'signIn', normalLogin(login).slice(0, 40));
  const attempt = { login, password: form.get('password') ?? '', code: form.get('code') ?? '' };
  const account = await signIn(desk, attempt);
  if (!account) return page('signIn', { failed: true, login, out: false }, 401);
  return go(home, await fresh(desk, visit, account));
}

/** The session before, if any, ends with the new one. */
async function fresh(
  desk: Desk,
  { req }: Visit,
  account: Parameters<typeof begin>[1],
): Promise<Record<string, string>> {
  const before = readCookie(req, desk.config.cookieSecure);
  if (before !== undefined) await end(sessions(desk), before);
  const secret = await begin(sessions(desk), account);
  return { 'Set-Cookie': giveCookie(secret, desk.config.cookieSecure) };
}

/** Whoever is being talked with is not left alone: she is asked first, and then they go to the front of the queue. */
export async function leave(desk: Desk, { req, me, form }: Visit): Promise<Answer> {
  const held = me ? (await heldBy(desk, me.account.id)).length : 0;
  if (held > 0 && form.get('held') !== 'queue') return page('leaving', { held });
  if (me && held > 0) await release(desk, me.account);
  const secret = readCookie(req, desk.config.cookieSecure);
  if (secret !== undefined) await end(sessions(desk), secret);
  if (me) {
    await desk.store.absent(me.account.id);
    await desk.trail.note(me.account.id, 'signOut', me.account.id);
  }
  return go('/workbench?out=1', { 'Set-Cookie': dropCookie(desk.config.cookieSecure) });
}

const invitations = (desk: Desk) => ({ ...desk, key: desk.config.key });

async function form(desk: Desk, secret: string, given: Partial<SetUp>, problem: string | null): Promise<Answer> {
  const account = await invited(invitations(desk), secret);
  if (!account) return page('refused', { status: 410 }, 410);
  const totp = totpOf(invitations(desk), secret);
  const address = totpAddress(totp, account.login, desk.config.issuer);
  const values = {
    ...{ first: account.name === '', problem, action: `/workbench/setup/${secret}`, role: account.role },
    login: given.login ?? account.login,
    name: given.name ?? account.name,
    reach: given.reach ?? account.reach,
    totp: totp.replace(/(.{4})(?=.)/g, '$1 '),
    address,
    qr: qrPath(address) ?? null,
  };
  return page('setUp', values, problem === null ? 200 : 422);
}

export async function invitation(desk: Desk, { req, params }: Visit): Promise<Answer> {
  limitAddress(req, desk, 'signIns');
  return form(desk, params.secret ?? '', {}, null);
}

export async function accept(desk: Desk, visit: Visit): Promise<Answer> {
  const { req, params, form: given } = visit;
  limitAddress(req, desk, 'signIns');
  const field = (name: string): string => given.get(name) ?? '';
  const said: SetUp = {
    ...{ login: field('login'), name: field('name'), reach: field('reach') },
    ...{ password: field('password'), again: field('again'), code: field('code') },
  };
  const secret = params.secret ?? '';
  const result = await setUp(invitations(desk), secret, said);
  if (result.status === 'problem') return form(desk, secret, said, result.problem);
  return go(home, await fresh(desk, visit, result.account));
}
