/** A PostgreSQL that is gone, silent, slow, crowded or quarrelsome (R15). */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { StoreBusy, StoreUnavailable } from '../../store/errors.ts';
import { openPostgres, type PostgresStore } from '../../store/postgres.ts';
import { type Fault, Wire } from '../faults/wire.ts';
import { bot, fresh, message, must, rejection, start, turn } from './fixtures.ts';
import { KEK } from './open.ts';
import { withPostgres } from './openPostgres.ts';

withPostgres('PostgreSQL in trouble', (schema) => {
  let wire: Wire;
  let store: PostgresStore;
  beforeEach(async () => {
    const way = await Wire.before(schema.url);
    wire = way.wire;
    store = await openPostgres({ url: way.url, kek: KEK, connections: 4 });
  });
  afterEach(async () => {
    wire.set('none');
    await store.close();
    await wire.stop();
    await schema.clear();
  });

  /** Milliseconds until the store says so. */
  async function until(ready: boolean): Promise<number> {
    const since = performance.now();
    while ((await store.ready()) !== ready) await sleep(10);
    return performance.now() - since;
  }

  for (const fault of ['cut', 'silent'] as const satisfies readonly Fault[]) {
    it(`that is ${fault}: not ready within two seconds, refusals in time, ready within five seconds of its return`, async function () {
      this.timeout(60_000);
      const c = await start(store);
      await store.accept(message(c, 'before'));
      wire.set(fault);
      const lost = performance.now();
      const refused = [
        rejection(store.accept(message(c, 'during'))),
        rejection(store.commit(turn(c, { said: [bot('x')] }))),
        rejection(store.conversation(c.id)),
      ];
      expect(await until(false)).to.be.lessThan(2_000);
      for (const error of await Promise.all(refused)) expect(error).to.be.instanceOf(StoreUnavailable);
      expect(performance.now() - lost, 'a channel must answer within four seconds').to.be.lessThan(4_000);
      wire.set('none');
      expect(await until(true)).to.be.lessThan(5_000);
      expect(await store.accept(message(c, 'during'))).to.have.property('status', 'accepted');
      expect((await fresh(store, c)).arrivals).to.equal(2);
    });
  }

  it('whose connections are all ended by an operator serves the next calls', async () => {
    const c = await start(store);
    await store.accept(message(c, 'k1'));
    expect(await schema.terminate()).to.be.greaterThan(1);
    await until(true);
    for (let tries = 10; tries > 0; tries -= 1) {
      if (
        await store.accept(message(c, 'k2')).then(
          () => true,
          () => false,
        )
      )
        break;
    }
    expect((await fresh(store, c)).arrivals).to.equal(2);
  });

  it('that ends connections in the middle of work, again and again, has lost and doubled nothing', async function () {
    this.timeout(120_000);
    const rounds = process.env.LIPEI_LONG ? 100 : 12;
    const conversations = await Promise.all(Array.from({ length: 4 }, () => start(store)));
    let over = false;
    const talking = conversations.map(async (c) => {
      let sent = 0;
      while (!over && sent < 40) {
        const key = `k${sent}`;
        await stubborn(() => store.accept(message(c, key, { payload: { text: key } })));
        await stubborn(async () => {
          const [first] = await store.pending(c.id, 1);
          if (!first) return;
          const said = [bot(`re ${first.payload.text}`)];
          await store.commit(turn(await fresh(store, c), { handledUpTo: first.number, said }));
        });
        sent += 1;
      }
      return sent;
    });
    for (let round = 0; round < rounds; round += 1) {
      await sleep(20 + Math.random() * 60);
      await schema.terminate();
    }
    over = true;
    const counts = await Promise.all(talking);
    for (const [i, c] of conversations.entries()) {
      await until(true);
      const lines = await stubborn(() => store.activities(c.id, 0, 1_000));
      const said = (direction: string) =>
        lines.filter((l) => l.direction === direction).map(({ payload }) => payload.text);
      const sent = Array.from({ length: must(counts[i]) }, (_, n) => `k${n}`);
      expect(said('user')).to.deep.equal(sent);
      const waiting = (await stubborn(() => store.pending(c.id, 50))).length;
      expect(said('bot')).to.deep.equal(sent.slice(0, sent.length - waiting).map((text) => `re ${text}`));
    }
  });

  it('where two transactions collide: a turn is stale, everything else is begun again', async () => {
    const c = await start(store);
    await schema.within((client) =>
      client.query(
        `CREATE SEQUENCE collisions; CREATE FUNCTION collide() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           IF nextval('collisions') % 4 <> 0 THEN RAISE EXCEPTION USING ERRCODE = TG_ARGV[0]; END IF; RETURN NEW; END $$;
         CREATE TRIGGER collide BEFORE UPDATE ON conversations FOR EACH ROW EXECUTE FUNCTION collide('40001')`,
      ),
    );
    try {
      for (const key of ['a', 'b', 'c'])
        expect(await store.accept(message(c, key))).to.have.property('status', 'accepted');
      const work = turn(await fresh(store, c), { handledUpTo: 3, said: [bot('x')] });
      const outcomes: string[] = [];
      while (outcomes.at(-1) !== 'committed') outcomes.push((await store.commit(work)).status);
      expect(outcomes).to.deep.equal(['stale', 'stale', 'stale', 'committed']);
      expect(await store.activities(c.id, 0, 10)).to.have.length(4);
    } finally {
      await schema.within((client) => client.query('DROP FUNCTION collide CASCADE; DROP SEQUENCE collisions'));
    }
  });

  it('where one conversation is held by somebody else: it is told in time, and nobody else waits for it', async function () {
    this.timeout(20_000);
    const [held, free] = [await start(store), await start(store)];
    await schema.within(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM conversations WHERE id = $1 FOR UPDATE', [held.id]);
      const began = performance.now();
      const crowd = Array.from({ length: 20 }, (_, i) => rejection(store.accept(message(held, `k${i}`))));
      // More than there are connections wait for the one; the other conversation has its own.
      await sleep(200);
      expect(await store.accept(message(free, 'k'))).to.have.property('status', 'accepted');
      expect(performance.now() - began).to.be.lessThan(1_500);
      for (const error of await Promise.all(crowd)) expect(error).to.be.instanceOf(StoreBusy);
      expect(performance.now() - began).to.be.lessThan(4_000);
      await client.query('ROLLBACK');
    });
    expect(await store.accept(message(held, 'k0'))).to.include({ status: 'accepted', seq: 1 });
  });

  it('where all connections are taken: the rest is told in time, and served when there is room', async function () {
    this.timeout(20_000);
    const conversations = await Promise.all(Array.from({ length: 5 }, () => start(store)));
    const [last, ...held] = conversations;
    await schema.within(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM conversations WHERE id = ANY($1) FOR UPDATE', [held.map(({ id }) => id)]);
      const began = performance.now();
      const stuck = held.map((c) => rejection(store.accept(message(c, 'k'))));
      const waits = store.accept(message(must(last), 'k'));
      expect(await waits).to.have.property('status', 'accepted');
      for (const error of await Promise.all(stuck)) expect(error).to.be.instanceOf(StoreBusy);
      expect(performance.now() - began).to.be.lessThan(4_000);
      expect(await store.ready()).to.equal(true);
      await client.query('ROLLBACK');
    });
  });

  it('does not let a process that stands still in its transaction hold up the others for long', async function () {
    this.timeout(30_000);
    const c = await start(store);
    const idle = await schema.within(async (client) => {
      await client.query(`SET idle_in_transaction_session_timeout = '5s'; BEGIN`);
      await client.query('SELECT 1 FROM conversations WHERE id = $1 FOR UPDATE', [c.id]);
      const began = performance.now();
      while (
        !(await store.accept(message(c, 'k')).then(
          () => true,
          () => false,
        ))
      )
        await sleep(50);
      return performance.now() - began;
    });
    expect(idle).to.be.within(4_000, 8_000);
  });
});

/** As a sender or a runner does it: again while the store is out of reach. */
async function stubborn<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await sleep(10);
    }
  }
}
