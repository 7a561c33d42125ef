/** What a backup says of itself. It is written last: a directory with a manifest is a whole backup. */
import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { syncFolderOf, writeDurably } from '../../store/write.ts';

/** What is in a database. */
export interface Contents {
  /** The last migration that it has had. */
  readonly schema: string;
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>;
  /** The schema of PostgreSQL that the tables lie in. */
  readonly namespace?: string;
}

/** A copy of a database. */
export interface Copied extends Contents {
  readonly sha256: string;
}

export interface Manifest extends Pick<Contents, 'schema'> {
  /** Version of the product. */
  readonly product: string;
  /** Everything acknowledged before this instant is in the backup. */
  readonly at: string;
  /** Fingerprint of the master key without which nobody can read it. */
  readonly key: string;
  readonly database: {
    readonly engine: 'sqlite' | 'postgres';
    readonly file: string;
    readonly bytes: number;
  } & Omit<Copied, 'schema'>;
  /** SHA-256 of each sealed file, by its path below `files/`. Under PostgreSQL they lie in the database. */
  readonly files: Readonly<Record<string, string>>;
  /** Ids of files that the database refers to and that were not there any more. */
  readonly missing: readonly string[];
}

const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const text = { type: 'string', minLength: 1 };
const schema = {
  type: 'object',
  required: ['product', 'schema', 'at', 'key', 'database', 'files', 'missing'],
  properties: {
    ...{ product: text, schema: text, at: text, key: text },
    database: {
      type: 'object',
      required: ['engine', 'file', 'bytes', 'sha256', 'tables'],
      properties: {
        engine: { enum: ['sqlite', 'postgres'] },
        // Names from a file: none may lead out of the backup.
        file: { type: 'string', pattern: '^lipei-[\\w.-]+$' },
        bytes: { type: 'integer' },
        sha256,
        tables: { type: 'object', additionalProperties: { type: 'integer' } },
      },
    },
    files: {
      type: 'object',
      propertyNames: { pattern: '^[\\w-]{2}/[\\w-]+\\.(original|display)$' },
      additionalProperties: sha256,
    },
    missing: { type: 'array', items: text },
  },
};
const isManifest = new Ajv().compile<Manifest>(schema);

const manifestPath = (dir: string): string => join(dir, 'manifest.json');

/** Undefined where there is no whole backup yet. */
export async function readManifest(dir: string): Promise<Manifest | undefined> {
  if (!existsSync(manifestPath(dir))) return undefined;
  const found = parse(await readFile(manifestPath(dir), 'utf8'));
  if (isManifest(found)) return found;
  throw new Error(`${manifestPath(dir)} is damaged: take another copy of this backup.`);
}

/** In one step: until it returns, the backup before stands. */
export async function writeManifest(dir: string, manifest: Manifest, draft: string): Promise<void> {
  await writeDurably(draft, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  await rename(draft, manifestPath(dir));
  await syncFolderOf(manifestPath(dir));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
