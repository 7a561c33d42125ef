import { setImmediate as breath } from 'node:timers/promises';

/** Conversations whose state is opened in one go: each takes some 60 µs. */
export const OPENED_AT_ONCE = 100;

/** Rows deleted in one transaction. */
export const BATCH = 500;

/**
 * Repeats `batch` while it says that there is more. The database works synchronously, and awaiting a promise that is
 * already kept only lets other promises run: so between two batches sockets and timers get a turn of the event loop.
 */
export async function inBatches(batch: () => Promise<boolean>): Promise<void> {
  while (await batch()) await breath();
}
