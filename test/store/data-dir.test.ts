import { chmodSync, existsSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { DataDirUnusable, openDataDir } from '../../store/dataDir.ts';
import { loadKek } from '../../store/key.ts';
import { rejection } from './fixtures.ts';
import { newFolder } from './open.ts';

const NOBODY = 65_534;

/** Root may write anywhere; what follows is tried as somebody who may not. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

describe('the data directory', () => {
  let folder: string;
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  async function refusal(path: string): Promise<string> {
    const error = await rejection(openDataDir(path));
    expect(error).to.be.instanceOf(DataDirUnusable);
    const { message } = error as Error;
    expect(message.split('\n')).to.have.length(1);
    expect(message).to.include(path).and.include('set DATA_DIR in .env');
    return message;
  }

  it('is made with the folders above it, for its owner only, and left empty', async () => {
    const path = join(folder, 'a', 'b');
    await openDataDir(path);
    await openDataDir(path);
    expect(readdirSync(path)).to.deep.equal([]);
    if (process.platform !== 'win32')
      for (const made of [path, join(folder, 'a')]) expect(statSync(made).mode & 0o777).to.equal(0o700);
  });

  it('may be made by two starts at once', async () => {
    const path = join(folder, 'a', 'b', 'c');
    await Promise.all(Array.from({ length: 8 }, () => openDataDir(path)));
    expect(readdirSync(path)).to.deep.equal([]);
  });

  it('is not a file and does not lie below one', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusal(file)).to.include('it is a file');
    expect(await refusal(join(file, 'a', 'b'))).to.include('lies below one');
  });

  it('is not a link to nowhere', async () => {
    const link = join(folder, 'link');
    symlinkSync(join(folder, 'nowhere', 'at-all'), link);
    expect(await refusal(link)).to.include('nothing can be made there');
  });

  it('is one that this user may write to', async function () {
    if (process.platform === 'win32') this.skip();
    chmodSync(folder, 0o500);
    for (const path of [folder, join(folder, 'new')])
      expect(await withoutRights(() => refusal(path))).to.include('lipei may not write there');
  });

  it('is not where a file system makes nothing, which Node’s own mkdir would wait for for ever', async function () {
    if (!existsSync('/proc/self')) this.skip();
    for (const path of ['/proc', '/proc/x', '/proc/x/y'])
      expect(await refusal(path)).to.include('nothing can be made there');
    expect(await rejection(loadKek({ dataDir: '/proc/x' }))).to.be.instanceOf(DataDirUnusable);
  });
});
