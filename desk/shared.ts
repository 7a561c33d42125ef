/** What every screen of the desk reads alike is read once for all of them. */

/** The same for each of several keys, of which there are few. */
export function createSharedBy<K, T>(load: (key: K) => Promise<T>, life: number) {
  const kept = new Map<K, ReturnType<typeof createShared<T>>>();
  const drop = (): void => {
    for (const one of kept.values()) one.drop();
  };
  const get = (key: K): Promise<T> => {
    const one = kept.get(key) ?? createShared(() => load(key), life);
    kept.set(key, one);
    return one.get();
  };
  return { get, drop };
}

/** Keeps what `load` gave for `life` milliseconds, or until it is dropped; who asks meanwhile shares it. */
export function createShared<T>(load: () => Promise<T>, life: number, now: () => number = () => performance.now()) {
  let held: { readonly value: Promise<T>; readonly until: number } | undefined;
  const drop = (): void => {
    held = undefined;
  };
  const get = (): Promise<T> => {
    if (held && now() < held.until) return held.value;
    const value = load();
    const mine = { value, until: now() + life };
    held = mine;
    // A failure is told to those who asked, and not kept.
    value.catch(() => {
      if (held === mine) drop();
    });
    return value;
  };
  return { get, drop };
}
