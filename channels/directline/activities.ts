import type { Request, Response } from 'restify';
import type { Arrival, ConversationId, FileId, JsonObject } from '../../store/ports.ts';
import { readJson } from '../web/body.ts';
import { badArgument, isBusy, notFound, reply, tooMany } from '../web/errors.ts';
import { randomId } from '../web/ids.ts';
import { limit } from '../web/limiting.ts';
import { publicOrigin } from '../web/origin.ts';
import { type Caller, enter, newUser } from './auth.ts';
import { CHANNEL, type Context } from './deps.ts';
import { linker } from './files.ts';
import { activitySet } from './present.ts';
import { asActivity, type Incoming } from './shape.ts';
import { readPage } from './transcript.ts';
import { afterSeq } from './watermark.ts';

const PAGE = 100;
/** Seconds to wait where too many messages of one conversation are still unanswered. */
const FULL_RETRY = 5;

/** Some clients never poll again after a 5xx: for the moment there is nothing new. */
function nothingIfBusy(err: unknown): readonly [] {
  if (isBusy(err)) return [];
  throw err;
}

/** GET conversations/:id/activities: a page after the watermark; without one, from the beginning. */
export async function list(req: Request, res: Response, context: Context): Promise<void> {
  const { conversation } = await enter(req, context);
  limit(context, 'reads', conversation.id);
  const after = afterSeq(req) ?? 0;
  context.onSeen?.(conversation.id, after);
  const lines = await readPage(context.store, conversation.id, after, PAGE).catch(nothingIfBusy);
  reply(res, 200, activitySet(lines, after, linker(context, conversation.id, publicOrigin(req, context.config))));
}

/** What stands for a message when it is sent again: the client's own mark, else its id, else nothing can. */
export function keyOf({ channelData, id }: Incoming): string {
  const mark = channelData?.clientActivityID;
  if (mark) return `c:${mark}`;
  return id ? `i:${id}` : `r:${randomId()}`;
}

/** `from` is never the client's word where it holds a token. */
function payloadOf({ id: _, from, attachments: __, ...rest }: Incoming, caller: Caller): JsonObject {
  const user = caller.kind === 'token' ? caller.user : (from?.id ?? newUser());
  return { ...rest, from: { id: user, role: 'user' }, ...(rest.type === 'message' ? { textFormat: 'plain' } : {}) };
}

/** Messages are shown; events are only handled. Everything else a client may say is taken note of and forgotten. */
export const isHandled = ({ type }: Incoming) => type === 'message' || type === 'event';

export interface Uploaded {
  readonly ids: readonly FileId[];
  /** As they stand in the transcript. */
  readonly attachments: readonly JsonObject[];
}

interface Handed {
  readonly id: string;
  /** False where the same message was taken before: what came with it now is not needed. */
  readonly fresh: boolean;
}

/** Hands a checked activity over; answers with its id as soon as it is safe, long before the bot has answered. */
export async function hand(
  context: Context,
  conversation: ConversationId,
  caller: Caller,
  activity: Incoming,
  key: string,
  uploaded?: Uploaded,
): Promise<Handed> {
  const payload = payloadOf(activity, caller);
  const arrival: Arrival = {
    channel: CHANNEL,
    conversation,
    key,
    at: context.config.now(),
    payload: uploaded ? { ...payload, attachments: uploaded.attachments } : payload,
    shown: activity.type === 'message',
    ...(uploaded ? { files: uploaded.ids } : {}),
  };
  const accepted = await context.inbox.accept(arrival);
  if (accepted.status === 'unknown') throw notFound('Conversation');
  if (accepted.status === 'full') throw tooMany(FULL_RETRY);
  if (activity.type === 'message') context.streams.expectAnswer(conversation);
  return { id: accepted.activityId, fresh: accepted.status === 'accepted' };
}

function isEmpty({ type, text, value, entities }: Incoming): boolean {
  return type === 'message' && !text && value === undefined && !entities?.length;
}

/** Messages of one conversation and of one person, however many conversations she has. */
export function limitMessages(context: Context, conversation: ConversationId, caller: Caller): void {
  limit(context, 'conversation', conversation);
  if (caller.kind === 'token') limit(context, 'user', caller.user);
}

/** POST conversations/:id/activities. Files come through `upload`: an address a client names is never followed. */
export async function post(req: Request, res: Response, context: Context): Promise<void> {
  const { caller, conversation } = await enter(req, context);
  limit(context, 'reads', conversation.id);
  const activity = asActivity(await readJson(req));
  if (!isHandled(activity)) return reply(res, 200, { id: `${conversation.id}|${randomId()}` });
  if (isEmpty(activity)) throw badArgument('The message is empty; files are sent through upload.');
  limitMessages(context, conversation.id, caller);
  const { id } = await hand(context, conversation.id, caller, activity, keyOf(activity));
  reply(res, 200, { id });
}
