/**
 * R10: the real program kills itself at each named place of the code, on its way through each dialogue. Between two deaths
 * the same data are used again, so that what one crash left behind meets the next.
 */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { type Failpoint, failpoints } from '../../store/failpoints.ts';
import { databasePath } from '../../store/key.ts';
import { migrations } from '../../store/schema.ts';
import { jpeg } from '../directline/pictures.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { Chance, nightly, withSeed } from './chance.ts';
import { count, integrity } from './database.ts';
import { dialogues, wholeDialogues } from './dialogues.ts';
import { expectedOf, innocent, judge, type Verdict } from './judge.ts';
import { Phone } from './phone.ts';
import { endAll, Server } from './server.ts';
import { toldIn, transcript } from './told.ts';
import { newDir } from './world.ts';

/** Passed for every message of every dialogue. */
const everyMessage: readonly Failpoint[] = [
  'accept.beforeTx',
  'accept.midTx',
  'accept.afterCommit',
  'turn.beforeCommit',
  'commit.midTx',
  'commit.afterCommit',
];
/** Tried in tests of their own: below, in deliver-crash, upkeep-crash, backup.test.ts and test/telling/kills.test.ts. */
const elsewhere: readonly Failpoint[] = [
  ...([
    'file.afterRecord',
    'file.afterWrite',
    'timer.beforeTurn',
    'telling.beforeTurn',
    'migration.mid',
    'checkpoint.mid',
  ] as const),
  ...([
    'deliver.beforeSend',
    'deliver.afterSend',
    'deliver.afterMark',
    'erase.mid',
    'upkeep.mid',
    'backup.mid',
  ] as const),
];

/** Walks a conversation while the server dies at each place in turn, then once more without. */
async function dieAt(
  places: readonly string[],
  script: readonly string[],
  patient: boolean,
  database?: string,
): Promise<Verdict> {
  const server = new Server(newDir(), database);
  const phone = new Phone(server.where, 'r10');
  const verdict = innocent();
  let over = false;
  const dying = (async () => {
    for (const place of places) {
      if (over) return;
      await server.start(place);
      await Promise.race([server.died(), untilOver()]);
      if (over && server.alive) await server.end('SIGKILL');
    }
    if (!over) await server.start();
  })();
  dying.catch(() => {}); // reported where it is awaited
  await phone.start();
  const { exchanges } = (await expectedOf(script)).told;
  for (const [i, text] of script.entries()) {
    const id = await phone.say(text);
    const answered = (exchanges[i]?.keys.length ?? 0) > 0;
    if (answered && (patient || i === script.length - 1)) await phone.hear(id, performance.now() + 60_000);
  }
  over = true;
  await dying;
  await server.end('SIGTERM');
  if (server.starts <= places.length) verdict.details.push(`died ${server.starts} times for ${places.join()}`);
  const store = await server.store();
  await judge(store, phone.conversation, phone.sent, script, verdict);
  await store.close();
  if (!database) expect(integrity(databasePath(server.dir))).to.equal('ok');
  rmSync(server.dir, { recursive: true, force: true });
  return verdict;

  async function untilOver(): Promise<void> {
    while (!over) await sleep(10);
  }
}

/** A death at the `hit`-th passing; deaths together need fewer messages than the dialogue has. */
const place = (point: Failpoint, hit: number): string => `${point}:${hit}`;

withPostgres('faults: kill -9 at named places, on PostgreSQL', (schema) => {
  afterEach(endAll);
  afterEach(() => schema.clear());

  it(`R10 one place after the other in one report ${withSeed}`, async function () {
    this.timeout(300_000);
    const chance = new Chance(this.test?.title ?? '');
    // Each night every one, else every fifth.
    const from = chance.between(0, 4);
    const some = everyMessage.filter((_, i) => nightly || i % 5 === from);
    const places = some.map((point) => place(point, chance.between(1, 3)));
    const script = [...dialogues.report.steps, ...dialogues.details.steps];
    expect(await dieAt(places, script, true, schema.url), places.join()).to.deep.equal(innocent());
  });

  if (nightly) {
    for (const [name, { before, steps }] of wholeDialogues) {
      for (const point of everyMessage) {
        it(`R10 ${name}: ${point} ${withSeed}`, async function () {
          this.timeout(300_000);
          const chance = new Chance(this.test?.title ?? '');
          const script = [...before, ...steps];
          const [hit = 1] = chance.some(1, script.length);
          expect(await dieAt([place(point, hit)], script, true, schema.url), `hit ${hit}`).to.deep.equal(innocent());
          await schema.clear();
        });
      }
    }
  }
});

describe('faults: kill -9 at named places', () => {
  afterEach(endAll);

  it('R10 leaves no place of the code out', () => {
    expect([...everyMessage, ...elsewhere].sort()).to.deep.equal([...failpoints].sort());
  });

  it(`R10 one place after the other in one report ${withSeed}`, async function () {
    this.timeout(300_000);
    const chance = new Chance(this.test?.title ?? '');
    // Each night every one, else every second.
    const from = chance.between(0, 1);
    const some = everyMessage.filter((_, i) => nightly || i % 2 === from);
    const places = some.map((point) => place(point, chance.between(1, 3)));
    const script = [...dialogues.report.steps, ...dialogues.details.steps];
    expect(await dieAt(places, script, true), places.join()).to.deep.equal(innocent());
  });

  it('R10 killed between opening a conversation and greeting in it: the person is greeted after all', async function () {
    this.timeout(60_000);
    expect(await dieAt([place('accept.beforeTx', 1)], dialogues.human.steps, true)).to.deep.equal(innocent());
  });

  if (nightly) {
    for (const [name, { before, steps }] of wholeDialogues) {
      for (const point of everyMessage) {
        it(`R10 ${name}: ${point} ${withSeed}`, async function () {
          this.timeout(300_000);
          const chance = new Chance(this.test?.title ?? '');
          const script = [...before, ...steps];
          // Arrivals also count the opening; a burst takes fewer turns than messages, so only the patient see them all.
          for (const hit of chance.some(4, script.length)) {
            const patient = point.startsWith('accept') ? chance.next() < 0.5 : true;
            expect(await dieAt([place(point, hit)], script, patient), `hit ${hit}`).to.deep.equal(innocent());
          }
        });
      }
    }
  }

  it(`R10 migration.mid: an empty database that was half made is made ${withSeed}`, async function () {
    this.timeout(600_000);
    const chance = new Chance(this.test?.title ?? '');
    const statements = migrations.flatMap(({ up }) => up({} as never)).length;
    for (const hit of chance.some(nightly ? statements : 1, statements)) {
      const server = new Server(newDir());
      expect(await server.start(place('migration.mid', hit)), `statement ${hit}`).to.equal(false);
      await server.died();
      await talkAndJudge(server);
    }
  });

  it('R10 checkpoint.mid: a server that is killed while it stops has lost nothing', async function () {
    this.timeout(120_000);
    const server = new Server(newDir());
    const phone = new Phone(server.where, 'r10');
    await server.start(place('checkpoint.mid', 1));
    await phone.start();
    for (const text of dialogues.human.steps) await phone.hear(await phone.say(text));
    await server.end('SIGTERM');
    await judged(server, phone, dialogues.human.steps);
  });

  for (const point of ['file.afterRecord', 'file.afterWrite'] as const)
    it(`R10 ${point}: a photo whose sender got no answer is sent again and counts once`, async function () {
      this.timeout(120_000);
      const server = new Server(newDir());
      const phone = new Phone(server.where, 'r10');
      const dying = server.start(place(point, 1)).then(() => server.died());
      await phone.start();
      for (const text of dialogues.report.steps) await phone.hear(await phone.say(text));
      const sent = phone.upload('photo-1', [jpeg()]);
      await dying;
      await server.start();
      await phone.hear(await sent);
      await server.end('SIGTERM');
      const store = await server.store();
      const told = toldIn(await transcript(store, phone.id));
      expect(told.exchanges).to.have.length(dialogues.report.steps.length + 1);
      const events = await Promise.all((await store.bindings(phone.id)).map(({ claim }) => store.events(claim)));
      expect(events.flat().filter(({ type }) => type === 'fileAdded')).to.have.length(1);
      expect(await store.orphans(Number.MAX_SAFE_INTEGER, 10), 'the first attempt, to be swept').to.have.length(1);
      await store.close();
      rmSync(server.dir, { recursive: true, force: true });
    });

  it('R10 timer.beforeTurn: who fell silent is called back once, also when the timer’s process died', async function () {
    this.timeout(120_000);
    const server = new Server(newDir());
    const phone = new Phone(server.where, 'r10');
    await server.start();
    await phone.start();
    for (const text of dialogues.report.steps.slice(0, 5)) await phone.hear(await phone.say(text));
    await server.end('SIGTERM');
    await server.start(place('timer.beforeTurn', 1), 31);
    await server.died();
    await server.start(undefined, 31);
    while (count(databasePath(server.dir), 'tickets') === 0) await sleep(20);
    await server.end('SIGTERM');
    const store = await server.store();
    const { unasked } = toldIn(await transcript(store, phone.id));
    expect(unasked.filter((key) => key === 'report.brokenOff')).to.have.length(1);
    expect((await store.tickets(10)).map(({ kind }) => kind)).to.deep.equal(['brokenOff']);
    expect(await store.nextJobAt()).to.equal(null);
    await store.close();
    rmSync(server.dir, { recursive: true, force: true });
  });

  async function talkAndJudge(server: Server): Promise<void> {
    const phone = new Phone(server.where, 'r10');
    await server.start();
    await phone.start();
    for (const text of dialogues.human.steps) await phone.hear(await phone.say(text));
    await server.end('SIGTERM');
    await judged(server, phone, dialogues.human.steps);
  }

  async function judged(server: Server, phone: Phone, script: readonly string[]): Promise<void> {
    const verdict = innocent();
    const store = await server.store();
    await judge(store, phone.conversation, phone.sent, script, verdict);
    await store.close();
    expect(verdict).to.deep.equal(innocent());
    rmSync(server.dir, { recursive: true, force: true });
  }
});
