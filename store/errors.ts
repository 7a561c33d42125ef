/** What can go wrong with a store. Messages name what to do and hold no personal data. */

/** The store cannot do this now; the same call may succeed later. Channels answer 503 so that the sender tries again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** Somebody else held the write lock longer than this call may wait. */
export class StoreBusy extends StoreUnavailable {
  override name = 'StoreBusy';
}

/** No space left, in the database or for files. Reading still works. */
export class StoreFull extends StoreUnavailable {
  override name = 'StoreFull';
}

/** What every sentence about damage ends with. */
export const RESTORE =
  'move DATA_DIR aside and restore the last backup: npm run restore -- <backup directory> (docs/backup.md)';

/** Something stored is not what was written: a broken page, a changed or swapped ciphertext. */
export class StoreDamaged extends Error {
  override name = 'StoreDamaged';
}

/** The master key is missing, malformed, too openly readable or not the one this database was sealed with. */
export class WrongKey extends Error {
  override name = 'WrongKey';
}

/** The database was written by a newer version of this program. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
}

/** The person does not exist or was erased: nothing can be sealed for them. */
export class UnknownPerson extends Error {
  override name = 'UnknownPerson';
}

/** Somebody began to copy another database into this one and has not finished. */
export class UnfinishedCopy extends Error {
  override name = 'UnfinishedCopy';
}
