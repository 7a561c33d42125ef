/** What each role may do. The route table names these; a test walks every route with every role. */
import { languages } from '../../locales/render.ts';
import type { Account, AccountRole } from '../../store/ports.ts';

export { seesBranch } from '../../claims/branches.ts';

export const roles = ['adjuster', 'supervisor', 'auditor', 'administrator'] as const satisfies readonly AccountRole[];

const talks = ['adjuster', 'supervisor', 'administrator'] as const;
export const RIGHTS = {
  /** See the queue and conversations, masked. */
  look: roles,
  /** See what is masked, for a reason; talk, note, transfer, hand back, promise. */
  act: talks,
  /** Take over what a colleague has who is not there. */
  lead: ['supervisor', 'administrator'],
  /** Decide what a colleague has entered above a limit; never what she has entered herself. */
  release: ['supervisor', 'administrator'],
  audit: ['auditor', 'supervisor', 'administrator'],
  people: ['administrator'],
} as const satisfies Readonly<Record<string, readonly AccountRole[]>>;
export type Right = keyof typeof RIGHTS;

export const may = ({ role }: Pick<Account, 'role'>, right: Right): boolean =>
  (RIGHTS[right] as readonly AccountRole[]).includes(role);

/** Those of a form that reports may be told in, and that she speaks. */
export const languagesIn = (form: URLSearchParams): string[] =>
  languages.filter((lang) => form.getAll('language').includes(lang));
