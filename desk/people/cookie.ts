/** The cookie of a session at the desk: a random secret of which the store knows only the hash. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** `__Host-` binds it to this very host and to HTTPS; browsers refuse it without `Secure`. */
const nameOf = (secure: boolean): string => (secure ? '__Host-lipei_desk' : 'lipei_desk');
const ATTRIBUTES = 'HttpOnly; SameSite=Strict; Path=/';

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
/** 32 bytes as `newSecret` makes them. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

export function readCookie(req: IncomingMessage, secure: boolean): string | undefined {
  const prefix = `${nameOf(secure)}=`;
  const parts = (req.headers.cookie ?? '').split(';').map((part) => part.trim());
  const value = parts.find((part) => part.startsWith(prefix))?.slice(prefix.length);
  return value !== undefined && isSecret(value) ? value : undefined;
}

/** Gone when the browser is closed, and much earlier when nothing is done. */
export const giveCookie = (secret: string, secure: boolean): string =>
  `${nameOf(secure)}=${secret}; ${ATTRIBUTES}${secure ? '; Secure' : ''}`;
export const dropCookie = (secure: boolean): string => `${giveCookie('', secure)}; Max-Age=0`;

/** What every form of a session brings back, and what no other site can know. */
export const csrfOf = (key: Buffer, sessionHash: string): string =>
  createHmac('sha256', key).update(`desk csrf ${sessionHash}`).digest('base64url');

export function sameText(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
}
