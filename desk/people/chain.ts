/**
 * The chain over all acts. Each link is SHA-256 over the link before and one act; a seal holds the last link of a batch and
 * an HMAC that only the holder of the key can make. Pure.
 */
import { createHash, createHmac } from 'node:crypto';
import type { Act, Seal } from '../../store/ports.ts';

/** Before the first act. */
export const START = createHash('sha256').update('lipei acts').digest('hex');

export const linkOf = (before: string, { id, at, who, what, subject, data }: Act): string =>
  createHash('sha256')
    .update(before)
    .update(JSON.stringify([id, at, who, what, subject, data]))
    .digest('hex');

export const macOf = (key: Buffer, seal: Omit<Seal, 'mac'>): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([seal.number, seal.last, seal.at, seal.hash]))
    .digest('hex');

export const sealer =
  (key: Buffer, at: number) =>
  (head: Seal | undefined, acts: readonly Act[]): Seal => {
    const hash = acts.reduce(linkOf, head?.hash ?? START);
    const seal = { number: (head?.number ?? 0) + 1, last: (head?.last ?? 0) + acts.length, at, hash };
    return { ...seal, mac: macOf(key, seal) };
  };
