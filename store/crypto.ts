/**
 * Encryption at rest. A key-encrypting key (KEK) from outside wraps one random data key per person and one per claim;
 * what is stored is sealed with a data key and bound to its place, so that it can be read neither without the key nor
 * from another row.
 *
 * Sealed = format (1 byte) · nonce (12, random) · ciphertext · tag (16). AES-256-GCM allows 2^32 random nonces per key;
 * a conversation ends at 9,999,999 lines (store/ids.ts), which keeps every key of a person far below that.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { StoreDamaged } from './errors.ts';
import { Lru } from './lru.ts';
import type { JsonObject, PersonId } from './ports.ts';

/** Length of every key in bytes. */
export const KEY_BYTES = 32;
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD = Buffer.of(FORMAT);
const HEAD_BYTES = 1 + NONCE_BYTES;

/** Where a sealed value lives; part of what is authenticated. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** Where `files` gets a person's key; undefined for a person who does not exist or was erased. */
export interface PersonKeys {
  personKey(person: PersonId): Promise<KeyObject | undefined>;
}

/** What may be looked up without being readable. */
export type BlindKind = 'plate' | 'phone' | 'id' | 'message';
export type BlindIndex = (kind: BlindKind, value: string) => Buffer;

export const newKey = (): Buffer => randomBytes(KEY_BYTES);
export const keyFrom = (bytes: Uint8Array): KeyObject => createSecretKey(bytes);

/** Random bytes for many nonces at once: asking the system for twelve costs as much as asking for thousands. */
const NONCES = 512;
let nonces = Buffer.alloc(0);
let used = 0;
function newNonce(): Buffer {
  if (used >= nonces.length) [nonces, used] = [randomBytes(NONCE_BYTES * NONCES), 0];
  used += NONCE_BYTES;
  return nonces.subarray(used - NONCE_BYTES, used);
}

export function seal(key: KeyObject, place: Place, plain: Uint8Array): Buffer {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bindingOf(place));
  return Buffer.concat([HEAD, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws `StoreDamaged` if a bit has changed, the key is another one or the value comes from another place. */
export function unseal(key: KeyObject, place: Place, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < HEAD_BYTES + TAG_BYTES || bytes[0] !== FORMAT) throw damaged(place);
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, HEAD_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(bindingOf(place));
  decipher.setAuthTag(bytes.subarray(end));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES, end)), decipher.final()]);
  } catch (error) {
    throw damaged(place, error);
  }
}

/**
 * What was sealed or opened a moment ago, since a turn reads back what it has just written. Only the very same bytes under
 * the very same key count: whatever was changed since is opened, and refused, as ever.
 */
interface Known {
  readonly key: KeyObject;
  readonly sealed: Buffer;
  readonly text: string;
  /** As it was last read by somebody who shares it. */
  value?: JsonObject;
}
const recent = new Lru<Known>(256);
const nameOf = ({ table, column, row }: Place) => `${table}|${column}|${row}`;
/** After an erasure nothing stays in memory that could still be read. */
export const forgetRecent = (): void => recent.clear();

export function sealJson(key: KeyObject, place: Place, value: JsonObject): Buffer {
  const text = JSON.stringify(value);
  const sealed = seal(key, place, Buffer.from(text));
  recent.set(nameOf(place), { key, sealed, text });
  return sealed;
}

export const unsealJson = (key: KeyObject, place: Place, sealed: Uint8Array): JsonObject =>
  JSON.parse(textOf(key, place, sealed).text);

/** The same object for everybody who asks: nobody may change it, as its type says. */
export function unsealShared(key: KeyObject, place: Place, sealed: Uint8Array): JsonObject {
  const known = textOf(key, place, sealed);
  known.value ??= JSON.parse(known.text) as JsonObject;
  return known.value;
}

function textOf(key: KeyObject, place: Place, sealed: Uint8Array): Known {
  const name = nameOf(place);
  const known = recent.get(name);
  if (known?.key === key && known.sealed.equals(sealed)) return known;
  const opened = { key, sealed: Buffer.from(sealed), text: unseal(key, place, sealed).toString() };
  recent.set(name, opened);
  return opened;
}

/**
 * HMAC-SHA-256 with one key per kind, derived (HKDF) from `secret`. Equal values give equal bytes, so callers pass
 * values in their one normal form (prompts/ produce it).
 */
export function blindIndex(secret: Uint8Array): BlindIndex {
  const keyFor = (kind: BlindKind) =>
    keyFrom(Buffer.from(hkdfSync('sha256', secret, '', `lipei/blind/${kind}`, KEY_BYTES)));
  const keys = { plate: keyFor('plate'), phone: keyFor('phone'), id: keyFor('id'), message: keyFor('message') };
  return (kind, value) => createHmac('sha256', keys[kind]).update(value).digest();
}

const bindingOf = ({ table, column, row }: Place) => Buffer.from(`${FORMAT}|${table}|${column}|${row}`);

function damaged({ table, column }: Place, cause?: unknown): StoreDamaged {
  return new StoreDamaged(
    `A sealed value in ${table}.${column} is damaged or belongs to another row; restore it from a backup.`,
    {
      cause,
    },
  );
}

/** A lasting name for what must not be kept in the clear, such as a foreign id that may be a telephone number. */
export const pseudonymOf =
  (blind: BlindIndex): Pseudonym =>
  (text) =>
    blind('message', `address:${text}`).toString('base64url');
export type Pseudonym = (text: string) => string;
