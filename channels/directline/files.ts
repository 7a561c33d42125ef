import type { Request, Response } from 'restify';
import type { ConversationId, FileId } from '../../store/ports.ts';
import type { Context } from './deps.ts';
import { expired, notFound } from './errors.ts';
import type { LinkTo } from './present.ts';

/** Seconds that a link to a file works; each reading of the transcript makes new ones. */
const LINK_LIFE = 3600;

/** Links need no header, so that `<img>` and a download can follow them: their signature is the permission. */
export function linker({ signer }: Pick<Context, 'signer'>, conversation: ConversationId, origin: string): LinkTo {
  return (file) => `${origin}/files/${signer.sign('file', { conv: conversation, user: '', file }, LINK_LIFE)}`;
}

/** RFC 6266: a plain name for old clients, the true one beside it. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

const headers = (type: string, name: string, size: number) => ({
  'Content-Type': type,
  'Content-Length': String(size),
  'Content-Disposition': disposition(name),
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
});

/** GET files/:signed: the copy without metadata where there is one. */
export async function download(req: Request, res: Response, { signer, store, files }: Context): Promise<void> {
  const verdict = signer.verify('file', String(req.params['*']));
  if (verdict.status === 'expired') throw expired();
  if (verdict.status === 'forged' || verdict.claims.file === undefined) throw notFound('File');
  const record = await store.file(verdict.claims.file as FileId);
  if (record?.conversation !== verdict.claims.conv) throw notFound('File');
  const bytes = await files.display(record.id, record.person);
  if (!bytes) throw notFound('File');
  res.sendRaw(200, bytes, headers(record.type, record.name, bytes.length));
}
