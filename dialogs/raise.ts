/** What staff must hear of at once, whatever becomes of a conversation. */
export type Raise =
  | 'death'
  | 'danger'
  | 'minor'
  | 'sensitive'
  | 'crisis'
  | 'overdue'
  | 'withdraw'
  | 'threat'
  | 'complaint'
  | 'amount';
