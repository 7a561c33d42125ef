/** One conversation on one screen: what is known, what is not, what was promised, and every word. */
import { absentHolder } from '../handing.ts';
import { shownLine } from '../lines.ts';
import { may } from '../people/rights.ts';
import { type Seen, seen } from '../seen.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { takersOf } from './reports.ts';
import { labelOf, pictured, shownFact, sideOf } from './side.ts';

/** What may stand in the address of the page. */
export const PROBLEMS: readonly string[] = [
  ...['takenBy', 'notYours', 'gone', 'invalid', 'long', 'choices', 'busy', 'past', 'changed', 'unread'],
  ...['noSuchClaim', 'noSuchParty', 'noProof', 'noAuthorisation'],
];
/** Lines shown at once; earlier ones are a click away. */
const MOST = 200;

export async function conversation(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seen(desk, visit);
  await desk.trail.note(visit.me.account.id, 'conversation.seen', found.conversation.id);
  const [head, side, lines, absent, takers] = await Promise.all([
    headOf(desk, visit, found),
    sideOf(desk, visit, found),
    linesOf(desk, visit, found),
    absentHolder(desk, visit.me.account, found),
    takersOf(desk, visit, found),
  ]);
  return page('conversation', {
    ...head,
    ...side,
    ...lines,
    // Whoever has opened the earlier lines keeps them when something new is said.
    whole: visit.query.get('all') === '1',
    problem: visit.query.get('problem'),
    problems: PROBLEMS,
    canTakeOver: absent !== undefined,
    takers,
  });
}

/** Fetched by the page when something was said. */
export async function lines(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seen(desk, visit);
  await desk.trail.noteView(visit.me.account.id, 'conversation.seen', found.conversation.id);
  return page('lines', { ...(await headOf(desk, visit, found)), ...(await linesOf(desk, visit, found)) });
}

/** Whether it can be taken, from the queue or from a colleague who is not there. */
export async function take(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seen(desk, visit);
  const absent = await absentHolder(desk, visit.me.account, found);
  return page('take', { ...(await headOf(desk, visit, found)), canTakeOver: absent !== undefined });
}

export async function side(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seen(desk, visit);
  await desk.trail.noteView(visit.me.account.id, 'conversation.seen', found.conversation.id);
  return page('side', { ...(await headOf(desk, visit, found)), ...(await sideOf(desk, visit, found)) });
}

/** The person's words as they were written; why they are needed is noted. */
export async function openLines(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seen(desk, visit);
  await desk.trail.note(visit.me.account.id, 'reveal', found.conversation.id, {
    field: 'transcript',
    reason: reasonOf(visit),
  });
  return page('lines', { ...(await headOf(desk, visit, found)), ...(await linesOf(desk, visit, found, true)) });
}

/** One value as it is, for a reason that is noted with it. */
export async function reveal(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seen(desk, visit);
  const field = visit.form.get('field') ?? '';
  const picture = await pictured(desk, found);
  const fact = picture.facts.find((one) => one.field === field);
  if (!fact) return page('revealed', { label: '', value: '' }, 404);
  await desk.trail.note(visit.me.account.id, 'reveal', found.conversation.id, { field, reason: reasonOf(visit) });
  const label = labelOf(desk, visit.lang, field);
  return page('revealed', {
    label,
    value: typeof fact.answer === 'string' ? fact.answer : shownFact(desk, visit.lang, fact),
  });
}

export const REASONS = ['call', 'verify', 'answer', 'check'] as const;
export const reasonOf = ({ form }: Colleague): string =>
  REASONS.find((reason) => reason === form.get('reason')) ?? 'check';

async function linesOf(desk: Desk, visit: Colleague, { conversation: { id, lastSeq } }: Seen, open = false) {
  const all = wantsAll(visit);
  const after = all ? 0 : Math.max(0, lastSeq - MOST);
  const rows = await desk.store.transcript(id, after, all ? 5_000 : MOST);
  return { lines: rows.flatMap((row) => shownLine(row, desk.now(), open)), earlier: after > 0, opened: open };
}

/** Also what a page fetches that was opened with all lines: they must not vanish with the next word. */
function wantsAll({ query, req }: Colleague): boolean {
  const page = String(req.headers['hx-current-url'] ?? '');
  return query.get('all') === '1' || (URL.canParse(page) && new URL(page).searchParams.get('all') === '1');
}

export async function headOf(_desk: Desk, { me }: Colleague, { conversation: { id, floor }, handoff }: Seen) {
  const acts = may(me.account, 'act');
  const mine = handoff?.state === 'active' && handoff.adjuster === me.account.id;
  return {
    ...{ id: id as string, floor, mine: acts && mine, handoff: handoff ?? null, reasons: REASONS },
    // Despair while nobody was there: it can be dealt with by telephone, too.
    crisisOwed: acts && handoff?.state === 'ticket' && handoff.reason === 'crisis',
    holder: handoff?.state === 'active' ? (handoff.adjuster ?? '') : '',
    canAccept: acts && !mine && handoff?.state !== 'active',
    has: handoff?.state === 'active' && !mine ? String(handoff.data.name ?? '') : '',
  };
}
