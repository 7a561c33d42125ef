/**
 * `npm run backup -- <directory>`: copies what DATA_DIR, or the PostgreSQL of DATABASE_URL, holds, while a server runs on it.
 * Says which key is needed to read it. See docs/backup.md.
 */
import { constants, setPriority } from 'node:os';
import { readConfig, readSettings } from '../config.ts';
import { findKek, fingerprintOf } from '../store/key.ts';
import { backUp } from './backup/index.ts';

try {
  const [settings = '', target] = process.argv.slice(2);
  if (!target) throw new Error('Say where to: npm run backup -- <directory>');
  readSettings(settings);
  // What a server needs in production is not needed here.
  const { dataDir, database, key } = readConfig({ ...process.env, NODE_ENV: '' });
  const found = await findKek({ dataDir, key });
  if (!found) throw new Error(`There is no key: set LIPEI_KEY, or DATA_DIR to the directory that holds master.key.`);
  // The server goes first.
  setPriority(constants.priority.PRIORITY_LOW);
  const began = performance.now();
  const { manifest, added } = await backUp({ dataDir, database, target, key: found });
  const { tables, bytes, file } = manifest.database;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const lines = [
    `${target}: everything up to ${manifest.at}, in ${seconds} s.`,
    `Database: ${file}, ${bytes} bytes, ${tables.conversations} conversations, ${tables.claims} claims.`,
    `Files: ${Object.keys(manifest.files).length}, of them ${added} new.`,
    `Key: fingerprint ${fingerprintOf(found.kek)}, here from ${found.from}. It is not in the backup, and without it nobody can read the backup: keep it elsewhere.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (manifest.missing.length > 0)
    throw new Error(`The backup is whole but for files that were gone already: ${manifest.missing.join(', ')}.`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
