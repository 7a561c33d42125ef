import { createHmac, timingSafeEqual } from 'node:crypto';

/** Each purpose has its own key: a link to a file is no token. */
export type Purpose = 'token' | 'stream' | 'file';

/** `iat` and `exp` in seconds since 1970. */
export interface Claims {
  readonly conv: string;
  readonly user: string;
  readonly iss: string;
  readonly iat: number;
  readonly exp: number;
  /** Hash of the cookie this token came from. */
  readonly dev?: string;
  /** Stream: what the client has seen. */
  readonly seq?: number;
  /** File link: whose. */
  readonly file?: string;
}

export type NewClaims = Omit<Claims, 'iss' | 'iat' | 'exp'>;
export type Verdict =
  | { readonly status: 'ok'; readonly claims: Claims }
  | { readonly status: 'expired' }
  | { readonly status: 'forged' };

/** Signs and reads JSON Web Tokens (HS256, nothing else). */
export interface Signer {
  sign(purpose: Purpose, claims: NewClaims, seconds: number): string;
  verify(purpose: Purpose, token: string): Verdict;
}

const ISSUER = 'lipei';
const MAX_LENGTH = 2048;
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The only header ever accepted, byte for byte: an `alg` of the sender's choice is never looked at. */
const HEADER = encode({ alg: 'HS256', typ: 'JWT' });
const FORGED: Verdict = { status: 'forged' };

function isClaims(value: unknown): value is Claims {
  if (typeof value !== 'object' || value === null) return false;
  const claims: Partial<Record<keyof Claims, unknown>> = value;
  return typeof claims.conv === 'string' && typeof claims.user === 'string' && typeof claims.exp === 'number';
}

export function createSigner(key: Buffer, now: () => number): Signer {
  if (key.length < 32) throw new Error('The signing key needs 32 bytes.');
  const keyFor = (purpose: Purpose) => createHmac('sha256', key).update(`lipei ${purpose}`).digest();
  const keys = { token: keyFor('token'), stream: keyFor('stream'), file: keyFor('file') };
  const mac = (purpose: Purpose, text: string) => createHmac('sha256', keys[purpose]).update(text).digest();

  return {
    sign(purpose, claims, seconds) {
      const iat = Math.floor(now() / 1000);
      const body = `${HEADER}.${encode({ ...claims, iss: ISSUER, iat, exp: iat + seconds })}`;
      return `${body}.${mac(purpose, body).toString('base64url')}`;
    },
    verify(purpose, token) {
      const [header, payload, signature, ...rest] = token.length > MAX_LENGTH ? [] : token.split('.');
      if (header !== HEADER || payload === undefined || signature === undefined || rest.length > 0) return FORGED;
      const given = Buffer.from(signature, 'base64url');
      const right = mac(purpose, `${header}.${payload}`);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return FORGED;
      const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
      if (!isClaims(claims)) return FORGED;
      return now() < claims.exp * 1000 ? { status: 'ok', claims } : { status: 'expired' };
    },
  };
}
