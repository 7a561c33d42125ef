import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';
import type { Conversation, ConversationId } from '../../store/ports.ts';
import { expired, forbidden, notFound, unauthorized } from '../web/errors.ts';
import { randomId } from '../web/ids.ts';
import { limit, limitAddress } from '../web/limiting.ts';
import { CHANNEL, type Context } from './deps.ts';

/** Who calls: the holder of one conversation's token, or of the secret, who may speak for anyone in any conversation. */
export type Caller =
  | { readonly kind: 'token'; readonly conversation: ConversationId; readonly user: string; readonly device?: string }
  | { readonly kind: 'secret' };

export const newConversationId = () => randomId() as ConversationId;
/** Ids with this prefix are only accepted from inside a token (Direct Line's own rule). */
export const newUser = () => `dl_${randomId()}`;

const digest = (text: string) => createHash('sha256').update(text).digest();

function bearer(req: Request): string {
  const token = /^Bearer +([\w\-.~+/]+=*) *$/i.exec(req.headers.authorization ?? '')?.[1];
  if (token === undefined) throw unauthorized();
  return token;
}

export function isSecret(token: string, secret: string | undefined): boolean {
  return secret !== undefined && secret !== '' && timingSafeEqual(digest(token), digest(secret));
}

export function requireSecret(req: Request, { config }: Context): void {
  if (!isSecret(bearer(req), config.secret)) throw forbidden('The secret is wrong, or this server has none.');
}

/** Token or secret of a request. A token whose cookie was revoked (“this is not my phone”) has expired with it. */
export async function authenticate(req: Request, { signer, store, config }: Context): Promise<Caller> {
  const token = bearer(req);
  if (isSecret(token, config.secret)) return { kind: 'secret' };
  const verdict = signer.verify('token', token);
  if (verdict.status === 'expired') throw expired();
  if (verdict.status === 'forged') throw forbidden('The token is invalid.');
  const { conv, user, dev } = verdict.claims;
  if (dev !== undefined && !(await store.device(dev, config.now()))) throw expired();
  const conversation = conv as ConversationId;
  return { kind: 'token', conversation, user, ...(dev === undefined ? {} : { device: dev }) };
}

export interface Entry {
  readonly caller: Caller;
  readonly conversation: Conversation;
}

/**
 * The conversation named in the path, if this caller may enter it and it was started. `before` may refuse the caller
 * before anything of the conversation is read.
 */
export async function enter(
  req: Request,
  context: Context,
  before: (caller: Caller) => void = () => {},
): Promise<Entry> {
  const caller = await authenticate(req, context);
  before(caller);
  const id = String(req.params.id) as ConversationId;
  if (caller.kind === 'token' && caller.conversation !== id) throw forbidden('The token is for another conversation.');
  const conversation = await context.store.conversation(id);
  if (conversation?.channel !== CHANNEL) throw notFound('Conversation');
  return { caller, conversation };
}

/** The holder of the secret is a server that speaks for many. */
export function limitSession(req: Request, context: Context, caller: Caller): void {
  if (caller.kind === 'secret') limit(context, 'allSessions', '');
  else limitAddress(req, context, 'sessions');
}
