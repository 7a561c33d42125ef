import type { Request, Response } from 'restify';
import type { Device } from '../../store/ports.ts';
import { readJson, requireJson } from '../web/body.ts';
import { Refusal, reply } from '../web/errors.ts';
import { limit, limitAddress } from '../web/limiting.ts';
import { clientAddress, fromOurPage } from '../web/origin.ts';
import { asLocale } from '../web/text.ts';
import { newConversationId, newUser } from './auth.ts';
import { grantToken } from './conversations.ts';
import { clearCookie, DEVICE_LIFE, hashOf, newSecret, readCookie, successorOf, writeCookie } from './cookie.ts';
import { CHANNEL, type Context } from './deps.ts';
import { noteOrigin } from './whence.ts';

interface Known {
  readonly secret: string;
  readonly hash: string;
  readonly device: Device;
}

function refuseOtherSites(req: Request, { config }: Context): void {
  if (!fromOurPage(req, config)) throw new Refusal(403, 'Forbidden', 'Only our own page may ask for this.');
}

async function known(req: Request, { config, store }: Context): Promise<Known | undefined> {
  const secret = readCookie(req, config.cookieSecure);
  if (secret === undefined) return undefined;
  const hash = hashOf(secret);
  const device = await store.device(hash, config.now());
  // An erased person's conversation is gone; her browser begins anew.
  return device && (await store.conversation(device.conversation)) ? { secret, hash, device } : undefined;
}

/** A cookie for a conversation. */
async function remember(context: Context, secret: string, to: Omit<Device, 'expiresAt'>): Promise<Known> {
  const device = { ...to, expiresAt: context.config.now() + DEVICE_LIFE };
  await context.store.addDevice(hashOf(secret), device);
  return { secret, hash: hashOf(secret), device };
}

function give(res: Response, { config }: Context, { secret, device }: Known): void {
  res.setHeader('Set-Cookie', writeCookie(secret, device.expiresAt - config.now(), config.cookieSecure));
}

async function welcome(req: Request, context: Context, locale: string | undefined): Promise<Known> {
  limit(context, 'address', clientAddress(req, context.config));
  const opening = { id: newConversationId(), channel: CHANNEL, user: newUser(), at: context.config.now() };
  const { id, person } = await context.inbox.open(locale === undefined ? opening : { ...opening, locale });
  return remember(context, newSecret(), { person, conversation: id, user: opening.user });
}

/** Milliseconds that a replaced cookie still works: for other tabs, and for an answer that was lost. */
const REPLACED_LIFE = 10 * 60_000;

/** Who comes back often never loses the conversation: past half of a cookie's life another takes its place. */
async function renew(context: Context, found: Known): Promise<Known> {
  const { store, config } = context;
  const { secret, hash, device } = found;
  if (device.expiresAt - config.now() >= DEVICE_LIFE / 2) return found;
  const next = successorOf(secret, config.signingKey);
  const made = await store.device(hashOf(next), config.now());
  if (made) return { secret: next, hash: hashOf(next), device: made };
  const replaced = await remember(context, next, device);
  const expiresAt = Math.min(device.expiresAt, config.now() + REPLACED_LIFE);
  await store.addDevice(hash, { ...device, expiresAt });
  return replaced;
}

/** POST /api/chat/token: the page's token; the cookie brings a browser back to its conversation. */
export async function token(req: Request, res: Response, context: Context): Promise<void> {
  refuseOtherSites(req, context);
  // Also without a body: a form or a simple request of another site cannot send this type.
  requireJson(req);
  limitAddress(req, context, 'sessions');
  const body = await readJson(req);
  const found = await known(req, context);
  const now = found ? await renew(context, found) : await welcome(req, context, asLocale(body.locale));
  if (now !== found) give(res, context, now);
  const { hash, device } = now;
  await noteOrigin(req, context, device.conversation);
  const grant = grantToken(context, { conversation: device.conversation, user: device.user, device: hash });
  reply(res, 200, { ...grant, userId: device.user, resumed: found !== undefined });
}

/** POST /api/chat/forget: “this is not my phone”. Revokes the cookie and every token that came from it. */
export async function forget(req: Request, res: Response, context: Context): Promise<void> {
  refuseOtherSites(req, context);
  limitAddress(req, context, 'sessions');
  const found = await known(req, context);
  if (found) {
    await context.store.revokeDevices(found.device.conversation);
    context.streams.end(found.device.conversation);
  }
  reply(res, 204, undefined, { 'Set-Cookie': clearCookie(context.config.cookieSecure) });
}
