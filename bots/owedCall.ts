/** The call that somebody is owed: in the desk's list from the asking on, number or none, and once. */
import type { Json } from '../store/ports.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { ended, newHandoff, reasonFor, standing } from './handoff.ts';
import type { Scope } from './scope.ts';
import type { Asking } from './state.ts';

/** Who never answers which number to call has asked for a person all the same. */
export async function oweCall(scope: Scope, reason: string, phone: string | undefined): Promise<void> {
  const { draft, deps, newId } = scope;
  if (draft.state.callBack) return;
  const asked = standing(draft) ?? newHandoff(scope, await reasonFor(scope, reason), 'ticket');
  const { id, number } = (await owed(deps, draft, asked)) ?? {
    id: newId(),
    number: `H${deps.newClaimNumber(draft.at)}`,
  };
  draft.hand({ ...asked, state: 'ticket', data: { ...asked.data, owed: { id, number } } });
  draft.ticket('callBack', { number, phone: phone ?? null, reason: asked.reason }, { id });
}

type Owed = { readonly id: string; readonly number: string };
const owedOf = ({ data }: Asking): Owed | undefined => data.owed as unknown as Owed | undefined;

/** Undefined too where a colleague has been through with it: a number that comes later is news. */
export async function owed(
  { store }: Pick<TurnDeps, 'store'>,
  draft: Draft,
  asking: Asking,
): Promise<Owed | undefined> {
  const before = owedOf(asking);
  if (!before) return undefined;
  // Several messages may be one turn: what it has written is not in the store yet.
  if (draft.tickets.some(({ id }) => id === before.id)) return before;
  return (await store.openTicketsOf(draft.conversation.id)).some(({ id }) => id === before.id) ? before : undefined;
}

/** What a new asking keeps of the one that it takes the place of. */
export const keptOf = ({ data }: Asking): Record<string, Json> => (data.owed ? { owed: data.owed } : {});

export const settled = ({ data: { owed: _, ...kept }, ...asking }: Asking): Asking => ({ ...asking, data: kept });

/** “不用了” before a number was given: staff see that no call is wanted. */
export function dropCall(draft: Draft): void {
  const asked = standing(draft);
  const before = asked && owedOf(asked);
  if (!asked || !before) return;
  draft.ticket('callBack', { number: before.number, phone: null, cancelled: true }, { id: before.id });
  ended(draft, settled(asked), 'left');
}
