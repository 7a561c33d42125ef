/** How much waits for the store: whoever was let in stands in this queue, several times for one message. */
import type { Store } from '../store/ports.ts';

export interface Watched {
  /** The same store, with its calls counted. */
  readonly store: Store;
  /** Calls that have no answer yet. */
  readonly waiting: () => number;
}

export function watched(store: Store): Watched {
  let waiting = 0;
  const counted = new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]): Promise<unknown> => {
        waiting += 1;
        try {
          return await Reflect.apply(method, target, args);
        } finally {
          waiting -= 1;
        }
      };
    },
  });
  return { store: counted, waiting: () => waiting };
}
