/** “155…，那他们明天来了咋整”: the number is taken; what was asked beside it and nobody here can answer is said so, and not passed over. */
import { openQuestion } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { asksPlainly, asksSomething } from '../understanding/asks.ts';
import { clausesOf } from '../understanding/clauses.ts';
import type { Scope } from './scope.ts';

const IN: ReadonlySet<string> = new Set(['report', 'advance']);
/** Characters; a longer one is a story. */
const LONGEST = 40;

export function tellsUnanswered({ say, draft, runtime }: Scope, { text }: Input): void {
  const open = openQuestion(runtime, draft.state.talk);
  const kind = open?.position.ask.kind;
  if (!open || !kind || kind.kind === 'text' || !IN.has(open.frame.flow)) return;
  const clauses = clausesOf(text);
  const asked = clauses.filter((one) => asksSomething(one) || asksPlainly(one));
  const rest = clauses.filter((one) => !asked.includes(one)).join('，');
  const words = asked.join('，');
  if (words === '' || rest === '' || words.length > LONGEST) return;
  const reads = (said: string): boolean => kind.read({ text: said, files: [] }, runtime.now).kind === 'value';
  // “离开了没报警，要紧吗” may be one answer; what asks is no part of it.
  if (!reads(rest) || asked.some(reads)) return;
  say({ key: 'common.unanswered', values: { words }, quick: ['human'] });
}
