/** `npm run import -- claims.jsonl`: the claims that the claim system has already, one a line; a server may run beside it. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { importLine } from '../api/import.ts';
import { readConfig, readSettings } from '../config.ts';
import { loadLaw } from '../law/load.ts';
import { loadKek } from '../store/key.ts';
import { openStore } from '../store/open.ts';
import { argumentsOf, misused, stopped } from './arguments.ts';

const USAGE = 'npm run import -- claims.jsonl';

/** Each line that is refused is told with its number; the others are done. */
async function importFile(given: Parameters<typeof importLine>[0], file: string): Promise<number> {
  let [n, done, events, refused] = [0, 0, 0, 0];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    n += 1;
    if (line.trim() === '') continue;
    const found = await importLine(given, Date.now(), line);
    if (found.status === 'done') [done, events] = [done + 1, events + found.events];
    else refused += 1;
    for (const { pointer, expected } of found.status === 'refused' ? found.errors : [])
      process.stderr.write(`line ${n} ${pointer || '/'}: ${expected}\n`);
  }
  process.stdout.write(`${done} claims with ${events} events are there; ${refused} lines were refused.\n`);
  return refused;
}

async function main(): Promise<void> {
  const { positionals } = argumentsOf(USAGE, { allowPositionals: true });
  const [settings, file] = positionals;
  if (file === undefined) return misused(USAGE, 'Which file?');
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (settings) readSettings(settings);
  const config = readConfig(process.env);
  const { store } = await openStore(config, { kek: await loadKek(config) });
  const law = loadLaw(join(import.meta.dirname, '../law'));
  try {
    if ((await importFile({ store, law, branches: config.desk.branches }, file)) > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

await main().catch((error: unknown) => stopped(error, 1));
