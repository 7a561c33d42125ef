/** R29: one bit on the disk has changed. Somebody is told, or it does not matter; nobody is shown what another person said. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { openFiles } from '../../store/files.ts';
import { findDamage } from '../../store/sqlite/check.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { serve } from '../e2e/client.ts';
import { message, must } from '../store/fixtures.ts';
import { KEK, type OpenedSqlite, openInFolder } from '../store/open.ts';
import { readBack, SECRETS, story, tell } from '../store/story.ts';
import { Chance, times, withSeed } from './chance.ts';
import { newDir } from './world.ts';

const markers = ['a', 'b', 'c', 'd'];

/** What each person finds, as text; instead of it the name of the error. A read that fails is no reason not to try the next. */
const readEach = ({ store, files }: Pick<OpenedSqlite, 'store' | 'files'>): Promise<string[]> =>
  Promise.all(
    markers.map((marker) =>
      readBack(store, files, marker).then(
        (seen) => JSON.stringify(seen),
        ({ name }: Error) => name,
      ),
    ),
  );

/** Columns that lie unsealed beside the words, because lists are sorted and searched by them: instants, counts, states. */
const PLAIN = [
  ...['at', 'createdAt', 'receivedAt', 'revokedAt', 'updatedAt', 'dueAt', 'expiresAt', 'verifiedAt', 'accidentFrom'],
  ...['accidentTo', 'arrivals', 'failures', 'lastSeq', 'attempts', 'version', 'number', 'status', 'channel', 'key'],
  ...['kind', 'byPlate', 'bindings', 'device', 'user', 'pending'],
];

/** Also which claim a ticket is about. */
const isPlain = (name: string, value: unknown): boolean =>
  PLAIN.includes(name) || (name === 'claim' && typeof value === 'string');

/** The rest: what a person or the bot said and did. */
const words = (seen: string): string =>
  seen.startsWith('{')
    ? JSON.stringify(JSON.parse(seen, (name, value) => (isPlain(name, value) ? undefined : value)))
    : seen;

const isError = (seen: string): boolean => !seen.startsWith('{');

type Outcome =
  | 'refused at start'
  | 'told at start'
  | 'noticed when read'
  | 'no effect'
  | 'beside the words'
  | 'the last commit';

interface Found {
  readonly outcome: Outcome;
  readonly seen: readonly string[];
}

class Flipped {
  readonly tally: Partial<Record<Outcome, number>> = {};
  readonly #from: string;
  readonly #chance: Chance;

  constructor(from: string, chance: Chance) {
    this.#from = from;
    this.#chance = chance;
  }

  /** A copy of the directory with one bit changed in this file. */
  copy(name: string): { readonly dir: string; readonly where: string } {
    const dir = newDir();
    cpSync(this.#from, dir, { recursive: true });
    for (const left of ['lipei.lock', 'lipei.pid', 'lipei.db-shm']) rmSync(join(dir, left), { force: true });
    const path = join(dir, name);
    const bytes = readFileSync(path);
    const [at, bit] = [this.#chance.between(0, bytes.length - 1), this.#chance.between(0, 7)];
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    writeFileSync(path, bytes);
    return { dir, where: `${name}, byte ${at}, bit ${bit}` };
  }

  note(outcome: Outcome): void {
    this.tally[outcome] = (this.tally[outcome] ?? 0) + 1;
  }
}

describe('faults: a changed byte', () => {
  let source: OpenedSqlite;
  let expected: string[];
  /** Without the last commit. */
  let before: string[];
  beforeEach(async () => {
    source = await openInFolder();
    for (const marker of markers) await tell(source.store, source.files, marker);
    expected = await readEach(source);
    before = [];
  });
  afterEach(async () => {
    await source.store.close().catch(() => {}); // some tests close it
    rmSync(source.dataDir, { recursive: true });
  });

  const say = ({ tally }: Flipped): void => void process.stdout.write(`      ${JSON.stringify(tally)}\n`);

  /** As a server starts on it, whose people then read. */
  async function lookAt(dir: string, where: string): Promise<Found> {
    let reports = 0;
    const onDamage = (): void => {
      reports += 1;
    };
    const opened = await openSqlite({ dataDir: dir, kek: KEK, alone: true, onDamage }).catch((error: unknown) => {
      expect(String(error), where).to.match(/npm run restore|restore a backup/);
    });
    if (!opened) return { outcome: 'refused at start', seen: [] };
    const damage = findDamage(join(dir, 'lipei.db'));
    const files = await openFiles({ dir: join(dir, 'files'), keys: opened.keys });
    const seen = await readEach({ store: opened, files });
    await opened.close().catch(() => {}); // what is damaged may not let itself be tidied
    return { outcome: damage ? 'told at start' : outcomeOf(seen, reports > 0, where), seen };
  }

  function outcomeOf(seen: readonly string[], reported: boolean, where: string): Outcome {
    if (String(seen) === String(before)) return 'the last commit';
    const strange = seen.filter((one, i) => words(one) !== words(expected[i] ?? ''));
    if (strange.length > 0) {
      expect(reported || strange.every(isError), `${where}: nobody is told`).to.equal(true);
      return 'noticed when read';
    }
    return String(seen) === String(expected) ? 'no effect' : 'beside the words';
  }

  /** Each line of a person ends with the mark of whose it is. */
  function expectOwnWords(seen: readonly string[], where: string): void {
    for (const [i, one] of seen.entries())
      for (const marker of markers.filter((_, other) => other !== i))
        expect(one, where).not.to.include(`"${SECRETS.words}${marker}"`);
  }

  it(`R29 in the database is told, noticed or without effect ${withSeed}`, async function () {
    this.timeout(600_000);
    await source.store.close();
    const flipped = new Flipped(source.dataDir, new Chance(this.test?.title ?? ''));
    for (let n = 0; n < times(20, 500); n += 1) {
      const { dir, where } = flipped.copy('lipei.db');
      const { outcome, seen } = await lookAt(dir, where);
      expectOwnWords(seen, where);
      flipped.note(outcome);
      rmSync(dir, { recursive: true });
    }
    say(flipped);
  });

  it(`R29 in the log that a crash has left is told, or costs no more than a power loss would ${withSeed}`, async function () {
    this.timeout(600_000);
    before = expected;
    const c = must(await source.store.conversation(story(source.store, source.files, 'd').conversation));
    await source.store.accept(message(c, 'the last commit', { payload: { text: 'the last commit' } }));
    expected = await readEach(source);
    const flipped = new Flipped(source.dataDir, new Chance(this.test?.title ?? ''));
    for (let n = 0; n < times(20, 500); n += 1) {
      const { dir, where } = flipped.copy('lipei.db-wal');
      const { outcome } = await lookAt(dir, where);
      expect(outcome, where).to.be.oneOf(['refused at start', 'the last commit', 'no effect']);
      flipped.note(outcome);
      rmSync(dir, { recursive: true });
    }
    say(flipped);
  });

  it(`R29 in a photo is noticed by whoever opens it, and by nobody else ${withSeed}`, async function () {
    this.timeout(600_000);
    await source.store.close();
    const chance = new Chance(this.test?.title ?? '');
    const flipped = new Flipped(source.dataDir, chance);
    for (let n = 0; n < times(20, 500); n += 1) {
      const of = chance.between(0, markers.length - 1);
      const { dir, where } = flipped.copy(`files/ph/photo${markers[of]}.${chance.pick(['original', 'display'])}`);
      const { outcome, seen } = await lookAt(dir, where);
      expect(seen, where).to.deep.equal(expected.map((one, i) => (i === of ? 'StoreDamaged' : one)));
      flipped.note(outcome);
      rmSync(dir, { recursive: true });
    }
    say(flipped);
  });

  it(`R29 the program itself: it says what to do and ends, or says what is broken and runs ${withSeed}`, async function () {
    this.timeout(600_000);
    await source.store.close();
    const flipped = new Flipped(source.dataDir, new Chance(this.test?.title ?? ''));
    for (let n = 0; n < times(1, 60); n += 1) {
      const { dir, where } = flipped.copy('lipei.db');
      const damage = findDamage(join(dir, 'lipei.db'));
      const server = await serve(dir, { LIPEI_KEY: KEK.toString('base64'), LOG_LEVEL: 'error' }).catch(
        ({ message }: Error) => message,
      );
      if (typeof server === 'string') {
        expect(server, where).to.match(/^the server ended with 1: [^\n]+(npm run restore|restore a backup)[^\n]+\n$/);
        flipped.note('refused at start');
      } else {
        while (damage && !server.output().includes('the database is damaged')) await sleep(20);
        expect((await fetch(`${server.url}/healthz`)).status).to.equal(200);
        flipped.note(damage ? 'told at start' : 'no effect');
        await server.stop();
      }
      rmSync(dir, { recursive: true });
    }
    say(flipped);
  });
});
