import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { WrongKey } from '../../store/errors.ts';
import { databasePath, keyPath, loadKek } from '../../store/key.ts';
import { rejection } from './fixtures.ts';
import { newFolder } from './open.ts';

describe('the master key', () => {
  const given = Buffer.alloc(32, 9);
  let dataDir: string;
  beforeEach(() => {
    dataDir = newFolder();
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('comes from the environment where it is given, and then no file is made', async () => {
    expect((await loadKek({ key: given.toString('base64'), dataDir })).equals(given)).to.equal(true);
    expect(readdirSync(dataDir)).to.deep.equal([]);
  });

  it('is made on the first start, for its owner only, and found again', async () => {
    const folder = join(dataDir, 'new');
    const first = await loadKek({ dataDir: folder });
    expect(first).to.have.length(32);
    expect((await loadKek({ key: '', dataDir: folder })).equals(first)).to.equal(true);
    expect(readdirSync(folder)).to.deep.equal(['master.key']);
    if (process.platform !== 'win32') expect(statSync(keyPath(folder)).mode & 0o777).to.equal(0o600);
  });

  it('is one key when several processes start at once for the first time', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, () => loadKek({ dataDir })));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).to.equal(1);
  });

  it('is not made anew beside data that needs the old one', async () => {
    writeFileSync(databasePath(dataDir), '');
    const error = await rejection(loadKek({ dataDir }));
    expect(error).to.be.instanceOf(WrongKey).and.to.have.property('message').that.includes('LIPEI_KEY');
    expect(existsSync(keyPath(dataDir))).to.equal(false);
  });

  it('is refused when others may read it, with the command that mends it', async function () {
    if (process.platform === 'win32') this.skip();
    await loadKek({ dataDir });
    for (const mode of [0o644, 0o640, 0o604, 0o660]) {
      chmodSync(keyPath(dataDir), mode);
      expect(await rejection(loadKek({ dataDir })))
        .to.be.instanceOf(WrongKey)
        .and.to.have.property('message')
        .that.includes('chmod 600');
    }
  });

  for (const text of [
    '',
    'short',
    given.subarray(1).toString('base64'),
    Buffer.alloc(33).toString('base64'),
    given.toString('hex'),
    `${given.toString('base64')}!`,
  ]) {
    it(`is refused as ${JSON.stringify(text.slice(0, 12))}…, wherever it comes from`, async () => {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(keyPath(dataDir), text, { mode: 0o600 });
      expect(await rejection(loadKek({ dataDir })))
        .to.be.instanceOf(WrongKey)
        .and.to.have.property('message')
        .that.includes('32 bytes');
      if (text) expect(await rejection(loadKek({ key: text, dataDir }))).to.be.instanceOf(WrongKey);
      expect(readFileSync(keyPath(dataDir), 'utf8')).to.equal(text);
    });
  }

  it('never stands in an error', async () => {
    const error = await rejection(loadKek({ key: `${given.toString('base64')}x`, dataDir }));
    expect(String((error as Error).stack)).not.to.include(given.toString('base64').slice(0, 20));
  });
});
