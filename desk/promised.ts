/** Promises as colleagues read them: those of the claims of a conversation, and those that stand among what is due. */
import type { PromiseMade } from '../claims/fold.ts';
import type { Lang } from '../locales/render.ts';
import type { Ticket } from '../store/ports.ts';
import { dueState } from './due.ts';
import { masked, when } from './shown.ts';
import type { Desk } from './web/visit.ts';

/** What the assistant promises has a name instead of words. */
const BOTS: Readonly<Record<string, string>> = {
  firstContact: 'desk.talk.firstContact',
  answer: 'desk.talk.answerAnew',
  answerPressed: 'desk.talk.answerPressed',
  itemisedList: 'desk.talk.itemisedList',
  objection: 'desk.talk.objection',
};

export function whatWords({ renderer }: Pick<Desk, 'renderer'>, lang: Lang, what: string): string {
  const key = BOTS[what];
  return key ? renderer.sentence(lang, key) : masked(what);
}

/** Where nobody was named it is whoever calls people back. */
export const whoWords = ({ renderer }: Pick<Desk, 'renderer'>, lang: Lang, who: string): string =>
  who || renderer.sentence(lang, 'common.unset.caller');

export const promiseView = (desk: Pick<Desk, 'renderer' | 'now'>, lang: Lang, promise: PromiseMade) => ({
  id: promise.id,
  what: whatWords(desk, lang, promise.what),
  who: whoWords(desk, lang, promise.who),
  by: when(Date.parse(promise.by), desk.now()),
  state: dueState(promise, desk.now()),
  kept: promise.kept ? { name: promise.kept.who, at: when(promise.kept.at, desk.now()) } : null,
});

/** Of a row among what is due. */
export const madeOf = ({ id, at, slot = at, data }: Ticket): PromiseMade => ({
  ...{ id, at, what: String(data.what ?? ''), who: String(data.who ?? ''), by: new Date(slot).toISOString() },
});

/** Those of the report, and those that were made without one or of another claim. */
export function withDue(promises: readonly PromiseMade[], tickets: readonly Ticket[]): readonly PromiseMade[] {
  const known = new Set(promises.map(({ id }) => id));
  return [...promises, ...tickets.filter(({ id, kind }) => kind === 'promise' && !known.has(id)).map(madeOf)];
}
