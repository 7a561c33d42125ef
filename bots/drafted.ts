/** What is known of a report that is not sent yet. */
import type { Contradiction, Statement } from '../claims/contradictions.ts';
import { factKind } from '../dialogs/correction/facts.ts';
import type { Flow, Frame, Position } from '../dialogs/flow.ts';
import { positionOf } from '../dialogs/position.ts';
import { framesOf } from '../dialogs/runtime.ts';
import { question } from '../dialogs/say.ts';
import type { Json } from '../store/ports.ts';
import { factsAhead, toldFacts } from './heard.ts';
import { choicesOf, type Fact, type Picture, saidBy } from './picture.ts';
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
    .filter(({ name }) => !['consent', 'minorConsent', 'danger'].includes(name))
    .map(({ name, kind, value, of }): Fact => {
      const { at, by } = frame.answers[name] ?? { at: frame.startedAt };
      const source = { ...saidBy(by), at, mark: at, ...choicesOf(of) };
      return { field: `report.${name}`, kind, answer: value as Json, ...source };
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
    // Behind a question that is open again it stands on no path, and is known all the same.
    const kind = (trail.find((one) => one.name === name)?.of ?? factKind(`report.${name}`))?.kind;
    const value = answers[name]?.value;
    if (!kind || value === undefined || JSON.stringify(value) === JSON.stringify(told)) return [];
    const first: Statement = { kind, answer: value, source: 'report', at: answers[name]?.at ?? startedAt };
    const quote = said ? { at: said.at, quote: said.text } : { at: startedAt };
    const settles = { field: name, values: [value, told] as const };
    const what = name === 'injured' ? 'injuredCount' : name;
    return [{ what, settles, statements: [first, { kind, answer: told, source: 'told', ...quote }] }];
  });
}
