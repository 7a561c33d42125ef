/** Reproducible randomness: a failing test prints its seed, `LIPEI_SEED=…` runs it again with the same. */
export interface Random {
  readonly seed: number;
  /** An integer from 0 to `below` - 1. */
  (below: number): number;
}

export function random(what: string): Random {
  const seed = Number(process.env.LIPEI_SEED ?? Date.now() % 1_000_000_000);
  console.log(`      seed of ${what}: LIPEI_SEED=${seed}`);
  let state = seed >>> 0;
  // mulberry32
  const next = (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
  return Object.assign(next, { seed });
}
