import type { Request, Response } from 'restify';
import type { Conversation, FileRecord } from '../../store/ports.ts';
import { fileUrl } from '../contract.ts';
import { discard, keep, requireRoom } from '../keeping.ts';
import { badArgument, Refusal, reply } from '../web/errors.ts';
import { limit } from '../web/limiting.ts';
import { inspect } from '../web/media.ts';
import { clientAddress } from '../web/origin.ts';
import { createPlaces, createTurns } from '../web/turns.ts';
import { hand, keyOf, limitMessages, type Uploaded } from './activities.ts';
import { type Caller, enter } from './auth.ts';
import { CHANNEL, type Context } from './deps.ts';
import { type Part, type Parts, withParts } from './parts.ts';
import { asActivity, type Incoming } from './shape.ts';

/** Files in the order of the activity's attachments: by name first, what no name claims in the order it came. */
export function inOrder(files: readonly Part[], attachments: Incoming['attachments']): readonly Part[] {
  const left = new Set(files);
  const claimed = (attachments ?? []).map(({ name }) => {
    const found = [...left].find((file) => name !== undefined && file.name === name);
    if (found) left.delete(found);
    return found ?? { name };
  });
  const rest = [...left];
  const matched = claimed.map((one) => ('bytes' in one ? one : { name: one.name, ...rest.shift() }));
  return [...matched, ...rest].filter((one): one is Part => 'bytes' in one);
}

const uploadedOf = (records: readonly FileRecord[]): Uploaded => ({
  ids: records.map(({ id }) => id),
  attachments: records.map(({ id, type, name }) => ({ contentType: type, contentUrl: fileUrl(id), name })),
});

interface Upload {
  readonly context: Context;
  readonly caller: Caller;
  readonly conversation: Conversation;
  readonly message: Incoming;
  readonly key: string;
}

const acceptedBefore = ({ context, conversation, key }: Upload) =>
  context.store.accepted(CHANNEL, conversation.id, key);

/** Hands the message over; files that it did not take along are removed again. */
async function handWith(one: Upload, records: readonly FileRecord[]): Promise<string> {
  const { context, caller, conversation, message, key } = one;
  try {
    const { id, fresh } = await hand(context, conversation.id, caller, message, key, uploadedOf(records));
    if (!fresh) await discard(context, records);
    return id;
  } catch (err) {
    // A store that failed may have kept the message all the same: only what is surely not referred to is removed.
    const lost = async () => !(await acceptedBefore(one));
    if (err instanceof Refusal || (await lost().catch(() => false))) await discard(context, records);
    throw err;
  }
}

/** One upload of a conversation after the other, so that two cannot both take the last free place. */
const inTurn = createTurns();
/** Judging and sealing make copies of what is held. */
const inPlace = createPlaces(3);

/** The id of the message: the one it has already, where it was sent before. */
async function takeIn(one: Upload, parts: Parts): Promise<string> {
  const before = await acceptedBefore(one);
  if (before) return before.activityId;
  const judged = inOrder(parts.files, one.message.attachments).map((file) => ({ ...file, ...inspect(file.bytes) }));
  await requireRoom(one.context, one.conversation, judged);
  const now = one.context.config.now();
  return handWith(one, await keep(one.context, one.conversation, judged, now));
}

function messageOf({ files, activity }: Parts): Incoming {
  const message = asActivity(activity);
  if (message.type !== 'message' || files.length === 0) throw badArgument('An upload is a message with files.');
  return message;
}

/** POST conversations/:id/upload: files are judged by content and rest in the store before any message names them. */
export async function upload(req: Request, res: Response, context: Context): Promise<void> {
  const { caller, conversation } = await enter(req, context);
  limit(context, 'uploads', conversation.id);
  limitMessages(context, conversation.id, caller);
  const id = await withParts(req, clientAddress(req, context.config), (parts) => {
    const message = messageOf(parts);
    const one = { context, caller, conversation, message, key: keyOf(message) };
    return inTurn(conversation.id, () => inPlace(() => takeIn(one, parts)));
  });
  reply(res, 200, { id });
}
