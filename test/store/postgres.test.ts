import { expect } from 'chai';
import { NewerDatabase, StoreDamaged, WrongKey } from '../../store/errors.ts';
import { prepare } from '../../store/postgres/prepare.ts';
import { openPostgres } from '../../store/postgres.ts';
import { type Migration, migrations } from '../../store/schema.ts';
import { storeContract } from './contract.ts';
import { disguises } from './disguises.ts';
import { fileOf, fresh, id, message, must, NOW, rejection, start, T0, turn } from './fixtures.ts';
import { KEK } from './open.ts';
import { openIn, type Schema, withPostgres } from './openPostgres.ts';
import { SECRETS, tell } from './story.ts';

withPostgres('PostgreSQL', (schema) => {
  storeContract('PostgreSQL', () => openIn(schema, { now: () => NOW }));

  describe('a database of PostgreSQL', () => {
    beforeEach(() => schema.empty());
    opening(schema);
    keeping(schema);
  });
});

function opening(schema: Schema): void {
  const open = (over: { kek?: Buffer; url?: string } = {}) => openPostgres({ url: schema.url, kek: KEK, ...over });

  it('refuses another key clearly, changes nothing, and opens with the right one', async () => {
    const first = await openIn(schema);
    const c = await start(first.store);
    await first.store.accept(message(c, 'k1'));
    await first.store.close();
    const error = await rejection(open({ kek: Buffer.alloc(32, 8) }));
    expect(error).to.be.instanceOf(WrongKey).and.to.have.property('message').that.includes('another master key');
    expect(await rejection(open({ kek: Buffer.alloc(16) }))).to.be.instanceOf(WrongKey);
    const again = await openIn(schema);
    expect(await again.store.activities(c.id, 0, 10)).to.have.length(1);
    await again.dispose();
  });

  it('is refused if it has lost the check value of its key, or was written by a newer version', async () => {
    await (await openIn(schema)).store.close();
    await schema.within((client) => client.query('DELETE FROM meta'));
    expect(await rejection(open())).to.be.instanceOf(StoreDamaged);
    const future = `INSERT INTO migrations (number, name, at) VALUES (${migrations.length + 1}, '9999-future', 0)`;
    await schema.within((client) => client.query(future));
    const error = await rejection(open());
    expect(error).to.be.instanceOf(NewerDatabase).and.to.have.property('message').that.includes('9999-future');
  });

  it('is refused where a commit would not be safe, or where there is no schema', async () => {
    const withSetting = (setting: string) => {
      const url = new URL(schema.url);
      url.searchParams.set('options', `${url.searchParams.get('options')} -c ${setting}`);
      return url.href;
    };
    const unsafe = await rejection(open({ url: withSetting('synchronous_commit=off') }));
    expect(String(unsafe)).to.include('synchronous_commit must be on');
    const nowhere = await rejection(open({ url: withSetting('search_path=lipei_nowhere') }));
    expect(String(nowhere)).to.include('no schema to work in');
  });

  it('is not reached without a word of the password in what is said about it', async () => {
    const url = 'postgres://someone:hush-hush@127.0.0.1:1/nothing';
    const error = await rejection(open({ url }));
    expect(error).to.have.property('name', 'StoreUnavailable');
    expect(String(error)).to.include('is not running, or listens elsewhere: start or mend it, or correct DATABASE_URL');
    const nowhere = new URL(schema.url);
    nowhere.pathname = '/lipei_nowhere';
    expect(String(await rejection(open({ url: nowhere.href })))).to.include('has no database of that name');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.to.include('hush');
    expect(String((error as Error).cause)).not.to.include('hush');
  });

  it('is made once when many start at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => openIn(schema)));
    const [first, ...others] = all.map(({ store }) => store);
    const c = await start(must(first));
    await Promise.all(others.map((store) => store.accept(message(c, 'k'))));
    expect(await must(first).pending(c.id)).to.have.length(1);
    expect(await schema.value('SELECT count(*) FROM migrations')).to.equal(String(migrations.length));
    for (const { store } of all) await store.close();
  });

  it('runs migrations once, in order, each whole or not at all', async () => {
    const one: Migration = { name: '1', up: ({ int, end }) => [`CREATE TABLE a (n ${int})${end}`] };
    const two: Migration = { name: '2', up: () => ['ALTER TABLE a RENAME TO b', 'INSERT INTO nowhere VALUES (1)'] };
    const mended: Migration = { name: '2', up: () => ['ALTER TABLE a RENAME TO b'] };
    const run = (now: number, list: readonly Migration[]) =>
      prepare({ url: schema.url, kek: KEK, now: () => now, list });
    await run(5, [one]);
    await rejection(run(6, [one, two]));
    expect(await schema.value(`SELECT to_regclass('b')`)).to.equal(null);
    await run(7, [one, mended]);
    await run(8, [one, mended]);
    const { rows } = await schema.within((client) => client.query('SELECT number, name, at FROM migrations'));
    expect(rows).to.deep.equal([
      { number: '1', name: '1', at: '5' },
      { number: '2', name: '2', at: '7' },
    ]);
    expect(await rejection(run(9, [one]))).to.be.instanceOf(NewerDatabase);
  });

  it('goes on serving a process of this version while a newer one adds columns to every table', async () => {
    const { store, files } = await openIn(schema);
    await tell(store, files, 'before');
    await schema.within(async (client) => {
      const { rows } = await client.query('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()');
      for (const { tablename } of rows) await client.query(`ALTER TABLE ${tablename} ADD COLUMN novelty text`);
    });
    await tell(store, files, 'after');
    await store.prune(T0);
    await store.erasePerson(must(await store.conversation(id.conversation('storyafter'))).person);
    expect(await store.activities(id.conversation('storybefore'), 0, 10)).to.have.length(4);
    await store.close();
  });
}

function keeping(schema: Schema): void {
  it('holds no personal data in any column of any table, whatever the encoding', async () => {
    const { store, files } = await openIn(schema);
    await tell(store, files);
    const everything = await schema.within(async (client) => {
      const { rows } = await client.query('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()');
      const texts: string[] = [];
      for (const { tablename } of rows) {
        const found = await client.query(`SELECT t::text AS row FROM ${tablename} t`);
        texts.push(...found.rows.map(({ row }) => String(row)));
      }
      return texts;
    });
    expect(everything.length).to.be.greaterThan(20);
    // Bytes are shown in hex, so the disguises are looked for in hex too.
    const haystack = Buffer.from(everything.join('\n'));
    for (const [name, secret] of Object.entries(SECRETS)) {
      for (const bytes of disguises(secret)) {
        expect(haystack.includes(bytes), name).to.equal(false);
        expect(haystack.includes(bytes.toString('hex')), name).to.equal(false);
      }
    }
    await store.close();
  });

  it('notices when the bytes of two files are swapped, or an original is passed off as the copy to show', async () => {
    const { store, files } = await openIn(schema);
    const { person } = await start(store);
    for (const name of ['one', 'two']) await files.put(id.file(name), person, Buffer.from(name), null);
    const rename = (from: string, to: string) =>
      schema.within((client) => client.query(`UPDATE file_bytes SET ${to} WHERE ${from}`));
    await schema.within((client) => client.query(`DELETE FROM file_bytes WHERE id = 'two'`));
    await rename(`id = 'one'`, `id = 'two'`);
    expect(await rejection(files.original(id.file('two'), person))).to.be.instanceOf(StoreDamaged);
    await rename(`id = 'two'`, `id = 'one', kind = 'display'`);
    expect(await rejection(files.display(id.file('one'), person))).to.be.instanceOf(StoreDamaged);
    await store.close();
  });

  it('keeps a revocation when the clock is set back', async () => {
    let now = NOW;
    const { store } = await openIn(schema, { now: () => now });
    const c = await start(store);
    await store.revokeDevices(c.id);
    now = NOW - 5_000;
    await store.revokeDevices(c.id);
    expect(await fresh(store, c)).to.include({ revokedAt: NOW });
    await store.close();
  });

  it('says nothing of what a row holds when a statement is refused', async () => {
    const { store } = await openIn(schema);
    const c = await start(store);
    const file = fileOf(c, { id: id.file('a-name-to-hide') });
    await store.addFile(file);
    const error = await rejection(store.addFile(file));
    expect(error).to.be.instanceOf(Error);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.to.include('a-name-to-hide');
    const odd = await rejection(start(store, { id: id.conversation('\u0000') }));
    expect(String(odd)).to.include('22021');
    expect(await store.accept(message(c, 'k1'))).to.have.property('status', 'accepted');
    await store.close();
  });

  it('erases a person between the reads and the write of others: nothing is sealed for them afterwards', async () => {
    const { store } = await openIn(schema);
    const c = await start(store);
    const rivals = await Promise.allSettled([
      store.erasePerson(c.person),
      store.accept(message(c, 'k1')),
      store.commit(turn(c, { said: [{ direction: 'bot', payload: {} }] })),
      store.addFile(fileOf(c)),
      start(store, { person: c.person }),
    ]);
    expect(rivals[0]?.status).to.equal('fulfilled');
    expect(await store.conversation(c.id)).to.equal(undefined);
    expect(await store.unfinished(10)).to.deep.equal([]);
    const readable = `SELECT count(*) FROM conversations WHERE erased_at IS NULL`;
    expect(await schema.value(readable)).to.equal('0');
    expect(await schema.value('SELECT count(*) FROM keys WHERE wrapped IS NOT NULL')).to.equal('0');
    await store.close();
  });
}
