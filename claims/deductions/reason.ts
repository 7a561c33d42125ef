/** What every reason for paying less says about itself. One reason, one file in reasons/. */
import type { Figure } from '../figure.ts';
import type { Given, Shapes } from './basis.ts';
import type { Bearer, Item } from './settlement.ts';

/** Who has to show that the reason is right. */
export type Proves = 'insurer' | 'claimant' | 'nobody';

export interface LawFigure {
  readonly law: string;
  readonly part: 'value' | 'from';
}

export interface Reason {
  readonly code: string;
  /** Name of its sentence, `deductions.reason.*`, where that is not its code. */
  readonly words?: string;
  /** What it says otherwise in one of its items: an hotel's bill is no bus ticket. */
  readonly byItem?: Readonly<Partial<Record<Item, Pick<Reason, 'words' | 'law' | 'changes'>>>>;
  /** Which items it can stand in; in another one it is doubted, not explained away. */
  readonly items: readonly Item[] | 'all';
  /** Parameters of law/: figures, and the texts it rests on, each with its source and mark. */
  readonly law: readonly string[];
  /** Sayings that need a figure of law, and which: its value, or the day from which it holds. Without it they are not said. */
  readonly figures?: Readonly<Record<string, Readonly<Record<string, LawFigure>>>>;
  readonly basis: Shapes;
  readonly proves: Proves;
  /** Who bears it instead, where the settlement does not say. */
  readonly bearer: Bearer;
  /** It touches cover, blame or a court: a person looks at it, whatever it says. Otherwise when it is disputed. */
  readonly alwaysPerson: boolean;
  /** What would change it, as names of `deductions.change.*`. */
  readonly changes: readonly string[];
  /** How the amount is computed. Absent: it stands on its paper alone. */
  readonly figure?: (given: Given) => Figure;
  /** What is said besides, where it holds, as a name of `deductions.also.*`. */
  readonly also?: (given: Given) => string | undefined;
  /** Parameters that it rests on besides, by what is said besides. */
  readonly alsoLaw?: Readonly<Record<string, readonly string[]>>;
  /** Changes that help nobody where that is said. */
  readonly notWith?: Readonly<Record<string, readonly string[]>>;
  /** Who bears it instead, where that depends on what the amount was computed from. */
  readonly bearerOf?: (basis: Readonly<Record<string, string>>) => Bearer;
  /** Whoever is liable bears all of it, whatever his share of fault. */
  readonly wholly?: true;
  /** What is said of a bearer otherwise than for other reasons, as a name of `deductions.*`. */
  readonly bearsAs?: Readonly<Partial<Record<Bearer, string>>>;
  /** His share of fault is in the amount already: it is not taken of it a second time. */
  readonly sharedAlready?: (given: Pick<Given, 'has' | 'line'>) => boolean;
  /** Why it does not apply here, as a name of `deductions.doubt.*`. */
  readonly doubt?: (given: Given) => string | undefined;
}

/** What it costs to be treated. */
export const TREATMENT: readonly Item[] = ['medical', 'followUp', 'aids'];
/** What is paid for disability or death. */
export const PERSONAL: readonly Item[] = ['disability', 'death', 'dependants'];
export const yesNo = ['yes', 'no'] as const;
