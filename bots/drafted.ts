/** What is known of a report that is not sent yet. */
import type { Contradiction, Statement } from '../claims/contradictions.ts';
import type { Flow, Frame, Position } from '../dialogs/flow.ts';
import { positionOf } from '../dialogs/position.ts';
import { framesOf } from '../dialogs/runtime.ts';
import { question } from '../dialogs/say.ts';
import type { Json } from '../store/ports.ts';
import { factsAhead, toldFacts } from './heard.ts';
import type { Fact, Picture } from './picture.ts';
import type { State } from './state.ts';

/** What stands in a report, by the name of its question and the kind of its answer. */
export const REPORT: readonly (readonly [name: string, kind: string])[] = [
  ['role', 'choice.role'],
  ['phone', 'phone'],
  ['when', 'time'],
  ['where', 'place'],
  ['what', 'text'],
  ['injured', 'casualties'],
  ['scene', 'choice.sceneStatus'],
  ['ownPlate', 'plate'],
  ['other', 'otherSide'],
];
/** What was answered of a report that is not sent yet. */
export function draftPicture(flows: Readonly<Record<string, Flow>>, state: State): Picture {
  const frame = framesOf(state.talk).find(({ flow }) => flow === 'report');
  const flow = flows.report;
  const none = {
    ...{ claim: null, lang: state.lang, flags: [], severity: null, promises: [], files: state.files, events: [] },
  };
  if (!frame || !flow) return { ...none, facts: toldFacts(flow, state, REPORT), missing: [], next: null };
  const position = positionOf(flow, frame);
  const trail = position.trail
    .filter(({ name }) => name !== 'consent' && name !== 'danger')
    .map(({ name, kind, value }): Fact => {
      const at = frame.answers[name]?.at ?? frame.startedAt;
      return { field: `report.${name}`, kind, answer: value as Json, by: 'person', at, corrected: false };
    });
  const facts = [
    ...trail,
    ...factsAhead(frame, REPORT).filter(({ field }) => !trail.some((one) => one.field === field)),
  ];
  const open = position.at === 'question' ? position : undefined;
  return {
    ...{ ...none, facts },
    missing: open ? [`report.${open.ask.name}`] : [],
    doubts: doubtsOf(frame, position),
    next: open ? { say: question(frame, open), why: 'draft', field: `report.${open.ask.name}` } : null,
  };
}

/** Told otherwise than it was answered, and settled by nobody yet. */
function doubtsOf({ doubts = [], answers, startedAt }: Frame, { trail }: Position): Contradiction[] {
  return doubts.flatMap(({ name, told, said }): Contradiction[] => {
    const item = trail.find((one) => one.name === name);
    if (!item || JSON.stringify(item.value) === JSON.stringify(told)) return [];
    const { kind, value } = item;
    const first: Statement = { kind, answer: value, source: 'report', at: answers[name]?.at ?? startedAt };
    const quote = said ? { at: said.at, quote: said.text } : { at: startedAt };
    const settles = { field: name, values: [value, told] as const };
    const what = name === 'injured' ? 'injuredCount' : name;
    return [{ what, settles, statements: [first, { kind, answer: told, source: 'told', ...quote }] }];
  });
}
