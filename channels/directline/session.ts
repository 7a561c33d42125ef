import type { Request, Response } from 'restify';
import type { Device } from '../../store/ports.ts';
import { limit, newConversationId, newUser } from './auth.ts';
import { readJson, requireJson } from './body.ts';
import { grantToken } from './conversations.ts';
import { clearCookie, DEVICE_LIFE, hashOf, newSecret, readCookie, writeCookie } from './cookie.ts';
import { CHANNEL, type Context } from './deps.ts';
import { Refusal, reply } from './errors.ts';
import { clientAddress, fromOurPage } from './origin.ts';
import { asLocale } from './shape.ts';

interface Known {
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
  return device && (await store.conversation(device.conversation)) ? { hash, device } : undefined;
}

/** A new cookie for a conversation; an older one keeps working until its own end. */
async function remember(res: Response, { config, store }: Context, to: Omit<Device, 'expiresAt'>): Promise<Known> {
  const secret = newSecret();
  const device = { ...to, expiresAt: config.now() + DEVICE_LIFE };
  await store.addDevice(hashOf(secret), device);
  res.setHeader('Set-Cookie', writeCookie(secret, DEVICE_LIFE, config.cookieSecure));
  return { hash: hashOf(secret), device };
}

async function welcome(req: Request, res: Response, context: Context, locale: string | undefined): Promise<Known> {
  limit(context, 'address', clientAddress(req, context.config));
  const opening = { id: newConversationId(), channel: CHANNEL, user: newUser(), at: context.config.now() };
  const { id, person } = await context.inbox.open(locale === undefined ? opening : { ...opening, locale });
  return remember(res, context, { person, conversation: id, user: opening.user });
}

/** Who comes back often never loses the conversation: past half of a cookie's life there is a new one. */
async function renew(res: Response, context: Context, found: Known): Promise<Known> {
  const left = found.device.expiresAt - context.config.now();
  return left < DEVICE_LIFE / 2 ? remember(res, context, found.device) : found;
}

/** POST /api/chat/token: the page's token; the cookie brings a browser back to its conversation. */
export async function token(req: Request, res: Response, context: Context): Promise<void> {
  refuseOtherSites(req, context);
  // Also without a body: a form or a simple request of another site cannot send this type.
  requireJson(req);
  const body = await readJson(req);
  const found = await known(req, context);
  const { hash, device } = found
    ? await renew(res, context, found)
    : await welcome(req, res, context, asLocale(body.locale));
  const grant = grantToken(context, { conversation: device.conversation, user: device.user, device: hash });
  reply(res, 200, { ...grant, userId: device.user, resumed: found !== undefined });
}

/** POST /api/chat/forget: “this is not my phone”. Revokes the cookie and every token that came from it. */
export async function forget(req: Request, res: Response, context: Context): Promise<void> {
  refuseOtherSites(req, context);
  const found = await known(req, context);
  if (found) {
    await context.store.revokeDevices(found.device.conversation);
    context.streams.end(found.device.conversation);
  }
  reply(res, 204, undefined, { 'Set-Cookie': clearCookie(context.config.cookieSecure) });
}
