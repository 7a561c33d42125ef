/** `npm run rekey`: another master key for the same data. Stop every lipei first; if it breaks off, the same again goes on. */
import { readConfig, readSettings } from '../config.ts';
import { rekey } from './rekey/index.ts';

try {
  const [settings] = process.argv.slice(2);
  if (settings) readSettings(settings);
  const { dataDir, database, key } = readConfig(process.env);
  const started = performance.now();
  const { LIPEI_NEW_KEY: newKey } = process.env;
  const say = (done: number): void => void (done % 50_000 === 0 && process.stderr.write(`${done} keys\n`));
  const { already, keys, seals, was, is, file } = await rekey({ dataDir, database, key, newKey, say });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const done = already
    ? 'The data had the new key already'
    : `${keys} keys and ${seals} seals written anew in ${seconds} s`;
  const next = file
    ? `It is in ${file}, the old one in ${file}.${was}: take that to where your backups' key is kept`
    : 'Set LIPEI_KEY to the value of LIPEI_NEW_KEY everywhere';
  process.stdout.write(
    `${done}. The key is now ${is} (was ${was}). ${next}, keep a copy elsewhere, keep the old one as long as backups made with it, and start lipei.\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
