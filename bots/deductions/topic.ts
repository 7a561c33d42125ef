/** Which claim's settlement is spoken of, and how far it was told. */
import type { Talk } from '../../dialogs/runtime.ts';
import type { ClaimId } from '../../store/ports.ts';
import { type BesideCuts, besideCuts } from '../../understanding/besideCuts.ts';
import { speaksOfSettlement } from '../../understanding/deductions.ts';
import { asksOfObjection, disagreesPlainly, withdrawsObjection } from '../../understanding/objection.ts';
import { grantsOf } from '../identity/index.ts';
import { putAside } from '../putAside.ts';
import type { Scope } from '../scope.ts';

/** What was explained is spoken of for so long. */
const SPOKEN_OF = 30 * 60_000;

/** One is being made: which line, why, or what is to be done. */
export const isObjecting = ({ stack }: Talk): boolean => stack.at(-1)?.flow.startsWith('objection') === true;
/** One was begun and put aside. */
export const waitsObjection = (talk: Talk): boolean => putAside(talk)?.flow.startsWith('objection') === true;

/** The claim that is looked at, where nothing was explained lately. */
export function newTopic(scope: Scope): Topic | undefined {
  const { looksAt } = scope.draft.state;
  const grants = grantsOf(scope);
  const claim = grants.find((one) => one.claim === looksAt)?.claim ?? grants.at(-1)?.claim;
  return claim && { claim, at: scope.draft.at, n: 0 };
}

export interface Topic {
  readonly claim: ClaimId;
  readonly at: number;
  /** The number of the reason that was told last; 0: none yet. */
  readonly n: number;
  /** Lines whose whole explanation she has read. */
  readonly read?: readonly number[];
  /** What she can do about it was told by itself. */
  readonly pathTold?: true;
}

export function topicOf({ draft }: Scope): Topic | undefined {
  const { cuts } = draft.state;
  return cuts && draft.at - cuts.at < SPOKEN_OF ? cuts : undefined;
}

/** “我能拿多少”, once it was worked out: that is what is told. */
export async function isSettled(scope: Scope): Promise<boolean> {
  const { draft, deps } = scope;
  const claim = newTopic(scope)?.claim;
  if (!claim) return false;
  await draft.know(claim, deps.store);
  return (draft.facts.get(claim)?.settlements ?? []).length > 0;
}

/** These are asked of nothing but a settlement, once there is one. */
const OF_ITSELF: ReadonlySet<BesideCuts> = new Set([
  ...(['myShare', 'theirMoney', 'outside', 'forecast', 'courtFee', 'signed', 'shareFrom', 'whenPaid', 'sued'] as const),
]);

/** Words that can be of nothing else, where nothing was explained lately. */
export async function plainTopic(scope: Scope, text: string): Promise<Topic | undefined> {
  if (asksOfObjection(text) || withdrawsObjection(text)) return newTopic(scope);
  const beside = besideCuts(text);
  const plainly = disagreesPlainly(text) || speaksOfSettlement(text) || (beside !== undefined && OF_ITSELF.has(beside));
  return plainly && (await isSettled(scope)) ? newTopic(scope) : undefined;
}

/** That line's whole explanation was told in this talk. */
export const hasRead = ({ draft }: Scope, n: number): boolean =>
  draft.state.cuts?.n === n || draft.state.cuts?.read?.includes(n) === true;

export function setN({ draft }: Scope, n: number): void {
  const { cuts } = draft.state;
  if (cuts) draft.set({ cuts: { ...cuts, n, read: [...new Set([...(cuts.read ?? []), n])] } });
}
