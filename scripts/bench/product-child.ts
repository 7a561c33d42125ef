/** The product in a process and a directory of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './children.ts';

export const newDir = (): string => mkdtempSync(join(tmpdir(), 'lipei-bench-'));
export const removeDir = (dir: string): void => rmSync(dir, { recursive: true, force: true });

/** Everybody's, so that the bench may fill a database before the product opens it. */
export const key = Buffer.alloc(32, 7).toString('base64');

/** Where processor profiles of the product go, if anywhere. */
const profileDir = process.env.BENCH_PROFILE;

export interface Started {
  readonly product: Child<{ url: string; firstLink: string }>;
  readonly dir: string;
  stop(): Promise<void>;
}

export async function startProduct({
  dir = newDir(),
  database,
  synchronous = 'FULL',
  node = [],
  env: more = {},
}: {
  dir?: string;
  database?: string;
  synchronous?: 'FULL' | 'NORMAL';
  node?: readonly string[];
  /** Settings beside the usual ones. */
  env?: Readonly<Record<string, string>>;
} = {}): Promise<Started> {
  const env = {
    ...{ PORT: '0', DATA_DIR: dir, LIPEI_KEY: key, LOG_LEVEL: 'error', ALLOW_ANONYMOUS_CONNECTOR: '1' },
    BENCH_SYNCHRONOUS: synchronous,
    ...(database ? { DATABASE_URL: database } : {}),
    ...more,
  };
  const profile = profileDir ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : [];
  const product = await Child.start<{ url: string; synchronous: number; firstLink: string }>('product.ts', [], {
    env,
    node: [...node, ...profile],
  });
  const wanted = synchronous === 'FULL' ? 2 : 1;
  // PostgreSQL's own settings are looked at by the store.
  if (!database && product.facts.synchronous !== wanted)
    throw new Error(`The database answers synchronous = ${product.facts.synchronous}, not ${wanted}.`);
  const stop = async (): Promise<void> => {
    await product.stop();
    removeDir(dir);
  };
  return { product, dir, stop };
}
