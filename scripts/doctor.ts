/** Looks at the law's data: refuses what is wrong, names what nobody has confirmed or looked at for a year. */
import { join } from 'node:path';
import { LawError, loadLaw } from '../law/load.ts';
import type { Law } from '../law/types.ts';

const yearAgo = new Date(Date.now() - 365 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

try {
  print(loadLaw(join(import.meta.dirname, '../law')));
} catch (error) {
  process.stderr.write(`${error instanceof LawError ? error.message : String(error)}\n`);
  process.exit(1);
}

function print({ parameters }: Law): void {
  const unconfirmed = parameters.filter((parameter) => parameter.values.some((value) => value.mark === 'unconfirmed'));
  const stale = parameters.filter((parameter) => parameter.checkedOn < yearAgo);
  process.stdout.write(`law: ${parameters.length} figures in order\n`);
  if (unconfirmed.length > 0)
    process.stdout.write(`  to be confirmed by a person: ${unconfirmed.map((p) => p.id).join(', ')}\n`);
  if (stale.length > 0) process.stdout.write(`  not looked at for a year: ${stale.map((p) => p.id).join(', ')}\n`);
}
