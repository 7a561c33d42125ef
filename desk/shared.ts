/** What every screen of the desk reads alike is read once for all of them. */

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
