/** A file for the person: its bytes are the body, its name a header. Judged by its content, kept, and said in one line. */
import { discard, keep, requireRoom } from '../../channels/keeping.ts';
import { receive, refuseEncoded, tooLarge } from '../../channels/web/body.ts';
import { uploads } from '../../channels/web/budget.ts';
import { Refusal } from '../../channels/web/errors.ts';
import { limit } from '../../channels/web/limiting.ts';
import { inspect, MAX_FILE } from '../../channels/web/media.ts';
import { seen } from '../seen.ts';
import type { Answer, Colleague, Desk } from '../web/visit.ts';
import { lines } from './conversation.ts';

const PACE = { windowMs: 15_000, bytesPerSecond: 1024, maxMs: 120_000 };

export async function sendFile(desk: Desk, visit: Colleague): Promise<Answer> {
  const { conversation, handoff } = await seen(desk, visit);
  const { id, name, reach } = visit.me.account;
  // Before anything is read: the turn decides it once more.
  if (handoff?.state !== 'active' || handoff.adjuster !== id) throw new Refusal(403, 'Forbidden', 'Not hers.');
  limit(desk, 'uploads', conversation.id);
  const bytes = await readBytes(visit);
  const judged = [{ ...inspect(bytes), bytes, name: nameOf(visit) }];
  await requireRoom(desk, conversation, judged);
  await desk.trail.note(id, 'file.sent', conversation.id);
  const records = await keep(desk, conversation, judged, desk.now());
  const line = { files: records.map((record) => record.id) };
  const { status } = await desk.floor.say(conversation.id, { id, name, reach }, line);
  if (status === 'done') return lines(desk, visit);
  // What was not said is nowhere referred to; a store that is busy may have said it all the same.
  if (status !== 'busy') await discard(desk, records);
  throw new Refusal(status === 'busy' ? 503 : 403, 'Forbidden', 'The file was not sent.');
}

async function readBytes({ req, me }: Colleague): Promise<Buffer> {
  refuseEncoded(req);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    await receive(req, PACE, (chunk) => {
      uploads.take(me.account.id, chunk.length);
      size += chunk.length;
      if (size > MAX_FILE) throw tooLarge('FileTooLarge', 'The file is too large.');
      chunks.push(chunk);
    });
    return Buffer.concat(chunks);
  } finally {
    uploads.release(me.account.id, size);
  }
}

/** Percent-encoded, since headers are ASCII; cleaned where it is kept. */
function nameOf({ req }: Colleague): string {
  try {
    return decodeURIComponent(String(req.headers['x-name'] ?? '')).slice(0, 200);
  } catch {
    return '';
  }
}
