import { RESTORE, StoreBusy, StoreDamaged, StoreFull, StoreUnavailable } from '../errors.ts';

/** Primary result codes (sqlite.org/rescode.html); extended codes carry more in the upper bits. */
const BUSY = 5;
const LOCKED = 6;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const NOTADB = 26;
/** SQLITE_IOERR_SHMSIZE: the WAL index could not grow, which is how a full disk first shows itself. */
const SHM_SIZE = 4874;

/** What SQLite says, as one of the store's own errors where callers can do something about it. */
export function translate(error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  const cause = { cause: error };
  if (code === SHM_SIZE) return new StoreFull('The disk of the database is full.', cause);
  switch (code & 0xff) {
    case BUSY:
    case LOCKED:
      return new StoreBusy('Another process holds the database.', cause);
    case FULL:
      return new StoreFull('The disk of the database is full.', cause);
    case IOERR:
      return new StoreUnavailable(`The disk of the database failed (SQLite ${code}).`, cause);
    case CORRUPT:
    case NOTADB:
      return new StoreDamaged(`The database file is damaged: ${RESTORE}.`, cause);
    default:
      return error;
  }
}

/** What stands in the way of opening a database. Tables that are not as the migrations made them are damage too. */
export function cannotOpen(error: unknown, path: string): unknown {
  const raw = error instanceof StoreDamaged ? error.cause : error;
  if (!(raw instanceof Error) || codeOf(raw) === undefined || translate(raw) instanceof StoreUnavailable) return error;
  const sentence = `The database ${path} cannot be used (SQLite: ${raw.message}).`;
  return new StoreDamaged(`${sentence} If lipei may read and write it, it is damaged: ${RESTORE}.`, { cause: raw });
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
}
