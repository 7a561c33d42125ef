/** For senders that wait: what was said to a message, once its turn is committed. A retry gets the same from the store. */
import type { Conversation, ConversationId, JsonObject } from '../../store/ports.ts';
import { busy } from '../web/errors.ts';
import { addressIn } from './address.ts';
import type { Context } from './deps.ts';
import { present } from './present.ts';
import type { Taken } from './receive.ts';
import type { Spoken } from './shape.ts';

/** Milliseconds between two looks where nobody wakes us: another process took the turn. */
const LOOK = 500;
/** Seconds. */
const RETRY = 5;
/** One turn says far less. */
const LINES = 500;

/** Lines of the bot in answer to what was accepted, as they stand in the transcript. */
export async function answersTo(context: Context, { id }: Conversation, taken: Taken): Promise<readonly JsonObject[]> {
  await handled(context, id);
  const lines = await context.store.activities(id, taken.seq, LINES);
  return lines.flatMap(({ direction, payload }) =>
    direction !== 'user' && payload.replyToId === taken.activityId ? [payload] : [],
  );
}

/** Resolves when everything that has arrived by now is handled; refuses, so that the sender asks again, when that takes long. */
async function handled({ store, wake, patience }: Context, id: ConversationId): Promise<void> {
  const { arrivals = 0 } = (await store.conversation(id)) ?? {};
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = (): void =>
    void store.conversation(id).then((now) => (!now || now.handled >= arrivals ? resolve() : undefined), reject);
  const stop = wake.subscribe(id, look);
  const again = setInterval(look, LOOK);
  const tooLong = setTimeout(() => reject(busy(RETRY)), patience.answer);
  look();
  await promise.finally(() => {
    stop();
    clearInterval(again);
    clearTimeout(tooLong);
  });
}

/** As it stands in the answer to a call: with the message it answers. */
export const inCall = (context: Context, activity: Spoken, line: JsonObject): JsonObject => ({
  ...present(context, addressIn(activity), line),
  replyToId: activity.id,
});
