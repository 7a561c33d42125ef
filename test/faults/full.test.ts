/** R14: no space is left – for the database, for files, for the log. Who writes is told “later”, who reads is served. */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { readConfig } from '../../config.ts';
import { type App, start } from '../../index.ts';
import { onIo } from '../../store/failpoints.ts';
import { databasePath } from '../../store/key.ts';
import { jpeg } from '../directline/pictures.ts';
import { within } from '../store/open.ts';
import { tuesdayMorning } from '../support/talk.ts';
import { times } from './chance.ts';
import { dialogues } from './dialogues.ts';
import { innocent, judge } from './judge.ts';
import { type Answer, Phone } from './phone.ts';
import { endAll, Server, settingsOf, spawnNode } from './server.ts';
import { script, Witness } from './witness.ts';
import { newDir } from './world.ts';

/** So many attempts leave enough of the thirty messages a minute for the rest of the report, or it waits for new ones. */
const ATTEMPTS = times(6, 22);

/** Talks for so long (ms) while there is no space, no faster than a person may; gives the answers that refused. */
async function talkInVain(phone: Witness, url: string, milliseconds: number): Promise<Answer[]> {
  const refusals: Answer[] = [];
  for (
    const until = performance.now() + milliseconds;
    performance.now() < until;
    await sleep(milliseconds / ATTEMPTS)
  ) {
    const text = script[phone.sent.length];
    if (text === undefined) break;
    const answer = await phone.tryNext(text);
    if (answer.status !== 200) refusals.push(answer);
    const read = await fetch(`${url}/v3/directline/conversations/${phone.conversation}/activities`, {
      headers: { authorization: `Bearer ${phone.token}` },
    });
    expect(read.status, 'who reads is served').to.equal(200);
  }
  return refusals;
}

interface Disk {
  fill(): void;
  free(): void;
}

/** Reports go through a time without space; afterwards all is as if there had been none. */
async function through(url: string, disk: Disk, name: string): Promise<Witness[]> {
  const phones = Array.from({ length: times(3, 12) }, (_, i) => new Witness(async () => url, `${name}-${i}`));
  for (const phone of phones) {
    await phone.start();
    for (const text of script.slice(0, 3)) await phone.hear(await phone.say(text));
  }
  disk.fill();
  const refused = (await Promise.all(phones.map((phone) => talkInVain(phone, url, times(1_500, 10_000))))).flat();
  expect(refused, 'somebody was refused').not.to.deep.equal([]);
  for (const { status, headers } of refused) {
    expect(status).to.equal(503);
    expect(Number(headers.get('retry-after'))).to.be.greaterThan(0);
  }
  expect((await fetch(`${url}/healthz`)).status).to.equal(200);
  disk.free();
  const freed = Date.now();
  await Promise.all(phones.map((phone) => phone.report()));
  for (const phone of phones) await phone.hear(phone.sent.at(-1)?.id ?? '');
  const answered = phones.flatMap(({ took }) => took.map(({ at }) => at - freed)).filter((after) => after >= 0);
  const first = Math.min(...answered);
  process.stdout.write(`      ${refused.length} attempts refused with 503; the first answer ${first} ms after\n`);
  return phones;
}

async function judged(store: App['store'], phones: readonly Witness[]): Promise<void> {
  const verdict = innocent();
  for (const { conversation, sent } of phones) await judge(store, conversation, sent, script, verdict);
  expect(verdict).to.deep.equal(innocent());
}

const quickCheck = (dir: string) =>
  within(databasePath(dir), (db) => Object.values(db.prepare('PRAGMA quick_check').get() ?? {}));

/** The server's own connection to its database: a limit of pages belongs to a connection and is not set from outside. */
async function startWatched(dir: string): Promise<{ app: App; connection: DatabaseSync }> {
  const { exec } = DatabaseSync.prototype;
  const seen = new Set<DatabaseSync>();
  DatabaseSync.prototype.exec = function (sql) {
    seen.add(this);
    exec.call(this, sql);
  };
  const began = Date.now();
  const clock = () => tuesdayMorning + Date.now() - began;
  const app = await start(readConfig({ ...settingsOf(dir), CLOCK_OFFSET_MINUTES: '0' }), clock).finally(() => {
    DatabaseSync.prototype.exec = exec;
  });
  const connection = [...seen].find((db) => db.isOpen && db.location() === databasePath(dir));
  if (!connection) throw new Error('The server did not open its database.');
  return { app, connection };
}

/** The program itself, which writes its log to this file. */
const startProgram = (dir: string, port: number, log: number): ChildProcess =>
  spawnNode(['index.ts'], { ...settingsOf(dir), PORT: String(port), LOG_LEVEL: 'info' }, { out: log });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** False when there is no space for so many more bytes. */
function added(path: string, bytes: number): boolean {
  try {
    appendFileSync(path, Buffer.alloc(bytes));
    return true;
  } catch {
    return false;
  }
}

describe('faults: no space', () => {
  let app: App | undefined;
  afterEach(async () => {
    onIo(undefined);
    endAll();
    await app?.stop();
    app = undefined;
  });

  it('R14 for the database: refused with 503, reads go on, and all is well as soon as there is space', async function () {
    this.timeout(120_000);
    const dir = newDir();
    const watched = await startWatched(dir);
    app = watched.app;
    const { connection } = watched;
    const limit = (pages: number) => connection.exec(`PRAGMA max_page_count = ${pages}`);
    const pages = () => Number(Object.values(connection.prepare('PRAGMA page_count').get() ?? {})[0]);
    const disk = { fill: () => limit(pages()), free: () => limit(1_000_000) };
    const phones = await through(app.url, disk, 'r14');
    await judged(app.store, phones);
    expect(await app.store.ready()).to.equal(true);
    expect(quickCheck(dir)).to.deep.equal(['ok']);
    await app.stop();
    app = undefined;
    rmSync(dir, { recursive: true });
  });

  it('R14 for files: a photo is refused with 503 and leaves nothing, words go on, the photo is there once in the end', async function () {
    this.timeout(120_000);
    const dir = newDir();
    ({ app } = await startWatched(dir));
    const { url, store } = app;
    const phone = new Phone(async () => url, 'r14');
    const other = new Phone(async () => url, 'r14-other');
    for (const one of [phone, other]) await one.start();
    await phone.hear(await phone.say('我要报案'));
    onIo((operation) => {
      if (operation === 'file.write') throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    });
    const sending = phone.upload('photo', [jpeg()]);
    for (const text of dialogues.human.steps) await other.hear(await other.say(text));
    while (phone.refused < 3) await sleep(20);
    onIo(undefined);
    await phone.hear(await sending);
    expect([...phone.refusals]).to.deep.equal([503]);
    expect(await store.fileUse(phone.id), 'of all attempts').to.include({ count: 1 });
    await app.stop();
    app = undefined;
    rmSync(dir, { recursive: true });
  });

  it('R14 for the log: the program runs and answers', async function () {
    if (process.platform === 'win32') this.skip();
    this.timeout(60_000);
    const dir = newDir();
    const port = await freePort();
    const log = openSync('/dev/full', 'w');
    const child = startProgram(dir, port, log);
    closeSync(log);
    const phone = new Phone(async () => `http://127.0.0.1:${port}`, 'r14');
    await phone.start();
    for (const text of dialogues.human.steps) await phone.hear(await phone.say(text));
    // What cannot be logged is a fault, too.
    expect((await fetch(`http://127.0.0.1:${port}/v3/directline/conversations/nobody/activities`)).status).to.equal(
      401,
    );
    expect(child.exitCode).to.equal(null);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).to.deep.equal([0, null]);
    rmSync(dir, { recursive: true });
  });

  it('R14 for everything: a real disk that is full, twice, and the program killed on it', async function () {
    this.timeout(180_000);
    const dir = newDir();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'lipei-test', dir]).status !== 0) {
      process.stdout.write('      skipped: this user may not mount a small disk\n');
      this.skip();
    }
    const filler = join(dir, 'filler');
    const fill = (): void => {
      for (const size of [65_536, 4_096, 1]) while (added(filler, size));
    };
    const disk = { fill, free: () => rmSync(filler) };
    try {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const log = openSync(join(dir, 'log'), 'a');
      const program = () => startProgram(dir, port, log);
      let child = program();
      const phones = await through(url, disk, 'r14-a');
      disk.fill();
      child.kill('SIGKILL');
      await once(child, 'exit');
      disk.free();
      // A log that keeps the place it once took would hold what comes next.
      within(databasePath(dir), (db) => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
      child = program();
      phones.push(...(await through(url, disk, 'r14-b')));
      expect(child.exitCode).to.equal(null);
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).to.deep.equal([0, null]);
      closeSync(log);
      expect(readFileSync(join(dir, 'log'), 'utf8')).to.include('StoreFull');
      const server = new Server(dir);
      const store = await server.store();
      await judged(store, phones);
      await store.close();
      expect(quickCheck(dir)).to.deep.equal(['ok']);
    } finally {
      endAll();
      spawnSync('umount', ['-l', dir]);
    }
  });
});
