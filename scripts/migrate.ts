/** Makes or migrates the tables and goes: `npm run migrate`, for those who do not want the first start to do it. */
import { readConfig, readSettings } from '../config.ts';
import { loadKek } from '../store/key.ts';
import { openStore } from '../store/open.ts';
import { migrations } from '../store/schema.ts';

try {
  const [settings] = process.argv.slice(2);
  if (settings) readSettings(settings);
  const config = readConfig(process.env);
  const { store } = await openStore(config, { kek: await loadKek(config) });
  await store.close();
  process.stdout.write(`The database has all migrations up to ${migrations.at(-1)?.name}.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
