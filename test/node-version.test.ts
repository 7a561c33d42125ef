import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';

const SCRIPT = join(import.meta.dirname, '../scripts/node-version.cjs');
const { tooOld } = createRequire(import.meta.url)(SCRIPT) as { tooOld(version: string, path: string): string | null };

describe('scripts/node-version', () => {
  it('tells an old Node what to do, in one sentence', () => {
    for (const version of ['4.9.1', '18.19.0', '20.20.2', '23.11.0']) {
      const sentence = tooOld(version, '/usr/bin/node');
      expect(sentence).to.include(version).and.include('/usr/bin/node').and.include('npm ci');
      expect(sentence?.split('\n')).to.have.length(1);
    }
  });

  it('is silent from 24 on', () => {
    for (const version of ['24.0.0', '24.21.0', '26.1.0', '100.0.0']) expect(tooOld(version, '')).to.equal(null);
  });

  it('lets the Node that runs these tests pass', () => {
    expect(execFileSync(process.execPath, [SCRIPT], { encoding: 'utf8' })).to.equal('');
  });
});
