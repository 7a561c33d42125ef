/** Files that people sent: the copy without metadata, shown inside our own page only. */
import { notFound } from '../../channels/web/errors.ts';
import type { FileId } from '../../store/ports.ts';
import { seen } from '../seen.ts';
import type { Answer, Colleague, Desk } from '../web/visit.ts';

/** What a browser may draw; the rest is saved. */
const DRAWN = new Set(['image/jpeg', 'image/png', 'image/webp']);

export async function file(desk: Desk, visit: Colleague): Promise<Answer> {
  const { conversation } = await seen(desk, visit);
  const record = await desk.store.file((visit.params.file ?? '') as FileId);
  if (record?.conversation !== conversation.id) throw notFound('File');
  const { id } = visit.me.account;
  // Drawn small beside its line whenever the page is opened: seen once for a while, and again where it is opened.
  if (visit.query.get('small') === '1')
    await desk.trail.noteView(id, 'file.seen', conversation.id, { file: record.id });
  else await desk.trail.note(id, 'file.seen', conversation.id, { file: record.id });
  const bytes = await desk.files.display(record.id, record.person);
  if (!bytes) throw notFound('File');
  const drawn = DRAWN.has(record.type);
  const name = encodeURIComponent(record.name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const headers = {
    'Content-Disposition': `${drawn ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  };
  return { kind: 'bytes', type: record.type, bytes, headers };
}
