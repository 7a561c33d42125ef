/** What is known of a claim, and what a rule says about one paper (facts §6). One paper, one file in rules/. */
import type { Day, Law, LawAnswer } from '../../law/types.ts';

/** Facts that are answered with yes or no, in the order in which they are asked. */
export const YES_NO = [
  'offRoad',
  'policeHandled',
  'insuredIsCompany',
  'commercialUse',
  'agent',
  'died',
  'minor',
  'outpatient',
  'inpatient',
  'surgery',
  'outsideMedicine',
  'medicalInsurancePaid',
  'workInjury',
  'lostIncome',
  'care',
  'travelled',
  'disability',
  'aids',
  'childDependants',
  'adultDependants',
  'insuredPaid',
  'advance',
  'fund',
  'lawsuit',
  'ruralRegistered',
] as const;
export type YesNo = (typeof YES_NO)[number];

/** Who lost income; the last two lost it by looking after the injured, which the law calls 护理费. */
export const OCCUPATIONS = [
  'payroll',
  'rider',
  'dayWages',
  'selfEmployed',
  'farmer',
  'pastRetirement',
  'housework',
  'minorsParent',
  'familyCarer',
] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

/** Facts with a choice, and what can be chosen. */
export const CHOICES = {
  occupation: ['payroll', 'rider', 'dayWages', 'selfEmployed', 'farmer', 'pastRetirement', 'housework'],
  carer: ['family', 'hired'],
  settledBy: ['notYet', 'agreement', 'mediation', 'judgment'],
} as const;
type Choices = typeof CHOICES;
export type Choice = keyof Choices;
export type FactName = YesNo | Choice | 'accident';

/** A fact that nobody has told is simply not there. */
export type CaseFacts = { readonly [K in YesNo]?: boolean | undefined } & {
  readonly [K in Choice]?: Choices[K][number] | undefined;
} & {
  /** Day of the accident. */
  readonly accident?: Day | undefined;
  readonly region?: string | undefined;
};

/** Yes, no, or the facts on which it depends, the first to be asked first. */
export type Truth = boolean | readonly FactName[];

export interface Given {
  readonly facts: CaseFacts;
  readonly law: Law;
  /** The day on which the list is made. */
  readonly at: Day;
}
export type Condition = (given: Given) => Truth;

export type Group =
  | 'general'
  | 'identity'
  | 'treatment'
  | 'income'
  | 'care'
  | 'disability'
  | 'dependants'
  | 'death'
  | 'advance'
  | 'court';

/** Who hands it out. */
export type Issuer =
  | 'self'
  | 'insurer'
  | 'police'
  | 'policeStation'
  | 'localBody'
  | 'hospital'
  | 'pharmacy'
  | 'medicalInsurance'
  | 'workInjuryOffice'
  | 'employer'
  | 'platform'
  | 'bank'
  | 'taxOffice'
  | 'market'
  | 'village'
  | 'appraiser'
  | 'carrier'
  | 'carerFirm'
  | 'civilAffairs'
  | 'court'
  | 'bothSides';

/** `original`: handed in, or shown and copied; which insurer keeps it differs. */
export type Copy = 'original' | 'copy' | 'stampedCopy';
export type Form = 'photo' | 'pdf' | 'paper' | 'electronic';

export interface DocumentRule {
  readonly id: string;
  readonly group: Group;
  /** Whose paper it is: the other side is neither asked for it nor shown it. */
  readonly brings: 'insured' | 'injured' | 'either';
  readonly when: Condition;
  readonly copy: Copy;
  readonly forms: readonly Form[];
  readonly issuer: Issuer;
  /** Parameters of law/ with the texts it rests on; each has source and mark. */
  readonly law: readonly string[];
}

export interface ChecklistItem {
  readonly document: string;
  readonly need: 'needed' | 'depends';
  /** Facts that would settle it; empty where it is needed. */
  readonly dependsOn: readonly FactName[];
  readonly rule: DocumentRule;
  readonly rests: readonly LawAnswer[];
}

export interface Checklist {
  readonly at: Day;
  readonly items: readonly ChecklistItem[];
  /** Facts to ask for, each once, in the order of asking: those that would settle something. */
  readonly ask: readonly FactName[];
  readonly notNeeded: readonly string[];
}
