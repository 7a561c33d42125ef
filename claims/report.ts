/** A first report of an accident (报案) and what follows from it. Pure: facts in, decisions out. */

export type InjuredState = 'notTreated' | 'outpatient' | 'inpatient' | 'critical' | 'died' | 'unknown';
export type Role = 'driver' | 'insured' | 'injured' | 'family' | 'other';
export type SceneStatus =
  | 'hereCalled'
  | 'hereNotCalled'
  | 'moved'
  | 'movedCalled'
  | 'tookToHospital'
  | 'leftNotCalled'
  | 'unknown';
export type Flag =
  | 'drunk'
  | 'unlicensed'
  | 'minor'
  | 'death'
  | 'hitAndRun'
  | 'uninsured'
  | 'offRoad'
  | 'motorway'
  | 'otherInsurer'
  | 'selfHarm'
  | 'threat';

export interface When {
  /** ISO 8601 with offset; the accident lies between the two. */
  readonly start: string;
  readonly end: string;
  readonly approx: boolean;
  readonly grain: 'now' | 'minute' | 'hour' | 'daypart' | 'day';
}
export interface Where {
  readonly text: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly road?: 'road' | 'motorway' | 'offRoad';
}
export type OtherSide =
  | { readonly kind: 'car'; readonly plate: string }
  | { readonly kind: 'car' | 'nonMotor' | 'pedestrian' | 'fled' | 'uninsured' | 'none' | 'unknown' };

export interface InjuredPerson {
  readonly n: number;
  readonly state: InjuredState;
  readonly hospital?: string;
}

export interface Report {
  readonly danger: 'none' | 'bleeding' | 'unconscious' | 'trapped' | 'fire';
  /** Whether injuries may be recorded (个人信息保护法 29: separate consent for medical data). */
  readonly medicalConsent: boolean;
  /** The same of a minor, from the guardian (31); absent where no minor is hurt. */
  readonly minorConsent?: boolean;
  readonly phone: string | null;
  readonly role: Role;
  /** Null where the person could not say. */
  readonly when: When | null;
  readonly where: Where | null;
  readonly what: string;
  /** Null where nobody could say. */
  readonly injuredCount: number | null;
  readonly dead: number;
  readonly injured: readonly InjuredPerson[];
  readonly scene: SceneStatus;
  readonly policeCalled: boolean | null;
  readonly ownPlate: string | null;
  readonly other: OtherSide;
  readonly flags: readonly Flag[];
}

/** Whether anybody's injuries may be noted. */
export const mayNoteInjuries = (report: Partial<Pick<Report, 'medicalConsent' | 'minorConsent'>>): boolean =>
  report.medicalConsent === true && report.minorConsent !== false;

/** Whether an accident is being reported later than the policy's customary notice (facts: 保险法 21, 条款习惯). */
export function reportedLate(when: When | null, now: number, customaryHours: number): boolean {
  if (!when) return false;
  const limit = new Date(when.end);
  limit.setUTCHours(limit.getUTCHours() + customaryHours);
  return now > limit.getTime();
}

/** Whether the rescue fund (道路交通事故社会救助基金) may step in: the other side fled or has no compulsory insurance. */
export const mayNeedRescueFund = (other: OtherSide): boolean => other.kind === 'fled' || other.kind === 'uninsured';

/** Whether police must be called now: somebody is hurt and nobody has reported (道路交通安全法 70). */
export const mustCallPolice = (scene: SceneStatus, policeCalled: boolean | null): boolean =>
  scene === 'hereNotCalled' ||
  scene === 'leftNotCalled' ||
  ((scene === 'tookToHospital' || scene === 'moved') && policeCalled === false);

export const isOffRoad = (where: Where | null): boolean => where?.road === 'offRoad';

/** Needs a neutral word and a person: it may touch cover or recourse, which no program decides. */
export const isSensitive = (flags: readonly Flag[]): boolean => flags.includes('drunk') || flags.includes('unlicensed');

export const someoneDied = (report: Pick<Report, 'dead' | 'injured'>): boolean =>
  report.dead > 0 || report.injured.some((person) => person.state === 'died');

export const inHospital = (state: InjuredState): boolean =>
  state === 'outpatient' || state === 'inpatient' || state === 'critical';

/** How urgently staff should look at a report; “death” before everything. */
export function severity(
  report: Pick<Report, 'dead' | 'injured' | 'danger'>,
): 'death' | 'critical' | 'hospital' | 'light' {
  if (someoneDied(report)) return 'death';
  if (report.danger !== 'none' || report.injured.some((person) => person.state === 'critical')) return 'critical';
  return report.injured.some((person) => person.state === 'inpatient') ? 'hospital' : 'light';
}

/** The same of a report that is not whole, as one folded from events may be. */
export const severityKnown = (report: Partial<Report>): ReturnType<typeof severity> =>
  severity({ dead: 0, injured: [], danger: 'none', ...report });

/** Two reports speak of one accident if the same plate was in an accident within two hours of the same time. */
export function sameAccidentWindow(when: When): { from: number; to: number } {
  const from = new Date(when.start);
  const to = new Date(when.end);
  from.setUTCHours(from.getUTCHours() - 2);
  to.setUTCHours(to.getUTCHours() + 2);
  return { from: from.getTime(), to: to.getTime() };
}
