import type { FileId, JsonObject, StoredActivity } from '../../store/ports.ts';
import { fileIdOf } from '../contract.ts';
import { CHANNEL } from './deps.ts';

/** Makes a link that one client may follow for a while. */
export type LinkTo = (file: FileId) => string;

export interface ActivitySet {
  readonly activities: readonly JsonObject[];
  readonly watermark: string;
}

function withLinks(attachment: unknown, linkTo: LinkTo): JsonObject {
  const given = attachment as JsonObject;
  const file = fileIdOf(given.contentUrl);
  if (file === undefined) return given;
  const contentUrl = linkTo(file);
  // Web Chat draws a person's own picture only where there is a thumbnail.
  const image = String(given.contentType).startsWith('image/');
  return { ...given, contentUrl, ...(image ? { thumbnailUrl: contentUrl } : {}) };
}

/** A line of the transcript as Direct Line shows it. */
export function present({ conversation, id, at, payload }: StoredActivity, linkTo: LinkTo): JsonObject {
  const { attachments } = payload;
  return {
    ...payload,
    ...(Array.isArray(attachments) ? { attachments: attachments.map((one) => withLinks(one, linkTo)) } : {}),
    id,
    timestamp: new Date(at).toISOString(),
    channelId: CHANNEL,
    conversation: { id: conversation },
  };
}

const HIDDEN = new Set<unknown>(['conversationUpdate', 'typing', 'trace']);

/** The watermark stands behind everything read, also behind lines that are not shown; it is never empty. */
export function activitySet(lines: readonly StoredActivity[], after: number, linkTo: LinkTo): ActivitySet {
  const shown = lines.filter((line) => !HIDDEN.has(line.payload.type));
  return {
    activities: shown.map((line) => present(line, linkTo)),
    watermark: String(lines.at(-1)?.seq ?? after),
  };
}
