/** Codes and what stands for them. One key; each use has a label of its own, so that none can be taken for another. */
import { createHmac, randomBytes } from 'node:crypto';

const mac = (key: Buffer, ...parts: readonly string[]): Buffer =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest();

/**
 * The digits of a code follow from its random id (122 bits) and the key: a job that is tried again sends the same ones, and
 * they rest nowhere. Of 2^64 values a million is so small a part that none is likelier than another.
 */
export const codeOf = (key: Buffer, id: string, digits: number): string =>
  String(mac(key, 'code', id).readBigUInt64BE() % 10n ** BigInt(digits)).padStart(digits, '0');

/** Of a code, bound to its id and conversation; nothing else is stored of it. */
export const hashOf = (key: Buffer, id: string, conversation: string, code: string): string =>
  mac(key, 'hash', id, conversation, code).toString('base64url');

/** Equal to no hash but by a chance of one in 2^256. */
export const blankHash = (): string => randomBytes(32).toString('base64url');

/** Stands for a phone, or for what was typed. */
export const printOf = (key: Buffer, kind: 'phone' | 'ending', ...parts: readonly string[]): string =>
  mac(key, kind, ...parts).toString('base64url');
