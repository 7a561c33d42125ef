/** The column of what is known: ten seconds' worth, the next question, what disagrees, facts, promises, files, events. */
import { type Picture, pictureOf } from '../../bots/picture.ts';
import { isCommunication } from '../../claims/communications.ts';
import { consentsOf } from '../../claims/consents.ts';
import { fold } from '../../claims/fold.ts';
import type { Lang } from '../../locales/render.ts';
import { disagreeing } from '../disagreeing.ts';
import { whoIsHere } from '../handing.ts';
import { shownLine } from '../lines.ts';
import { may } from '../people/rights.ts';
import { promiseView, whatWords, withDue } from '../promised.ts';
import type { Seen } from '../seen.ts';
import { masked, maskedNames, wait, when } from '../shown.ts';
import { templatesFor } from '../templates.ts';
import type { Colleague, Desk } from '../web/visit.ts';
import { letInOf } from './letInRows.ts';
import { assignedOf } from './reports.ts';

/** Files of so many lines. */
const MOST = 400;

export const pictured = (desk: Desk, { conversation }: Seen): Promise<Picture> => pictureOf(desk, conversation);

export async function sideOf(desk: Desk, { lang, me }: Colleague, found: Seen) {
  const { renderer, now } = desk;
  const picture = await pictured(desk, found);
  const { handoff } = found;
  const field = (name: string): string => labelOf(desk, lang, name);
  const facts = picture.facts.map((fact) => factOf(desk, lang, fact));
  const heard = picture.lang === 'en' ? 'en' : 'zh-CN';
  return {
    facts,
    ...nextOf(desk, lang, heard, picture),
    ...(await assignedOf(desk, lang, found)),
    brief: briefOf(facts),
    missing: picture.missing.map(field),
    number: picture.claim?.number ?? '',
    claimIds: (await desk.store.bindings(found.conversation.id)).map(({ claim }) => claim as string),
    ...{ flags: picture.flags, severity: picture.severity, personLang: heard },
    promises: await promisesOf(desk, lang, found, picture),
    ...{ letIn: await letInOf(desk, found), consents: consentRows(picture, now()) },
    disagreements: await disagreeing(desk, lang, found, picture),
    unsolved: unsolvedOf(desk, lang, found),
    open: picture.missing.map((name) => ({ name, label: field(name) })),
    waited: handoff ? wait(renderer, lang, (handoff.acceptedAt ?? handoff.endedAt ?? now()) - handoff.askedAt) : '',
    accepted: typeof handoff?.acceptedAt === 'number',
    asked: handoff?.reason ?? '',
    // Whoever was relieved has passed nothing on.
    from: handoff?.data.relieved === true ? '' : String(handoff?.data.from ?? ''),
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

const factOf = (desk: Desk, lang: Lang, fact: Picture['facts'][number]) => ({
  ...{ field: fact.field, label: labelOf(desk, lang, fact.field), value: shownFact(desk, lang, fact), by: fact.by },
  ...{ at: when(fact.at, desk.now()), corrected: fact.corrected, hidden: HIDDEN.has(fact.kind) },
  ...{ who: fact.who ?? '', mark: fact.mark ?? null },
  options: (fact.choices ?? []).map((value) => ({
    value,
    label: desk.renderer.show(lang, { kind: fact.kind, answer: value }),
  })),
  before: fact.before === undefined ? '' : shownFact(desk, lang, { kind: fact.kind, answer: fact.before }),
});

/** The next question as the bot would put it: with its answers, for what is tapped needs no typing. */
function nextOf(desk: Desk, lang: Lang, heard: Lang, picture: Picture) {
  const spoken = picture.next && desk.renderer.render(heard, picture.next.say);
  return {
    next: spoken?.text ?? null,
    choices: (spoken?.actions ?? []).flatMap(({ type, title }) => (type === 'imBack' ? [title] : [])),
    why: picture.next?.why ?? '',
    whyNext: whyNextOf(desk, lang, picture),
    asks: picture.next?.field ?? '',
  };
}

/** What was agreed to, refused and withdrawn, and by which party where it was not whoever reported it. */
function consentRows({ events }: Picture, at: number) {
  const { consents, registered } = fold(events);
  const nameOf = (party: string) => maskedNames(registered?.parties.find(({ id }) => id === party)?.name ?? party);
  return consentsOf(consents).map(({ party, version = '', ...one }) => ({
    ...{ ...one, version, at: when(one.at, at), who: party === undefined ? '' : nameOf(party) },
  }));
}

async function promisesOf(desk: Desk, lang: Lang, { conversation }: Seen, { promises }: Picture) {
  const due = await desk.store.openTicketsOf(conversation.id);
  return withDue(promises, due).map((promise) => promiseView(desk, lang, promise));
}

/** Why a talk before did not solve it, as the person told. */
function unsolvedOf({ renderer }: Desk, lang: Lang, { handoff }: Seen): string {
  const { why, whyText } = handoff?.data ?? {};
  if (typeof whyText === 'string') return `“${masked(whyText)}”`;
  return typeof why === 'string' ? renderer.sentence(lang, `quick.${why}`) : '';
}

/** What the next question is good for, as the person would be told. */
function whyNextOf({ renderer }: Desk, lang: Lang, { next }: Picture): string {
  const name = next?.field?.replace(/^report\./, '') ?? '';
  const key = `why.${name.startsWith('person.') ? 'injured' : (WHYS[name] ?? name)}`;
  return name !== '' && renderer.has(lang, key) ? renderer.sentence(lang, key) : '';
}
const WHYS: Readonly<Record<string, string>> = { ownPlate: 'plates', other: 'plates', injuredCount: 'injured' };

/** As a colleague reads it: some labels speak to the person. */
export function labelOf({ renderer }: Desk, lang: Lang, field: string): string {
  // Repeated questions are numbered: a word for one is a word for each.
  const own = `desk.label.${field.replace(/\.\d+(?=\.|$)/g, '')}`;
  return renderer.has(lang, own) ? renderer.sentence(lang, own) : renderer.show(lang, { kind: 'field', answer: field });
}

/** Shown masked, and open for a reason only. */
const HIDDEN: ReadonlySet<string> = new Set(['phone', 'plate', 'idNumber', 'otherSide', 'money', 'names']);

export function shownFact(
  { renderer }: Desk,
  lang: Lang,
  { kind, answer }: Pick<Picture['facts'][number], 'kind' | 'answer'>,
): string {
  if (kind === 'names') return maskedNames(String(answer));
  if (kind === 'text') return masked(String(answer));
  return masked(renderer.show(lang, { kind, answer }).replace('·', ''));
}

/** What can be read in ten seconds: who, how badly, when, where. */
const BRIEF: readonly string[] = ['report.role', 'report.injured', 'report.when', 'report.where'];
const briefOf = (facts: readonly { field: string; value: string }[]): string[] =>
  BRIEF.flatMap((name) => facts.find(({ field }) => field === name)?.value ?? []);

async function filesOf({ store }: Desk, { id, lastSeq }: Seen['conversation']) {
  const rows = await store.activities(id, Math.max(0, lastSeq - MOST), MOST);
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
  if (typeof data.what === 'string') return whatWords(desk, lang, data.what);
  if (isCommunication(data.kind))
    return `${desk.renderer.sentence(lang, `desk.communication.${data.kind}`)} · ${data.who}`;
  // Of a report: whom it was given to, who spoke with the person first.
  if (typeof data.name === 'string') return data.name || desk.renderer.sentence(lang, 'desk.queue.nobody');
  if (typeof data.who === 'string' && !('changes' in data)) return data.who;
  const changes = typeof data.changes === 'object' && data.changes !== null ? Object.keys(data.changes) : [];
  const part = data.part === 'details' ? 'details' : 'report';
  const fields = changes.map((name) => labelOf(desk, lang, `${part}.${name}`));
  return [...fields, ...(typeof data.who === 'string' ? [data.who] : [])].join(' · ');
}
