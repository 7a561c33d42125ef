import { setImmediate as breath } from 'node:timers/promises';

/** Rows touched in one go: a few milliseconds. */
export const BATCH = 500;

/**
 * Repeats `batch` until it finds fewer than `BATCH` rows. The database works synchronously and a promise that is already
 * kept only lets other promises run, so between two batches sockets and timers get a turn of the event loop.
 */
export async function inBatches(batch: () => Promise<number>): Promise<void> {
  while ((await batch()) >= BATCH) await breath();
}
