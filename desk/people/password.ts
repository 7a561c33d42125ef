/** Passwords are kept as scrypt makes them; the work is done beside the event loop. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** 32 MB and some 80 ms a guess. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const BYTES = 32;
const MEMORY = 64 * 1024 * 1024;

/** Characters. */
export const SHORTEST = 10;
const LONGEST = 200;

export const isFit = (password: string, login: string): boolean =>
  password.length >= SHORTEST && password.length <= LONGEST && !password.toLowerCase().includes(login.toLowerCase());

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const made = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), made.toString('base64url')].join('$');
}

/** Takes as long for an account that is not there as for a wrong password. */
export async function isPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (kept ?? NOBODY).split('$');
  const made = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(made, Buffer.from(hash, 'base64url')) && kept !== null && kept !== undefined;
}

const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(BYTES).toString('base64url')}`;

function derive(password: string, salt: Buffer, cost: Pick<ScryptOptions, 'N' | 'r' | 'p'>): Promise<Buffer> {
  // One way of writing a letter: what an input method composes differently is the same password.
  const text = password.slice(0, LONGEST).normalize('NFKC');
  return new Promise((done, failed) =>
    scrypt(text, salt, BYTES, { ...cost, maxmem: MEMORY }, (error, made) => (error ? failed(error) : done(made))),
  );
}
