/** Conversations by the number of the report, a plate or a telephone number: exactly, only those that she may open, and noted. */
import { soughtIn } from '../../bots/sought.ts';
import { limit } from '../../channels/web/limiting.ts';
import type { ConversationId } from '../../store/ports.ts';
import { claimOf, mayOpen } from '../claim/see.ts';
import { shownPerson } from '../persons.ts';
import { concerns } from '../seen.ts';
import { when } from '../shown.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';

/** Rows shown. */
const MOST = 20;

export const search = async (): Promise<Answer> => page('search', { rows: null, claim: null, unread: false });

/** The trail says by what was looked for and how much was found, never the number itself. */
export async function find(desk: Desk, visit: Colleague): Promise<Answer> {
  const { store, now, trail } = desk;
  limit(desk, 'searches', visit.me.account.id);
  const sought = soughtIn(visit.form.get('text') ?? '', now());
  const lists = await Promise.all(sought.map(({ by, value }) => store.conversationsBy(by, value, 4 * MOST)));
  const rows = await Promise.all([...new Set(lists.flat())].map((id) => row(desk, visit, id)));
  const shown = rows.filter((one) => one !== undefined).slice(0, MOST);
  const claim = await claimNamed(desk, visit);
  const by = [...sought.map((one) => one.by), ...(claim ? ['claim'] : [])].join(' ');
  await trail.note(visit.me.account.id, 'search', 'search', { by, found: shown.length + (claim ? 1 : 0) });
  return page('search', { rows: shown, claim: claim ?? null, unread: sought.length === 0 && !claim });
}

/** By the insurer's own number, which may have letters. */
async function claimNamed(desk: Desk, { me, form }: Colleague) {
  const row = await desk.store.claimOfInsurer((form.get('text') ?? '').trim().slice(0, 64));
  const found = row && (await claimOf(desk, row.id));
  if (!found || !mayOpen(desk, me.account, found.facts)) return undefined;
  return { id: found.id as string, number: found.facts.registered?.number ?? '' };
}

/** Undefined for whoever may not open it: for her it does not exist. */
async function row(desk: Desk, { me, lang }: Colleague, id: ConversationId) {
  const { store, persons, renderer, now } = desk;
  const [conversation, handoff] = await Promise.all([store.conversation(id), store.handoffOf(id)]);
  if (!conversation || !(await concerns(desk, me.account, id, handoff))) return undefined;
  const [told, bindings, [last]] = await Promise.all([
    persons.get(id, conversation.version),
    store.bindings(id),
    store.transcript(id, conversation.lastSeq - 1, 1),
  ]);
  const claims = await Promise.all(bindings.map(({ claim }) => store.claim(claim)));
  return {
    ...{ id: id as string, ...shownPerson(renderer, lang, told) },
    numbers: claims.flatMap((claim) => claim?.number ?? []),
    state: handoff?.state ?? 'none',
    at: when(last?.at ?? conversation.createdAt, now()),
  };
}
