/** What a connector sends → an arrival. Everything that asks for nothing is taken note of and forgotten. */

import { hash } from 'node:crypto';
import type { Accepted, Conversation, JsonObject } from '../../store/ports.ts';
import { busy } from '../web/errors.ts';
import { limit } from '../web/limiting.ts';
import { asLocale, MAX_TEXT } from '../web/text.ts';
import type { Answer } from './adapter.ts';
import { moved } from './address.ts';
import { answersTo, inCall } from './answer.ts';
import { conversationOf } from './conversations.ts';
import { CHANNEL, type Context } from './deps.ts';
import { type Brought, bring, withFiles } from './files.ts';
import { asCall, callAnswer } from './invoke.ts';
import { meantByNumber } from './numbers.ts';
import { asSpoken, type Incoming, type Spoken } from './shape.ts';

/** Seconds to wait where too many messages of one conversation are still unanswered. */
const FULL_RETRY = 5;

export async function receive(context: Context, activity: Incoming): Promise<Answer> {
  // What one person says about an accident is not for a whole group to read.
  if (isGroup(activity)) return quiet(activity);
  if (activity.type === 'message') return message(context, asSpoken(activity));
  if (activity.type === 'invoke') return invoke(context, asSpoken(activity));
  if (activity.type === 'event' && activity.name === 'setLanguage') return language(context, asSpoken(activity));
  if (activity.type === 'conversationUpdate' && activity.membersAdded?.length) return welcome(context, activity);
  return quiet(activity);
}

const isGroup = ({ conversation: { isGroup, conversationType } }: Incoming): boolean =>
  isGroup === true || conversationType === 'groupChat' || conversationType === 'channel';

const waits = ({ deliveryMode }: Incoming): boolean => deliveryMode === 'expectReplies';

/** typing, reactions, deletions, read receipts, other bots’ events: nothing happens, and nobody is told that it failed. */
function quiet(activity: Incoming): Answer {
  if (activity.type === 'invoke') return { status: 501 };
  return waits(activity) ? { status: 200, body: { activities: [] } } : { status: 200 };
}

/** Somebody joined, or the bot was added: greeted once, however often a channel says so. */
async function welcome(context: Context, activity: Incoming): Promise<Answer> {
  limitTo(context, activity);
  await conversationOf(context, activity, false);
  return quiet(activity);
}

async function message(context: Context, activity: Spoken): Promise<Answer> {
  limitTo(context, activity);
  const conversation = await conversationOf(context, activity, true);
  const brought = await bring(context, conversation, activity);
  try {
    const said = await saidIn(context, conversation, activity, brought);
    if (!said) return quiet(activity);
    const taken = await withFiles(context, conversation, activity, brought, (attached) =>
      accept(context, conversation, activity, { ...said, ...attached.payload }, attached.ids),
    );
    return await answered(context, conversation, activity, taken);
  } finally {
    brought.release();
  }
}

/** At once, or with what was said to it where the sender waits for that. */
async function answered(context: Context, conversation: Conversation, activity: Spoken, taken: Taken): Promise<Answer> {
  if (!waits(activity)) return { status: 200 };
  const lines = await answersTo(context, conversation, taken);
  return { status: 200, body: { activities: lines.map((line) => inCall(context, activity, line)) } };
}

/** Channels that have no other way send a button’s value alone. */
const textOf = ({ text, value }: Incoming): string => (text ? text : typeof value === 'string' ? value : '');

/** The message as the bot gets it; nothing where there is nothing in it. */
async function saidIn(
  context: Context,
  conversation: Conversation,
  activity: Spoken,
  { any, refused }: Brought,
): Promise<JsonObject | undefined> {
  const whole = textOf(activity);
  const tooLong = whole.length > MAX_TEXT;
  const text = tooLong ? '' : await meantByNumber(context, conversation, activity, whole);
  const places = (activity.entities ?? []).flatMap(placeIn);
  if (text.trim() === '' && !tooLong && !any && places.length === 0) return undefined;
  const notTaken = { ...(refused > 0 ? { files: refused } : {}), ...(tooLong ? { text: MAX_TEXT } : {}) };
  return {
    ...{ type: 'message', text, textFormat: 'plain' },
    ...(places.length > 0 ? { entities: places } : {}),
    ...(Object.keys(notTaken).length > 0 ? { channelData: { notTaken } } : {}),
    ...(waits(activity) ? { deliveryMode: 'expectReplies' } : {}),
  };
}

function placeIn({ type = '', latitude, longitude }: JsonObject): JsonObject[] {
  if (type !== 'GeoCoordinates' || typeof latitude !== 'number' || typeof longitude !== 'number') return [];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [{ type, latitude, longitude }] : [];
}

async function language(context: Context, activity: Spoken): Promise<Answer> {
  const { value } = activity;
  if (value !== 'en' && value !== 'zh-CN') return quiet(activity);
  limitTo(context, activity);
  const conversation = await conversationOf(context, activity, true);
  const mode = waits(activity) ? { deliveryMode: 'expectReplies' } : {};
  const event = { type: 'event', name: 'setLanguage', value, ...mode };
  return answered(context, conversation, activity, await accept(context, conversation, activity, event));
}

/** A card’s button is a message whose answer goes back in the same call. */
async function invoke(context: Context, activity: Spoken): Promise<Answer> {
  const call = asCall(activity);
  if (!call) return quiet(activity);
  limitTo(context, activity);
  const conversation = await conversationOf(context, activity, true);
  const said = { type: 'message', text: call.text, textFormat: 'plain', deliveryMode: 'expectReplies' };
  const accepted = await accept(context, conversation, activity, said);
  return callAnswer(context, await answersTo(context, conversation, accepted));
}

function limitTo(context: Context, { channelId, conversation, from }: Incoming): void {
  limit(context, 'conversation', key(channelId, conversation.id));
  limit(context, 'user', key(channelId, from?.id ?? conversation.id));
}

/** Short whatever a channel chose, for a map that remembers many. */
const key = (...ids: readonly string[]): string => hash('sha256', ids.join('\n'), 'base64url');

export type Taken = Extract<Accepted, { activityId: string }>;

/** Durable when it returns. The same id is one message, for eight days at least. */
async function accept(
  context: Context,
  conversation: Conversation,
  activity: Spoken,
  said: JsonObject,
  files: Parameters<Context['inbox']['accept']>[0]['files'] = [],
): Promise<Taken> {
  const locale = asLocale(activity.locale);
  const from = { from: { id: activity.from.id, role: 'user' }, ...(locale === undefined ? {} : { locale }) };
  const accepted = await context.inbox.accept({
    ...{ channel: CHANNEL, conversation: conversation.id, key: `i:${activity.id}`, at: context.now(), files },
    payload: { ...said, ...from, ...moved(conversation, activity) },
    shown: said.type === 'message',
  });
  // Erased in this very moment, or fifty messages behind: the channel tries again.
  if (accepted.status === 'unknown' || accepted.status === 'full') throw busy(FULL_RETRY);
  return accepted;
}
