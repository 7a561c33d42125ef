import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Milliseconds that a browser is remembered. */
export const DEVICE_LIFE = 30 * 24 * 3_600_000;

/** `__Host-` binds the cookie to this very host and to HTTPS; browsers refuse it without `Secure`. */
const nameOf = (secure: boolean) => (secure ? '__Host-lipei_device' : 'lipei_device');

export const newSecret = () => randomBytes(32).toString('base64url');
/**
 * The secret that takes another's place. Made from it, so that a browser that asks again, in a second tab or because the
 * answer was lost, gets the same one and no further device comes to be.
 */
export const successorOf = (secret: string, key: Buffer) =>
  createHmac('sha256', key).update(`lipei device ${secret}`).digest('base64url');
/** What the store keeps: who reads it cannot make the cookie. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

export function readCookie(req: IncomingMessage, secure: boolean): string | undefined {
  const prefix = `${nameOf(secure)}=`;
  const parts = (req.headers.cookie ?? '').split(';').map((part) => part.trim());
  const value = parts.find((part) => part.startsWith(prefix))?.slice(prefix.length);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

const ATTRIBUTES = 'HttpOnly; SameSite=Strict; Path=/';

export function writeCookie(value: string, lifeMs: number, secure: boolean): string {
  const age = Math.floor(lifeMs / 1000);
  return `${nameOf(secure)}=${value}; ${ATTRIBUTES}; Max-Age=${age}${secure ? '; Secure' : ''}`;
}

export const clearCookie = (secure: boolean) => writeCookie('', 0, secure);
