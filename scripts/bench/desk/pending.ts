/** Words that were sent and are looked for at the other end. */
const PATIENCE = 30_000;

export class Words {
  readonly #pending = new Map<string, (at: number) => void>();

  /** Milliseconds from `began` until `words` are readable; undefined where they do not come. */
  async until(words: string, began: number): Promise<number | undefined> {
    const { promise, resolve } = Promise.withResolvers<number | undefined>();
    const late = setTimeout(resolve, PATIENCE, undefined);
    this.#pending.set(words, resolve);
    const at = await promise;
    clearTimeout(late);
    this.#pending.delete(words);
    return at === undefined ? undefined : at - began;
  }

  /** What can be read now. */
  seen(text: string): void {
    const now = performance.now();
    for (const [words, found] of this.#pending) if (text.includes(words)) found(now);
  }
}
