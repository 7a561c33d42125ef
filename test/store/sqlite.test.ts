import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { NewerDatabase, StoreDamaged, WrongKey } from '../../store/errors.ts';
import { type Migration, migrations } from '../../store/schema.ts';
import { assertVersion, Database, PATIENCE } from '../../store/sqlite/database.ts';
import { migrate, refuseNewer } from '../../store/sqlite/migrate.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { storeContract } from './contract.ts';
import { message, NOW, rejection, start } from './fixtures.ts';
import { KEK, newFolder, openInFolder, within } from './open.ts';

storeContract('SQLite', () => openInFolder({ now: () => NOW }));

describe('SQLite', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = newFolder();
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is opened with the settings that make a commit durable', async () => {
    let connection: DatabaseSync | undefined;
    const { store } = await openInFolder(
      {
        tune: (db) => {
          connection = db;
        },
      },
      dataDir,
    );
    const pragma = (name: string) => Object.values(connection?.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('journal_mode')).to.equal('wal');
    expect(pragma('synchronous')).to.equal(2);
    expect(pragma('foreign_keys')).to.equal(1);
    expect(pragma('busy_timeout')).to.be.at.most(50);
    expect(pragma('secure_delete')).to.equal(1);
    await store.close();
  });

  it('does not start on settings under which a commit would not wait for the disk', async () => {
    const { exec } = DatabaseSync.prototype;
    DatabaseSync.prototype.exec = function (sql) {
      exec.call(this, sql.replace('synchronous = FULL', 'synchronous = NORMAL'));
    };
    const error = await rejection(openInFolder({}, dataDir)).finally(() => {
      DatabaseSync.prototype.exec = exec;
    });
    expect(String(error)).to.include('SQLite answers synchronous = 1 where lipei needs 2');
  });

  it('refuses versions that can corrupt a database', () => {
    for (const old of ['3.51.2', '3.50.7', '3.40.1', '2.99.99', ''])
      expect(() => assertVersion(old), old).to.throw('3.51.3');
    for (const good of ['3.51.3', '3.53.4', '3.100.0', '4.0.0']) assertVersion(good);
  });

  it('finds its file in the data folder', async () => {
    const store = await openSqlite({ dataDir: join(dataDir, 'new'), kek: KEK });
    await store.close();
    expect(existsSync(join(dataDir, 'new', 'lipei.db'))).to.equal(true);
  });

  it('keeps a revocation when the clock is set back', async () => {
    let now = NOW;
    const { store } = await openInFolder({ now: () => now }, dataDir);
    const c = await start(store);
    await store.revokeDevices(c.id);
    now = NOW - 5_000;
    await store.revokeDevices(c.id);
    expect(await store.conversation(c.id)).to.include({ revokedAt: NOW });
    now = NOW + 5_000;
    await store.revokeDevices(c.id);
    expect(await store.conversation(c.id)).to.include({ revokedAt: NOW + 5_000 });
    await store.close();
  });

  it('refuses another key clearly, changes nothing, and opens with the right one', async () => {
    const first = await openInFolder({}, dataDir);
    const c = await start(first.store);
    await first.store.accept(message(c, 'k1'));
    await first.store.close();
    const error = await rejection(openSqlite({ path: first.path, kek: Buffer.alloc(32, 8) }));
    expect(error).to.be.instanceOf(WrongKey).and.to.have.property('message').that.includes('another master key');
    expect(await rejection(openSqlite({ path: first.path, kek: Buffer.alloc(16) }))).to.be.instanceOf(WrongKey);
    const again = await openInFolder({}, dataDir);
    expect(await again.store.activities(c.id, 0, 10)).to.have.length(1);
    await again.store.close();
  });

  it('refuses a database that has lost the check value of its key', async () => {
    const { store, path } = await openInFolder({}, dataDir);
    await store.close();
    within(path, (db) => db.exec('DELETE FROM meta'));
    expect(await rejection(openSqlite({ path, kek: KEK }))).to.be.instanceOf(StoreDamaged);
  });

  it('refuses a database of a newer version and names its migration', async () => {
    const { store, path } = await openInFolder({}, dataDir);
    await store.close();
    within(path, (db) =>
      db.exec(`INSERT INTO migrations (number, name, at) VALUES (${migrations.length + 1}, '9999-future', 0)`),
    );
    const error = await rejection(openSqlite({ path, kek: KEK }));
    expect(error).to.be.instanceOf(NewerDatabase).and.to.have.property('message').that.includes('9999-future');
  });

  it('refuses a file that is no database', async () => {
    const path = join(dataDir, 'lipei.db');
    writeFileSync(path, 'not a database, but long enough to look at: '.repeat(50));
    expect(await rejection(openSqlite({ path, kek: KEK }))).to.be.instanceOf(StoreDamaged);
    expect(statSync(path).size).to.equal(2_200);
  });

  it('runs migrations once, in order, each whole or not at all', async () => {
    const db = new Database(join(dataDir, 'm.db'), PATIENCE);
    const one: Migration = { name: '1', up: ({ int, end }) => [`CREATE TABLE a (n ${int})${end}`] };
    const two: Migration = { name: '2', up: () => ['ALTER TABLE a RENAME TO b', 'INSERT INTO nowhere VALUES (1)'] };
    const mended: Migration = { name: '2', up: () => ['ALTER TABLE a RENAME TO b'] };
    db.transaction(() => refuseNewer(db, []));
    await migrate(db, () => 5, [one]);
    await rejection(migrate(db, () => 6, [one, two]));
    expect(db.pragma(`SELECT count(*) FROM sqlite_schema WHERE name = 'b'`)).to.equal(0);
    await migrate(db, () => 7, [one, mended]);
    await migrate(db, () => 8, [one, mended]);
    expect(
      db
        .prepare<object>('SELECT number, name, at FROM migrations')
        .all()
        .map((row) => ({ ...row })),
    ).to.deep.equal([
      { number: 1, name: '1', at: 5 },
      { number: 2, name: '2', at: 7 },
    ]);
    expect(() => refuseNewer(db, [one])).to.throw(NewerDatabase);
    db.close();
  });
});
