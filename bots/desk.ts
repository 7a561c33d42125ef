/**
 * The desk's way into conversations. Each act is a turn of its own through the runner, decided on the state it is committed on:
 * of two colleagues who accept at once one wins, and no act races the bot.
 */
import { randomUUID } from 'node:crypto';
import type { ClaimId, ConversationId, TurnWork } from '../store/ports.ts';
import {
  type Act,
  type Adjuster,
  asPayload,
  type DeskResult,
  faultOf,
  type LetIn,
  type Line,
  type Right,
  type Wish,
} from './acts.ts';
import type { Runner } from './runner.ts';

export type { Adjuster, DeskResult, LetIn, Line, Right } from './acts.ts';
export { QUEUE } from './acts.ts';

/** Hears who is writing; never stored. */
export type Typing = (conversation: ConversationId, name: string) => void;

export class Desk {
  readonly #runner: Pick<Runner, 'take'>;
  readonly #typing: Set<Typing> = new Set();

  constructor(runner: Pick<Runner, 'take'>) {
    this.#runner = runner;
  }

  /** Takes the floor: from the queue, from a ticket, or because a colleague wants to write first. Accepting twice is done once. */
  accept(conversation: ConversationId, adjuster: Adjuster, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'accept' }, key);
  }

  say(conversation: ConversationId, adjuster: Adjuster, line: Line, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'say', line }, key);
  }

  /** For colleagues; whoever has the floor. */
  note(conversation: ConversationId, adjuster: Adjuster, text: string, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'note', text }, key);
  }

  /** A call with the person was made: a note, and the first contact of a report that had none. */
  call(conversation: ConversationId, adjuster: Adjuster, text: string, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'call', text }, key);
  }

  /** Gives the report to a colleague, or to whoever is found; whoever has the floor. */
  assign(
    conversation: ConversationId,
    by: Adjuster,
    { to, claim }: { readonly to: Adjuster | 'anyone'; readonly claim?: ClaimId | undefined },
    key?: string,
  ): Promise<DeskResult> {
    const whom = to === 'anyone' ? null : to;
    return this.#act(conversation, by, { act: 'assign', to: whom, ...(claim ? { claim } : {}) }, key);
  }

  /** Told to the person, and due at the desk; in the report's events where there is one. Refused as invalid where its time is past. */
  promise(
    conversation: ConversationId,
    adjuster: Adjuster,
    { what, by }: { readonly what: string; readonly by: string },
    key?: string,
  ): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'promise', what, by }, key);
  }

  /** Marks a promise kept; the same again is done once. */
  keepPromise(conversation: ConversationId, adjuster: Adjuster, promise: string, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'keepPromise', promise }, key);
  }

  /** From `from`, who is not there. Whoever shows the desk has checked that and whether she may. */
  takeOver(conversation: ConversationId, adjuster: Adjuster, from: string, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'takeOver', from }, key);
  }

  /** A fact of the report, put right; refused where it has changed since she saw it, or cannot be read. */
  correct(conversation: ConversationId, adjuster: Adjuster, right: Right, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'correct', ...right }, key);
  }

  /** Somebody who despaired while nobody was there has been called, or is looked after. */
  lookedAfter(conversation: ConversationId, adjuster: Adjuster, note: string, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'lookedAfter', note }, key);
  }

  /** She may see a claim from now on. Whoever shows the desk has checked that the colleague may see that claim herself. */
  letIn(conversation: ConversationId, adjuster: Adjuster, whom: LetIn, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'letIn', ...whom }, key);
  }

  /** And no more. */
  shutOut(conversation: ConversationId, adjuster: Adjuster, claim: ClaimId, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'shutOut', claim }, key);
  }

  transfer(
    conversation: ConversationId,
    from: Adjuster,
    to: Adjuster | 'queue',
    note: string,
    key?: string,
  ): Promise<DeskResult> {
    return this.#act(conversation, from, { act: 'transfer', to: to === 'queue' ? null : to, note }, key);
  }

  /** The bot goes on where it stopped; `agreed` is read by the person and may be empty. */
  handBack(
    conversation: ConversationId,
    adjuster: Adjuster,
    { agreed }: { readonly agreed: string },
    key?: string,
  ): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'handBack', agreed }, key);
  }

  /** Ends it without handing anything back; the next words of the person are for the bot. */
  close(conversation: ConversationId, adjuster: Adjuster, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'close' }, key);
  }

  /** Nobody can take whoever waits, or whoever speaks cannot go on: the person is told, and a call is arranged. */
  giveUp(conversation: ConversationId, adjuster: Adjuster, key?: string): Promise<DeskResult> {
    return this.#act(conversation, adjuster, { act: 'giveUp' }, key);
  }

  /** Tells channels of this process that a colleague is writing. Whoever shows the desk has checked that it is hers. */
  typing(conversation: ConversationId, adjuster: Adjuster): void {
    for (const hear of this.#typing) hear(conversation, adjuster.name);
  }

  onTyping(hear: Typing): () => void {
    this.#typing.add(hear);
    return () => void this.#typing.delete(hear);
  }

  async #act(conversation: ConversationId, adjuster: Adjuster, act: Act, key?: string): Promise<DeskResult> {
    // With a key of its own the turn may be tried again when nobody knows whether it was committed.
    const wish: Wish = { ...act, adjuster, key: key ?? randomUUID() };
    const fault = faultOf(wish);
    if (fault) return { status: 'invalid', what: fault };
    let result: DeskResult = { status: 'busy' };
    const hear = ({ refused }: TurnWork): void => {
      result = (refused as DeskResult | undefined) ?? { status: 'done' };
    };
    const outcome = await this.#runner.take(conversation, { kind: 'adjuster', payload: asPayload(wish) }, hear);
    return outcome === 'nothing' ? { status: 'gone' } : result;
  }
}
