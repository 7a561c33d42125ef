import type { Request, Response } from 'restify';
import type { ConversationId } from '../../store/ports.ts';
import { readJson } from '../web/body.ts';
import { badArgument, forbidden, notFound, reply } from '../web/errors.ts';
import { publicOrigin } from '../web/origin.ts';
import { asLocale } from '../web/text.ts';
import { authenticate, enter, limitSession, newConversationId, newUser, requireSecret } from './auth.ts';
import { CHANNEL, type Context } from './deps.ts';
import { afterSeq } from './watermark.ts';
import { noteOrigin } from './whence.ts';

/** Seconds that a token lives; clients refresh theirs after half of it. */
export const TOKEN_LIFE = 1800;
/** Seconds that a stream URL can be opened (the protocol asks for 60); some clients open the same one again. */
const TICKET_LIFE = 300;

export interface Grant {
  readonly conversation: ConversationId;
  readonly user: string;
  /** Hash of the cookie the token depends on. */
  readonly device?: string | undefined;
}

/** What every route that gives a token answers with. */
export function grantToken({ signer }: Context, { conversation, user, device }: Grant) {
  const claims = { conv: conversation, user, ...(device === undefined ? {} : { dev: device }) };
  return { conversationId: conversation, token: signer.sign('token', claims, TOKEN_LIFE), expires_in: TOKEN_LIFE };
}

function streamUrl(req: Request, { signer, config }: Context, grant: Grant, seq: number): string {
  const { conversation, user, device } = grant;
  const claims = { conv: conversation, user, seq, ...(device === undefined ? {} : { dev: device }) };
  const base = publicOrigin(req, config).replace(/^http/, 'ws');
  const ticket = signer.sign('stream', claims, TICKET_LIFE);
  return `${base}/v3/directline/conversations/${conversation}/stream?watermark=${seq}&t=${ticket}`;
}

function givenUser(body: Awaited<ReturnType<typeof readJson>>): string | undefined {
  const user = body.user;
  if (typeof user !== 'object' || user === null || !('id' in user)) return undefined;
  if (typeof user.id !== 'string' || !/^[\w.@:|+-]{1,64}$/.test(user.id))
    throw badArgument('user.id may have 64 characters at most: letters, digits and -_.@:|+');
  return user.id;
}

/** POST tokens/generate: a token for a conversation that does not exist yet. */
export async function generate(req: Request, res: Response, context: Context): Promise<void> {
  requireSecret(req, context);
  const user = givenUser(await readJson(req)) ?? newUser();
  reply(res, 200, grantToken(context, { conversation: newConversationId(), user }));
}

/** POST tokens/refresh. */
export async function refresh(req: Request, res: Response, context: Context): Promise<void> {
  const caller = await authenticate(req, context);
  if (caller.kind === 'secret') throw forbidden('A secret cannot be refreshed.');
  limitSession(req, context, caller);
  // A page of ours: other clients may be servers that speak for many.
  if (caller.device !== undefined) await noteOrigin(req, context, caller.conversation);
  reply(res, 200, grantToken(context, caller));
}

/**
 * Whether it begins now. As long as nothing stands in the transcript it is opened again, which does no harm: a fault
 * between its row and its first arrival would otherwise leave it without a greeting for ever.
 */
async function open(context: Context, grant: Grant, locale: string | undefined): Promise<boolean> {
  const { conversation: id, user } = grant;
  const { store, inbox, config } = context;
  const known = await store.conversation(id);
  if (known && known.channel !== CHANNEL) throw notFound('Conversation');
  if (known && known.lastSeq > 0) return false;
  await inbox.open({ id, channel: CHANNEL, user, at: config.now(), ...(locale === undefined ? {} : { locale }) });
  return known === undefined;
}

/** POST conversations: 201 where it begins, 200 where it had begun; the stream then replays all of it. */
export async function start(req: Request, res: Response, context: Context): Promise<void> {
  const caller = await authenticate(req, context);
  limitSession(req, context, caller);
  const body = await readJson(req);
  const grant: Grant =
    caller.kind === 'token' ? caller : { conversation: newConversationId(), user: givenUser(body) ?? newUser() };
  const begun = await open(context, grant, asLocale(body.locale));
  reply(res, begun ? 201 : 200, { ...grantToken(context, grant), streamUrl: streamUrl(req, context, grant, 0) });
}

/**
 * GET conversations/:id: a new stream after the watermark, a new token. An absent watermark means “from now on”, an
 * empty one “I have seen nothing”: clients tell the two apart.
 */
export async function reconnect(req: Request, res: Response, context: Context): Promise<void> {
  const { caller, conversation } = await enter(req, context, (who) => limitSession(req, context, who));
  const grant: Grant = caller.kind === 'token' ? caller : { conversation: conversation.id, user: newUser() };
  const seq = afterSeq(req) ?? conversation.lastSeq;
  reply(res, 200, { ...grantToken(context, grant), streamUrl: streamUrl(req, context, grant, seq) });
}
