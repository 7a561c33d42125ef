/** To whom of the staff a report is given. Pure: who there is and what they have to do, in; one of them, out. */
import type { AccountRole, ClaimEvent, Contact } from '../store/ports.ts';
import { seesBranch } from './branches.ts';
import type { Assigned } from './fold.ts';

export interface ToAssign {
  readonly severity: Contact['severity'];
  readonly lang: string;
  readonly branch: string | null;
}
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly branch: string | null;
  readonly languages: readonly string[];
  /** Has set up her account, and it is not disabled. */
  readonly active: boolean;
  readonly here: boolean;
  /** What she has to do now (`Workload`). */
  readonly open: number;
  readonly grave: number;
  readonly lastAt: number | null;
}

/** Who may talk with people. Reports are the adjusters' work: others get them where there is none. */
export const TAKING: readonly AccountRole[] = ['adjuster', 'supervisor', 'administrator'];

export const isGrave = (severity: Contact['severity']): boolean => severity === 'death' || severity === 'critical';

/** Undefined where nobody may have it: then all who see it do. */
export function assign(report: ToAssign, colleagues: readonly Candidate[]): Candidate | undefined {
  const may = colleagues.filter((one) => one.active && TAKING.includes(one.role) && seesBranch(one, report.branch));
  const [first] = may.toSorted((a, b) => firstDifference(order(report, a), order(report, b)) || byId(a, b));
  return first;
}

/** The less, the sooner; what stands first counts most. */
const order = ({ severity, lang, branch }: ToAssign, one: Candidate): readonly number[] => [
  one.languages.includes(lang) ? 0 : 1,
  TAKING.indexOf(one.role),
  one.here ? 0 : 1,
  one.branch === branch ? 0 : 1,
  isGrave(severity) ? one.grave : 0,
  one.open,
  one.lastAt ?? 0,
];

const firstDifference = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

const byId = (a: Candidate, b: Candidate): number => (a.id < b.id ? -1 : 1);

export const assignedBy = ({ at, data }: ClaimEvent, since: number): Assigned => ({
  ...{ to: textOr(data.to), name: String(data.name), branch: textOr(data.branch), at, since },
  lang: String(data.lang),
});

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);
