/** One-time codes, as every database keeps them. */
import type { Guess, Guessed, NewCode } from '../codes.ts';
import type { ClaimId } from '../records.ts';

export interface CodeRow {
  readonly conversation: string;
  readonly phone: string;
  readonly hash: string;
  readonly tries: number;
  readonly guesses: string;
  readonly passed_by: string | null;
  readonly locked_until: number | null;
  readonly sent_at: number | null;
  readonly expires_at: number;
}

export const SQL = {
  add: `INSERT INTO codes (id, conversation, asked, phone, hash, tries, guesses, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, 0, ',', ?, ?)`,
  addClaim: 'INSERT INTO code_claims (claim, code, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  byId: `SELECT conversation, phone, hash, tries, guesses, passed_by, locked_until, sent_at, expires_at FROM codes WHERE id = ?`,
  claims: 'SELECT claim FROM code_claims WHERE code = ? ORDER BY claim',
  sent: 'UPDATE codes SET sent_at = ? WHERE id = ?',
  ofPhone: 'SELECT count(*) AS n, max(locked_until) AS locked FROM codes WHERE phone = ? AND created_at > ?',
  ofClaim: 'SELECT count(*) AS n FROM code_claims WHERE claim = ? AND created_at > ?',
  noteOrigin: `INSERT INTO origins (conversation, origin, at) VALUES (?, ?, ?)
     ON CONFLICT (conversation) DO UPDATE SET origin = excluded.origin, at = excluded.at`,
  originOf: 'SELECT origin FROM origins WHERE conversation = ?',
  ofOrigin: `SELECT c.created_at AS at FROM origins o JOIN codes c ON c.conversation = o.conversation
     WHERE o.origin = (SELECT origin FROM origins WHERE conversation = ?) AND c.created_at > ? ORDER BY c.created_at`,
  asked:
    'SELECT created_at AS at, locked_until AS locked FROM codes WHERE asked = ? AND created_at > ? ORDER BY created_at, id',
  /** In the order of `guessValues`. Right, wrong and the last of all cost one and the same statement. */
  guess: `UPDATE codes SET tries = tries + 1, guesses = guesses || CAST(? AS TEXT) || ',',
       passed_by = CASE WHEN hash = ? THEN CAST(? AS TEXT) END,
       locked_until = CASE WHEN hash <> ? AND tries + 1 >= ? THEN CAST(? AS bigint) ELSE locked_until END
     WHERE id = ? AND conversation = ? AND passed_by IS NULL AND tries < ? AND expires_at > ?
       AND guesses NOT LIKE '%,' || CAST(? AS TEXT) || ',%'`,
  claimsBy: `SELECT i.claim FROM claim_index i JOIN claims c ON c.id = i.claim WHERE i.kind = ? AND i.hash = ?
     ORDER BY c.updated_at DESC, i.claim LIMIT ?`,
};

export const SWEPT = [
  'DELETE FROM codes WHERE id IN (SELECT id FROM codes WHERE created_at < ? LIMIT ?)',
  'DELETE FROM code_claims WHERE (claim, code) IN (SELECT claim, code FROM code_claims WHERE created_at < ? LIMIT ?)',
] as const;

export const SWEPT_ORIGINS =
  'DELETE FROM origins WHERE conversation IN (SELECT conversation FROM origins WHERE at < ? LIMIT ?)';

/** In the order of `add`. */
export const valuesOf = ({ id, conversation, asked, phone, at, expiresAt }: NewCode, hash: string) =>
  [id, conversation, asked, phone, hash, at, expiresAt] as const;

export const guessValues = ({ code, conversation, key, hash, at, tries, lockUntil }: Guess) =>
  [key, hash, key, hash, tries, lockUntil, code, conversation, tries, at, key] as const;

export const isMine = (row: CodeRow | undefined, { conversation }: Guess): row is CodeRow =>
  row !== undefined && row.conversation === conversation;

/** What a row that was issued before says of itself. */
export function issuedBefore({ hash, phone, sent_at }: CodeRow, code: NewCode): 'send' | 'sent' | 'blank' {
  if (hash !== code.hash || phone !== code.phone) return 'blank';
  return sent_at === null ? 'send' : 'sent';
}

export interface Counted {
  readonly n: number;
  readonly locked: number | null;
}

/** After the update: what became of this guess, also when it was counted before. */
export function answerOf(row: CodeRow, guess: Guess, claims: readonly ClaimId[]): Guessed {
  const { guesses, passed_by, tries, locked_until, phone, expires_at } = row;
  const place = guesses.split(',').filter(Boolean).indexOf(guess.key);
  if (place >= 0 && passed_by === guess.key) return { kind: 'right', phone, claims };
  const left = guess.tries - place - 1;
  if (place >= 0 && left > 0) return { kind: 'wrong', left };
  if (locked_until !== null && locked_until > guess.at) return { kind: 'locked', until: locked_until };
  if (place < 0 && tries < guess.tries && passed_by === null && expires_at > guess.at) return { kind: 'none' };
  return { kind: 'over' };
}
