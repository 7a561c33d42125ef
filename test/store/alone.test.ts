import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { DataDirInUse, holdAlone } from '../../store/sqlite/alone.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { rejection } from './fixtures.ts';
import { KEK, newFolder, openInFolder } from './open.ts';

describe('one server a data directory', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = newFolder();
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('refuses the second for as long as the first runs', async () => {
    const first = await openSqlite({ dataDir, kek: KEK, alone: true });
    const second = () => openSqlite({ dataDir, kek: KEK, alone: true });
    for (let again = 0; again < 3; again += 1) {
      const error = await rejection(second());
      expect(error).to.be.instanceOf(DataDirInUse);
      expect(String(error)).to.include(dataDir).and.include(`process ${process.pid}`);
    }
    await first.close();
    await (await second()).close();
  });

  it('lets tools look on', async () => {
    const server = await openSqlite({ dataDir, kek: KEK, alone: true });
    const tool = await openInFolder({}, dataDir);
    expect(await tool.store.tickets(1)).to.deep.equal([]);
    await tool.store.close();
    expect(() => holdAlone(dataDir)).to.throw(DataDirInUse);
    await server.close();
  });

  it('gives the directory back where the start fails, and only once', async () => {
    expect(await rejection(openSqlite({ dataDir, kek: KEK.subarray(1), alone: true }))).to.be.an('error');
    const made = await openSqlite({ dataDir, kek: KEK, alone: true });
    await made.close();
    const wrongKey = Buffer.alloc(32, 8);
    expect(await rejection(openSqlite({ dataDir, kek: wrongKey, alone: true }))).to.have.property('name', 'WrongKey');
    const first = holdAlone(dataDir);
    first.release();
    const second = holdAlone(dataDir);
    first.release();
    expect(() => holdAlone(dataDir)).to.throw(DataDirInUse, `process ${process.pid}`);
    second.release();
  });

  it('keeps two small files that only their owner may read', () => {
    const hold = holdAlone(dataDir);
    expect(readdirSync(dataDir).sort()).to.deep.equal(['lipei.lock', 'lipei.pid']);
    if (process.platform !== 'win32')
      for (const name of readdirSync(dataDir)) expect(statSync(join(dataDir, name)).mode & 0o777).to.equal(0o600);
    hold.release();
    expect(readdirSync(dataDir)).to.deep.equal(['lipei.lock']);
  });
});
