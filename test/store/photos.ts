/** Messages with photos, whose records say the truth about them, and what can be found of them. */
import { createHash } from 'node:crypto';
import type { Conversation, ConversationId } from '../../store/ports.ts';
import { bot, fileOf, fresh, id, message, must, type Opened, turn } from './fixtures.ts';
import { openInFolder } from './open.ts';

/** A message with a photo of that name, and an answer to it. */
export async function sendPhoto({ store, files }: Opened, c: Conversation, name: string): Promise<void> {
  const bytes = Buffer.from(`photo ${name}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = fileOf(c, { id: id.file(name), name, sha256, size: bytes.length });
  await store.addFile(file);
  await files.put(file.id, c.person, bytes, Buffer.from(`shown ${name}`));
  await store.accept(message(c, name, { payload: { photo: name }, files: [file.id] }));
  const now = await fresh(store, c);
  await store.commit(turn(now, { handledUpTo: now.arrivals, said: [bot(`thank you for ${name}`)] }));
}

/** Answers, and what is in the photos that came with the messages before them. */
export async function contentsIn({ store, files }: Opened, conversation: ConversationId): Promise<readonly string[]> {
  const { person } = must(await store.conversation(conversation));
  const found: string[] = [];
  for (const { payload } of await store.activities(conversation, 0, 1_000)) {
    const { text, photo } = payload;
    const bytes = photo && files.original(id.file(String(photo)), person).catch(({ name }: Error) => name);
    found.push(String((await bytes) ?? text));
  }
  return found;
}

export async function contentsOf(dataDir: string, conversation: ConversationId): Promise<readonly string[]> {
  const opened = await openInFolder({}, dataDir);
  try {
    return await contentsIn(opened, conversation);
  } finally {
    await opened.store.close();
  }
}
