import type { ConversationId, Store, StoredActivity } from '../../store/ports.ts';

/** Lines read, and decrypted, at once. */
const BATCH = 20;
/** Bytes of JSON in one page; a single line is never larger than a small part of it. */
export const PAGE_BYTES = 256 * 1024;

/** The next page after `after`: `maxLines` or `PAGE_BYTES`, whichever is reached first, and at least one line. */
export async function readPage(
  store: Pick<Store, 'activities'>,
  conversation: ConversationId,
  after: number,
  maxLines: number,
): Promise<readonly StoredActivity[]> {
  const page: StoredActivity[] = [];
  let bytes = 0;
  while (page.length < maxLines) {
    const wanted = Math.min(BATCH, maxLines - page.length);
    const lines = await store.activities(conversation, page.at(-1)?.seq ?? after, wanted);
    for (const line of lines) {
      bytes += Buffer.byteLength(JSON.stringify(line.payload));
      if (bytes > PAGE_BYTES && page.length > 0) return page;
      page.push(line);
    }
    if (lines.length < wanted) return page;
  }
  return page;
}
