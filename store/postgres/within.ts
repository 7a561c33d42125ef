import { setImmediate as breath, setTimeout as sleep } from 'node:timers/promises';

/** What `work` gives, or an error after `ms`. A process that was busy itself first looks whether the answer is there. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = sleep(ms, undefined, { signal: over.signal, ref: false }).then(() => breath());
  late.catch(() => {});
  const outcome = work.then((value) => ({ value }));
  try {
    const first = await Promise.race([outcome, late]);
    if (first) return first.value;
    outcome.catch(() => {});
    throw new Error(`No answer within ${ms} ms.`);
  } finally {
    over.abort();
  }
}
