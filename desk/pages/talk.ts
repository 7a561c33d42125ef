/** What a colleague does in a conversation. Each is a turn; what could not be done is told on the page. */
import type { Line } from '../../bots/desk.ts';
import type { AccountId } from '../../store/ports.ts';
import { whichIsRight } from '../disagreeing.ts';
import { adjusterOf, takeOver } from '../handing.ts';
import { may } from '../people/rights.ts';
import { seen } from '../seen.ts';
import type { Answer, Colleague, Desk } from '../web/visit.ts';
import { doing, field, keyOf } from './doing.ts';

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
