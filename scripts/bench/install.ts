/** The plain bots' own dependencies: installed on first use, by their own lockfile, without running anybody's install script. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const dir = join(import.meta.dirname, 'plain');

export async function installPlain(): Promise<void> {
  if (existsSync(join(dir, 'node_modules/botbuilder-dialogs'))) return;
  process.stderr.write('Installing the bots that lipei is compared with (once, 190 MB) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
