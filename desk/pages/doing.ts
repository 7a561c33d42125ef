/** An act of a colleague in a conversation: noted, done, and what could not be done told where she is. */
import type { Adjuster, DeskResult } from '../../bots/desk.ts';
import { PAST } from '../../bots/promising.ts';
import type { JsonObject } from '../../store/ports.ts';
import { adjusterOf, noteHere } from '../handing.ts';
import { type Seen, seen } from '../seen.ts';
import { type Answer, type Colleague, type Desk, go, page } from '../web/visit.ts';
import { lines, side } from './conversation.ts';

type Act = (desk: Desk, visit: Colleague, found: Seen, me: Adjuster) => Promise<DeskResult | 'back'>;

/** These show that she is there. */
const SHOWS: ReadonlySet<string> = new Set(['accept', 'takeOver', 'say']);

/** The act is noted before it is done: nothing happens that is not in the trail. `data`: what more of it, never a value. */
export const doing =
  (
    what: string,
    act: Act,
    after: 'page' | 'queue' | 'lines' | 'side' = 'page',
    data: (visit: Colleague) => JsonObject | undefined = () => undefined,
  ) =>
  async (desk: Desk, visit: Colleague): Promise<Answer> => {
    const found = await seen(desk, visit);
    await desk.trail.note(visit.me.account.id, what, found.conversation.id, data(visit));
    const result = await act(desk, visit, found, adjusterOf(visit.me.account));
    if (result !== 'back' && result.status !== 'done') return refused(visit, found, result);
    if (SHOWS.has(what)) await noteHere(desk, visit.me.account);
    if (after === 'lines' && visit.part) return lines(desk, visit);
    if (after === 'side' && visit.part) return side(desk, visit);
    const queue = after === 'queue' || field(visit, 'back') === 'queue';
    return go(queue ? '/workbench/queue' : `/workbench/c/${found.conversation.id}`);
  };

/** A person is shown answers to tap; beside a colleague's box there are none. */
const UNREAD: Readonly<Record<string, string>> = { 'prompts.casualties.notCasualties': 'desk.problem.notCasualties' };

/** Beside the box: the page stays as it is, with whatever was written. */
function refused({ part }: Colleague, { conversation }: Seen, result: DeskResult): Answer {
  const problem = problemOf(result);
  if (!part) return go(`/workbench/c/${conversation.id}?problem=${problem}`);
  if (result.status === 'unread')
    return page('problem', { problem: UNREAD[result.key] ?? result.key, values: result.values ?? {} }, 409);
  return page('problem', { problem: `desk.problem.${problem}`, values: {} }, 409);
}

/** What is not valid is told more exactly where a colleague can mend it. */
function problemOf(result: DeskResult): string {
  if (result.status === 'notAdmitted') return result.why;
  if (result.status !== 'invalid') return result.status;
  if (result.what.includes('longer than')) return 'long';
  if (result.what === PAST) return 'past';
  return result.what.includes('choice') ? 'choices' : 'invalid';
}

export const field = ({ form }: Colleague, name: string): string => (form.get(name) ?? '').trim();
/** The page gives every form a key of its own: sent twice, it is done once. */
export const keyOf = (visit: Colleague): string | undefined => field(visit, 'key') || undefined;
