/** Which facts are asked for together, and what an answer to such a question makes of them. Pure. */
import type { Registered } from '../recording/types.ts';
import type { Report } from '../report.ts';
import { factsOfReport } from './fromReport.ts';
import type { CaseFacts, YesNo } from './types.ts';

export type Side = 'insured' | 'injured';

/** One question each, in this order; of each only what the list still lacks. */
export const BUNDLES = {
  accident: ['offRoad', 'policeHandled', 'insuredIsCompany', 'commercialUse', 'insuredPaid'],
  treatment: ['minor', 'outpatient', 'inpatient', 'surgery', 'outsideMedicine', 'medicalInsurancePaid', 'workInjury'],
  losses: ['lostIncome', 'care', 'travelled', 'disability'],
  after: ['surgery', 'aids', 'childDependants', 'adultDependants', 'ruralRegistered'],
} as const satisfies Readonly<Record<string, readonly YesNo[]>>;
export type Bundle = keyof typeof BUNDLES;

/** Not so today is no “never”: the list says beforehand what would be needed then. */
const MAY_COME: ReadonlySet<YesNo> = new Set([
  'policeHandled',
  'insuredPaid',
  'outpatient',
  'inpatient',
  'surgery',
  'outsideMedicine',
  'medicalInsurancePaid',
  'care',
  'travelled',
  'disability',
  'aids',
]);

/** What was ticked is so; what was not is not so, or may come yet. */
export function afterBundle(facts: CaseFacts, asked: readonly YesNo[], ticked: readonly YesNo[]): CaseFacts {
  const told = asked
    .filter((fact) => ticked.includes(fact) || !MAY_COME.has(fact))
    .map((fact) => [fact, ticked.includes(fact)] as const);
  return { ...facts, ...Object.fromEntries(told) };
}

/** What report and registration tell already. Of several injured people nothing is told of the one who asks. */
export function factsKnown(report: Partial<Report>, registered?: Registered): CaseFacts {
  const on = registered?.accident?.on;
  const day = on === undefined ? {} : { accident: on };
  if (report.injured === undefined || report.flags === undefined || report.other === undefined) return day;
  const whole = report as Report;
  const [first, ...others] = whole.injured;
  const facts = factsOfReport(whole, first && others.length === 0 ? first : { n: 0, state: 'unknown' });
  // Whoever came to an accident with somebody hurt writes down what happened.
  return { ...facts, ...(whole.policeCalled === true && { policeHandled: true }), ...day };
}

/** Whose papers somebody asks for by how they reported; undefined for whoever reports for others. */
export const sideOf = (role: Report['role'] | undefined): Side | undefined =>
  role === 'driver' || role === 'insured' ? 'insured' : role === 'injured' || role === 'family' ? 'injured' : undefined;
