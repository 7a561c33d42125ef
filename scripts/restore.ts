/**
 * `npm run restore -- <directory of a backup>`: into an empty DATA_DIR, or the empty PostgreSQL of DATABASE_URL, with the
 * key that the backup was made with. See docs/backup.md.
 */
import { parseArgs } from 'node:util';
import { readConfig, readSettings } from '../config.ts';
import { restore } from './backup/restore.ts';

const options = { 'despite-damage': { type: 'boolean', default: false } } as const;

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [settings = '', from] = positionals;
  if (!from) throw new Error('Say which: npm run restore -- <directory of a backup>');
  readSettings(settings);
  const { dataDir, database, key } = readConfig({ ...process.env, NODE_ENV: '' });
  const began = performance.now();
  const despiteDamage = values['despite-damage'];
  const { manifest, rows, files, damage } = await restore({ from, dataDir, database, key, despiteDamage });
  const total = Object.values(manifest.database.tables).reduce((sum, n) => sum + n, 0);
  const lines = [
    ...damage.map((line) => `Damaged: ${line}`),
    `${database ? 'DATABASE_URL' : dataDir} holds everything up to ${manifest.at}, restored in ${((performance.now() - began) / 1000).toFixed(1)} s.`,
    `${total} rows, as many as were backed up; ${rows} sealed ones opened. ${files} files opened.`,
    'Start lipei on it.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
