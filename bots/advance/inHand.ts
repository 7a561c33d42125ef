/** A request that is in hand: how it stands in words that name no advance, and a sum that the hospital asks for since. */
import { wishFor } from '../../claims/advance/wish.ts';
import { money } from '../../claims/figure.ts';
import { parseYuan, yuanText } from '../../claims/money.ts';
import type { Say } from '../../dialogs/say.ts';
import { asksAgain, asksForMore, asksOfRequest, namesHospital } from '../../understanding/advance.ts';
import { type Whose, whose } from '../papers/whose.ts';
import type { Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import { promised, recorded } from './filed.ts';
import { type Patient, patientsOf } from './sight.ts';
import { noAdvance, openAdvances, wishSays } from './status.ts';

/** Something was asked for, and nothing was worked out yet. */
const isInHand = (scope: Scope, own: Whose): boolean =>
  (own.facts.settlements ?? []).length === 0 &&
  ((own.facts.advances ?? []).length > 0 || wishSays(scope, own).length > 0);

/** True of “申请得怎么样了”, “钱什么时候到账” where there is a request; elsewhere they are of the claim. */
export async function isOfRequest(scope: Scope, text: string): Promise<boolean> {
  if (!asksOfRequest(text)) return false;
  const own = await whose(scope);
  return own !== undefined && isInHand(scope, own);
}

/** “又要三万”, while the request was spoken of. */
export async function isMore(scope: Scope, text: string): Promise<boolean> {
  if (sumIn(scope, text) === undefined || !asksForMore(text)) return false;
  const { lastSaid } = scope.draft.state;
  if (!lastSaid.startsWith('advance.') && !namesHospital(text)) return false;
  const own = await whose(scope);
  return own !== undefined && isInHand(scope, own);
}

function sumIn({ deps, runtime }: Scope, text: string): bigint | undefined {
  const said = deps.flows.advance?.understands?.(text, runtime.now, undefined).asked;
  const { fen } = (said ?? {}) as { readonly fen?: number };
  return fen === undefined ? undefined : BigInt(fen);
}

/** The sum is passed on, once; undefined: none is told, or it stands so already. */
export function moreSays(scope: Scope, own: Whose, text: string): Say | undefined {
  const sum = asksForMore(text) ? sumIn(scope, text) : undefined;
  const [whom, ...others] = patientsOf(scope, own);
  if (sum === undefined || !whom || others.length > 0) return undefined;
  const ref = { ...(whom.person !== undefined && { person: whom.person }), ...(whom.n !== undefined && { n: whom.n }) };
  const [open] = openAdvances(scope, own);
  if (!open && !wishFor(own.facts.wishes, ref)) return undefined;
  const before = sumBefore(own, ref);
  if (before !== undefined && sum < before && asksAgain(text))
    return { key: 'advance.moreUnclear', values: { amount: money(sum) } };
  const askedBy = namesHospital(text) ? 'hospital' : 'unknown';
  const wish = { ...ref, purpose: 'unknown', asked: yuanText(sum), askedBy } as const;
  const { wish: now, fresh } = recorded(scope.draft, own.id, wish);
  if (!fresh) return undefined;
  const values = { amount: money(sum), by: shown('instant', promised(scope, own, now)) };
  return { key: 'advance.more', values };
}

/** What was asked for until now. */
function sumBefore(own: Whose, ref: Pick<Patient, 'person' | 'n'>): bigint | undefined {
  const asked = wishFor(own.facts.wishes, ref)?.asked;
  return asked === undefined ? undefined : parseYuan(asked);
}

/** A person takes it back; until then it goes on, and that is said. */
export function withdrawSays(scope: Scope, own: Whose | undefined): readonly Say[] {
  const inHand = own !== undefined && isInHand(scope, own);
  return [inHand ? { key: 'advance.withdraw', quick: ['human'] } : noAdvance];
}
