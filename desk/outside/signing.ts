/** How a desk outside and this program know each other: HMAC-SHA-256 over when, what and the body, under a secret of both. */
import { signed as macOf, SIGNATURE, TIME } from '../../channels/web/signed.ts';
import { sameText } from '../people/cookie.ts';

export { SIGNATURE, TIME };

/** Milliseconds by which the two clocks may differ. */
const DRIFT = 5 * 60_000;

export interface Signed {
  readonly method: string;
  /** With what follows the question mark. */
  readonly path: string;
  readonly body: string | Buffer;
}

/** `at`: seconds since 1970. */
export const signatureOf = (secret: string, at: number, { method, path, body }: Signed): string =>
  macOf(secret, `${at}\n${method} ${path}\n`, body);

export const headersFor = (secret: string, now: number, signed: Signed): Record<string, string> => {
  const at = Math.floor(now / 1000);
  return { [TIME]: String(at), [SIGNATURE]: signatureOf(secret, at, signed) };
};

export type Claimed = { readonly at: number; readonly signature: string };

/** What a request says of itself; undefined where that cannot be right, before anything of its body is read. */
export function claimedIn(headers: Readonly<Record<string, unknown>>, now: number): Claimed | undefined {
  const [at, signature] = [String(headers[TIME] ?? ''), String(headers[SIGNATURE] ?? '')];
  if (!/^\d{10}$/.test(at) || !/^v1=[0-9a-f]{64}$/.test(signature)) return undefined;
  return Math.abs(Number(at) * 1000 - now) > DRIFT ? undefined : { at: Number(at), signature };
}

export const isSigned = (secret: string, { at, signature }: Claimed, signed: Signed): boolean =>
  sameText(signature, signatureOf(secret, at, signed));
