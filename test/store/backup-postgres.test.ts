/** The same for PostgreSQL, with its own tools. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type BackupOptions, backUp } from '../../scripts/backup/index.ts';
import { type RestoreOptions, restore } from '../../scripts/backup/restore.ts';
import { fingerprintOf } from '../../store/key.ts';
import type { Conversation } from '../../store/ports.ts';
import { id, rejection, start } from './fixtures.ts';
import { KEK, newFolder } from './open.ts';
import { type OpenedPostgres, openIn, withPostgres } from './openPostgres.ts';
import { contentsIn, sendPhoto } from './photos.ts';

const key = KEK.toString('base64');

withPostgres('a backup of PostgreSQL', (schema) => {
  let folder: string;
  let source: OpenedPostgres;
  let c: Conversation;
  before(function () {
    if (spawnSync('pg_dump', ['--version']).status === 0) return;
    process.stdout.write('      skipped: pg_dump is not on the PATH\n');
    this.skip();
  });
  beforeEach(async () => {
    await schema.empty();
    folder = newFolder();
    source = await openIn(schema);
    c = await start(source.store, { id: id.conversation('c') });
    for (const photo of ['one', 'two']) await sendPhoto(source, c, photo);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const target = () => join(folder, 'backup');
  const database = () => ({ url: schema.url });
  const back = (over: Partial<BackupOptions> = {}) =>
    backUp({ dataDir: folder, database: database(), target: target(), key: { kek: KEK, from: 'LIPEI_KEY' }, ...over });
  const again = (over: Partial<RestoreOptions> = {}) =>
    restore({ from: target(), dataDir: folder, database: database(), key, ...over });
  const refused = async (work: Promise<unknown>) => String(await rejection(work));
  const tables = () => schema.value(`SELECT count(*) FROM pg_tables WHERE schemaname = '${schema.name}'`);

  it('made while the store is open holds everything, files too, and is restored into an empty database', async () => {
    const { manifest } = await back();
    expect(manifest).to.deep.include({ key: fingerprintOf(KEK), files: {}, missing: [] });
    expect(manifest.database).to.include({ engine: 'postgres', namespace: schema.name });
    expect(manifest.database.tables).to.include({ conversations: 1, activities: 4, file_bytes: 4 });
    const dump = join(target(), manifest.database.file);
    if (process.platform !== 'win32') expect(statSync(dump).mode & 0o077).to.equal(0);
    for (const form of [KEK, Buffer.from(key)]) expect(readFileSync(dump).includes(form)).to.equal(false);
    const before = await contentsIn(source, c.id);
    await source.store.close();
    await schema.empty();
    expect(await again()).to.deep.include({ rows: 1 + 4 + 2, files: 2, damage: [] });
    source = await openIn(schema);
    expect(await contentsIn(source, c.id)).to.deep.equal(before);
    await sendPhoto(source, c, 'three');
    await source.store.close();
  });

  it('counts and dumps one moment, whatever is written meanwhile, and replaces the one before', async () => {
    await back();
    let over = false;
    const writing = (async () => {
      while (!over) await start(source.store);
    })();
    const { manifest } = await back();
    over = true;
    await writing;
    expect(readdirSync(target()).filter((name) => name.startsWith('lipei-'))).to.deep.equal([manifest.database.file]);
    await source.store.close();
    await schema.empty();
    expect(await again()).to.deep.include({ damage: [] });
  });

  it('is refused with another key, without tables, without the tool', async () => {
    await source.store.close();
    const wrong = { kek: Buffer.alloc(32, 8), from: 'LIPEI_KEY' };
    expect(await refused(back({ key: wrong }))).to.include('another master key');
    const { PATH } = process.env;
    process.env.PATH = folder;
    expect(await refused(back()).finally(() => Object.assign(process.env, { PATH }))).to.include(
      'pg_dump cannot be run',
    );
    await schema.empty();
    expect(await refused(back())).to.include('has no tables of lipei');
    expect(existsSync(join(target(), 'manifest.json'))).to.equal(false);
  });

  it('is not restored into a database that is not empty, elsewhere, with another key, or damaged; then nothing is left', async () => {
    const { manifest } = await back();
    await source.store.close();
    expect(await refused(again())).to.include('is not empty');
    expect(await refused(again({ database: undefined }))).to.include('set DATABASE_URL');
    const url = new URL(schema.url);
    url.searchParams.set('options', '-c search_path=public');
    expect(await refused(again({ database: { url: url.href } }))).to.include(`is of the schema ${schema.name}`);
    await schema.empty();
    const other = Buffer.alloc(32, 8).toString('base64');
    expect(await refused(again({ key: other }))).to.include(`fingerprint ${manifest.key}`);
    const path = join(target(), manifest.database.file);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 100));
    expect(await refused(again())).to.include('the database is not what was backed up');
    expect(await refused(again({ despiteDamage: true }))).to.include('pg_restore failed');
    writeFileSync(path, bytes);
    const about = join(target(), 'manifest.json');
    writeFileSync(about, readFileSync(about, 'utf8').replace('"activities": 4', '"activities": 5'));
    expect(await refused(again())).to.include('activities has 4 rows, not 5');
    expect(await tables()).to.equal('0');
  });
});
