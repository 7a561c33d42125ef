/** The second factor: six digits that change every half minute (RFC 6238, HMAC-SHA-1, as every authenticator has it). */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const STEP = 30_000;
const DIGITS = 6;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const newTotp = (bytes: Buffer = randomBytes(20)): string => base32(bytes);

/** RFC 4648 without padding; `bytes` a multiple of five. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

export function codeAt(secret: string, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const value = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(value % 10 ** digits).padStart(digits, '0');
}

export const stepAt = (now: number): number => Math.floor(now / STEP);

/** The step whose code this is: the present one, or one before or after for a clock that goes wrong. */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  const given = Buffer.from(code.replace(/\s/g, ''));
  const near = [0, -1, 1].map((by) => stepAt(now) + by);
  return near.find((step) => {
    const wanted = Buffer.from(codeAt(secret, step));
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

/** What an authenticator reads. */
export const totpAddress = (secret: string, login: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(login)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
