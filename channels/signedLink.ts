/** Links that the bot gives to one page of a claim: signed, for a while, and void with the conversation in which they were given. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ClaimId, ConversationId, Store } from '../store/ports.ts';

/** Milliseconds; the bot gives a new link whenever it is asked. */
export const LINK_LIFE = 24 * 3_600_000;

/** What a link is signed over. `iat` and `exp` in milliseconds since 1970. */
export interface LinkGrant {
  readonly claim: ClaimId;
  /** In which the link was given. */
  readonly conversation: ConversationId;
  readonly iat: number;
  readonly exp: number;
}

/** `kind`: a link to one kind of page opens no other. */
export function signedLink(key: Buffer, kind: string, grant: LinkGrant): string {
  const body = Buffer.from(JSON.stringify(grant)).toString('base64url');
  return `${body}.${sign(key, kind, body)}`;
}

export function verified<G extends LinkGrant>(key: Buffer, kind: string, signed: string, now: number): G | undefined {
  const [body = '', signature = ''] = signed.split('.');
  const expected = Buffer.from(sign(key, kind, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const grant = JSON.parse(Buffer.from(body, 'base64url').toString()) as G;
  return now < grant.exp ? grant : undefined;
}

/** A link is void once its conversation is gone, or was left with “this is not my phone” after the link was given. */
export async function isLiving(store: Pick<Store, 'conversation'>, { conversation, iat }: LinkGrant): Promise<boolean> {
  const found = await store.conversation(conversation);
  return found !== undefined && (found.revokedAt === null || found.revokedAt < iat);
}

const sign = (key: Buffer, kind: string, body: string): string =>
  createHmac('sha256', key).update(`${kind}:${body}`).digest('base64url');

export const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};
export const plainHeaders = { 'Content-Type': 'text/plain; charset=utf-8' };

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
