/** S26: another master key. All or nothing at any moment; afterwards the old key opens nothing, and the trail is whole. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { sealer } from '../../desk/people/chain.ts';
import { verify } from '../../desk/people/verify.ts';
import { nextPath, oldPath, rekey } from '../../scripts/rekey/index.ts';

import { auditKeyOf, databasePath, fingerprintOf, keyPath } from '../../store/key.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/ports.ts';
import { OpenedKeys, type Owner } from '../../store/tables/keys.ts';
import { nightly } from '../faults/chance.ts';
import { id, must, rejection, T0 } from './fixtures.ts';
import { KEK, newFolder, within } from './open.ts';
import { type Schema, withPostgres } from './openPostgres.ts';
import { readBack, story, tell } from './story.ts';

const root = join(import.meta.dirname, '../..');
const OLD = KEK.toString('base64');
const NEW = Buffer.alloc(32, 9);
const given = { key: OLD, newKey: NEW.toString('base64') };

/** One of the two databases; with SQLite the folder is everything. */
interface Bench {
  readonly where: {
    readonly dataDir: string;
    readonly database: { readonly url: string; readonly connections: number } | undefined;
  };
  sql(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  dispose(): void;
}
const onSqlite = (): Bench => {
  const dataDir = newFolder();
  const sql = async (text: string) => within(databasePath(dataDir), (db) => db.prepare(text).all());
  return {
    where: { dataDir, database: undefined },
    sql,
    dispose: () => rmSync(dataDir, { recursive: true, force: true }),
  };
};
const onPostgres = (schema: Schema): Bench => {
  const dataDir = newFolder();
  const sql = async (text: string) => schema.within(async (client) => (await client.query(text)).rows);
  return {
    where: { dataDir, database: { url: schema.url, connections: 3 } },
    sql,
    dispose: () => rmSync(dataDir, { recursive: true, force: true }),
  };
};

const act = (i: number) => ({ id: randomUUID(), at: T0 + i, who: 'w', what: 'say', subject: `c${i}`, data: {} });

describe('another master key', () => another(async () => onSqlite()));
withPostgres('another master key (PostgreSQL)', (schema) =>
  another(async () => {
    await schema.empty();
    return onPostgres(schema);
  }),
);

function another(newBench: () => Promise<Bench>): void {
  let bench: Bench;
  beforeEach(async () => {
    bench = await newBench();
  });
  afterEach(() => bench.dispose());
  const opened = (kek: Buffer) => openStore(bench.where, { kek });

  /** Two people, one of them erased, and a sealed trail. */
  async function filled(): Promise<Awaited<ReturnType<typeof readBack>>> {
    const { store, files } = await opened(KEK);
    for (const marker of ['a', 'b']) await tell(store, files, marker);
    await store.erasePerson(must(await store.conversation(story(store, files, 'b').conversation)).person);
    await store.addActs([1, 2, 3].map(act));
    await store.sealActs(2, sealer(auditKeyOf(KEK), T0));
    await store.sealActs(2, sealer(auditKeyOf(KEK), T0));
    const before = await readBack(store, files, 'a');
    await store.close();
    return before;
  }
  async function sealsOf(store: Store): Promise<readonly { number: number; hash: string }[]> {
    return store.seals(0, 10);
  }

  it('the new one opens everything, the old one nothing; the trail is whole, also beside what was written down', async () => {
    const before = await filled();
    const old = await opened(KEK);
    const witnesses = await sealsOf(old.store);
    await old.store.close();
    const changed = await rekey({ ...bench.where, ...given });
    expect(changed).to.include({ already: false, seals: 2, was: fingerprintOf(KEK), is: fingerprintOf(NEW) });
    const rows = await bench.sql('SELECT kind, id, wrapped FROM keys');
    expect(changed.keys)
      .to.equal(rows.filter(({ wrapped }) => wrapped !== null).length)
      .and.greaterThan(2);
    for (const { kind, id: owner, wrapped } of rows) {
      if (wrapped === null) continue;
      const open = (kek: Buffer) => new OpenedKeys(kek).open(kind as Owner, String(owner), wrapped as Uint8Array);
      expect(open(NEW)).not.to.equal(undefined);
      expect(() => open(KEK)).to.throw();
    }
    expect(await rejection(opened(KEK))).to.have.property('name', 'WrongKey');
    const { store, files } = await opened(NEW);
    expect(await readBack(store, files, 'a')).to.deep.equal(before);
    expect(await store.conversation(story(store, files, 'b').conversation), 'erased stays erased').to.equal(undefined);
    expect(await verify(store, auditKeyOf(NEW), witnesses)).to.include({ acts: 3, seals: 2, fault: undefined });
    expect((await verify(store, auditKeyOf(KEK))).fault).to.include('not made with this key');
    await tell(store, files, 'c');
    await store.close();
    expect(await rekey({ ...bench.where, ...given }), 'a second time').to.include({ already: true, keys: 0 });
  });

  it('refused, with nothing changed: while a server runs, with a wrong key, over a damaged key or a forged seal', async () => {
    await filled();
    const running = await openStore(bench.where, { kek: KEK, alone: true });
    expect(String(await rejection(rekey({ ...bench.where, ...given })))).to.match(/Another lipei/);
    await running.store.close();
    const wrong = { ...given, key: Buffer.alloc(32, 3).toString('base64') };
    expect(await rejection(rekey({ ...bench.where, ...wrong }))).to.have.property('name', 'WrongKey');
    expect(String(await rejection(rekey({ ...bench.where, key: OLD, newKey: OLD })))).to.include('is the key in use');
    expect(String(await rejection(rekey({ ...bench.where, key: OLD, newKey: undefined })))).to.include(
      'LIPEI_NEW_KEY is missing',
    );
    expect(await rejection(rekey({ ...bench.where, key: OLD, newKey: 'short' }))).to.have.property('name', 'WrongKey');
    const [seal] = await bench.sql('SELECT mac FROM seals WHERE number = 2');
    await change(`UPDATE seals SET mac = 'forged' WHERE number = 2`);
    expect(String(await rejection(rekey({ ...bench.where, ...given })))).to.include('Seal 2');
    await change(`UPDATE seals SET mac = '${seal?.mac}' WHERE number = 2`);
    await change(
      `UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE kind = 'claim' LIMIT 1) WHERE kind = 'person' AND wrapped IS NOT NULL`,
    );
    expect(await rejection(rekey({ ...bench.where, ...given }))).to.have.property('name', 'StoreDamaged');
    const { store } = await opened(KEK);
    expect((await verify(store, auditKeyOf(KEK))).fault).to.equal(undefined);
    await store.close();
  });

  const change = async (text: string): Promise<void> => void (await bench.sql(text));

  it('killed at any moment: the old key or the new one, never between, and the same again ends it', async function () {
    this.timeout(120_000);
    const before = await filled();
    await many(bench, nightly ? 10_000 : 5_000);
    let [kills, done] = [0, false];
    for (let wait = 0; !done; wait = nightly ? wait + 100 : wait * 1.5 + 60) {
      const child = run();
      if (wait > 0) await Promise.race([sleep(150 + wait), once(child, 'exit')]);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      kills += 1;
      const with_ = await Promise.all([KEK, NEW].map((kek) => opens(kek)));
      expect(with_.filter(Boolean), `after kill ${kills}`).to.have.length(1);
      done = with_[1] ?? false;
    }
    expect(kills).to.be.greaterThan(2);
    await rekey({ ...bench.where, ...given });
    const { store, files } = await opened(NEW);
    expect(await readBack(store, files, 'a')).to.deep.equal(before);
    await store.close();
  });

  async function opens(kek: Buffer): Promise<boolean> {
    const open = await opened(kek).catch(() => undefined);
    const there = open && (await open.store.conversation(id.conversation('storya')));
    await open?.store.close();
    return there !== undefined;
  }
  const run = (): ChildProcess =>
    spawn(process.execPath, ['scripts/rekey.ts'], {
      cwd: root,
      env: {
        ...process.env,
        DATA_DIR: bench.where.dataDir,
        DATABASE_URL: bench.where.database?.url ?? '',
        LIPEI_KEY: OLD,
        LIPEI_NEW_KEY: given.newKey,
      },
      stdio: 'ignore',
    });
}

/** Keys of people who said nothing, so that the work takes its time. */
async function many({ sql, where }: Bench, count: number): Promise<void> {
  const keys = new OpenedKeys(KEK);
  const rows = Array.from({ length: count }, (_, i) => {
    const owner = `many${i}`;
    const hex = keys.make('person', owner).wrapped.toString('hex');
    return where.database
      ? `('person', '${owner}', decode('${hex}', 'hex'), 1)`
      : `('person', '${owner}', x'${hex}', 1)`;
  });
  for (let i = 0; i < rows.length; i += 1_000)
    await sql(
      `INSERT INTO keys (kind, id, wrapped, created_at) VALUES ${rows.slice(i, i + 1_000).join(',')} RETURNING 1`,
    );
}

describe('another master key in the data directory', () => {
  it('is made, takes the place of the old one, and a kill before that is mended by the next run', async () => {
    const dataDir = newFolder();
    const where = { dataDir, database: undefined };
    writeFileSync(keyPath(dataDir), `${OLD}\n`, { mode: 0o600 });
    const { store } = await openStore(where, { kek: KEK });
    await store.close();
    expect(String(await rejection(rekey({ ...where, key: undefined, newKey: given.newKey })))).to.include(
      'goes with LIPEI_KEY',
    );
    const first = await rekey({ ...where, key: undefined, newKey: undefined });
    const made = Buffer.from(readFileSync(keyPath(dataDir), 'utf8').trim(), 'base64');
    expect(first).to.include({ already: false, file: keyPath(dataDir), is: fingerprintOf(made) });
    expect(made.equals(KEK)).to.equal(false);
    expect(existsSync(nextPath(dataDir))).to.equal(false);
    expect(readFileSync(oldPath(dataDir, first.was), 'utf8').trim(), 'for backups made with it').to.equal(OLD);
    // As if the database had the new key, and the file had not taken its place.
    renameSync(keyPath(dataDir), nextPath(dataDir));
    writeFileSync(keyPath(dataDir), `${OLD}\n`, { mode: 0o600 });
    expect(await rekey({ ...where, key: undefined, newKey: undefined })).to.include({
      already: true,
      is: fingerprintOf(made),
    });
    const again = await openStore(where, { kek: made });
    await again.store.close();
    rmSync(keyPath(dataDir));
    expect(String(await rejection(rekey({ ...where, key: undefined, newKey: undefined })))).to.include(
      'There is no key',
    );
    rmSync(dataDir, { recursive: true, force: true });
  });
});
