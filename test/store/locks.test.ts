import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { StoreBusy, StoreFull } from '../../store/errors.ts';
import { PATIENCE } from '../../store/sqlite/database.ts';
import { Gate } from '../../store/sqlite/gate.ts';
import { bot, commit, fresh, message, rejection, start, turn } from './fixtures.ts';
import { openInFolder } from './open.ts';

describe('a write lock that another process holds', () => {
  it('may keep a channel waiting less than the four seconds after which it must answer', () => {
    expect(PATIENCE.accept).to.be.lessThan(4_000);
    expect(PATIENCE.commit).to.equal(30_000);
  });

  it('keeps messages waiting in order, not the event loop; reads go on', async () => {
    const opened = await openInFolder();
    const { store } = opened;
    const c = await start(store);
    const other = new DatabaseSync(opened.path);
    other.exec('BEGIN IMMEDIATE');
    let turnsOfTheLoop = 0;
    const counting = setInterval(() => {
      turnsOfTheLoop += 1;
    }, 5);
    const work = turn(c, { said: [bot('turn')] });
    let settled = 0;
    const sent = Array.from({ length: 40 }, (_, i) =>
      store.accept(message(c, `k${i}`)).finally(() => {
        settled += 1;
      }),
    );
    const committed = store.commit(work);
    await sleep(1_500);
    expect(settled).to.equal(0);
    expect((await fresh(store, c)).arrivals).to.equal(0);
    clearInterval(counting);
    other.exec('COMMIT');
    const accepted = await Promise.all(sent);
    expect(accepted.map((a) => 'seq' in a && a.seq)).to.deep.equal(sent.map((_, i) => i + 1));
    expect(await committed).to.have.property('status', 'committed');
    // Some 300 where nothing holds it up; a driver that waits inside SQLite for each message would leave one or two.
    expect(turnsOfTheLoop).to.be.greaterThan(20);
    other.close();
    await opened.dispose();
  });

  it('is told to the channel in time, the message is not half there, and it is taken later', async () => {
    const opened = await openInFolder({ patience: { accept: 100, commit: 1_000 } });
    const { store } = opened;
    const c = await start(store);
    const other = new DatabaseSync(opened.path);
    other.exec('BEGIN IMMEDIATE');
    const turnWaits = store.commit(turn(c, { said: [bot('a')] }));
    const refused = await Promise.all([1, 2, 3].map((i) => rejection(store.accept(message(c, `k${i}`)))));
    for (const error of refused) expect(error).to.be.instanceOf(StoreBusy);
    other.exec('COMMIT');
    expect(await turnWaits).to.have.property('status', 'committed');
    expect(await store.pending(c.id)).to.deep.equal([]);
    expect(await store.accept(message(c, 'k1'))).to.have.property('status', 'accepted');
    other.close();
    await opened.dispose();
  });

  it('does not keep two starts at once from sharing one new database', async () => {
    const first = await openInFolder();
    const [a, b] = await Promise.all([openInFolder({}, first.dataDir), openInFolder({}, first.dataDir)]);
    const c = await start(a.store);
    await Promise.all([a.store.accept(message(c, 'k')), b.store.accept(message(c, 'k'))]);
    expect(await first.store.pending(c.id)).to.have.length(1);
    const race = await Promise.all(
      [a, b].map(async ({ store }) => store.commit(turn(await fresh(store, c), { handledUpTo: 1 }))),
    );
    expect(race.map(({ status }) => status).sort()).to.deep.equal(['committed', 'stale']);
    await a.store.close();
    await b.store.close();
    await first.dispose();
  });

  it('is waited for in slices: other work gets its turn while a queue drains', async () => {
    const gate = new Gate();
    let locked = true;
    const done: number[] = [];
    const slow = (i: number) => () => {
      if (locked) throw new StoreBusy('locked');
      const end = performance.now() + 3;
      while (performance.now() < end);
      done.push(i);
    };
    const all = Array.from({ length: 30 }, (_, i) => gate.run(slow(i), 10_000));
    locked = false;
    let between = 0;
    const ticking = setInterval(() => {
      if (done.length > 0 && done.length < 30) between += 1;
    }, 1);
    await Promise.all(all);
    clearInterval(ticking);
    expect(done).to.deep.equal(all.map((_, i) => i));
    expect(between).to.be.greaterThan(0);
  });

  it('does not hide other errors', async () => {
    const gate = new Gate();
    const fail = () => {
      throw new RangeError('mine');
    };
    expect(await rejection(gate.run(fail, 100))).to.be.instanceOf(RangeError);
    let locked = true;
    const first = gate.run(() => {
      if (locked) throw new StoreBusy('locked');
      return 1;
    }, 1_000);
    const second = rejection(gate.run(fail, 1_000));
    locked = false;
    expect(await first).to.equal(1);
    expect(await second).to.be.instanceOf(RangeError);
  });
});

describe('a full disk', () => {
  it('is told as such, keeps what there is readable, and is over as soon as there is space', async () => {
    let connection: DatabaseSync | undefined;
    const opened = await openInFolder({
      tune: (db) => {
        connection = db;
      },
    });
    const { store } = opened;
    const c = await commit(store, await start(store), { said: [bot('before')] });
    const pages = Object.values(connection?.prepare('PRAGMA page_count').get() ?? {})[0];
    connection?.exec(`PRAGMA max_page_count = ${pages}`);
    const large = { text: '一'.repeat(4_000) };
    const refused = await rejection(store.accept(message(c, 'k1', { payload: large })));
    expect(refused).to.be.instanceOf(StoreFull);
    const work = turn(await fresh(store, c), { said: [{ direction: 'bot', payload: large }] });
    expect(await rejection(store.commit(work))).to.be.instanceOf(StoreFull);
    expect(await store.activities(c.id, 0, 10)).to.have.length(1);
    expect(await fresh(store, c)).to.include({ arrivals: 0, version: 1 });
    expect(await store.ready()).to.equal(true);
    connection?.exec('PRAGMA max_page_count = 1000000');
    expect(await store.accept(message(c, 'k1', { payload: large }))).to.have.property('status', 'accepted');
    expect(await store.commit(work)).to.have.property('status', 'committed');
    expect(Object.values(connection?.prepare('PRAGMA quick_check').get() ?? {})).to.deep.equal(['ok']);
    await opened.dispose();
  });
});
