import type { Json, JsonObject } from '../../store/ports.ts';
import type { Address } from './address.ts';
import { absolute, withButtons } from './buttons.ts';
import type { Context } from './deps.ts';

/** Channels that hand `channelData` on as it is; others take it for orders of their own (Slack, Facebook, Telegram). */
const HANDS_ON = new Set(['emulator', 'webchat', 'msteams', 'test']);

function dataOf(context: Context, data: Json | undefined): JsonObject {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  const { url } = data as JsonObject;
  return { ...(data as JsonObject), ...(typeof url === 'string' ? { url: absolute(context, url) } : {}) };
}

/** Channels show one name for all that a bot sends: whose words they are stands in the text. */
function signed({ channelData }: JsonObject, name: string | undefined, text: Json = ''): Json {
  const { speaker } = (channelData ?? {}) as JsonObject;
  return speaker === 'person' && name ? `${name}: ${text}` : text;
}

/**
 * A line of the transcript as a channel gets it. It answers no message: it may leave hours after it was said, and the ids
 * of our transcript are not the channel’s.
 */
export function present(context: Context, address: Address, line: JsonObject): JsonObject {
  const { type = 'message', textFormat, locale, from, inputHint, channelData } = line;
  const { channelId, serviceUrl, conversation, bot, user } = address;
  const name = (from as { readonly name?: string } | undefined)?.name;
  const { suggestedActions, ...shown } = withButtons(context, channelId, line);
  const buttons = suggestedActions ? { suggestedActions: { to: [user.id], ...(suggestedActions as JsonObject) } } : {};
  return {
    ...{ type, channelId, serviceUrl, conversation, recipient: user },
    from: { ...bot, ...(name ? { name } : {}), role: 'bot' },
    ...{ ...shown, text: signed(line, name, shown.text), ...buttons },
    ...(textFormat ? { textFormat } : {}),
    ...(locale ? { locale } : {}),
    ...(inputHint ? { inputHint } : {}),
    ...(HANDS_ON.has(channelId) ? { channelData: dataOf(context, channelData) } : {}),
  };
}
