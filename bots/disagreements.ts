/** What was said in words, against what stands in the report: the account, what was added later, and what a colleague was told. */
import { type Contradiction, graverThan, gravestOf, type Source, withinReport } from '../claims/contradictions.ts';
import { mayNoteInjuries, type Report } from '../claims/report.ts';
import { correctableFields } from '../dialogs/correction/index.ts';
import type { Flow } from '../dialogs/flow.ts';
import type { ClaimEvent, Json, JsonObject } from '../store/ports.ts';
import { asksSomething } from '../understanding/asks.ts';
import { namesPolice } from '../understanding/field.ts';
import { correctedIn } from './corrected.ts';
import { answersOf, asField } from './doubts.ts';

/** Words of the person. */
export interface Words {
  readonly text: string;
  readonly at: number;
  readonly source: Source;
}

/** Kinds of the fields that words are held against, as answers are shown. */
const KINDS: Readonly<Record<string, string>> = {
  when: 'time',
  where: 'place',
  phone: 'phone',
  role: 'choice.role',
  ownPlate: 'plate',
  other: 'otherSide',
  injuredCount: 'count',
};

/** The newest first, one of each kind: what is settled is not shown again. */
export function disagreements(
  flow: Flow | undefined,
  report: Partial<Report>,
  events: readonly ClaimEvent[],
  words: readonly Words[],
): readonly Contradiction[] {
  const reported = events.find(({ type }) => type === 'reported')?.at ?? 0;
  const own = withinReport(report, reported).filter(({ settles }) => !settled(events, settles?.field, reported));
  const told = [...words].reverse().flatMap((one) => (flow ? inWords(flow, report, events, one) : []));
  const all = [...own, ...told];
  return all.filter(({ what }, i) => all.findIndex((other) => other.what === what) === i);
}

/** Corrected since then: the person has said which is right. */
function settled(events: readonly ClaimEvent[], field: string | undefined, since: number): boolean {
  return events.some(({ type, data, at }) => {
    const { part, changes } = data as { part?: string; changes?: JsonObject };
    return type === 'corrected' && part !== 'details' && at >= since && field !== undefined && field in (changes ?? {});
  });
}

function inWords(flow: Flow, report: Partial<Report>, events: readonly ClaimEvent[], words: Words): Contradiction[] {
  const { text, at, source } = words;
  if (text.length < 3 || asksSomething(text)) return [];
  const quoted = { source, at, quote: text };
  // Of the account the bot itself has asked which is right.
  const held = source === 'account' ? [] : restated(flow, report, words);
  const found = [...held, ...inState(flow, report, words), ...policeIn(report, words)];
  return found.flatMap(({ what, field, before, after }): Contradiction[] => {
    if (settled(events, field, at)) return [];
    const first = { ...before, source: 'report' as const, at: reportedAt(events) };
    const settles = field === undefined ? {} : { settles: { field, values: valuesOf(field, before, after) } };
    return [{ what, ...settles, statements: [first, { ...after, ...quoted }] }];
  });
}

const reportedAt = (events: readonly ClaimEvent[]): number => events.find(({ type }) => type === 'reported')?.at ?? 0;

interface Shown {
  readonly kind: string;
  readonly answer: Json;
}
interface Against {
  readonly what: string;
  readonly field?: string;
  readonly before: Shown;
  readonly after: Shown;
}

const valuesOf = (field: string, before: Shown, after: Shown): [Json, Json] =>
  field === 'policeCalled' ? [before.answer === 'yes', after.answer === 'yes'] : [before.answer, after.answer];

/** Time, place, number, plates, how many: as the bot itself holds words against answers. */
function restated(flow: Flow, report: Partial<Report>, { text, at }: Words): Against[] {
  const stored = report as unknown as JsonObject;
  const said = flow.restates?.(text, { at }, undefined, answersOf(stored, at)) ?? [];
  const taken = correctedIn(text, at, (field) => stored[field]).map(({ field, value }) => ({ field, value }));
  const plain = said.map(asField).filter(({ how }) => how === 'other');
  const all = [...plain, ...taken.filter(({ field }) => !plain.some((one) => one.field === field))];
  return all.flatMap(({ field, value }): Against[] => {
    const kind = KINDS[field];
    const before = stored[field];
    if (!kind || before === undefined || before === null) return [];
    return [{ what: field, field, before: { kind, answer: before }, after: { kind, answer: value } }];
  });
}

/** Injuries are read only where they may be. */
function inState(flow: Flow, report: Partial<Report>, { text, at }: Words): Against[] {
  if (!mayNoteInjuries(report)) return [];
  const told = flow.understands?.(text, { at }, undefined, { consent: { value: 'agree', at } }).injured;
  const graver = told === undefined ? undefined : graverThan(report, told);
  return graver ? [{ what: 'injured', before: gravestOf(report), after: graver }] : [];
}

function policeIn({ policeCalled }: Partial<Report>, { text, at }: Words): Against[] {
  if (typeof policeCalled !== 'boolean' || !namesPolice(text)) return [];
  const said = correctableFields.police?.().find(text, { at })[0]?.value;
  const before = policeCalled ? 'yes' : 'no';
  if ((said !== 'yes' && said !== 'no') || said === before) return [];
  const [was, is] = [before, said].map((answer) => ({ kind: 'police', answer }));
  return was && is ? [{ what: 'police', field: 'policeCalled', before: was, after: is }] : [];
}
