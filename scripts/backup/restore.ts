/** A backup becomes a data directory, or the tables of an empty PostgreSQL. Whatever is wrong, nothing half restored is left. */
import { resolve } from 'node:path';
import { WrongKey } from '../../store/errors.ts';
import { type FoundKey, findKek, fingerprintOf, keyPath } from '../../store/key.ts';
import { migrations } from '../../store/schema.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { intoDatabase } from './restorePostgres.ts';
import { intoDirectory } from './restoreSqlite.ts';
import type { Verified } from './verify.ts';

export interface RestoreOptions {
  /** The directory of the backup. */
  readonly from: string;
  readonly dataDir: string;
  /** PostgreSQL; undefined: SQLite in the data directory. */
  readonly database: { readonly url: string } | undefined;
  /** Value of LIPEI_KEY. */
  readonly key: string | undefined;
  /** Restores what can be read where not everything can. */
  readonly despiteDamage?: boolean;
}

export interface Restored extends Verified {
  readonly manifest: Manifest;
}

/** What the two kinds of restore are given. */
export interface Work {
  readonly from: string;
  readonly manifest: Manifest;
  readonly kek: Uint8Array;
  /** Throws if there is damage and nobody said that it does not matter. */
  readonly judge: (damage: readonly string[]) => void;
}

export async function restore(options: RestoreOptions): Promise<Restored> {
  const { dataDir, database, despiteDamage = false } = options;
  const from = resolve(options.from);
  const manifest = await readManifest(from);
  if (!manifest) throw new Error(`${from} holds no whole backup: there is no manifest.json in it.`);
  refuseUnfit(manifest, database !== undefined);
  const { kek } = await rightKey(options, manifest);
  const judge = (damage: readonly string[]): void => {
    if (damage.length > 0 && !despiteDamage) throw new Error(sentenceOf(damage));
  };
  const work = { from, manifest, kek, judge };
  const verified = database ? await intoDatabase(database.url, work) : await intoDirectory(dataDir, work);
  return { ...verified, manifest };
}

function refuseUnfit({ schema, product, database }: Manifest, isPostgres: boolean): void {
  if (!migrations.some(({ name }) => name === schema))
    throw new Error(
      `The backup was made by lipei ${product}, which is newer than this one: restore it with that version.`,
    );
  if ((database.engine === 'postgres') === isPostgres) return;
  throw new Error(
    isPostgres
      ? 'The backup is of a data directory: restore it without DATABASE_URL, then see npm run copy.'
      : 'The backup is of a PostgreSQL: set DATABASE_URL to an empty database.',
  );
}

async function rightKey({ key, dataDir }: RestoreOptions, { key: wanted, at }: Manifest): Promise<FoundKey> {
  const needed = `The backup of ${at} can only be read with the master key that has the fingerprint ${wanted}`;
  const found = await findKek({ key, dataDir });
  if (!found) {
    const path = keyPath(resolve(dataDir));
    throw new WrongKey(
      `${needed}, and there is none: set LIPEI_KEY to it, or put it into ${path}. Nothing was restored.`,
    );
  }
  const is = fingerprintOf(found.kek);
  if (is === wanted) return found;
  throw new WrongKey(`${needed}; ${found.from} holds the one with ${is}. Nothing was restored.`);
}

const SHOWN = 10;

function sentenceOf(damage: readonly string[]): string {
  const more = damage.length > SHOWN ? [`… and ${damage.length - SHOWN} more`] : [];
  return [
    'Nothing was restored, because the backup is damaged:',
    ...[...damage.slice(0, SHOWN), ...more].map((line) => `- ${line}`),
    'Take another copy of it; or, to have everything else: npm run restore -- <backup directory> --despite-damage',
  ].join('\n');
}
