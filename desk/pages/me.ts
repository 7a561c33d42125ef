/** One's own account: how one is reached, which languages one speaks, and a new password. */
import { limit } from '../../channels/web/limiting.ts';
import { languages as allLanguages } from '../../locales/render.ts';
import type { Account } from '../../store/ports.ts';
import { giveCookie } from '../people/cookie.ts';
import { hashPassword, isFit, isPassword } from '../people/password.ts';
import { languagesIn } from '../people/rights.ts';
import { begin } from '../people/sessions.ts';
import { takesCode } from '../people/signIn.ts';
import { type Answer, type Colleague, type Desk, go, page } from '../web/visit.ts';

const form = ({ me }: Colleague, problem: string | null = null, saved = false): Answer => {
  const { login, name, reach, languages } = me.account;
  return page('me', { login, name, reach, languages, allLanguages, problem, saved }, problem === null ? 200 : 422);
};

export const mine = async (_desk: Desk, visit: Colleague): Promise<Answer> =>
  form(visit, null, visit.query.get('saved') === '1');

export async function saveReach(desk: Desk, visit: Colleague): Promise<Answer> {
  const { account } = visit.me;
  const reach = (visit.form.get('reach') ?? '').trim().slice(0, 100);
  await desk.trail.note(account.id, 'account.reach', account.id);
  return (await save(desk, { ...account, reach })) ? go('/workbench/me?saved=1') : form(visit, 'gone');
}

/** New reports are given to whoever speaks the language that they were told in. */
export async function saveLanguages(desk: Desk, visit: Colleague): Promise<Answer> {
  const { account } = visit.me;
  const languages = languagesIn(visit.form);
  if (languages.length === 0) return form(visit, 'languages');
  await desk.trail.note(account.id, 'account.languages', account.id, { languages: languages.join(' ') });
  return (await save(desk, { ...account, languages })) ? go('/workbench/me?saved=1') : form(visit, 'gone');
}

/** Needs the old one and a code: an open screen is not enough. Everywhere else she is signed out. */
export async function savePassword(desk: Desk, visit: Colleague): Promise<Answer> {
  const { account } = visit.me;
  const field = (name: string): string => visit.form.get(name) ?? '';
  limit(desk, 'signIn', account.login);
  const knows = await isPassword(field('old'), account.password);
  if (!knows || !(await takesCode(desk, account, field('code')))) return form(visit, 'old');
  if (!isFit(field('password'), account.login)) return form(visit, 'password');
  if (field('password') !== field('again')) return form(visit, 'again');
  await desk.trail.note(account.id, 'account.password', account.id);
  const password = await hashPassword(field('password'));
  if (!(await save(desk, { ...account, password }))) return form(visit, 'gone');
  const { store, now, config } = desk;
  const secret = await begin({ store, now, key: config.key }, account);
  return go('/workbench/me?saved=1', { 'Set-Cookie': giveCookie(secret, config.cookieSecure) });
}

const save = async ({ store }: Desk, account: Account): Promise<boolean> =>
  (await store.saveAccount(account)) === 'saved';
