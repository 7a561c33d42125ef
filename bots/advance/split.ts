/** “一个人，住院了。你就教我电话里说啥”, in the middle of a report: what is asked about money is told, the rest is heard as if it stood alone. */
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Input } from '../../prompts/kind.ts';
import { tellsAccident } from '../../understanding/asks.ts';
import { askedInClause } from '../../understanding/moneyClauses.ts';
import type { MoneyMeant } from '../../understanding/moneyTalk.ts';
import type { Scope } from '../scope.ts';
import { keptSays } from './paid.ts';
import { partsHeard } from './rest.ts';
import { saysTo } from './room.ts';

/** Blanks part clauses in Chinese. */
const CLAUSES = /(?<=[。！？!?；;\n,，])|(?<=\p{Script=Han})(?= )/u;
/** More at once is read by nobody on a phone. */
const MOST = 2;

/** What is left to be heard; undefined: nothing was told, or nothing is left. */
export async function tellsMoneyIn(scope: Scope, { text }: Input): Promise<string | undefined> {
  const open = openQuestion(scope.runtime, scope.draft.state.talk);
  const flow = open?.frame.flow;
  if (!open || (flow !== 'report' && flow !== 'advance')) return undefined;
  const parts = text.split(CLAUSES);
  const pays = scope.draft.state.moneyTold?.includes('keep') === true || parts.some((part) => isPressed(part));
  const asked = parts.map((part) => askedInClause(part, pays, flow === 'advance'));
  const rest = parts.filter((_, i) => asked[i] === undefined).join('');
  if (rest === text || !/[\p{L}\p{N}]/u.test(rest)) return undefined;
  // Where it is asked how it happened, only an account is one.
  if (flow === 'report' && open.position.ask.kind.kind === 'text' && !tellsAccident(rest)) return undefined;
  const left =
    answerOf(
      scope,
      parts.filter((_, i) => asked[i] === undefined),
    ) ?? rest;
  const says: Say[] = [];
  for (const [i, part] of parts.entries()) says.push(...(await saysOnce(scope, asked[i], part, says)));
  partsHeard(scope, says);
  scope.say(...says);
  return left;
}

function isPressed(part: string): boolean {
  const meant = askedInClause(part, false);
  return meant !== undefined && 'asked' in meant && meant.asked === 'keep';
}

/** “是后面治疗的钱，我现在到底该干啥”: a question beside it keeps no choice from being heard. */
function answerOf({ draft, runtime }: Scope, parts: readonly string[]): string | undefined {
  const kind = openQuestion(runtime, draft.state.talk)?.position.ask.kind;
  const reads = (text: string): boolean => kind?.read({ text, files: [] }, runtime.now).kind !== 'problem';
  if (kind?.kind.startsWith('choice') !== true || reads(parts.join(''))) return undefined;
  return parts.find((part) => reads(part.trim()));
}

async function saysOnce(
  scope: Scope,
  meant: MoneyMeant | undefined,
  part: string,
  before: readonly Say[],
): Promise<readonly Say[]> {
  if (!meant || before.length >= MOST) return [];
  // What the insurer needs first stands in that answer.
  if ('aside' in meant && meant.aside === 'whatIs' && before.some(({ key }) => key === 'advance.keep')) return [];
  const kept = 'asked' in meant && meant.asked === 'mine';
  const says = kept ? await keptSays(scope) : await saysTo(scope, meant, part);
  return says.filter(({ key }) => before.every((one) => one.key !== key));
}

/** “早报过了，这两万五还能要回来不”, where her claim is looked for: that is told besides. */
export async function sayMoneyIn(scope: Scope, text: string): Promise<boolean> {
  const says: Say[] = [];
  for (const part of text.split(CLAUSES))
    says.push(...(await saysOnce(scope, askedInClause(part, false, true), part, says)));
  partsHeard(scope, says);
  scope.say(...says);
  return says.length > 0;
}
