/**
 * For an insurer that outgrows one machine: copies the SQLite of DATA_DIR, files included, into the PostgreSQL of
 * DATABASE_URL. Stop the server first. `npm run copy`; if it breaks off, the same again goes on.
 */
import { readConfig, readSettings } from '../config.ts';
import { loadKek } from '../store/key.ts';
import { copyStore } from './copy/index.ts';

try {
  const [settings] = process.argv.slice(2);
  if (settings) readSettings(settings);
  const { dataDir, database, key } = readConfig(process.env);
  if (!database)
    throw new Error('Set DATABASE_URL to the PostgreSQL that is copied to, and DATA_DIR to what is copied.');
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  await copyStore({ dataDir, url: database.url, kek: await loadKek({ dataDir, key }), say });
  say(
    'The copy is whole. Start every process with this DATABASE_URL and the same LIPEI_KEY (here: master.key in DATA_DIR).',
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
