/** R10 where the program forgets: killed half-way through a file that nobody refers to, and half-way through a person. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { FileId, Store } from '../../store/ports.ts';
import { bot, DAY, fileOf, fresh, id, message, NOW, start, turn } from '../store/fixtures.ts';
import { type OpenedSqlite, openInFolder } from '../store/open.ts';
import { count, integrity } from './database.ts';
import { endAll, firstLine, spawnNode } from './server.ts';

const conversation = id.conversation('c');
const orphans: readonly FileId[] = ['orphan1', 'orphan2', 'orphan3'].map((name) => id.file(name));
const kept = id.file('kept');

/** One person with a message that brought a photo, an answer on its way, and photos that no message brought. */
async function furnish({ store, files }: OpenedSqlite): Promise<void> {
  const c = await start(store, { id: conversation });
  for (const file of [...orphans, kept]) {
    await store.addFile(fileOf(c, { id: file }));
    await files.put(file, c.person, Buffer.from(file), null);
  }
  await store.accept(message(c, 'k', { files: [kept] }));
  await store.commit(turn(await fresh(store, c), { handledUpTo: 1, said: [bot('thank you')], push: true }));
}

const waiting = (store: Store) => store.orphans(NOW + DAY, 10);

describe('faults: kill -9 while it forgets', () => {
  let opened: OpenedSqlite;
  beforeEach(async () => {
    opened = await openInFolder();
    await furnish(opened);
  });
  afterEach(async () => {
    endAll();
    await opened.dispose();
  });

  /** The child's last word: `done`, or nothing if it died. */
  function forget(what: 'tidy' | 'erase', failpoint?: string): Promise<string | undefined> {
    const args = ['test/faults/upkeep-child.ts', opened.dataDir, what, conversation];
    return firstLine(spawnNode(args, failpoint ? { LIPEI_FAILPOINT: failpoint } : {}));
  }
  const bytesOf = (file: FileId) => join(opened.dataDir, 'files', file.slice(0, 2), `${file}.original`);

  it('R10 upkeep.mid: what was half removed is removed the next time, and nothing else', async function () {
    this.timeout(60_000);
    expect(await forget('tidy', 'upkeep.mid:2')).to.equal(undefined);
    expect(orphans.map((file) => existsSync(bytesOf(file)))).to.deep.equal([false, false, true]);
    expect(await waiting(opened.store), 'the second still has its record').to.deep.equal(orphans.slice(1));
    expect(await forget('tidy')).to.equal('done');
    expect(orphans.map((file) => existsSync(bytesOf(file)))).to.deep.equal([false, false, false]);
    expect(await waiting(opened.store)).to.deep.equal([]);
    const c = await opened.store.conversation(conversation);
    expect(c && String(await opened.files.original(kept, c.person))).to.equal(kept);
    expect(integrity(opened.path)).to.equal('ok');
  });

  it('R10 erase.mid: the person is gone at once; the rows that are left go with the next upkeep', async function () {
    this.timeout(60_000);
    expect(await forget('erase', 'erase.mid')).to.equal(undefined);
    expect(await opened.store.conversation(conversation)).to.equal(undefined);
    expect(await opened.store.activities(conversation, 0, 10)).to.deep.equal([]);
    expect(await opened.store.dueDeliveries(NOW + DAY, 10)).to.deep.equal([]);
    expect(count(opened.path, 'activities'), 'sealed with a key that is no more').to.equal(2);
    expect(await forget('tidy')).to.equal('done');
    for (const table of ['activities', 'deliveries', 'files']) expect(count(opened.path, table), table).to.equal(0);
    expect([...orphans, kept].filter((file) => existsSync(bytesOf(file)))).to.deep.equal([]);
    expect(integrity(opened.path)).to.equal('ok');
  });
});
