/** Bearer keys: `lipei_<id>_<secret>`. The secret is 256 random bits, so one round of SHA-256 keeps it. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiKey, ApiScope } from '../store/ports.ts';

const FORM = /^lipei_([\da-f]{16})_([\w-]{43})$/;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** `shown` is told once and kept nowhere. */
export function newKey(name: string, scopes: readonly ApiScope[], at: number): { key: ApiKey; shown: string } {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const key = { id, name, hash: hashOf(secret), scopes, createdAt: at, revokedAt: null, usedOn: null };
  return { key, shown: `lipei_${id}_${secret}` };
}

export interface Presented {
  readonly id: string;
  readonly secret: string;
}

/** What an Authorization header brings; undefined where it is no key of ours by its form. */
export function presentedIn(header: string | undefined): Presented | undefined {
  const [, id, secret] = FORM.exec(/^Bearer (.{1,200})$/i.exec(header ?? '')?.[1] ?? '') ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

export const opens = ({ secret }: Presented, key: ApiKey): boolean =>
  key.revokedAt === null && timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(key.hash.padEnd(64).slice(0, 64)));
