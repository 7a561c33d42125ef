import { unauthorized } from '../web/errors.ts';

const LONGEST = 8192;
/** Seconds that two clocks may be apart. */
const SKEW = 300;
const SIGNED = new Set<unknown>(['RS256', 'RS384', 'RS512']);

function decoded(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // falls through: no token
  }
  throw unauthorized();
}

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  /** Seconds since 1970, of this machine's clock and not of the bot's. */
  readonly at: number;
}

/**
 * What a channel's token must say before its signature is looked at. Whatever is of another kind – of another bot (a skill's
 * caller), of an emulator with our own id, without an end – ends here; nothing is fetched for it and nothing logged.
 */
export function gate(header: string | undefined, { issuer, audience, at }: Expected): string {
  if (header === undefined || header.length > LONGEST) throw unauthorized();
  const [, head = '', body = ''] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(header) ?? [];
  const { alg, kid } = decoded(head);
  const { iss, aud, exp, nbf } = decoded(body);
  const known = SIGNED.has(alg) && typeof kid === 'string' && iss === issuer && aud === audience;
  const begun = nbf === undefined || (typeof nbf === 'number' && nbf <= at + SKEW);
  const lasts = typeof exp === 'number' && exp + SKEW > at;
  if (!known || !begun || !lasts) throw unauthorized();
  return header;
}
