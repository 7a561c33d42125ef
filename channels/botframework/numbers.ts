/** Where a channel has no buttons, answers are numbered in the text, and a number means the answer beside it. */
import type { Conversation, JsonObject } from '../../store/ports.ts';
import { hasButtons, numbered } from './buttons.ts';
import type { Context } from './deps.ts';
import type { Incoming } from './shape.ts';

/** `2`, `２.`, `（2）` */
const NUMBER = /^[(（]?(\d{1,2})[)）.、。]?$/;
/** A turn says no more lines than this. */
const TAIL = 20;

export async function meantByNumber(
  { store }: Context,
  { id, lastSeq }: Conversation,
  { channelId }: Incoming,
  text: string,
): Promise<string> {
  const place = Number(NUMBER.exec(text.normalize('NFKC').trim())?.[1] ?? 0);
  if (place === 0) return text;
  const lines = await store.activities(id, Math.max(0, lastSeq - TAIL), TAIL);
  const last: JsonObject | undefined = lines.findLast(({ direction }) => direction === 'bot')?.payload;
  if (!last || hasButtons(channelId, last)) return text;
  return numbered(last)[place - 1]?.value ?? text;
}
