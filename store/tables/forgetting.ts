/** What is deleted when a person is erased or time has passed, the same in every database. */

export const OLD = [
  'DELETE FROM inbox WHERE key IN (SELECT key FROM inbox WHERE at < ? LIMIT ?)',
  'DELETE FROM devices WHERE token_hash IN (SELECT token_hash FROM devices WHERE expires_at < ? LIMIT ?)',
  'DELETE FROM api_answers WHERE (api_key, id) IN (SELECT api_key, id FROM api_answers WHERE at < ? LIMIT ?)',
] as const;

/** The long tables. Deliveries refer to lines and go first. */
export const REMAINS = ['deliveries', 'activities'].map(
  (table) => `DELETE FROM ${table} WHERE (conversation, seq) IN (SELECT conversation, seq FROM ${table}
         WHERE conversation IN (SELECT id FROM conversations WHERE erased_at IS NOT NULL) LIMIT ?)`,
);

const theirs = 'conversation IN (SELECT id FROM conversations WHERE person = ?)';
/** Who has only proved to be somebody of a claim has told nothing of it. */
const theirClaims = `(SELECT claim FROM claim_events WHERE person = ?1
   UNION SELECT claim FROM bindings WHERE person = ?1 AND level = 'selfDeclared')`;

/** Each takes the person. A projection holds what several people said: it is emptied and can be folded again from what remains. */
export const EMPTIED: readonly string[] = [
  `DELETE FROM claim_index WHERE claim IN ${theirClaims}`,
  `DELETE FROM conversation_index WHERE ${theirs}`,
  `UPDATE claims SET facts = NULL WHERE id IN ${theirClaims}`,
  // Nobody is left to be spoken with.
  `UPDATE claims SET contact_due = NULL WHERE ${theirs}`,
  ...['arrivals', 'tickets', 'handoffs', 'jobs', 'devices', 'tellings', 'unseen', 'origins'].map(
    (table) => `DELETE FROM ${table} WHERE ${theirs}`,
  ),
  'DELETE FROM bindings WHERE person = ?',
  // Now orphans: whoever sweeps them removes their bytes too.
  'UPDATE files SET arrival = NULL WHERE person = ?',
];
