/** Worked out when it is first asked for: a start does not wait for what no message has needed yet. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
