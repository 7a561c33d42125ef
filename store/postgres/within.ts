import { StoreBusy } from '../errors.ts';

/** What `work` gives, or `StoreBusy` after `ms`. A process that was busy itself first looks whether the answer is there. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = (): void => reject(new StoreBusy('The database did not answer in time.'));
    const timer = setTimeout(() => setImmediate(give), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
