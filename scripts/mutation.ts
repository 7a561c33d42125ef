/**
 * `npm run mutation`: changes the arithmetic of compensation and apportionment in a thousand small ways, one at a time, and
 * looks whether a test notices. Below 90 % noticed it fails. Takes some ten minutes; the survivors are listed, and
 * docs/mutation.md says why they are left. Arguments go to the tester: `-- --mutate 'claims/apportionment/bears.ts'`.
 * Runs in a copy that holds only what the arithmetic needs: law, claims and their cases.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const tools = join(import.meta.dirname, 'mutation');
const COPIED = ['claims', 'law', 'test/cases', 'test/claims', 'package.json'];

if (!existsSync(join(tools, 'node_modules/@stryker-mutator'))) {
  process.stderr.write('Installing the mutation tester (once, 70 MB) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: tools,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const copy = mkdtempSync(join(tmpdir(), 'lipei-mutation-'));
try {
  for (const path of COPIED) cpSync(join(root, path), join(copy, path), { recursive: true });
  cpSync(join(tools, 'stryker.json'), join(copy, 'stryker.json'));
  symlinkSync(join(tools, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const tester = join(copy, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [tester, 'run', 'stryker.json', ...process.argv.slice(2)], {
    cwd: copy,
    // Its workers are started as `node`, which must be the one that runs TypeScript. Random cases keep their short length.
    env: { ...process.env, NIGHTLY: '', PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
