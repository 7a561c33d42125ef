/** Files that come with a message: fetched from hosts of the list only, judged by content, kept before the message is. */

import type { Conversation, FileId, FileRecord, JsonObject } from '../../store/ports.ts';
import { fileUrl } from '../contract.ts';
import { discard, type Judged, keep, requireRoom } from '../keeping.ts';
import { uploads } from '../web/budget.ts';
import { Refusal } from '../web/errors.ts';
import { inspect, MAX_FILE } from '../web/media.ts';
import { createPlaces } from '../web/turns.ts';
import { tokenFor } from './client.ts';
import { CHANNEL, type Context } from './deps.ts';
import type { Taken } from './receive.ts';
import type { Attachment, Spoken } from './shape.ts';

/** Of one message. */
const MOST = 10;
/** Each may be 10 MB and is copied while it is judged. */
const inPlace = createPlaces(3);

export interface Brought {
  /** Whether there were any at all. */
  readonly any: boolean;
  readonly files: readonly Judged[];
  /** How many could not be taken: too many, too large, of another kind, from elsewhere, not there in time. */
  readonly refused: number;
  /** The files are kept or given up: what they held in memory is free. */
  release(): void;
}
const NOTHING: Brought = { any: false, files: [], refused: 0, release: () => {} };

const TEAMS_FILE = 'application/vnd.microsoft.teams.file.download.info';

/** Where a file is; nothing for cards and for a message’s own text as HTML, which say nothing new. */
function addressOf({ contentType, contentUrl, content }: Attachment): string | undefined {
  if (contentType !== TEAMS_FILE) return contentUrl;
  const { downloadUrl } = (typeof content === 'object' ? content : {}) as { readonly downloadUrl?: unknown };
  return typeof downloadUrl === 'string' ? downloadUrl : contentUrl;
}

interface Link {
  readonly address: string;
  readonly name: string | undefined;
}

/** Fetches what a message brings, unless it was accepted before. */
export async function bring(context: Context, conversation: Conversation, activity: Spoken): Promise<Brought> {
  const links = (activity.attachments ?? []).flatMap((one): Link[] => {
    const address = addressOf(one);
    return address === undefined ? [] : [{ address, name: one.name }];
  });
  if (links.length === 0) return NOTHING;
  if (await context.store.accepted(CHANNEL, conversation.id, `i:${activity.id}`)) return { ...NOTHING, any: true };
  const held = holdFor(conversation.id);
  try {
    const files = await fetchAll(context, activity, links.slice(0, MOST), held.count);
    const fits = await room(context, conversation, files);
    const taken = fits ? files : [];
    return { any: true, files: taken, refused: links.length - taken.length, release: held.release };
  } catch (error) {
    held.release();
    throw error;
  }
}

/** Counts the bytes of one message towards those that the whole process holds for people’s files. */
function holdFor(conversation: string): { count(bytes: number): void; release(): void } {
  let own = 0;
  return {
    count(bytes) {
      uploads.take(conversation, bytes);
      own += bytes;
    },
    release() {
      uploads.release(conversation, own);
      own = 0;
    },
  };
}

async function fetchAll(
  context: Context,
  activity: Spoken,
  links: readonly Link[],
  count: (bytes: number) => void,
): Promise<readonly Judged[]> {
  const signal = AbortSignal.timeout(context.patience.fetch);
  const fetched = links.map((link) => inPlace(() => fetchOne(context, activity, link, signal, count)));
  return (await Promise.all(fetched)).filter((one) => one !== undefined);
}

async function room(context: Context, conversation: Conversation, files: readonly Judged[]): Promise<boolean> {
  try {
    await requireRoom(context, conversation, files);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Only the connector itself is shown who we are; other hosts give files to whoever has the address. */
async function fetchOne(
  context: Context,
  { serviceUrl }: Spoken,
  { address, name }: Link,
  signal: AbortSignal,
  count: (bytes: number) => void,
): Promise<Judged | undefined> {
  const home = context.services(serviceUrl)?.origin;
  const near = context.services(address);
  const atHome = near !== undefined && near.origin === home;
  const url = atHome ? near : context.fileHosts(address);
  if (!url) return undefined;
  try {
    const token = atHome ? await tokenFor(context, false) : undefined;
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    const bytes = response.ok ? await bytesOf(response, count) : undefined;
    if (!bytes) await response.body?.cancel();
    return bytes && { name, bytes, ...inspect(bytes) };
  } catch {
    // Refused by content, not there, or no room for it now: the person is asked to send it again.
    return undefined;
  }
}

/** Nothing where it is longer than a file may be, whatever was announced. */
async function bytesOf({ body, headers }: Response, count: (bytes: number) => void): Promise<Buffer | undefined> {
  if (!body || Number(headers.get('content-length') ?? 0) > MAX_FILE) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    count(chunk.length);
    size += chunk.length;
    if (size > MAX_FILE) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export interface Attached {
  readonly ids: readonly FileId[];
  readonly payload: JsonObject;
}

const attachedOf = (records: readonly FileRecord[]): Attached => ({
  ids: records.map(({ id }) => id),
  payload:
    records.length === 0
      ? {}
      : { attachments: records.map(({ id, type, name }) => ({ contentType: type, contentUrl: fileUrl(id), name })) },
});

/** Keeps the files, hands the message over, and removes them again where it did not take them along. */
export async function withFiles(
  context: Context,
  conversation: Conversation,
  activity: Spoken,
  { files }: Brought,
  hand: (attached: Attached) => Promise<Taken>,
): Promise<Taken> {
  const records = await keep(context, conversation, files, context.now());
  try {
    const taken = await hand(attachedOf(records));
    if (taken.status !== 'accepted') await discard(context, records);
    return taken;
  } catch (error) {
    // A store that failed may have kept the message all the same: only what is surely not referred to is removed.
    const lost = async () => !(await context.store.accepted(CHANNEL, conversation.id, `i:${activity.id}`));
    if (records.length > 0 && (await lost().catch(() => false))) await discard(context, records);
    throw error;
  }
}
