import type { Request, Response } from 'restify';
import type { ConversationId, FileId } from '../../store/ports.ts';
import { createBudget } from '../web/budget.ts';
import { expired, notFound } from '../web/errors.ts';
import { limitAddress } from '../web/limiting.ts';
import { clientAddress } from '../web/origin.ts';
import type { Context } from './deps.ts';
import type { LinkTo } from './present.ts';
import type { Claims } from './tokens.ts';

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

/** A link is void once its conversation is gone, or was left with “this is not my phone” after the link was made. */
async function requireLiving({ store }: Pick<Context, 'store'>, { conv, iat }: Claims): Promise<void> {
  const conversation = await store.conversation(conv as ConversationId);
  if (!conversation) throw notFound('File');
  if (conversation.revokedAt !== null && conversation.revokedAt >= iat * 1000) throw expired();
}

/** GET files/:signed: the copy without metadata where there is one. */
export async function download(req: Request, res: Response, context: Context): Promise<void> {
  const { signer, store, files } = context;
  limitAddress(req, context, 'files');
  const verdict = signer.verify('file', String(req.params['*']));
  if (verdict.status === 'expired') throw expired();
  if (verdict.status === 'forged' || verdict.claims.file === undefined) throw notFound('File');
  await requireLiving(context, verdict.claims);
  const record = await store.file(verdict.claims.file as FileId);
  if (record?.conversation !== verdict.claims.conv) throw notFound('File');
  hold(req, res, clientAddress(req, context.config), record.size);
  const bytes = await files.display(record.id, record.person);
  if (!bytes) throw notFound('File');
  res.sendRaw(200, bytes, headers(record.type, record.name, bytes.length));
}

/** Of all files that are being sent, and of those to one address: each rests in memory until its reader has it. */
const downloads = createBudget(96 * 1024 * 1024, 64 * 1024 * 1024);
/** Milliseconds without a byte after which a reader is gone, and altogether. */
const IDLE = 30_000;
const LONGEST = 600_000;

/** Counts a file until its answer has left or its reader is gone. */
function hold(req: Request, res: Response, address: string, bytes: number): void {
  const { socket } = req;
  // Whoever left before this has no `close` to come.
  if (socket.destroyed) throw notFound('Reader');
  downloads.take(address, bytes);
  const longest = setTimeout(() => socket.destroy(), LONGEST).unref();
  // The server ends an idle socket by itself, and sets the time anew for the next request.
  socket.setTimeout(IDLE);
  res.once('close', () => {
    clearTimeout(longest);
    downloads.release(address, bytes);
  });
}
