/**
 * What can happen to a conversation, as commands for fast-check, and what a simple mind knows of it: what was sent, what of
 * that was acknowledged, and where the clock stood.
 */
import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type { AsyncCommand } from 'fast-check';
import type { Accepted, ConversationId, FileId } from '../../store/ports.ts';
import type { Mortal } from './mortal.ts';
import { transcript } from './told.ts';
import { arrivalOf } from './world.ts';

export interface Message {
  /** Stands in the payload too, so that the message is found again. */
  readonly key: string;
  readonly text: string;
  readonly files: readonly FileId[];
  /** How many lines stood there when it was sent first: it comes after them. */
  readonly after: number;
  /** As acknowledged. */
  id?: string;
}

export interface Model {
  readonly sent: Message[];
  /** The clock: to when it was moved, and how many lines stood there. */
  readonly moves: { readonly after: number; readonly to: number }[];
  /** What the second device has seen, line by line. */
  seen: readonly string[];
  version: number;
}

export interface Real {
  readonly mortal: Mortal;
  readonly conversation: ConversationId;
  /** The next line of the dialogue that is under way. */
  next(): string;
}

export type Command = AsyncCommand<Model, Real>;
/** Undefined: the next line of the dialogue. */
export type Words = string | undefined;

export const newModel = (): Model => ({ sent: [], moves: [], seen: [], version: 0 });

const command = (name: string, run: Command['run'], check: Command['check'] = () => true): Command => ({
  check,
  run,
  toString: () => name,
});
const named = (words: readonly Words[]): string => words.map((one) => `“${one?.slice(0, 20) ?? 'next'}”`).join(' ');

async function lastSeq({ mortal, conversation }: Real): Promise<number> {
  return (await mortal.world.store.conversation(conversation))?.lastSeq ?? 0;
}

/** People wait for nobody; the clock and photos are tried when everything is said. */
const idle = ({ mortal }: Real): Promise<void> => mortal.world.runner.idle();

async function draft(model: Model, real: Real, text: string, files: readonly FileId[] = []): Promise<Message> {
  const message = { key: `m${model.sent.length}`, text, files, after: await lastSeq(real) };
  model.sent.push(message);
  return message;
}

/** Resolves when it is acknowledged, with one of the words that are right now. */
async function send(
  { mortal: { world }, conversation }: Real,
  message: Message,
  ...right: Accepted['status'][]
): Promise<void> {
  const { key, text, files } = message;
  const arrival = arrivalOf(conversation, text, world.clock.at, { key });
  const payload = { ...arrival.payload, channelData: { mark: key } };
  const accepted = await world.inbox.accept({ ...arrival, payload, files });
  expect(accepted.status, `${key} “${text.slice(0, 20)}”`).to.be.oneOf(right);
  const id = 'activityId' in accepted ? accepted.activityId : '';
  expect(id, 'one message, one id').to.equal(message.id ?? id);
  message.id = id;
}

async function draftAll(model: Model, real: Real, words: readonly Words[]): Promise<Message[]> {
  const messages: Message[] = [];
  for (const one of words) messages.push(await draft(model, real, one ?? real.next()));
  return messages;
}

/** All at once. */
export const say = (words: readonly Words[]): Command =>
  command(`say ${named(words)}`, async (model, real) => {
    const messages = await draftAll(model, real, words);
    await Promise.all(messages.map((message) => send(real, message, 'accepted')));
  });

/** A channel that has not heard our answer, or hands over an old message late. */
export const sayAgain = (nth: number): Command =>
  command(
    `say the ${nth}th again`,
    async ({ sent }, real) => {
      const message = sent[nth % sent.length];
      // What never arrived is new; what was acknowledged is not.
      if (message) await send(real, message, ...(message.id ? [] : (['accepted'] as const)), 'duplicate');
    },
    ({ sent }) => sent.length > 0,
  );

/** The program dies at its `calls`-th call to the store from now, or with everything done; who was not heard tries again, or not. */
export const die = (words: readonly Words[], calls: number, heard: boolean, insist: boolean): Command =>
  command(
    `say ${named(words)}, die ${heard ? 'after' : 'at'} call ${calls}${insist ? ', say it again' : ''}`,
    async (model, real) => {
      const messages = await draftAll(model, real, words);
      const died = real.mortal.dieAt(calls, heard);
      await Promise.race([Promise.all(messages.map((one) => send(real, one, 'accepted'))), died]);
      await Promise.race([idle(real), died]);
      await real.mortal.startAnew();
      const unheard = insist ? messages.filter(({ id }) => id === undefined) : [];
      for (const message of unheard) await send(real, message, 'accepted', 'duplicate');
    },
  );

export const restart = (): Command => command('restart', (_model, { mortal }) => mortal.restart());

/** The clock goes on, or back. */
export const pass = (minutes: number): Command =>
  command(`${minutes} minutes`, async ({ moves }, real) => {
    await idle(real);
    const { clock, schedule } = real.mortal.world;
    clock.at += minutes * 60_000;
    moves.push({ after: await lastSeq(real), to: clock.at });
    await schedule.runDue();
    await idle(real);
  });

export const photo = (): Command =>
  command('a photo', async (model, real) => {
    await idle(real);
    const file = randomBytes(16).toString('hex') as FileId;
    await addFile(real.mortal, real.conversation, file);
    await send(real, await draft(model, real, '', [file]), 'accepted');
    await idle(real);
  });

export async function addFile({ world }: Mortal, conversation: ConversationId, id: FileId): Promise<void> {
  const { person } = (await world.store.conversation(conversation)) ?? {};
  if (!person) throw new Error('There is no such conversation.');
  const about = { type: 'image/jpeg', name: 'a.jpg', size: 3, sha256: '0'.repeat(64), receivedAt: world.clock.at };
  await world.store.addFile({ id, person, conversation, ...about });
}

/** A second device looks: what it has seen stands there still, without gaps, and nothing goes back. */
export const look = (): Command =>
  command('look', async (model, { mortal: { world }, conversation }) => {
    const now = await world.store.conversation(conversation);
    const lines = await transcript(world.store, conversation);
    const seen = lines.map((line) => JSON.stringify(line));
    expect(seen.slice(0, model.seen.length), 'what was seen stands').to.deep.equal(model.seen);
    expect(lines.map(({ seq }) => seq)).to.deep.equal(lines.map((_, i) => i + 1));
    expect(now?.version).to.be.at.least(model.version);
    for (const [i, { at }] of lines.entries()) expect(at, 'instants grow').to.be.greaterThan(lines[i - 1]?.at ?? 0);
    [model.seen, model.version] = [seen, now?.version ?? 0];
  });
