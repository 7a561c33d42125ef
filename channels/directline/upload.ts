import { createHash } from 'node:crypto';
import type { Request, Response } from 'restify';
import type { Conversation, FileId, FileRecord, Store } from '../../store/ports.ts';
import { fileIdOf, fileUrl } from '../contract.ts';
import { hand, limitMessages, type Uploaded } from './activities.ts';
import { enter, limit, randomId } from './auth.ts';
import { tooLarge } from './body.ts';
import type { Context } from './deps.ts';
import { badArgument, reply } from './errors.ts';
import { inspect, type Media } from './media.ts';
import { cleanName } from './names.ts';
import { type Part, type Parts, receiveParts } from './parts.ts';
import { asActivity, type Incoming } from './shape.ts';

/** Of one conversation. */
const MAX_COUNT = 30;
const MAX_BYTES = 100 * 1024 * 1024;

interface Judged extends Part, Media {}

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

/** What a conversation's transcript already holds. */
async function used(store: Pick<Store, 'activities' | 'file'>, { id }: Conversation) {
  let [count, bytes] = [0, 0];
  for (let seq = 0; ; ) {
    const lines = await store.activities(id, seq, 500);
    for (const { direction, payload } of lines) {
      if (direction !== 'user' || !Array.isArray(payload.attachments)) continue;
      for (const { contentUrl } of payload.attachments) {
        const file = fileIdOf(contentUrl);
        count += 1;
        bytes += file === undefined ? 0 : ((await store.file(file))?.size ?? 0);
      }
    }
    const last = lines.at(-1);
    if (!last) return { count, bytes };
    seq = last.seq;
  }
}

async function requireRoom({ store }: Context, conversation: Conversation, files: readonly Judged[]): Promise<void> {
  const { count, bytes } = await used(store, conversation);
  const more = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (count + files.length > MAX_COUNT || bytes + more > MAX_BYTES)
    throw tooLarge('QuotaExceeded', `A conversation may have ${MAX_COUNT} files and ${MAX_BYTES} bytes at most.`);
}

/** The record first: bytes whose record is missing would never be swept. */
async function keep(
  { store, files, config }: Context,
  { id, person }: Conversation,
  file: Judged,
): Promise<FileRecord> {
  const record: FileRecord = {
    id: randomId() as FileId,
    person,
    conversation: id,
    type: file.type,
    name: cleanName(file.name, file.type),
    size: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    receivedAt: config.now(),
  };
  await store.addFile(record);
  await files.put(record.id, person, file.bytes, file.display);
  return record;
}

const uploadedOf = (records: readonly FileRecord[]): Uploaded => ({
  ids: records.map(({ id }) => id),
  attachments: records.map(({ id, type, name }) => ({ contentType: type, contentUrl: fileUrl(id), name })),
});

/** One upload of a conversation after the other, so that two cannot both take the last free place. */
const turns = new Map<string, Promise<unknown>>();
function afterOthers<T>(key: string, run: () => Promise<T>): Promise<T> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(run, run);
  turns.set(key, mine);
  const done = () => turns.get(key) === mine && turns.delete(key);
  mine.then(done, done);
  return mine;
}

function judge({ files, activity }: Parts): { message: Incoming; judged: readonly Judged[] } {
  const message = asActivity(activity);
  if (message.type !== 'message' || files.length === 0) throw badArgument('An upload is a message with files.');
  const judged = inOrder(files, message.attachments).map((file) => ({ ...file, ...inspect(file.bytes) }));
  return { message, judged };
}

/** POST conversations/:id/upload: files are judged by content and rest in the store before any message names them. */
export async function upload(req: Request, res: Response, context: Context): Promise<void> {
  const { caller, conversation } = await enter(req, context);
  limit(context, 'uploads', conversation.id);
  limitMessages(context, conversation.id, caller);
  const { message, judged } = judge(await receiveParts(req));
  const answer = await afterOthers(conversation.id, async () => {
    await requireRoom(context, conversation, judged);
    const records: FileRecord[] = [];
    for (const file of judged) records.push(await keep(context, conversation, file));
    return hand(context, conversation.id, caller, message, uploadedOf(records));
  });
  reply(res, 200, answer);
}
