/** One piece of work of a key after the other. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(run, run);
    last.set(key, mine);
    const done = () => last.get(key) === mine && last.delete(key);
    mine.then(done, done);
    return mine;
  };
}

/** At most `places` pieces of work at once; the others wait in the order they came. */
export function createPlaces(places: number) {
  const waiting: (() => void)[] = [];
  let free = places;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    return run().finally(leave);
  };
}
