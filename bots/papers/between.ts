/** What somebody says while papers are asked about and that is no answer to it: a code, a phone, “钱下来没有”. */

import type { Frame } from '../../dialogs/flow.ts';
import { positionOf } from '../../dialogs/position.ts';
import { begun, flowNamed, openQuestion } from '../../dialogs/runtime.ts';
import { lookedUp } from '../../dialogs/talk.ts';
import type { Input } from '../../prompts/kind.ts';
import { meaningOf } from '../../understanding/meaning.ts';
import { asksIfPaid } from '../../understanding/paid.ts';
import { intentOf } from '../../understanding/understand.ts';
import { grantsOf, locate } from '../identity/index.ts';
import { isSure, type Obey, saysAbout } from '../intents.ts';
import { goOnLater, type Scope } from '../scope.ts';
import { askAbout } from '../standing/asking.ts';
import { paramsOf } from './known.ts';
import { toldTo, whose } from './whose.ts';

const OF_PAPERS: ReadonlySet<string> = new Set(['documents', 'paper']);
const OF_IDENTITY: ReadonlySet<string> = new Set(['identity', 'code']);

const askedOfPapers = ({ runtime, draft }: Scope) => {
  const open = openQuestion(runtime, draft.state.talk);
  return open && OF_PAPERS.has(open.frame.flow) ? open : undefined;
};

/** A code or a phone belongs to the question that waits for it below: that one is open again. */
export function wakesIdentity(scope: Scope, input: Input): void {
  const { draft } = scope;
  const { talk } = draft.state;
  if (input.text === '' || !askedOfPapers(scope)) return;
  const waiting = talk.stack.findLast(({ flow }) => OF_IDENTITY.has(flow));
  if (!waiting || !isFor(scope, waiting, input)) return;
  draft.set({ talk: { ...talk, stack: [...talk.stack.filter((one) => one !== waiting), waiting] } });
}

function isFor({ runtime }: Scope, frame: Frame, input: Input): boolean {
  if (locate(input.text).named.phone !== undefined) return true;
  if (frame.flow !== 'code') return false;
  if (meaningOf(input.text, true)?.command === 'noCode') return true;
  const position = positionOf(flowNamed(runtime, frame.flow), frame);
  return position.at === 'question' && position.ask.kind.read(input, runtime.now).kind === 'value';
}

/** In words of her own that answer nothing: where it stands, a person, what cannot be told yet. True where it was answered. */
export async function asksBeside(scope: Scope, input: Input, obey: Obey): Promise<boolean> {
  const open = askedOfPapers(scope);
  if (!open || input.text === '') return false;
  if (open.position.ask.kind.read(input, scope.runtime.now).kind !== 'problem') return false;
  if (namesHerself(scope, input)) return answeredBy(scope, await askAbout(scope, 'papers', input));
  const understood = intentOf(input.text);
  if (understood.crisis || !isSure(understood)) return false;
  const { intent, evidence } = understood;
  const meant = { command: 'progress', evidence: evidence[0] ?? '' } as const;
  if (intent === 'progress' || asksIfPaid(input.text)) return obey(scope, meant, input);
  if (intent === 'human') return obey(scope, { ...meant, command: 'human' }, input);
  return TOPICS.has(intent) && saysAbout(scope, input.text, intent) && answeredBy(scope, false);
}
const TOPICS: ReadonlySet<string> = new Set(['advance', 'estimate', 'deduction', 'mediation']);

/** Where nobody is known yet, a phone says whose claim it is about. */
function namesHerself(scope: Scope, { text }: Input): boolean {
  const { claim, callBack, talk } = scope.draft.state;
  if (claim || callBack || begun(talk, 'report') || grantsOf(scope).length > 0) return false;
  return locate(text).named.phone !== undefined;
}

/** `asks`: a question of its own is open now. */
function answeredBy(scope: Scope, asks: boolean): true {
  if (!asks) goOnLater(scope);
  return true;
}

/** Who has proved who she is meanwhile is not asked whose papers they are. */
export async function knowsSide(scope: Scope): Promise<void> {
  const { draft, runtime } = scope;
  const { talk } = draft.state;
  const frame = talk.stack.find(({ flow, params }) => flow === 'documents' && asksSide(params));
  const own = frame && (await whose(scope));
  if (!frame || !own?.side) return;
  const params = { ...frame.params, ...paramsOf(scope, own, toldTo(own), own.side) };
  const next = await lookedUp(runtime, { ...frame, params });
  draft.set({ talk: { ...talk, stack: talk.stack.map((one) => (one === frame ? next : one)) } });
}

const asksSide = ({ side, topic }: Frame['params']): boolean => side === undefined && topic === undefined;
