/** What conversations were told of claims, as every database keeps it. */
import type { ConversationId, Telling, TellingWrite } from '../ports.ts';
import type { ClaimId } from '../records.ts';

export interface TellingRow {
  readonly claim: ClaimId;
  readonly told: number;
  readonly news: number;
  readonly look_at: number | null;
}

export const SQL = {
  /** Something happened to a claim. */
  stir: `UPDATE tellings SET news = news + 1, look_at = CASE WHEN look_at IS NULL OR look_at > ?1 THEN ?1 ELSE look_at END
     WHERE claim = ?2`,
  /** Whoever is bound from now on knows what was there; a binding that is written again changes nothing. */
  begin: `INSERT INTO tellings (conversation, claim, told, news, look_at)
     SELECT ?1, ?2, (SELECT coalesce(max(seq), 0) FROM claim_events WHERE claim = ?2), 0, CAST(?3 AS BIGINT)
     WHERE NOT EXISTS (SELECT 1 FROM tellings WHERE conversation = ?1 AND claim = ?2)`,
  /** What happened meanwhile has set the moment itself. */
  write: `UPDATE tellings SET told = ?1, look_at = CASE WHEN news = ?2 THEN ?3 ELSE look_at END,
     locked_by = NULL, locked_until = NULL WHERE conversation = ?4 AND claim = ?5`,
  of: 'SELECT claim, told, news, look_at FROM tellings WHERE conversation = ? ORDER BY claim',
  next: 'SELECT min(look_at) AS at FROM tellings WHERE look_at IS NOT NULL',
  postpone: `UPDATE tellings SET look_at = ?1, locked_by = NULL, locked_until = NULL
     WHERE conversation = ?2 AND look_at IS NOT NULL AND look_at < ?1`,
  leave: `INSERT INTO unseen (conversation, seq) VALUES (?, ?)
     ON CONFLICT (conversation) DO UPDATE SET seq = excluded.seq`,
  unseen: 'SELECT seq FROM unseen WHERE conversation = ?',
  see: 'DELETE FROM unseen WHERE conversation = ? AND seq <= ?',
};

export const openTelling = ({ claim, told, news, look_at }: TellingRow): Telling => ({
  ...{ claim, told, news, lookAt: look_at },
});

/** In the order of `write`. */
export const writeValues = (conversation: ConversationId, { claim, told, news, lookAt }: TellingWrite) =>
  [told, news, lookAt, conversation, claim] as const;
