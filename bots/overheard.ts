/**
 * What a person tells a colleague, or whoever will come, is not asked again by the bot: it is noted as it would be if it were
 * told aside, and read back. An answer to a question that the desk sent counts for that question.
 */

import { correctableFields } from '../dialogs/correction/index.ts';
import { doubting, saidIn } from '../dialogs/doubt.ts';
import type { AskStep, Frame } from '../dialogs/flow.ts';
import { answered, heard, without, withTold } from '../dialogs/frame.ts';
import { positionOf, standsAs } from '../dialogs/position.ts';
import { emptyTalk, flowNamed, framesOf, onTop, openQuestion, type Runtime } from '../dialogs/runtime.ts';
import { news } from '../dialogs/say.ts';
import { lookedUp } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import type { ClaimId, Json, JsonObject } from '../store/ports.ts';
import { answersNothing, asksSomething, saysUnsure, tellsAccident } from '../understanding/asks.ts';
import { CALL, settledBy } from './asking.ts';
import { correctedIn } from './corrected.ts';
import type { Scope } from './scope.ts';
import { keepTold, noteStory } from './told.ts';

const SHORT = 30;

/** `urgent`: the words call for help, and answer nothing. */
export async function overhears(scope: Scope, input: Input, urgent: boolean): Promise<void> {
  const { draft, runtime } = scope;
  const { talk, claim, handoff } = draft.state;
  if (input.text === '') return;
  const asks = typeof handoff?.data.asks === 'string' && !urgent ? handoff.data.asks : '';
  // A time, and little else, to when they may be called: of the accident it tells nothing.
  if (asks === CALL && input.text.length <= SHORT && !tellsAccident(input.text)) return;
  const chosen = urgent ? undefined : settledBy(handoff?.data.settles, input.text);
  if (claim && chosen) return settle(scope, claim.id, chosen);
  if (claim && asks) await corrects(scope, claim.id, asks, input);
  const frame = framesOf(talk).find(({ flow }) => flow === 'report');
  if (!frame) {
    if (!claim) keepTold(scope, input.text, true);
    return;
  }
  const name = answeredBy(runtime, frame, asks, input);
  const noted = noteStory(runtime, { ...emptyTalk, stack: [name?.frame ?? frame] }, input.text, name?.name);
  const story = noted.stack.at(-1);
  const top = story && doubtedIn(story, input.text, draft.at, name?.name);
  if (!top || top === frame) return;
  const next = await lookedUp(runtime, top);
  const put = (one: Frame): Frame => (one === frame ? next : one);
  const shelf = Object.fromEntries(Object.entries(talk.shelf).map(([flow, one]) => [flow, put(one)]));
  draft.set({ talk: { ...talk, stack: talk.stack.map(put), shelf } });
}

/** What such words take back of an answer is asked about by the bot, unless a colleague settles it first. */
function doubtedIn(frame: Frame, text: string, at: number, asked: string | undefined): Frame {
  const { answers, doubts = [] } = frame;
  const injured = answers.injured?.value as { count?: number | null; dead?: number } | undefined;
  const known = (field: string): Json | undefined =>
    answers[field]?.value ?? (field === 'injuredCount' ? injured?.count : undefined);
  const [taken] = correctedIn(text, at, known);
  if (!taken || taken.field === asked || doubts.some((doubt) => doubt.said?.at === at)) return frame;
  const told =
    taken.field === 'injuredCount' && answers.injuredCount === undefined
      ? { name: 'injured', told: { count: taken.value, dead: injured?.dead ?? 0 } }
      : { name: taken.field, told: taken.value };
  return doubting(frame, { ...told, said: saidIn(text, { at }) });
}

/** The open question of a draft, where the desk has put it and the words answer it. What sends a report is left to the bot. */
function answeredBy(
  runtime: Runtime,
  frame: Frame,
  asks: string,
  input: Input,
): { readonly frame: Frame; readonly name: string } | undefined {
  const flow = flowNamed(runtime, frame.flow);
  const position = positionOf(flow, frame);
  if (position.at !== 'question' || asks !== `${frame.flow}.${position.ask.name}`) return undefined;
  const { ask } = position;
  const value = ask.options.readBack || ask.options.doubt ? undefined : valueIn(ask.kind, input, runtime);
  if (value === undefined) return undefined;
  const { name } = ask;
  const next = answered(frame, name, value, runtime.now.at);
  return { name, frame: without(next, flow.drops?.(name, value, frame.answers) ?? []) };
}

/** Where any words are an answer, those that say nothing or ask something are none. */
function valueIn(kind: AskStep['kind'], input: Input, { now }: Pick<Runtime, 'now'>): Json | undefined {
  const { text } = input;
  const open = kind.kind === 'text' || kind.kind === 'place';
  if (open && (answersNothing(text) || saysUnsure(text) || asksSomething(text))) return undefined;
  const read = kind.read(input, now);
  return read.kind === 'value' ? (read.value as Json) : undefined;
}

/** What a report that was sent lacks, and the desk has asked for. */
async function corrects(scope: Scope, claim: ClaimId, asks: string, input: Input): Promise<void> {
  const { draft, deps, runtime } = scope;
  const name = asks.replace(/^report\./, '');
  const kind = correctableFields[name]?.();
  const value = kind && name !== 'police' ? valueIn(kind, input, runtime) : undefined;
  if (value === undefined || value === 'unknown') return;
  await draft.know(claim, deps.store);
  const before = draft.facts.get(claim)?.report[name];
  // Once: what the person says later is no answer to it any more.
  if (before !== undefined && before !== null) return;
  draft.event(claim, 'corrected', { part: 'report', changes: { [name]: value } });
  if (name === 'phone' && typeof value === 'string') draft.set({ phone: value });
}

/** Which of two statements is right, said by the person with a tap: noted, also where it is the one that stood. */
async function settle({ draft, deps }: Scope, claim: ClaimId, changes: JsonObject): Promise<void> {
  await draft.know(claim, deps.store);
  const last = draft.facts.get(claim)?.corrections.at(-1)?.changes;
  if (JSON.stringify(last) === JSON.stringify(changes)) return;
  draft.event(claim, 'corrected', { part: 'report', changes });
  if (typeof changes.phone === 'string') draft.set({ phone: changes.phone });
}

/** What was noted meanwhile is read back before the bot goes on. */
export function readsBack({ draft, runtime, say }: Scope): void {
  const { talk } = draft.state;
  const open = openQuestion(runtime, talk);
  if (!open) return;
  const said = news(open.frame, open.position);
  if (said.heard.length === 0) return;
  const frame = standsAs(open.frame, heard(withTold(open.frame, said.told), said.heard));
  draft.set({ talk: onTop(talk, frame) });
  say(...said.says);
}
