/** What a start makes of the log that a crash has left. The flips of test/faults try the rest. */
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { StoreDamaged } from '../../store/errors.ts';
import { examine } from '../../store/sqlite/wal.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { bot, commit, id, rejection, start } from './fixtures.ts';
import { KEK, newFolder, type OpenedSqlite, openInFolder } from './open.ts';

const FRAME = 24 + 4096;

describe('the log that a crash has left', () => {
  let running: OpenedSqlite;
  let crashed: string;
  const log = () => join(crashed, 'lipei.db-wal');
  const conversation = id.conversation('c');
  beforeEach(async () => {
    running = await openInFolder();
    const c = await start(running.store, { id: conversation });
    for (let n = 1; n <= 20; n += 1) await commit(running.store, c, { said: [bot(String(n))] });
    crashed = newFolder();
    for (const name of ['lipei.db', 'lipei.db-wal'])
      writeFileSync(join(crashed, name), readFileSync(join(running.dataDir, name)));
  });
  afterEach(async () => {
    await running.dispose();
    rmSync(crashed, { recursive: true });
  });

  const serve = () => openSqlite({ dataDir: crashed, kek: KEK, alone: true });
  async function lines(): Promise<number> {
    const store = await serve();
    const found = await store.activities(conversation, 0, 100);
    await store.close();
    return found.length;
  }
  function change(at: number): void {
    const bytes = readFileSync(log());
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(log(), bytes);
  }

  it('is taken as it is, whole or cut anywhere', async () => {
    const whole = readFileSync(log());
    expect(examine(whole)).to.deep.equal({ good: whole.length, lost: 0 });
    for (let length = 0; length < whole.length; length += 999)
      expect(examine(whole.subarray(0, length)), `cut at ${length}`).to.have.property('lost', 0);
    expect(await lines()).to.equal(20);
  });

  it('that has lost commits is refused, as often as one tries; nothing is changed by that', async () => {
    const frames = (readFileSync(log()).length - 32) / FRAME;
    change(32 + Math.floor(frames / 2) * FRAME + 100);
    const before = readFileSync(log());
    for (let again = 0; again < 2; again += 1) {
      const error = await rejection(serve());
      expect(error).to.be.instanceOf(StoreDamaged);
      expect(String(error))
        .to.include('npm run restore')
        .and.include(`truncate -s ${examine(before).good} ${log()}`);
    }
    expect(readFileSync(log()).equals(before)).to.equal(true);
  });

  it('goes on without them where somebody has cut it as the sentence says', async () => {
    const frames = (readFileSync(log()).length - 32) / FRAME;
    change(32 + (frames - 20) * FRAME + 100);
    const { good } = examine(readFileSync(log()));
    truncateSync(log(), good);
    expect(await lines()).to.be.within(1, 19);
  });

  it('whose head is damaged is refused, too', async () => {
    for (const at of [0, 9, 17, 27]) {
      change(at);
      expect(String(await rejection(serve())), `byte ${at}`).to.include('damaged at byte 0');
      change(at);
    }
    expect(await lines()).to.equal(20);
  });

  it('may hold an earlier round behind the present one', async () => {
    await running.store.prune(0); // empties it by a checkpoint
    const c = await start(running.store, { id: conversation });
    await commit(running.store, c, { said: [bot('21')] });
    const now = readFileSync(join(running.dataDir, 'lipei.db-wal'));
    const old = readFileSync(log());
    writeFileSync(log(), Buffer.concat([now, old.subarray(now.length)]));
    writeFileSync(join(crashed, 'lipei.db'), readFileSync(join(running.dataDir, 'lipei.db')));
    expect(await lines()).to.equal(21);
  });
});
