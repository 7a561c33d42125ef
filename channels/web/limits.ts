/** A bucket holds `burst` tokens and gets `perHour` new ones an hour. */
interface Rate {
  readonly burst: number;
  readonly perHour: number;
}

const RATES = {
  /** Messages of one conversation: 30 a minute. */
  conversation: { burst: 30, perHour: 1800 },
  /** Messages of one person: 300 an hour. */
  user: { burst: 300, perHour: 300 },
  uploads: { burst: 20, perHour: 1200 },
  /** Far above what any client polls: a 429 makes some stop for good. */
  reads: { burst: 1200, perHour: 72_000 },
  /** New people from one address; many phones share one behind a carrier. */
  address: { burst: 60, perHour: 240 },
  /** Tokens, starts and reconnections: generous, because a whole office or carrier may be one address. */
  sessions: { burst: 300, perHour: 18_000 },
  allSessions: { burst: 1200, perHour: 180_000 },
  files: { burst: 300, perHour: 18_000 },
  allFiles: { burst: 900, perHour: 108_000 },
  /** Attempts to sign in at the desk: from one address (an office), for one name, and all together. */
  signIns: { burst: 30, perHour: 240 },
  signIn: { burst: 8, perHour: 60 },
  allSignIns: { burst: 120, perHour: 3600 },
  /** Of one colleague at the desk: by hand, never through a list. */
  searches: { burst: 30, perHour: 240 },
  receipts: { burst: 60, perHour: 1200 },
  /** The insurer's claim system: calls of one key, and of strangers from one address. */
  apiKey: { burst: 300, perHour: 72_000 },
  apiStranger: { burst: 30, perHour: 240 },
  allReceipts: { burst: 600, perHour: 36_000 },
} satisfies Record<string, Rate>;

export type LimitName = keyof typeof RATES;

export interface Limits {
  /** Takes one token; 0 if there was one, else the seconds until the next. */
  take(name: LimitName, key: string): number;
  /** Keys remembered for one limit. */
  size(name: LimitName): number;
}

const HOUR = 3_600_000;
/** More keys of one limit than this, and the one that was quiet for longest is forgotten. */
export const MAX_KEYS = 20_000;

interface Bucket {
  tokens: number;
  at: number;
}

function refill(bucket: Bucket, rate: Rate, now: number): void {
  bucket.tokens = Math.min(rate.burst, bucket.tokens + (Math.max(0, now - bucket.at) * rate.perHour) / HOUR);
  bucket.at = now;
}

/** A map remembers in which order keys were set: the last used stands last, so nothing is ever searched. */
function bucketOf(buckets: Map<string, Bucket>, key: string, fresh: Bucket): Bucket {
  const bucket = buckets.get(key) ?? fresh;
  buckets.delete(key);
  const oldest = buckets.size >= MAX_KEYS ? buckets.keys().next().value : undefined;
  if (oldest !== undefined) buckets.delete(oldest);
  buckets.set(key, bucket);
  return bucket;
}

/** Token buckets in this process's memory. `now` in milliseconds. */
export function createLimits(now: () => number): Limits {
  const all = new Map<LimitName, Map<string, Bucket>>();
  return {
    take(name, key) {
      const rate = RATES[name];
      const buckets = all.get(name) ?? new Map<string, Bucket>();
      all.set(name, buckets);
      const bucket = bucketOf(buckets, key, { tokens: rate.burst, at: now() });
      refill(bucket, rate, now());
      if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) * HOUR) / rate.perHour / 1000);
      bucket.tokens -= 1;
      return 0;
    },
    size: (name) => all.get(name)?.size ?? 0,
  };
}
