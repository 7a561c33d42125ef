/** `npm run api:key`, as an operator types it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

describe('npm run api:key', function () {
  this.timeout(60_000);
  const dir = mkdtempSync(join(tmpdir(), 'lipei-key-'));
  after(() => rmSync(dir, { recursive: true, force: true }));
  function run(...args: readonly string[]) {
    const script = join(import.meta.dirname, '../../scripts/api-key.ts');
    const env = { ...process.env, DATA_DIR: dir, LOG_LEVEL: 'silent' };
    return spawnSync(process.execPath, [script, join(dir, 'none.env'), ...args], { env, encoding: 'utf8' });
  }

  it('prints a key once, keeps only its hash, lists it and ends it', () => {
    const made = run('create', 'core', '--scopes', 'write,read');
    expect(made.status, made.stderr).to.equal(0);
    const key = made.stdout.trim();
    expect(key).to.match(/^lipei_[\da-f]{16}_[\w-]{43}$/);
    for (const file of readdirSync(dir).filter((name) => name.includes('.db')))
      expect(readFileSync(join(dir, file)).includes(key.slice(23)), file).to.equal(false);
    expect(run('list').stdout).to.match(/^core {2}read,write {2}made .* last used never$/m);
    expect(run('create', 'core').status, 'a name of its own').to.equal(1);
    expect(run('revoke', 'core').status).to.equal(0);
    expect(run('list').stdout).to.match(/revoked/);
    expect(run('revoke', 'core').status, 'ended already').to.equal(1);
    expect(run('create', 'core').status, 'nobody takes the name of one that is in the trail').to.equal(1);
  });

  it('refuses what it does not know in one sentence with its usage', () => {
    for (const args of [
      [],
      ['make', 'x'],
      ['create'],
      ['create', 'A b'],
      ['create', 'x', '--scopes', 'admin'],
      ['create', 'x', '--scope', 'read'],
    ]) {
      const { status, stdout, stderr } = run(...args);
      expect([status, stdout], args.join(' ')).to.deep.equal([2, '']);
      expect(stderr).to.include('Usage: npm run api:key').and.not.include('    at ');
    }
  });
});
