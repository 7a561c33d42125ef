/** SQLite → PostgreSQL for an insurer that outgrows one machine: scripts/copy. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { copyStore } from '../../scripts/copy/index.ts';
import { FILE_BYTES, OWN, TABLES } from '../../scripts/copy/tables.ts';
import { openPostgres } from '../../store/postgres.ts';
import { nightly } from '../faults/chance.ts';
import { commit, fileOf, id, message, must, rejection, start, T0 } from './fixtures.ts';
import { KEK, type OpenedSqlite, openInFolder, within } from './open.ts';
import { withPostgres } from './openPostgres.ts';
import { readBack, story, tell } from './story.ts';

withPostgres('a copy from SQLite to PostgreSQL', (schema) => {
  let old: OpenedSqlite;
  beforeEach(async () => {
    await schema.empty();
    old = await openInFolder();
    for (const marker of ['a', 'b', 'c']) await tell(old.store, old.files, marker);
  });
  afterEach(() => rmSync(old.dataDir, { recursive: true, force: true }));

  const copy = (over: Partial<Parameters<typeof copyStore>[0]> = {}) =>
    copyStore({ dataDir: old.dataDir, url: schema.url, kek: KEK, ...over });
  const opened = () => openPostgres({ url: schema.url, kek: KEK });

  it('holds everything that can be read of every conversation, and goes on talking', async () => {
    const before = await Promise.all(['a', 'b', 'c'].map((marker) => readBack(old.store, old.files, marker)));
    const gone = must(await old.store.conversation(story(old.store, old.files, 'c').conversation)).person;
    await old.store.erasePerson(gone);
    await old.store.close();
    const compared = await copy();
    expect(compared.map(({ table }) => table)).to.deep.equal([...TABLES, FILE_BYTES].map(({ name }) => name));
    const store = await opened();
    // One after the other: who lists jobs at the same moment is not shown what somebody else is claiming.
    const after = [await readBack(store, store.files, 'a'), await readBack(store, store.files, 'b')];
    const byId = <T extends { id?: unknown; key?: unknown }>(list: readonly T[] | undefined) =>
      (list ?? []).filter((one) => !JSON.stringify(one).includes('storyc'));
    for (const [i, one] of after.entries()) {
      const wanted = must(before[i]);
      for (const lists of ['jobs', 'deliveries', 'tickets'] as const) {
        expect(byId(one[lists] as never), lists).to.deep.equal(byId(wanted[lists] as never));
      }
      const rest = { jobs: 0, deliveries: 0, tickets: 0, byPlate: 0 };
      expect({ ...one, ...rest }).to.deep.equal({ ...wanted, ...rest });
    }
    expect(await store.conversation(id.conversation('storyc'))).to.equal(undefined);
    const c = must(await store.conversation(id.conversation('storya')));
    const again = { channel: 'wechat', conversation: c.id, key: 'words', at: T0, payload: {}, shown: true };
    expect(await store.accept(again)).to.include({ status: 'duplicate', seq: 1 });
    await store.accept(message(c, 'new'));
    expect((await commit(store, c, { handledUpTo: c.arrivals + 1 })).handled).to.equal(c.arrivals + 1);
    await store.close();
  });

  it('that was killed at any moment goes on where it was, and no server starts on it before', async function () {
    this.timeout(120_000);
    const c = must(await old.store.conversation(id.conversation('storya')));
    for (let i = 0; i < 40; i += 1) {
      const file = fileOf(c, { id: id.file(`more${i}`) });
      await old.store.addFile(file);
      await old.files.put(file.id, c.person, Buffer.alloc(500_000, i), null);
      await old.store.accept(message(c, `more${i}`, { files: [file.id] }));
    }
    await old.store.close();
    // Killed at its n-th word, each time later than before.
    let kills = 0;
    for (; ; kills += 1) {
      await copyUntil(1 + kills * (nightly ? 5 : 10));
      const error = await opened().then(
        (store) => store.close(),
        (reason: unknown) => reason,
      );
      if (error === undefined) break;
      expect(error).to.have.property('name', 'UnfinishedCopy');
    }
    expect(kills).to.be.greaterThan(3);
    const store = await opened();
    expect(await store.fileUse(c.id)).to.include({ count: 41 });
    for (let i = 0; i < 40; i += 1) {
      const bytes = must(await store.files.original(id.file(`more${i}`), c.person));
      expect(bytes.equals(Buffer.alloc(500_000, i))).to.equal(true);
    }
    await store.close();
  });

  /** Runs the real script and kills it at that word, if it says so many. */
  async function copyUntil(word: number): Promise<void> {
    const child = spawn(process.execPath, ['scripts/copy.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, DATABASE_URL: schema.url, DATA_DIR: old.dataDir, LIPEI_KEY: KEK.toString('base64') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let words = 0;
    for await (const _ of createInterface({ input: child.stdout })) {
      words += 1;
      if (words === word) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.exitCode, 'killed, or whole').to.be.oneOf([0, null]);
  }

  it('is refused where there is data already: of a server, of a copy that is whole, of another unfinished copy', async () => {
    await old.store.close();
    const store = await opened();
    await start(store);
    await store.close();
    expect(String(await rejection(copy()))).to.include('holds data already (table keys)');
    await schema.empty();
    await copy();
    expect(String(await rejection(copy()))).to.include('holds data already');
    await schema.within((client) => client.query(`INSERT INTO meta (name, value) VALUES ('copying', 'another')`));
    expect(String(await rejection(copy()))).to.include('unfinished copy of another database');
  });

  it('goes into a database whose tables were made by a start or by npm run migrate', async () => {
    await old.store.close();
    await (await opened()).close();
    await copy();
    const store = await opened();
    expect(await store.claimsByPlate('粤B12345', T0, T0)).to.have.length(3);
    await store.close();
  });

  it('notices whatever differs, and is not finished then', async () => {
    await old.store.close();
    expect(await rejection(copy({ kek: Buffer.alloc(32, 9) }))).to.have.property('name', 'WrongKey');
    expect(await schema.value(`SELECT to_regclass('meta')`)).to.equal(null);
    for (const [table, change] of [
      ['activities', `UPDATE activities SET at = at + 1 WHERE seq = 1`],
      ['audit', `UPDATE audit SET what = 'something else'`],
      ['file_bytes', `UPDATE file_bytes SET bytes = '\\x00' WHERE kind = 'original'`],
    ] as const) {
      await schema.empty();
      await copy();
      // As if it had broken off just before it compared.
      await schema.within(async (client) => {
        await client.query(change);
        await client.query(`UPDATE meta SET name = 'copying'`);
        await client.query(`UPDATE meta SET value = sha256(value)`);
      });
      expect(String(await rejection(copy())), table).to.include(`Table ${table} differs`);
      expect(await rejection(opened())).to.have.property('name', 'UnfinishedCopy');
    }
  });

  it('lets nothing be acknowledged on the old side meanwhile', async () => {
    await old.store.close();
    const seen = new Set<string>();
    const tryTo = () => within(old.path, (db) => db.exec('BEGIN IMMEDIATE'));
    await copy({
      say: () => {
        expect(tryTo).to.throw('locked');
        seen.add('locked');
      },
    });
    expect([...seen]).to.deep.equal(['locked']);
    tryTo();
  });

  it('knows every table of the schema, and every column of their keys', () => {
    const names = within(old.path, (db) =>
      db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all(),
    ).map(({ name }) => String(name));
    expect([...TABLES.map(({ name }) => name), ...OWN].sort()).to.deep.equal(names.sort());
    for (const { name, key } of TABLES) {
      const columns = within(old.path, (db) =>
        db.prepare(`SELECT name FROM pragma_table_info('${name}') WHERE pk > 0 ORDER BY pk`).all(),
      ).map((row) => String(row.name));
      expect(key, name).to.deep.equal(columns);
    }
  });
});
