import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { StoreDamaged } from '../../store/errors.ts';
import { failAt, onIo } from '../../store/failpoints.ts';
import { type Bench, onBoth } from './engines.ts';
import { bot, commit, fileOf, fresh, id, job, message, must, rejection, start, T0, turn } from './fixtures.ts';
import { openInFolder, within } from './open.ts';

onBoth('one damaged row', (engine) => {
  let opened: Bench;
  let reports: string[];
  beforeEach(async () => {
    reports = [];
    opened = await engine.open({ onDamage: (what, which) => reports.push(`${what} ${which}`) });
  });
  afterEach(() => {
    onIo(undefined);
    return opened.dispose();
  });
  const damage = async (table: string, column: string, where: string): Promise<void> => {
    const found = await opened.rows(`SELECT count(*) AS n FROM ${table} WHERE ${where}`);
    expect(Number(found[0]?.n)).to.be.greaterThan(0);
    await opened.tamper(`UPDATE ${table} SET ${column} = ${engine.broken(column)} WHERE ${where}`);
  };
  const damageKey = (person: string) => damage('keys', 'wrapped', `kind = 'person' AND id = '${person}'`);

  it('of a transcript is left out and reported once; the lines after it are not held back', async () => {
    const { store } = opened;
    const c = await commit(store, await start(store), { said: ['1', '2', '3', '4', '5'].map(bot) });
    await damage('activities', 'payload', 'seq IN (1, 2, 4)');
    const seqs = async (after: number, limit: number) =>
      (await store.activities(c.id, after, limit)).map(({ seq }) => seq);
    expect(await seqs(0, 10)).to.deep.equal([3, 5]);
    expect(await seqs(0, 1)).to.deep.equal([3]);
    expect(await seqs(0, 2)).to.deep.equal([3, 5]);
    expect(await seqs(3, 1)).to.deep.equal([5]);
    expect(await seqs(5, 1)).to.deep.equal([]);
    expect(reports).to.deep.equal([1, 2, 4].map((n) => `activities ${c.id}|000000${n}`));
  });

  it('among the jobs is dropped and reported; the others are due', async () => {
    const { store } = opened;
    const [c, broken] = [await start(store), await start(store)];
    const jobs = ['a', 'b', 'c'].map((key, i) => job(key, T0 + i, { conversation: c.id }));
    await commit(store, c, { jobs: [...jobs, job('own', T0 + 5)] });
    await commit(store, broken, { jobs: [job('lost key', T0, { conversation: broken.id })] });
    await damage('jobs', 'payload', `key IN ('a', 'b')`);
    await damageKey(broken.person);
    expect((await store.dueJobs(T0 + 9, 1)).map(({ key }) => key)).to.deep.equal(['c']);
    expect(await store.nextJobAt()).to.equal(T0 + 2);
    expect((await store.dueJobs(T0 + 9, 10)).map(({ key }) => key)).to.deep.equal(['c', 'own']);
    expect(reports.sort()).to.deep.equal(['jobs a', 'jobs b', 'jobs lost key']);
  });

  it('among the tickets is left out, also when it is the newest or its person’s key is the damage', async () => {
    const { store } = opened;
    const [c, broken] = [await start(store), await start(store)];
    const ticket = (of: typeof c, key: string, at: number) =>
      ({ id: key, kind: 'callBack', conversation: of.id, claim: null, at, data: {} }) as const;
    await commit(store, c, { tickets: [ticket(c, 'a', T0), ticket(c, 'b', T0 + 1), ticket(c, 'd', T0 + 3)] });
    await commit(store, broken, { tickets: [ticket(broken, 'c', T0 + 2)] });
    await damage('tickets', 'data', `id = 'd'`);
    await damageKey(broken.person);
    expect((await store.tickets(1)).map((t) => t.id)).to.deep.equal(['b']);
    expect((await store.tickets(10)).map((t) => t.id)).to.deep.equal(['b', 'a']);
    expect(reports).to.deep.equal(['tickets d', 'tickets c']);
  });

  it('among the arrivals keeps its number and is marked, so that it can be set aside', async () => {
    const { store } = opened;
    const c = await start(store);
    const [file, lost] = [fileOf(c), fileOf(c)];
    for (const each of [file, lost]) await store.addFile(each);
    await store.accept(message(c, 'k1', { files: [file.id] }));
    await store.accept(message(c, 'k2', { shown: false }));
    await store.accept(message(c, 'k3'));
    await store.accept(message(c, 'k4', { payload: { text: 'photo' }, files: [lost.id] }));
    await damage('activities', 'payload', 'seq = 1');
    await damage('arrivals', 'payload', 'number = 2');
    await damage('files', 'sealed', `id = '${lost.id}'`);
    const waiting = await store.pending(c.id);
    const damaged = { at: T0, payload: { type: 'damaged' }, files: [] };
    expect(waiting.slice(0, 2)).to.deep.equal([
      { number: 1, activityId: `${c.id}|0000001`, ...damaged },
      { number: 2, activityId: `${c.id}|e0000002`, ...damaged },
    ]);
    expect(waiting[2]).to.deep.include({ number: 3, payload: { type: 'message', text: 'text of k3' } });
    expect(waiting[3]).to.deep.include({ number: 4, payload: { text: 'photo' }, files: [] });
    const said = [`arrivals ${c.id}|0000001`, `arrivals ${c.id}|e0000002`, `files ${lost.id}`];
    expect(reports).to.deep.equal(said);
    await commit(store, c, { handledUpTo: 2 });
    expect((await store.pending(c.id)).map(({ number }) => number)).to.deep.equal([3, 4]);
    // The photo that came with it is still there.
    expect(await store.orphans(T0 * 2, 10)).to.deep.equal([]);
  });

  it('may be an arrival whose line is gone altogether', async () => {
    const { store } = opened;
    const c = await start(store);
    await store.accept(message(c, 'k1'));
    await opened.tamper('DELETE FROM activities');
    expect(await store.pending(c.id)).to.have.nested.property('[0].payload.type', 'damaged');
  });

  it('of a conversation stops that conversation only: the others are taken up at start', async () => {
    const { store } = opened;
    const all = [];
    for (let i = 0; i < 4; i += 1) {
      const c = await start(store);
      await store.accept(message(c, 'k1', { at: T0 + i }));
      all.push(c);
    }
    const [state, good, key, last] = all.map((c) => must(c));
    await damage('conversations', 'state', `id = '${state?.id}'`);
    await damageKey(must(key).person);
    expect(await store.unfinished(1)).to.deep.equal([good?.id]);
    expect(await store.unfinished(10)).to.deep.equal([good?.id, last?.id]);
    expect(reports).to.deep.equal([`conversations ${state?.id}`, `conversations ${key?.id}`]);
    for (const c of [state, key]) {
      expect(await rejection(store.conversation(must(c).id))).to.be.instanceOf(StoreDamaged);
    }
    expect(await rejection(store.commit(turn(must(key), { state: {} })))).to.be.instanceOf(StoreDamaged);
    expect(await fresh(store, must(good))).to.include({ arrivals: 1 });
  });

  it('among the deliveries is buried with a ticket; what was said after it goes out', async () => {
    const { store } = opened;
    const [c, broken] = [await start(store), await start(store)];
    await commit(store, c, { said: [bot('1'), bot('2')], push: true });
    await commit(store, broken, { said: [bot('3')], push: true, at: T0 + 1 });
    await damage('activities', 'payload', `conversation = '${c.id}' AND seq = 1`);
    await damageKey(broken.person);
    expect(await store.dueDeliveries(T0 + 9, 1)).to.deep.equal([]);
    expect((await store.dueDeliveries(T0 + 9, 10)).map(({ payload }) => payload.text)).to.deep.equal(['2']);
    expect((await store.tickets(10)).map(({ kind, data }) => [kind, data.reason])).to.deep.equal([
      ['deadLetter', 'damaged'],
    ]);
    expect(reports).to.have.members([`deliveries ${c.id}|0000001`, `deliveries ${broken.id}|0000001`]);
  });

  it('needs nobody who listens', async () => {
    const quiet = await engine.open();
    const c = await commit(quiet.store, await start(quiet.store), { said: [bot('1'), bot('2')] });
    await quiet.tamper(`UPDATE activities SET payload = ${engine.broken('payload')} WHERE seq = 1`);
    expect(await quiet.store.activities(c.id, 0, 10)).to.have.length(1);
    await quiet.dispose();
  });

  it('does not hide a disk that fails', async () => {
    const { store } = opened;
    const c = await commit(store, await start(store), { said: [bot('1')], jobs: [job('a', T0)] });
    onIo(failAt(1, 'forever'));
    for (const read of [
      () => store.activities(c.id, 0, 10),
      () => store.dueJobs(T0, 10),
      () => store.tickets(10),
      () => store.pending(c.id),
      () => store.unfinished(10),
      () => store.dueDeliveries(T0, 10),
    ]) {
      expect(await rejection(read())).to.have.property('name', 'StoreUnavailable');
    }
    onIo(undefined);
    expect(reports).to.deep.equal([]);
    expect(await store.dueJobs(T0, 10)).to.have.length(1);
  });

  it('names no person in its report', async () => {
    const { store } = opened;
    const c = await start(store, { id: id.conversation('c') });
    await store.accept(message(c, '13800138000', { payload: { text: '13800138000' } }));
    await damage('activities', 'payload', 'seq = 1');
    await store.activities(c.id, 0, 1);
    await store.pending(c.id);
    expect(reports).to.deep.equal(['activities c|0000001', 'arrivals c|0000001']);
  });
});

describe('one damaged row of SQLite, while another process holds the lock,', () => {
  it('among the jobs stays until it can be dropped, and holds up nothing meanwhile', async () => {
    const reports: string[] = [];
    const opened = await openInFolder({
      patience: { accept: 50, commit: 1_000 },
      onDamage: (what, which) => reports.push(`${what} ${which}`),
    });
    const { store } = opened;
    const c = await commit(store, await start(store), { jobs: [job('a', T0), job('b', T0 + 1)] });
    within(opened.path, (db) => db.exec(`UPDATE jobs SET payload = zeroblob(40) WHERE key = 'a'`));
    const other = new DatabaseSync(opened.path);
    other.exec('BEGIN IMMEDIATE');
    expect((await store.dueJobs(T0 + 9, 1)).map(({ key }) => key)).to.deep.equal(['b']);
    other.close();
    expect(await store.nextJobAt()).to.equal(T0);
    expect((await store.dueJobs(T0 + 9, 10)).map(({ key }) => key)).to.deep.equal(['b']);
    expect(await store.nextJobAt()).to.equal(T0 + 1);
    expect(await fresh(store, c)).to.include({ version: 1 });
    expect(reports).to.deep.equal(['jobs a']);
    await opened.dispose();
  });
});
