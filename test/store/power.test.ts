import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Store } from '../../store/ports.ts';
import { bot, commit, id, message, start } from './fixtures.ts';
import { newFolder, type OpenedSqlite, openInFolder } from './open.ts';
import { random } from './seed.ts';
import { readBack, tell } from './story.ts';

/** Cuts and flips; `LIPEI_LONG=1` for the nightly run. */
const CUTS = process.env.LIPEI_LONG ? 1_000 : 60;
const FLIPS = process.env.LIPEI_LONG ? 500 : 50;

describe('a power loss', () => {
  const conversations = [id.conversation('a'), id.conversation('b')];

  /** Everything there is, as one text. */
  async function picture(store: Store): Promise<string> {
    const all = conversations.map(async (c) => [
      await store.conversation(c),
      await store.activities(c, 0, 1_000),
      await store.pending(c, 100),
    ]);
    return JSON.stringify(await Promise.all(all));
  }

  async function pictureOfCut(db: string, wal: string, length: number): Promise<string> {
    const dataDir = newFolder();
    copyFileSync(db, join(dataDir, 'lipei.db'));
    copyFileSync(wal, join(dataDir, 'lipei.db-wal'));
    truncateSync(join(dataDir, 'lipei.db-wal'), length);
    const cut = await openInFolder({}, dataDir);
    const seen = await picture(cut.store);
    await cut.dispose();
    return seen;
  }

  it('anywhere in the log leaves a prefix of the commits, with everything acknowledged before it', async function () {
    this.timeout(600_000);
    const pick = random('the cuts');
    const opened = await openInFolder();
    const wal = `${opened.path}-wal`;
    const pictures = [await picture(opened.store)];
    const ends = [0];
    const step = async (work: Promise<unknown>) => {
      await work;
      pictures.push(await picture(opened.store));
      ends.push(statSync(wal).size);
    };
    for (const c of conversations) await step(start(opened.store, { id: c }));
    for (let i = 1; i <= 25; i += 1) {
      const c = { ...(await start(opened.store, { id: conversations[i % 2] ?? id.conversation() })) };
      await step(opened.store.accept(message(c, `k${i}`)));
      await step(
        commit(opened.store, c, {
          handledUpTo: c.arrivals + 1,
          state: { i, fill: 'x'.repeat(pick(3_000)) },
          said: [bot(`re ${i}`)],
        }),
      );
    }
    const full = statSync(wal).size;
    for (let n = 0; n < CUTS; n += 1) {
      const length = pick(full + 1);
      const seen = pictures.lastIndexOf(await pictureOfCut(opened.path, wal, length));
      expect(seen, `cut at ${length} of ${full}: no prefix of the commits`).to.be.at.least(0);
      const acknowledged = ends.findLastIndex((end) => end <= length);
      expect(seen, `cut at ${length} of ${full}: an acknowledged commit is gone`).to.be.at.least(acknowledged);
    }
    await opened.dispose();
  });
});

describe('a flipped byte', () => {
  const markers = ['a', 'b'];

  /** What can be read of each person, or the name of the error. A read that fails is no reason not to try the next. */
  async function readEach(opened: OpenedSqlite): Promise<string[]> {
    return Promise.all(
      markers.map((marker) =>
        readBack(opened.store, opened.files, marker).then(
          (seen) => JSON.stringify(seen),
          (error: Error) => `failed: ${error.name}`,
        ),
      ),
    );
  }

  async function flipped(from: string, name: string, offset: number, bit: number): Promise<string[]> {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'files'));
    for (const part of ['lipei.db', 'lipei.db-wal'])
      if (existsSync(join(from, part))) copyFileSync(join(from, part), join(dataDir, part));
    const bytes = readFileSync(join(dataDir, name));
    bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
    writeFileSync(join(dataDir, name), bytes);
    try {
      const opened = await openInFolder({}, dataDir);
      const seen = await readEach(opened);
      await opened.store.close().catch(() => {});
      return seen;
    } catch (error) {
      return [`failed to open: ${(error as Error).name}`];
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }

  for (const [where, name] of [
    ['the database', 'lipei.db'],
    ['the log', 'lipei.db-wal'],
  ] as const) {
    it(`in ${where} is noticed or harmless, and never shows one person the words of another`, async function () {
      this.timeout(600_000);
      const pick = random(`the flips in ${where}`);
      let opened = await openInFolder();
      for (const marker of markers) await tell(opened.store, opened.files, marker);
      // Closing moves the log into the database.
      if (name === 'lipei.db') opened = await opened.reopen();
      const { size } = statSync(join(opened.dataDir, name));
      expect(size).to.be.greaterThan(10_000);
      for (let n = 0; n < FLIPS / 2; n += 1) {
        const [offset, bit] = [pick(size), pick(8)];
        const seen = await flipped(opened.dataDir, name, offset, bit);
        for (const [i, text] of seen.entries()) {
          const other = i === 0 ? 'b' : 'a';
          expect(text, `byte ${offset} bit ${bit}`).not.to.include(`追尾了${other}`);
        }
      }
      await opened.dispose();
    });
  }
});
