/** R11: the power fails. What is on the disk then is the database and a beginning of its log; no commit may wait elsewhere. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { databasePath, keyPath, loadKek } from '../../store/key.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/ports.ts';
import { within } from '../store/open.ts';
import { Chance, times, withSeed } from './chance.ts';
import { integrity } from './database.ts';
import { eventsOf, expectedOf } from './judge.ts';
import { endAll, Server } from './server.ts';
import { inOrder, toldIn, transcript } from './told.ts';
import { script, Witness } from './witness.ts';
import { newDir, root } from './world.ts';

/** Notes how long the log was when each of its messages was acknowledged. */
class Onlooking extends Witness {
  readonly logs: number[] = [];
  readonly #log: string;

  constructor(server: Server, name: string) {
    super(server.where, name);
    this.#log = `${databasePath(server.dir)}-wal`;
  }

  override async say(text: string): Promise<string> {
    const id = await super.say(text);
    this.logs.push(statSync(this.#log).size);
    return id;
  }
}

/** Lines of all transcripts in the order in which they were committed. */
const committed = (path: string): readonly string[] =>
  within(path, (db) => db.prepare('SELECT conversation, seq FROM activities ORDER BY rowid').all()).map(
    ({ conversation, seq }) => `${conversation} ${seq}`,
  );

/** Every message has its whole answer, the last one perhaps none yet, and the claim has the events that were told. */
async function expectWholeTurns(store: Store, { id }: Witness): Promise<number> {
  const lines = await transcript(store, id);
  const { exchanges } = toldIn(lines);
  const answered = exchanges.filter(({ keys }) => keys.length > 0).length;
  expect(inOrder(lines)).to.equal(true);
  expect(exchanges.length - answered, 'messages without an answer').to.be.at.most(1);
  if (answered === 0) return exchanges.length;
  const expected = await expectedOf(script.slice(0, answered));
  expect(exchanges.slice(0, answered).map(({ keys }) => keys)).to.deep.equal(
    expected.told.exchanges.map(({ keys }) => keys),
  );
  expect(await eventsOf(store, id)).to.deep.equal(expected.events);
  return exchanges.length;
}

const FILES = [databasePath, keyPath, (dir: string) => `${databasePath(dir)}-wal`];

/** What is on a disk, its log cut to this length. */
function copyOf(image: string, length: number): string {
  const dir = newDir();
  for (const path of FILES) copyFileSync(path(image), path(dir));
  truncateSync(`${databasePath(dir)}-wal`, length);
  return dir;
}

/** As a server opens it. */
const opened = async (dataDir: string) =>
  openStore({ dataDir, database: undefined }, { kek: await loadKek({ dataDir }), alone: true });

describe('faults: a power loss', () => {
  afterEach(endAll);

  it(`R11 anywhere in the log leaves a prefix of the commits, whole turns, and what was acknowledged before ${withSeed}`, async function () {
    this.timeout(1_200_000);
    const chance = new Chance(this.test?.title ?? '');
    const server = new Server(newDir());
    await server.start();
    // While somebody reads, nothing is moved from the log into the database: the whole story is in the log.
    const reader = new DatabaseSync(databasePath(server.dir), { readOnly: true });
    reader.exec('BEGIN; SELECT count(*) FROM activities');
    const log = `${databasePath(server.dir)}-wal`;
    const from = statSync(log).size;
    const phones = Array.from({ length: times(4, 12) }, (_, i) => new Onlooking(server, `r11-${i}`));
    const talking = Promise.allSettled(phones.map((phone) => phone.start().then(() => phone.report())));
    const enough = chance.between(40, 50) * times(1, 4);
    while (phones.reduce((sum, { sent }) => sum + sent.length, 0) < enough) await sleep(5);
    server.signal('SIGSTOP');
    const image = newDir();
    for (const path of FILES) copyFileSync(path(server.dir), path(image));
    reader.close();
    await server.end('SIGKILL');
    server.giveUp();
    await talking;

    const size = statSync(`${databasePath(image)}-wal`).size;
    const order = committed(databasePath(copyOf(image, size)));
    expect(order.length).to.be.greaterThan(1.5 * enough);
    const seen = new Set<number>();
    for (let cut = 0; cut < times(15, 1_000); cut += 1) {
      const length = chance.between(from, size);
      const dir = copyOf(image, length);
      const { store } = await opened(dir);
      for (const phone of phones) {
        const kept = (await store.conversation(phone.id)) ? await expectWholeTurns(store, phone) : 0;
        const durable = phone.logs.filter((end) => end <= length).length;
        expect(kept, `cut at ${length} of ${size}: acknowledged and gone`).to.be.at.least(durable);
      }
      await store.close();
      expect(integrity(databasePath(dir))).to.equal('ok');
      const left = committed(databasePath(dir));
      expect(left, `cut at ${length}: no prefix`).to.deep.equal(order.slice(0, left.length));
      seen.add(left.length);
      rmSync(dir, { recursive: true });
    }
    process.stdout.write(`      ${order.length} lines, cut to ${seen.size} different lengths; log of ${size} bytes\n`);
    for (const dir of [server.dir, image]) rmSync(dir, { recursive: true });
  });

  it('R11 each commit waits until the disk has it', async function () {
    this.timeout(60_000);
    const dir = newDir();
    const trace = join(dir, 'trace');
    const messages = 10;
    const what = ['-f', '-y', '-e', 'trace=fdatasync,fsync', '-o', trace];
    const program = [process.execPath, 'test/store/crash-child.ts', dir, '1', String(messages)];
    if (spawnSync('strace', ['-o', trace, 'true']).status !== 0) {
      process.stdout.write('      skipped: strace cannot be used here\n');
      this.skip();
    }
    const child = spawn('strace', [...what, ...program], { cwd: root, stdio: 'ignore' });
    expect(await once(child, 'exit')).to.deep.equal([0, null]);
    const waits = readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => line.includes('lipei.db-wal'));
    process.stdout.write(`      ${waits.length} waits for the log of ${3 * messages} commits and those of the start\n`);
    // For each message: the record of its photo, the message, the turn.
    expect(waits.length).to.be.at.least(3 * messages);
    rmSync(dir, { recursive: true });
  });
});
