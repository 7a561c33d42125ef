/** One conversation on one screen: what is known, what is not, what was promised, and every word. */
import { type Picture, pictureOf } from '../../bots/picture.ts';
import type { Lang } from '../../locales/render.ts';
import { absentHolder, whoIsHere } from '../handing.ts';
import { shownLine } from '../lines.ts';
import { may } from '../people/rights.ts';
import { type Seen, seen } from '../seen.ts';
import { masked, wait, when } from '../shown.ts';
import { templatesFor } from '../templates.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { assignedOf, takersOf } from './reports.ts';

/** What may stand in the address of the page. */
export const PROBLEMS: readonly string[] = ['takenBy', 'notYours', 'gone', 'invalid', 'long', 'choices', 'busy'];
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
const reasonOf = ({ form }: Colleague): string => REASONS.find((reason) => reason === form.get('reason')) ?? 'check';

async function linesOf(desk: Desk, visit: Colleague, { conversation: { id, lastSeq } }: Seen, open = false) {
  const all = wantsAll(visit);
  const after = all ? 0 : Math.max(0, lastSeq - MOST);
  const rows = await desk.store.transcript(id, after, all ? 5_000 : MOST);
  return { lines: rows.flatMap((row) => shownLine(row, desk.now(), open)), earlier: after > 0, open };
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
    holder: handoff?.state === 'active' ? (handoff.adjuster ?? '') : '',
    canAccept: acts && !mine && handoff?.state !== 'active',
    has: handoff?.state === 'active' && !mine ? String(handoff.data.name ?? '') : '',
  };
}

const pictured = (desk: Desk, { conversation }: Seen): Promise<Picture> => pictureOf(desk, conversation);

async function sideOf(desk: Desk, { lang, me }: Colleague, found: Seen) {
  const { renderer, now } = desk;
  const picture = await pictured(desk, found);
  const { handoff } = found;
  const field = (name: string): string => labelOf(desk, lang, name);
  const facts = picture.facts.map((fact) => ({
    ...{ field: fact.field, label: field(fact.field), value: shownFact(desk, lang, fact), by: fact.by },
    ...{
      at: when(fact.at, now()),
      corrected: fact.corrected,
      before: fact.before === undefined ? '' : shownFact(desk, lang, { kind: fact.kind, answer: fact.before }),
      hidden: HIDDEN.has(fact.kind),
    },
  }));
  const heard = picture.lang === 'en' ? 'en' : 'zh-CN';
  const next = picture.next && renderer.render(heard, picture.next.say).text;
  return {
    facts,
    ...(await assignedOf(desk, lang, found)),
    brief: briefOf(facts),
    missing: picture.missing.map(field),
    number: picture.claim?.number ?? '',
    ...{ flags: picture.flags, severity: picture.severity, personLang: heard, next, why: picture.next?.why ?? '' },
    asks: picture.next?.field ?? '',
    promises: picture.promises.map(({ what, by, who }) => ({
      ...{ what, who: who || renderer.sentence(lang, 'common.unset.caller'), late: Date.parse(by) < now() },
      by: when(Date.parse(by), now()),
    })),
    waited: handoff ? wait(renderer, lang, (handoff.acceptedAt ?? now()) - handoff.askedAt) : '',
    asked: handoff?.reason ?? '',
    from: String(handoff?.data.from ?? ''),
    note: String(handoff?.data.note ?? ''),
    files: (await filesOf(desk, found.conversation)).slice(-30),
    templates: templatesFor(renderer, heard, picture, me.account),
    colleagues: await colleaguesOf(desk, me.account.id),
    events: picture.events.map(({ type, at, by, data }) => ({
      type,
      at: when(at, now()),
      by,
      what: eventWords(desk, lang, data),
    })),
  };
}

/** As a colleague reads it: some labels speak to the person. */
export function labelOf({ renderer }: Desk, lang: Lang, field: string): string {
  // Repeated questions are numbered: a word for one is a word for each.
  const own = `desk.label.${field.replace(/\.\d+(?=\.|$)/g, '')}`;
  return renderer.has(lang, own) ? renderer.sentence(lang, own) : renderer.show(lang, { kind: 'field', answer: field });
}

/** Shown masked, and open for a reason only. */
const HIDDEN: ReadonlySet<string> = new Set(['phone', 'plate', 'idNumber', 'otherSide', 'money']);

function shownFact(
  { renderer }: Desk,
  lang: Lang,
  { kind, answer }: Pick<Picture['facts'][number], 'kind' | 'answer'>,
): string {
  if (kind === 'text') return masked(String(answer));
  return masked(renderer.show(lang, { kind, answer }).replace('·', ''));
}

/** What can be read in ten seconds: who, how badly, when, where. */
const BRIEF: readonly string[] = ['report.role', 'report.injured', 'report.when', 'report.where'];
const briefOf = (facts: readonly { field: string; value: string }[]): string[] =>
  BRIEF.flatMap((name) => facts.find(({ field }) => field === name)?.value ?? []);

async function filesOf({ store }: Desk, { id, lastSeq }: Seen['conversation']) {
  const rows = await store.activities(id, Math.max(0, lastSeq - 2 * MOST), 2 * MOST);
  return rows.flatMap((row) =>
    shownLine(row, row.at, false).flatMap(({ files, at }) => files.map((file) => ({ ...file, at }))),
  );
}

/** Who could take it over: not disabled, may talk, not oneself. */
async function colleaguesOf(desk: Desk, me: string) {
  const [accounts, here] = await Promise.all([desk.store.accounts(), whoIsHere(desk)]);
  return accounts
    .filter((one) => one.id !== me && one.disabledAt === null && one.password !== null && may(one, 'act'))
    .map(({ id, name }) => ({ id, name, here: here.has(id) }))
    .sort((a, b) => Number(b.here) - Number(a.here));
}

function eventWords(desk: Desk, lang: Lang, data: Readonly<Record<string, unknown>>): string {
  if (data.what === 'firstContact') return desk.renderer.sentence(lang, 'desk.talk.firstContact');
  if (typeof data.what === 'string') return masked(data.what);
  // Of a report: whom it was given to, who spoke with the person first.
  if (typeof data.name === 'string') return data.name || desk.renderer.sentence(lang, 'desk.queue.nobody');
  if (typeof data.who === 'string') return data.who;
  const changes = typeof data.changes === 'object' && data.changes !== null ? Object.keys(data.changes) : [];
  const part = data.part === 'details' ? 'details' : 'report';
  return changes.map((name) => labelOf(desk, lang, `${part}.${name}`)).join(' · ');
}
