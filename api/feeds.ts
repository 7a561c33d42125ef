/** What is new: reports, and events of claims, each list from a cursor on. */
import { fold } from '../claims/fold.ts';
import type { Answer, Call } from './deps.ts';
import { changeView, reportView } from './views.ts';

export async function changes({ store, cursor, limit }: Call): Promise<Answer> {
  const found = await store.changes({ after: cursor, limit });
  const last = found.at(-1)?.number ?? cursor;
  const body = { changes: found.flatMap(changeView), next: String(last), more: found.length === limit };
  return { status: 200, body, ...(found.length > 0 ? { subject: 'changes' } : {}) };
}

export async function reports({ store, cursor, limit }: Call): Promise<Answer> {
  const found = await store.changes({ after: cursor, limit, only: 'reported' });
  const readable = found.flatMap(({ claim, report, event }) => (event ? [{ claim, report, at: event.at }] : []));
  // As they stand now: what was corrected since is corrected here.
  const all = await Promise.all(
    readable.map(async ({ claim, report, at }) => reportView(report, fold(await store.events(claim)), at)),
  );
  const last = found.at(-1)?.number ?? cursor;
  const body = { reports: all, next: String(last), more: found.length === limit };
  return { status: 200, body, ...(all.length > 0 ? { subject: 'reports' } : {}) };
}
