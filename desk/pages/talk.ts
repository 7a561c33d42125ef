/** What a colleague does in a conversation. Each is a turn; what could not be done is told on the page. */
import type { Adjuster, DeskResult, Line } from '../../bots/desk.ts';
import type { AccountId, ConversationId, Ticket } from '../../store/ports.ts';
import { whichIsRight } from '../disagreeing.ts';
import { adjusterOf, takeOver } from '../handing.ts';
import { may } from '../people/rights.ts';
import { type Seen, seen } from '../seen.ts';
import type { Answer, Colleague, Desk } from '../web/visit.ts';
import { doing, field, keyOf } from './doing.ts';

/** Somebody is here: the call that was owed is not needed any more. */
export const accept = doing('accept', async (desk, _visit, { conversation }, me) => {
  const result = await desk.floor.accept(conversation.id, me);
  if (result.status === 'done') await finish(desk, me, conversation.id, ({ kind }) => kind === 'callBack');
  return result;
});

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

/** By whoever kept it; its row among what is due is done with it. */
export const keepPromise = doing(
  'keepPromise',
  async (desk, visit, { conversation }, me) => {
    const promise = field(visit, 'promise').slice(0, 100);
    const result = await desk.floor.keepPromise(conversation.id, me, promise, keyOf(visit));
    if (result.status === 'done') await finish(desk, me, conversation.id, (ticket) => ticket.id === promise);
    return result;
  },
  'side',
);

/** Whoever despaired while nobody was there: called, or somebody is with them. What stood in the list for it is done. */
export const lookedAfter = doing(
  'lookedAfter',
  async (desk, visit, { conversation }, me) => {
    const result = await desk.floor.lookedAfter(conversation.id, me, field(visit, 'text'), keyOf(visit));
    if (result.status === 'done') await finish(desk, me, conversation.id, ({ data }) => data.reason === 'crisis');
    return result;
  },
  'queue',
);

async function finish(
  { store, board, now }: Desk,
  me: Adjuster,
  conversation: ConversationId,
  which: (ticket: Ticket) => boolean,
): Promise<void> {
  for (const { id } of (await store.openTicketsOf(conversation)).filter(which))
    await store.finishTicket(id, me.id, now());
  board.drop();
}

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
  async (desk, visit, { conversation }, me) => {
    const agreed = field(visit, 'agreed');
    return dealtWith(desk, me, conversation, await desk.floor.handBack(conversation.id, me, { agreed }, keyOf(visit)));
  },
  'queue',
);

export const close = doing(
  'close',
  async (desk, visit, { conversation }, me) =>
    dealtWith(desk, me, conversation, await desk.floor.close(conversation.id, me, keyOf(visit))),
  'queue',
);

/** What is seen to by talking; a wish to withdraw or an overdue call asks for more, and despair stays until somebody says that they are looked after. */
const TALKED_OF: ReadonlySet<string> = new Set([
  'death',
  'danger',
  'minor',
  'sensitive',
  'threat',
  'complaint',
  'amount',
]);

async function dealtWith(
  desk: Desk,
  me: Adjuster,
  { id }: Seen['conversation'],
  result: DeskResult,
): Promise<DeskResult> {
  if (result.status === 'done')
    await finish(desk, me, id, ({ kind, data }) => kind === 'serious' && TALKED_OF.has(String(data.reason)));
  return result;
}
