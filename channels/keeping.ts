/** People's files, whichever channel brought them: how many, under which record, and away again where no message took them. */

import { createHash } from 'node:crypto';
import type { Conversation, FileId, FileRecord, Files, Store } from '../store/ports.ts';
import { tooLarge } from './web/body.ts';
import { randomId } from './web/ids.ts';
import type { Media } from './web/media.ts';
import { cleanName } from './web/names.ts';

/** A file whose content was looked at. */
export interface Judged extends Media {
  readonly name: string | undefined;
  readonly bytes: Buffer;
}

/** Where files go. */
export interface Shelf {
  readonly store: Pick<Store, 'addFile' | 'fileUse' | 'dropFile'>;
  readonly files: Files;
}

/** Of one conversation. */
const MAX_COUNT = 30;
const MAX_BYTES = 100 * 1024 * 1024;

export async function requireRoom(
  { store }: Shelf,
  conversation: Conversation,
  files: readonly Pick<Judged, 'bytes'>[],
): Promise<void> {
  const { count, bytes } = await store.fileUse(conversation.id);
  const more = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (count + files.length > MAX_COUNT || bytes + more > MAX_BYTES)
    throw tooLarge('QuotaExceeded', `A conversation may have ${MAX_COUNT} files and ${MAX_BYTES} bytes at most.`);
}

const recordOf = ({ id, person }: Conversation, file: Judged, receivedAt: number): FileRecord => ({
  id: randomId() as FileId,
  person,
  conversation: id,
  type: file.type,
  name: cleanName(file.name, file.type),
  size: file.bytes.length,
  sha256: createHash('sha256').update(file.bytes).digest('hex'),
  receivedAt,
});

/** Removes files that no message will refer to. What fails here is swept up later, as after a crash. */
export async function discard({ store, files }: Shelf, records: readonly FileRecord[]): Promise<void> {
  for (const { id } of records) {
    try {
      await files.remove(id);
      await store.dropFile(id);
    } catch {
      return;
    }
  }
}

/** The records first: bytes whose record is missing would never be swept. */
export async function keep(
  shelf: Shelf,
  conversation: Conversation,
  judged: readonly Judged[],
  at: number,
): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  try {
    for (const file of judged) {
      const record = recordOf(conversation, file, at);
      await shelf.store.addFile(record);
      records.push(record);
      await shelf.files.put(record.id, record.person, file.bytes, file.display);
    }
    return records;
  } catch (err) {
    await discard(shelf, records);
    throw err;
  }
}
