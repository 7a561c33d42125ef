/** Goes through the whole chain of acts and says what does not fit. */
import type { Seal, Store } from '../../store/ports.ts';
import { linkOf, macOf, START } from './chain.ts';
import { sameText } from './cookie.ts';

export interface Verified {
  readonly acts: number;
  readonly seals: number;
  /** Undefined where all fits; else what was found, at which number. */
  readonly fault: string | undefined;
  readonly head: Seal | undefined;
}

/** A seal as it was written down outside the database. */
export type Witness = Pick<Seal, 'number' | 'hash'>;

type Kept = Pick<Store, 'seals' | 'sealedActs'>;
const PAGE = 5_000;

export async function verify(store: Kept, key: Buffer, witnesses: readonly Witness[] = []): Promise<Verified> {
  const seen = new Map(witnesses.map(({ number, hash }) => [number, hash]));
  let [link, acts, head, count] = [START, 0, undefined as Seal | undefined, 0];
  const end = (fault?: string): Verified => ({ acts, seals: count, fault, head });
  for await (const seal of allSeals(store)) {
    if (seal.number !== count + 1) return end(`seal ${count + 1} is missing`);
    if (!sameText(seal.mac, macOf(key, seal))) return end(`seal ${seal.number} was not made with this key`);
    for (; acts < seal.last; ) {
      const rows = await store.sealedActs(acts, Math.min(PAGE, seal.last - acts));
      for (const [i, row] of rows.entries()) {
        if (row.number !== acts + 1 + i) return end(`act ${acts + 1 + i} is missing`);
        link = linkOf(link, row);
      }
      if (rows.length === 0) return end(`act ${acts + 1} is missing`);
      acts += rows.length;
    }
    if (link !== seal.hash) return end(`an act up to ${seal.last} is not what was sealed (seal ${seal.number})`);
    const known = seen.get(seal.number);
    if (known !== undefined && known !== seal.hash)
      return end(`seal ${seal.number} is not the one that was written down`);
    [head, count] = [seal, seal.number];
  }
  const lost = witnesses.find(({ number }) => number > count);
  if (lost) return end(`the chain ends at seal ${count}, but seal ${lost.number} was written down`);
  const [beyond] = await store.sealedActs(acts, 1);
  return end(beyond ? `act ${beyond.number} has a number and no seal` : undefined);
}

async function* allSeals(store: Kept): AsyncGenerator<Seal> {
  for (let after = 0; ; ) {
    const seals = await store.seals(after, 1_000);
    yield* seals;
    const last = seals.at(-1);
    if (!last) return;
    after = last.number;
  }
}
