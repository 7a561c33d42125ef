/** The administrator's pages: who may work at the desk. */
import { publicOrigin } from '../../channels/web/origin.ts';
import { languages as allLanguages } from '../../locales/render.ts';
import type { Account, AccountId, AccountRole } from '../../store/ports.ts';
import { branchName } from '../branches.ts';
import { invite, newAccount } from '../people/invitations.ts';
import { languagesIn, roles } from '../people/rights.ts';
import { normalLogin } from '../people/signIn.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { askMoving, handOver, leftBehind } from './moving.ts';

/** One of those that are configured; any word where none are. Null: of none, sees all. Undefined: there is no such branch. */
function branchOf({ branches }: Desk, given: string | null): string | null | undefined {
  const text = given?.trim() ?? '';
  if (text === '') return null;
  return branches.length === 0 ? text.slice(0, 40) : branches.find(({ id }) => id === text)?.id;
}

const roleOf = (text: string | null): AccountRole => roles.find((role) => role === text) ?? 'adjuster';

async function list(desk: Desk, more: Readonly<Record<string, unknown>> = {}, status = 200): Promise<Answer> {
  const accounts = (await desk.store.accounts()).map(
    ({ id, login, name, reach, role, branch, password, disabledAt, languages }) => ({
      ...{ id, login, name, reach, role, branch: branch ?? '', languages },
      branchName: branchName(desk, branch),
      // Kept from a file of before: shown as it is, so that nobody comes to see all by a press on another button.
      branchUnknown: branchOf(desk, branch) === undefined,
      state: disabledAt !== null ? 'disabled' : password === null ? 'invited' : 'active',
    }),
  );
  return page(
    'people',
    {
      accounts,
      roles,
      allLanguages,
      branches: desk.branches,
      link: null,
      problem: null,
      handed: null,
      ...more,
    },
    status,
  );
}

export const people = (desk: Desk): Promise<Answer> => list(desk);

/** Whole, to be sent as it is: on our own address, or on the one under which this page was opened. */
const linkFor = async (desk: Desk, req: Colleague['req'], account: AccountId): Promise<string> =>
  publicOrigin(req, desk.config) + (await invite({ ...desk, key: desk.config.key }, account));

/** A new colleague: the link is shown once and works once. */
export async function invitePerson(desk: Desk, { req, me, form }: Colleague): Promise<Answer> {
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const branch = branchOf(desk, form.get('branch'));
  if (branch === undefined) return list(desk, { problem: 'branch' }, 422);
  const given = { login: normalLogin(text('login')), name: text('name'), reach: text('reach').slice(0, 100), branch };
  if (!/^[\p{L}\p{N}._-]{2,40}$/u.test(given.login)) return list(desk, { problem: 'login' }, 422);
  if (given.name === '' || given.name.length > 40) return list(desk, { problem: 'name' }, 422);
  const languages = languagesIn(form);
  const role = roleOf(form.get('role'));
  const account = newAccount(desk.now(), { ...given, role, languages: languages.length > 0 ? languages : ['zh-CN'] });
  await desk.trail.note(me.account.id, 'account.invite', account.id, { role, branch });
  if ((await desk.store.saveAccount(account)) !== 'saved') return list(desk, { problem: 'loginTaken' }, 422);
  return list(desk, { link: await linkFor(desk, req, account.id) });
}

type Change = (account: Account, form: URLSearchParams, at: number, desk: Desk) => Partial<Account>;
const CHANGES: Readonly<Record<string, Change>> = {
  disable: (_account, _form, at) => ({ disabledAt: at }),
  enable: () => ({ disabledAt: null }),
  role: (account, form, _at, desk) => ({
    role: roleOf(form.get('role')),
    branch: form.has('branch') ? (branchOf(desk, form.get('branch')) ?? null) : account.branch,
  }),
  languages: (_account, form) => ({ languages: languagesIn(form) }),
  // Whoever has lost her telephone sets up both anew.
  reset: () => ({ password: null, totp: null }),
};

/** Why it cannot be done; null where it can. */
function refusalOf(desk: Desk, me: Account, account: Account, what: string, form: URLSearchParams): string | null {
  if (branchOf(desk, form.get('branch')) === undefined) return 'branch';
  if (what === 'languages' && languagesIn(form).length === 0) return 'languages';
  // Nobody locks herself out: there is always somebody who can let others in.
  return account.id === me.id ? 'self' : null;
}

export async function changePerson(desk: Desk, visit: Colleague): Promise<Answer> {
  const { req, me, params, form } = visit;
  const what = form.get('what') ?? '';
  const account = await desk.store.account((params.account ?? '') as AccountId);
  const change = CHANGES[what];
  if (!account || !change) return list(desk, { problem: 'gone' }, 404);
  const problem = refusalOf(desk, me.account, account, what, form);
  if (problem) return list(desk, { problem }, 422);
  const changed = { ...account, ...change(account, form, desk.now(), desk) };
  const behind = await leftBehind(desk, account, changed);
  const wanted = form.get('reports');
  if (behind.length > 0 && wanted !== 'pass' && wanted !== 'keep')
    return askMoving(desk, visit, account, changed, behind);
  const { role, branch } = changed;
  await desk.trail.note(me.account.id, `account.${what}`, account.id, what === 'role' ? { role, branch } : {});
  const saved = await desk.store.saveAccount(changed);
  if (saved !== 'saved') return list(desk, { problem: 'gone' }, 409);
  const handed = await handOver(desk, me.account, changed, wanted === 'pass' ? behind : []);
  const link = what === 'reset' ? await linkFor(desk, req, account.id) : null;
  return list(desk, { link, handed });
}
