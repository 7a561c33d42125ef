/** “他走的斑马线，我也不同意”, where what is to be done about one line is asked and another was explained meanwhile: her reason is of that one, and both go together. */
import type { Frame } from '../../dialogs/flow.ts';
import { onTop, openQuestion, reprompt } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import type { JsonObject } from '../../store/ports.ts';
import { asksSomething } from '../../understanding/asks.ts';
import { clausesOf } from '../../understanding/clauses.ts';
import { disagreesPlainly } from '../../understanding/objection.ts';
import { reasonWithin, saysNoFault } from '../../understanding/reasons.ts';
import type { Scope } from '../scope.ts';
import { rowsOf, wayInClause } from './turns.ts';

/** True where her words were kept for the line that was told last. */
export function keepsForTold(scope: Scope, frame: Frame, input: Input): boolean {
  const { draft, runtime } = scope;
  const told = toldBeside(scope, frame);
  if (told === undefined || !isOf(told, input.text)) return false;
  const kind = openQuestion(runtime, draft.state.talk)?.position.ask.kind;
  if (kind?.read(input, runtime.now).kind !== 'problem' || wayInClause(input.text, runtime)) return false;
  const why = reasonWithin(input.text);
  const { more, ahead } = frame.params;
  const params: JsonObject = {
    ...frame.params,
    more: [...(Array.isArray(more) ? more : []), told.n],
    ...(why !== undefined && { ahead: { ...(ahead as JsonObject | undefined), [told.n]: why }, aheadRead: true }),
  };
  draft.set({ talk: onTop(draft.state.talk, { ...frame, params }) });
  const kept =
    why === undefined
      ? { key: 'objection.alsoLine', values: { n: told.n } }
      : { key: 'objection.alsoLineWhy', values: { n: told.n, why } };
  scope.say(kept, ...reprompt(runtime, draft.state.talk));
  return true;
}

/** Another line than the one in hand, explained last, that does not come by itself yet. */
function toldBeside({ draft }: Scope, frame: Frame) {
  const { params } = frame;
  const last = draft.state.cuts?.n;
  const coming = Array.isArray(params.more) ? params.more : [];
  if (last === undefined || last === Number(params.n) || coming.includes(last)) return undefined;
  return rowsOf(frame).find(({ n }) => n === last);
}

/** She disagrees, or says why that line is wrong; a question is answered. */
const isOf = ({ code }: { readonly code: string }, text: string): boolean =>
  !asksSomething(text) &&
  clausesOf(text).some((one) => disagreesPlainly(one) || (code === 'faultRatio' && saysNoFault(one)));
