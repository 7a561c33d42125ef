/** What a colleague does in a conversation. Each is a turn; what could not be done is told on the page. */
import type { Adjuster, DeskResult, Line } from '../../bots/desk.ts';
import { PAST } from '../../bots/promising.ts';
import type { AccountId } from '../../store/ports.ts';
import { whichIsRight } from '../disagreeing.ts';
import { adjusterOf, noteHere, takeOver } from '../handing.ts';
import { may } from '../people/rights.ts';
import { type Seen, seen } from '../seen.ts';
import { type Answer, type Colleague, type Desk, go, page } from '../web/visit.ts';
import { lines, side } from './conversation.ts';

type Act = (desk: Desk, visit: Colleague, found: Seen, me: Adjuster) => Promise<DeskResult | 'back'>;

/** These show that she is there. */
const SHOWS: ReadonlySet<string> = new Set(['accept', 'takeOver', 'say']);

/** The act is noted before it is done: nothing happens that is not in the trail. */
const doing =
  (what: string, act: Act, after: 'page' | 'queue' | 'lines' | 'side' = 'page') =>
  async (desk: Desk, visit: Colleague): Promise<Answer> => {
    const found = await seen(desk, visit);
    await desk.trail.note(visit.me.account.id, what, found.conversation.id);
    const result = await act(desk, visit, found, adjusterOf(visit.me.account));
    const path = `/workbench/c/${found.conversation.id}`;
    if (result !== 'back' && result.status !== 'done') {
      const problem = problemOf(result);
      // Beside the box: the page stays as it is, with whatever was written.
      return visit.part
        ? page('problem', { problem: `desk.problem.${problem}` }, 409)
        : go(`${path}?problem=${problem}`);
    }
    if (SHOWS.has(what)) await noteHere(desk, visit.me.account);
    if (after === 'lines' && visit.part) return lines(desk, visit);
    if (after === 'side' && visit.part) return side(desk, visit);
    const queue = after === 'queue' || field(visit, 'back') === 'queue';
    return go(queue ? '/workbench/queue' : path);
  };

/** What is not valid is told more exactly where a colleague can mend it. */
function problemOf(result: DeskResult): string {
  if (result.status !== 'invalid') return result.status;
  if (result.what.includes('longer than')) return 'long';
  if (result.what === PAST) return 'past';
  return result.what.includes('choice') ? 'choices' : 'invalid';
}

const field = ({ form }: Colleague, name: string): string => (form.get(name) ?? '').trim();
/** The page gives every form a key of its own: sent twice, it is done once. */
const keyOf = (visit: Colleague): string | undefined => field(visit, 'key') || undefined;

export const accept = doing('accept', (desk, _visit, { conversation }, me) => desk.floor.accept(conversation.id, me));

/** From a colleague who is not there. */
export const takeItOver = doing('takeOver', (desk, visit, found) =>
  takeOver(desk, visit.me.account, found, keyOf(visit)),
);

export const say = doing(
  'say',
  (desk, visit, { conversation }, me) => desk.floor.say(conversation.id, me, lineOf(visit), keyOf(visit)),
  'lines',
);

/** Words, words with answers to tap (one a line), or a request. */
function lineOf(visit: Colleague): Line {
  const text = field(visit, 'text');
  const request = field(visit, 'request');
  if (request === 'photo' || request === 'document') return text ? { text, request } : { request };
  const choices = field(visit, 'choices')
    .split('\n')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
  // The suggested question names what it asks for.
  const asks = field(visit, 'asks');
  return { text, ...(choices.length > 0 ? { choices } : {}), ...(asks ? { asks } : {}) };
}

export const note = doing(
  'note',
  (desk, visit, { conversation }, me) => desk.floor.note(conversation.id, me, field(visit, 'text'), keyOf(visit)),
  'lines',
);

/** A call was made: what was said stands among the notes, in the colleague's own language. */
export const call = doing('call', (desk, visit, { conversation }, me) => {
  const what = field(visit, 'text');
  const text = what && desk.renderer.sentence(visit.lang, 'desk.talk.callNote', { what });
  return desk.floor.call(conversation.id, me, text, keyOf(visit));
});

/** The day and hour of a form are those of China. */
export const promise = doing('promise', (desk, visit, { conversation }, me) => {
  const by = `${field(visit, 'by').slice(0, 16)}:00+08:00`;
  return desk.floor.promise(conversation.id, me, { what: field(visit, 'text'), by }, keyOf(visit));
});

/** By whoever kept it. */
export const keepPromise = doing(
  'keepPromise',
  (desk, visit, { conversation }, me) =>
    desk.floor.keepPromise(conversation.id, me, field(visit, 'promise').slice(0, 100), keyOf(visit)),
  'side',
);

/** Whoever despaired while nobody was there: called, or somebody is with them. */
export const lookedAfter = doing(
  'lookedAfter',
  (desk, visit, { conversation }, me) =>
    desk.floor.lookedAfter(conversation.id, me, field(visit, 'text'), keyOf(visit)),
  'queue',
);

/** Two statements disagree: the closed question which is right, as it is worked out now. */
export const askWhich = doing(
  'say',
  async (desk, visit, found, me) => {
    const line = await whichIsRight(desk, found, field(visit, 'what'));
    if (!line) return { status: 'invalid', what: 'nothing disagrees' };
    return desk.floor.say(found.conversation.id, me, line, keyOf(visit));
  },
  'lines',
);

export const typing = async (desk: Desk, visit: Colleague): Promise<Answer> => {
  const { conversation, handoff } = await seen(desk, visit);
  if (handoff?.state === 'active' && handoff.adjuster === visit.me.account.id)
    desk.floor.typing(conversation.id, adjusterOf(visit.me.account));
  return { kind: 'bytes', type: 'text/plain', bytes: Buffer.alloc(0) };
};

export const transfer = doing(
  'transfer',
  async (desk, visit, { conversation }, me) => {
    const to = field(visit, 'to');
    const colleague = to === 'queue' ? undefined : await desk.store.account(to as AccountId);
    if (to !== 'queue' && (!colleague || colleague.disabledAt !== null || !may(colleague, 'act')))
      return { status: 'invalid', what: 'to' };
    const whom = colleague ? adjusterOf(colleague) : 'queue';
    return desk.floor.transfer(conversation.id, me, whom, field(visit, 'note'), keyOf(visit));
  },
  'queue',
);

export const handBack = doing(
  'handBack',
  (desk, visit, { conversation }, me) =>
    desk.floor.handBack(conversation.id, me, { agreed: field(visit, 'agreed') }, keyOf(visit)),
  'queue',
);

export const close = doing(
  'close',
  (desk, visit, { conversation }, me) => desk.floor.close(conversation.id, me, keyOf(visit)),
  'queue',
);
