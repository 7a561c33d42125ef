import { busy } from './errors.ts';

/** Bytes of people's files that this process holds in memory. */
export interface Budget {
  /** Throws 503 where there is no room; what was counted stays counted until `release`. */
  take(address: string, bytes: number): void;
  release(address: string, bytes: number): void;
  /** Bytes held now. */
  readonly held: number;
}

/** Seconds. */
const RETRY = 10;

/** At most `total` bytes, and at most `share` of them from or for one address. */
export function createBudget(total: number, share: number): Budget {
  const shares = new Map<string, number>();
  let held = 0;
  const add = (address: string, bytes: number) => {
    held += bytes;
    const own = (shares.get(address) ?? 0) + bytes;
    if (own > 0) shares.set(address, own);
    else shares.delete(address);
    return own;
  };
  return {
    take(address, bytes) {
      const own = add(address, bytes);
      if (held <= total && own <= share) return;
      add(address, -bytes);
      throw busy(RETRY);
    },
    release: (address, bytes) => void add(address, -bytes),
    get held() {
      return held;
    },
  };
}

/** People's files of all requests until they are answered, and of those from one sender; copies made meanwhile come on top. */
export const uploads = createBudget(96 * 1024 * 1024, 64 * 1024 * 1024);
