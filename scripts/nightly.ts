/**
 * The fault tests with the full numbers of docs/reliability.md, properties and random texts with theirs, then the mutation tests of docs/mutation.md:
 * `npx node scripts/nightly.ts`, or some of them: `npx node scripts/nightly.ts kill lock`, `… mutation`. Takes about
 * three quarters of an hour; every title of a fault test shows the seed that runs it again.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const SEED = process.env.SEED ?? String(randomInt(2 ** 31));
const MUTATION = 'mutation';
const wanted = process.argv.slice(2);
const faults = wanted.filter((name) => name !== MUTATION);
/** Properties, random texts, expressions and pages, with their full numbers. */
const LONG = [
  'test/claims/estimate.properties.test.ts',
  'test/understanding/understand.test.ts',
  'test/security/regex.test.ts',
  'test/page/a11y.test.ts',
];
const files =
  wanted.length > 0 ? faults.map((name) => `test/faults/${name}.test.ts`) : ['test/faults/*.test.ts', ...LONG];

function run(script: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, NIGHTLY: '1', SEED },
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = status ?? 1;
}

process.stdout.write(`SEED=${SEED}\n`);
if (files.length > 0) run('node_modules/mocha/bin/mocha.js', files);
if (wanted.length === 0 || wanted.includes(MUTATION)) run('scripts/mutation.ts', []);
