/**
 * The fault tests with the full numbers of docs/reliability.md: `npx node scripts/nightly.ts`, or for some of them
 * `npx node scripts/nightly.ts kill lock`. Takes about half an hour; every title shows the seed that runs it again.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const SEED = process.env.SEED ?? String(randomInt(2 ** 31));
const wanted = process.argv.slice(2);
const files = wanted.length > 0 ? wanted.map((name) => `test/faults/${name}.test.ts`) : ['test/faults/*.test.ts'];

process.stdout.write(`SEED=${SEED}\n`);
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/mocha/bin/mocha.js'), ...files], {
  cwd: root,
  env: { ...process.env, NIGHTLY: '1', SEED },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
