/** Rows of what is to be done: calls, serious cases, drafts that broke off, promises. */
import type { Lang } from '../locales/render.ts';
import type { Handoff, Ticket } from '../store/ports.ts';
import { shownPerson } from './persons.ts';
import { madeOf, promiseView } from './promised.ts';
import { masked, wait, when } from './shown.ts';
import type { Desk } from './web/visit.ts';

/** Despair before all, and the case itself before the call that is owed for it. */
export const rank = (one: Ticket): number => (isCrisis(one) ? (one.kind === 'serious' ? 0 : 1) : 2);
const isCrisis = ({ data }: Ticket): boolean => data.reason === 'crisis';

/** One person, one row: that it is serious stands in the row where she waits, talks or is called back. */
export function folded(tickets: readonly Ticket[], handoffs: readonly Handoff[]) {
  const other = tickets.filter(({ kind }) => kind !== 'serious' && kind !== 'promise');
  const elsewhere = new Set([...handoffs, ...other].map(({ conversation }) => conversation));
  // Who waits or talks is not called at the same time.
  const talking = new Set(handoffs.flatMap(({ state, conversation }) => (state === 'ticket' ? [] : [conversation])));
  const serious = new Set(
    tickets.flatMap(({ kind, conversation }) =>
      kind === 'serious' && elsewhere.has(conversation) ? [conversation] : [],
    ),
  );
  return {
    serious,
    shown: tickets.filter(
      ({ kind, conversation }) =>
        (kind !== 'serious' || !serious.has(conversation)) && (kind !== 'callBack' || !talking.has(conversation)),
    ),
  };
}

/** The one that is due next stands first. */
export const promised = (tickets: readonly Ticket[]): Ticket[] =>
  tickets.filter(({ kind }) => kind === 'promise').sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0));

export async function promiseRow({ now, renderer, persons }: Desk, ticket: Ticket, lang: Lang) {
  const { id, conversation, at } = ticket;
  const { what, who, by, state } = promiseView({ now, renderer }, lang, madeOf(ticket));
  return {
    ...{ id, conversation, what, who, by, state },
    ...shownPerson(renderer, lang, await persons.get(conversation, at)),
  };
}

export interface Around {
  readonly names: ReadonlyMap<string, string>;
  readonly serious: ReadonlySet<string>;
  /** Conversations in which a colleague speaks now. */
  readonly talking: ReadonlySet<string>;
}

/** Beside the number: a call that cannot wait is told from the others. */
const GRAVE: ReadonlySet<string> = new Set(['crisis', 'death', 'danger', 'icu', 'minor', 'threat', 'complaint']);

function whyOf(renderer: Desk['renderer'], lang: Lang, { kind, data }: Ticket): string {
  if (kind === 'advance' && typeof data.asked === 'string')
    return ` · ${renderer.sentence(lang, 'show.money', { yuan: data.asked })}`;
  if (kind !== 'callBack' || !GRAVE.has(String(data.reason))) return '';
  return ` · ${renderer.sentence(lang, `desk.reason.${data.reason}`)}`;
}

export async function ticketRow(
  { now, renderer, persons }: Desk,
  ticket: Ticket,
  lang: Lang,
  { names, serious, talking }: Around,
) {
  const { id, kind, conversation, at, slot, takenBy, data } = ticket;
  const told = await persons.get(conversation, at);
  const none = kind === 'callBack' ? renderer.sentence(lang, 'desk.queue.noPhone') : '';
  // Where it names no number: the one that was told meanwhile.
  const number = typeof data.phone === 'string' ? data.phone : kind === 'brokenOff' ? '' : told.phone;
  const phone = number === '' ? none : masked(renderer.show(lang, { kind: 'phone', answer: number }));
  const why = whyOf(renderer, lang, ticket);
  return {
    ...{ id, kind, conversation, phone: phone + why, cancelled: data.cancelled === true },
    ...{ serious: serious.has(conversation), crisis: isCrisis(ticket) },
    ...shownPerson(renderer, lang, { ...told, phone: '' }),
    wait: talking.has(conversation)
      ? renderer.sentence(lang, 'desk.queue.beingTalked')
      : wait(renderer, lang, now() - at),
    by: slot === undefined ? '' : when(slot, now()),
    late: slot !== undefined && slot < now(),
    taken: takenBy === undefined ? '' : (names.get(takenBy) ?? takenBy),
  };
}
