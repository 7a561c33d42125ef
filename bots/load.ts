/** How much waits for the store: whoever was let in stands in this queue, several times for one message. */
import type { Store } from '../store/ports.ts';

interface Kept {
  readonly store: Store;
}

/** The same, with the calls to its store counted; `waiting` says how many have no answer yet. */
export function watched<Opened extends Kept>(opened: Opened): Opened & { readonly waiting: () => number } {
  let waiting = 0;
  const count =
    (target: object, method: (...args: unknown[]) => unknown) =>
    async (...args: unknown[]): Promise<unknown> => {
      waiting += 1;
      try {
        return await Reflect.apply(method, target, args);
      } finally {
        waiting -= 1;
      }
    };
  const counted = new Map<unknown, unknown>();
  const store = new Proxy(opened.store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      if (!counted.has(method)) counted.set(method, count(target, method as (...args: unknown[]) => unknown));
      return counted.get(method);
    },
  });
  return { ...opened, store, waiting: () => waiting };
}
