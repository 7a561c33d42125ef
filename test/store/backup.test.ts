/** Backup and restore without a fault: what is in them, what they refuse, and what they say. The drill is in test/faults. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type BackupOptions, backUp } from '../../scripts/backup/index.ts';
import { type RestoreOptions, restore } from '../../scripts/backup/restore.ts';
import { fingerprintOf, keyPath } from '../../store/key.ts';
import type { Conversation } from '../../store/ports.ts';
import { migrations } from '../../store/schema.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { fileOf, id, message, rejection, start } from './fixtures.ts';
import { KEK, newFolder, type OpenedSqlite, openInFolder, within } from './open.ts';
import { contentsOf, sendPhoto as send } from './photos.ts';
import { tell } from './story.ts';

const key = KEK.toString('base64');
const found = { kek: KEK, from: 'LIPEI_KEY' };

describe('a backup', () => {
  let source: OpenedSqlite;
  let folder: string;
  let c: Conversation;
  beforeEach(async () => {
    source = await openInFolder();
    folder = newFolder();
    c = await start(source.store, { id: id.conversation('c') });
    for (const photo of ['one', 'two']) await send(source, c, photo);
  });
  afterEach(async () => {
    await source.store.close().catch(() => {}); // some tests close it
    rmSync(source.dataDir, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  const target = () => join(folder, 'backup');
  const place = () => join(folder, 'restored');
  const back = (over: Partial<BackupOptions> = {}) =>
    backUp({ dataDir: source.dataDir, database: undefined, target: target(), key: found, ...over });
  const again = (over: Partial<RestoreOptions> = {}) =>
    restore({ from: target(), dataDir: place(), database: undefined, key, ...over });
  const refused = async (work: Promise<unknown>) => String(await rejection(work));
  const databaseIn = (dir: string) => join(dir, readdirSync(dir).find((name) => name.endsWith('.db')) ?? '');
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };

  const contents = (dataDir: string) => contentsOf(dataDir, c.id);

  it('made while the store is open holds everything, is all that is needed beside the key, and says what it is', async () => {
    await source.store.addFile(fileOf(c, { id: id.file('unsent') })); // nothing refers to it yet
    const { manifest, added } = await back({ now: () => Date.UTC(2026, 10, 28, 5, 0) });
    expect(added).to.equal(4);
    expect(manifest).to.deep.include({ product: '0.1.0', schema: migrations.at(-1)?.name, missing: [] });
    expect(manifest).to.deep.include({ at: '2026-11-28T05:00:00.000Z', key: fingerprintOf(KEK) });
    expect(manifest.database.tables).to.include({ conversations: 1, activities: 4, files: 3, arrivals: 0 });
    expect(Object.keys(manifest.files)).to.deep.equal(
      ['one', 'two'].flatMap((name) => ['original', 'display'].map((copy) => `${name.slice(0, 2)}/${name}.${copy}`)),
    );
    const before = await contents(source.dataDir);
    await source.store.close();
    rmSync(source.dataDir, { recursive: true });
    const restored = await again();
    expect(restored).to.deep.include({ files: 2, damage: [] });
    expect(restored.rows).to.equal(1 + 4 + 3); // the conversation, its lines, what is known of its files
    expect(readdirSync(place()).sort()).to.deep.equal(['files', 'lipei.db', 'lipei.lock']);
    expect(await contents(place())).to.deep.equal(before);
  });

  it('does not hold the key, in no form, and can be read by nobody else', async () => {
    await back();
    const all = readdirSync(target(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(all.length).to.be.greaterThan(5);
    for (const entry of all) {
      const path = join(entry.parentPath, entry.name);
      if (process.platform !== 'win32') expect(statSync(path).mode & 0o077, path).to.equal(0);
      for (const form of [KEK, Buffer.from(key), Buffer.from(KEK.toString('hex'))])
        expect(readFileSync(path).includes(form), path).to.equal(false);
    }
  });

  it('into the same directory copies only what is new, and drops what is no more', async () => {
    await back();
    const seen = statSync(join(target(), 'files/on/one.original')).ino;
    const other = await start(source.store);
    await send(source, other, 'erased');
    await send(source, c, 'three');
    expect(await back()).to.include({ added: 4 });
    expect(statSync(join(target(), 'files/on/one.original')).ino).to.equal(seen);
    await source.store.erasePerson(other.person);
    const { manifest, added } = await back();
    expect(added).to.equal(0);
    expect(Object.keys(manifest.files)).to.have.length(6);
    expect(readdirSync(join(target(), 'files/er'))).to.deep.equal([]);
    expect(readdirSync(target()).filter((name) => name.startsWith('lipei-'))).to.deep.equal([manifest.database.file]);
    await again();
    expect(await contents(place()))
      .to.include('photo three')
      .and.include('thank you for three');
  });

  it('copies a file again that got lost in the backup', async () => {
    await back();
    rmSync(join(target(), 'files/on/one.original'));
    expect(await back()).to.include({ added: 1 });
    expect(await again()).to.deep.include({ damage: [] });
  });

  it('names a file that is referred to and gone, and keeps the rest', async () => {
    rmSync(join(source.dataDir, 'files/on/one.original'));
    expect((await back()).manifest.missing).to.deep.equal(['one']);
    expect(await refused(again())).to.include('file one cannot be read');
    expect((await again({ despiteDamage: true })).damage).to.deep.equal(['file one cannot be read']);
    expect(await contents(place())).to.include('photo two');
  });

  it('is refused within the data directory, on a data directory, without data, with another key', async () => {
    expect(await refused(back({ target: join(source.dataDir, 'backup') }))).to.include('lies in the data directory');
    const other = await openInFolder();
    expect(await refused(back({ target: other.dataDir }))).to.include('is a data directory');
    await other.dispose();
    expect(await refused(back({ dataDir: join(folder, 'none') }))).to.include('There is no database in');
    const wrong = { kek: Buffer.alloc(32, 8), from: 'LIPEI_KEY' };
    expect(await refused(back({ key: wrong }))).to.include('another master key');
    expect(await refused(again())).to.include('holds no whole backup');
  });

  it('of a damaged database is refused, and the one before stands', async () => {
    await back();
    await source.store.close();
    const path = join(source.dataDir, 'lipei.db');
    const pages = within(path, (db) => Number(Object.values(db.prepare('PRAGMA page_count').get() ?? {})[0]));
    within(path, (db) => db.exec('PRAGMA journal_mode = DELETE'));
    truncateSync(path, (pages - 2) * 4096);
    expect(await refused(back()))
      .to.include('is damaged')
      .and.include('the backup before stands');
    expect(await again()).to.deep.include({ damage: [] });
    source = await openInFolder();
  });

  it('of a database whose log has lost commits is refused', async () => {
    // As after a crash: a copy of what lies on the disk while it is open.
    const crashed = newFolder();
    for (const name of ['lipei.db', 'lipei.db-wal'])
      writeFileSync(join(crashed, name), readFileSync(join(source.dataDir, name)));
    flip(join(crashed, 'lipei.db-wal'), 5_000);
    expect(await refused(back({ dataDir: crashed }))).to.include('lipei.db-wal is damaged at byte 4152');
    rmSync(crashed, { recursive: true });
  });

  it('of the same directory twice at once: the second waits for another time', async () => {
    const both = await Promise.allSettled([back(), back()]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(String(refused?.reason)).to.include('Another backup into');
    await again();
  });

  describe('is restored', () => {
    beforeEach(() => back());

    it('with the key of master.key in the directory too', async () => {
      const first = newFolder();
      writeFileSync(keyPath(first), key, { mode: 0o600 });
      await again({ key: undefined, dataDir: first });
      expect(await contents(first)).to.include('photo one');
      rmSync(first, { recursive: true });
    });

    it('with no other key: the sentence says which one is needed, and nothing is made', async () => {
      const wanted = `fingerprint ${fingerprintOf(KEK)}`;
      expect(await refused(again({ key: undefined })))
        .to.include(wanted)
        .and.include('there is none');
      const other = Buffer.alloc(32, 8);
      const sentence = await refused(again({ key: other.toString('base64') }));
      expect(sentence)
        .to.include(wanted)
        .and.include(`LIPEI_KEY holds the one with ${fingerprintOf(other)}`);
      expect(existsSync(place())).to.equal(false);
    });

    it('into an empty directory only, and not beside a server', async () => {
      await again();
      expect(await refused(again())).to.include('is not empty');
      const dataDir = newFolder();
      const server = await openSqlite({ dataDir, kek: KEK, alone: true });
      expect(await refused(again({ dataDir }))).to.include('Another lipei');
      await server.close();
      rmSync(dataDir, { recursive: true });
    });

    for (const [what, spoil, said] of [
      ['its database', (dir: string) => flip(databaseIn(dir), 30_000), 'the database is not what was backed up'],
      ['a file', (dir: string) => flip(join(dir, 'files/on/one.original'), 20), 'files/on/one.original is not what'],
      ['a file that is gone', (dir: string) => rmSync(join(dir, 'files/on/one.display')), 'one.display is not there'],
    ] as const)
      it(`not if a byte has changed: ${what}; nothing is left of the attempt`, async () => {
        spoil(target());
        expect(await refused(again()))
          .to.include('Nothing was restored')
          .and.include(said);
        expect(readdirSync(place())).to.deep.equal(['lipei.lock']);
        const { damage } = await again({ despiteDamage: true });
        expect(damage[0]).to.include(said);
        expect(await contents(place())).to.include('photo two');
      });

    it('not if its manifest is damaged or comes from a newer version', async () => {
      const manifest = readFileSync(join(target(), 'manifest.json'), 'utf8');
      for (const broken of [manifest.slice(0, -20), manifest.replace('on/one', '../one'), '{}', '']) {
        writeFileSync(join(target(), 'manifest.json'), broken);
        expect(await refused(again())).to.include('manifest.json is damaged');
      }
      writeFileSync(join(target(), 'manifest.json'), manifest.replace(String(migrations.at(-1)?.name), '9999-future'));
      expect(await refused(again())).to.include('newer than this one');
    });

    it('not if rows are missing, whatever its hash says', async () => {
      within(databaseIn(target()), (db) => db.exec('DELETE FROM activities WHERE seq = 2'));
      const path = join(target(), 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      manifest.database.sha256 = createHash('sha256')
        .update(readFileSync(databaseIn(target())))
        .digest('hex');
      writeFileSync(path, JSON.stringify(manifest));
      expect(await refused(again())).to.include('activities has 3 rows, not 4');
    });

    it('not if a row does not open, whichever table it is of; what belongs to an erased person need not', async () => {
      await tell(source.store, source.files);
      await start(source.store, { id: id.conversation('erased') }).then((e) => source.store.erasePerson(e.person));
      const waiting = await start(source.store);
      await source.store.accept(message(waiting, 'joined', { shown: false }));
      const { manifest } = await back();
      const sound = await again({ dataDir: join(folder, 'sound') });
      expect(sound.damage).to.deep.equal([]);
      const sealed = ['conversations', 'activities', 'arrivals', 'files', 'jobs', 'claims', 'claim_events', 'tickets'];
      const { tables } = manifest.database;
      const all = sealed.reduce((sum, table) => sum + (tables[table] ?? 0), 0);
      expect(sound.rows, 'all but the erased conversation').to.equal(all - 1);
      const columns = ['state', 'payload', 'payload', 'sealed', 'payload', 'facts', 'data', 'data'];
      const spoil = sealed.map((table, i) => `UPDATE ${table} SET ${columns[i]} = zeroblob(60)`).join(';');
      within(databaseIn(target()), (db) => db.exec(spoil));
      const { damage } = await again({ despiteDamage: true });
      for (const table of sealed) expect(damage.join(), table).to.include(`rows of ${table} cannot be read`);
    });
  });

  it('that was half restored is taken for nothing: no server starts on it, and the next restore goes through', async () => {
    await back();
    await again();
    for (const left of [[], ['files'], ['files', 'lipei.db']]) {
      // As a kill leaves it before, between and after the last two steps.
      const kept = readdirSync(place()).filter((name) => !['lipei.lock', ...left].includes(name));
      for (const name of kept) rmSync(join(place(), name), { recursive: true });
      writeFileSync(join(place(), 'restoring'), '');
      const error = await rejection(openSqlite({ dataDir: place(), kek: KEK, alone: true }));
      expect(String(error)).to.include('was broken off');
      await again();
      expect(await contents(place())).to.include('photo one');
    }
  });
});
