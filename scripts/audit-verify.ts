/** `npm run audit:verify`: goes through the chain of acts of the desk and ends with 1 where anything does not fit. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEALS_FILE } from '../compose-desk.ts';
import { readConfig, readSettings } from '../config.ts';
import { verify, type Witness } from '../desk/people/verify.ts';
import { auditKeyOf, loadKek } from '../store/key.ts';
import { openStore } from '../store/open.ts';

/** What was written down as seals were made: lines of the file beside the database, or `number:hash` from a log. */
export function witnessesIn(text: string): Witness[] {
  const lines = text.split('\n').map((line) => /^(\d+)(?: \d+ |:)([0-9a-f]{64})$/.exec(line.trim()));
  return lines.flatMap((found) => (found ? [{ number: Number(found[1]), hash: found[2] ?? '' }] : []));
}

async function main([settings, ...heads]: readonly string[]): Promise<void> {
  if (settings) readSettings(settings);
  const config = readConfig(process.env);
  const file = join(config.dataDir, SEALS_FILE);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const witnesses = witnessesIn(`${written}\n${heads.join('\n')}`);
  const kek = await loadKek(config);
  const { store } = await openStore(config, { kek });
  try {
    const started = performance.now();
    const { acts, seals, fault, head } = await verify(store, auditKeyOf(kek), witnesses);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const said = `${acts} acts under ${seals} seals, ${witnesses.length} of them written down elsewhere, ${seconds} s`;
    process.stdout.write(fault ? `The trail is broken: ${fault}. (${said})\n` : `The trail is whole: ${said}.\n`);
    if (head) process.stdout.write(`head ${head.number}:${head.hash}\n`);
    if (fault) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

if (import.meta.main) {
  await main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
