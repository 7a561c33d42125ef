/** Who looked at what and changed what. Written before the answer leaves: what was not noted was not shown. */
import { randomUUID } from 'node:crypto';
import type { AccountId, JsonObject, Store } from '../../store/ports.ts';

type Who = AccountId | 'system' | 'outside';

export interface Trail {
  /** `data`: names of fields, ids and chosen reasons only, never what a person said. */
  note(who: Who, what: string, subject: string, data?: JsonObject): Promise<void>;
  /** For parts that a page fetches by itself, and that somebody could ask for without the page: noted once for a while. */
  noteView(who: Who, what: string, subject: string, data?: JsonObject): Promise<void>;
}

/** Milliseconds for which an open page is one view. */
const VIEW = 15 * 60_000;
/** Views remembered; who is forgotten is noted once more. */
const MOST = 10_000;

/** One file of a conversation is another view than the next. */
const viewOf = (who: Who, what: string, subject: string, data: JsonObject): string =>
  [who, what, subject, ...Object.values(data)].join(' ');

export function createTrail(store: Pick<Store, 'addActs'>, now: () => number): Trail {
  const views = new Map<string, number>();
  const note: Trail['note'] = async (who, what, subject, data = {}) => {
    const at = now();
    await store.addActs([{ id: randomUUID(), at, who, what, subject, data }]);
    if (!what.endsWith('.seen')) return;
    const [oldest] = views.keys();
    if (views.size >= MOST && oldest !== undefined) views.delete(oldest);
    views.set(viewOf(who, what, subject, data), at);
  };
  const noteView: Trail['noteView'] = async (who, what, subject, data = {}) => {
    const last = views.get(viewOf(who, what, subject, data));
    if (last === undefined || Math.abs(now() - last) >= VIEW) await note(who, what, subject, data);
  };
  return { note, noteView };
}
