/** Several kinds look at the same message in turn: what was found in a text last is kept. The finding must be a plain function of the text. */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly found: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, found: find(text) };
    return last.found;
  };
}
