/** R23, the drill: a backup beside a server under load, the machine lost, everything restored elsewhere. R10 for backups. */
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { fileIdOf } from '../../channels/contract.ts';
import { type Manifest, readManifest } from '../../scripts/backup/manifest.ts';
import { restore } from '../../scripts/backup/restore.ts';
import { databasePath, fingerprintOf, keyPath, loadKek } from '../../store/key.ts';
import { openStore } from '../../store/open.ts';
import { id, must, start } from '../store/fixtures.ts';
import { KEK, openInFolder } from '../store/open.ts';
import { contentsOf, sendPhoto } from '../store/photos.ts';
import { Chance, times, withSeed } from './chance.ts';
import { crowd } from './crowd.ts';
import { integrity } from './database.ts';
import { innocent, judge } from './judge.ts';
import { endAll, Server } from './server.ts';
import { transcript } from './told.ts';
import { run } from './tool.ts';
import { figures, keepReporting, photo, script, Witness } from './witness.ts';
import { newDir } from './world.ts';

const anotherKey = Buffer.alloc(32, 8).toString('base64');
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** What is found again of each phone, in order; whatever was acknowledged before the backup must be. */
async function foundAgain(dataDir: string, witnesses: readonly Witness[], at: number): Promise<Map<Witness, number>> {
  const found = new Map<Witness, number>();
  const { store } = await openStore({ dataDir, database: undefined }, { kek: await loadKek({ dataDir }) });
  for (const witness of witnesses) {
    const isThere = (await store.conversation(witness.id)) !== undefined;
    if (witness.openedAt < at) expect(isThere, `${witness.name} was opened before the backup`).to.equal(true);
    if (!isThere) continue;
    const lines = (await transcript(store, witness.id)).filter(({ direction }) => direction === 'user');
    const ids = lines.map((line) => line.id);
    expect(ids, 'the first messages, without a gap').to.deep.equal(
      witness.sent.slice(0, ids.length).map((sent) => sent.id),
    );
    expect(ids.length, `${witness.name}: acknowledged before the backup`).to.be.at.least(
      witness.at.filter((time) => time < at).length,
    );
    // Half open at that moment, and nobody was told that it is: its client opens another one.
    if (ids.length === 0 && witness.openedAt >= at) continue;
    found.set(witness, ids.length);
  }
  await store.close();
  return found;
}

/** Photos that lines of this conversation show, byte for byte. */
async function photosOf(dataDir: string, witness: Witness): Promise<number> {
  const { store, files } = await openStore({ dataDir, database: undefined }, { kek: await loadKek({ dataDir }) });
  const { person } = must(await store.conversation(witness.id));
  const lines = (await transcript(store, witness.id)).filter(({ direction }) => direction === 'user');
  for (const [i, { payload }] of lines.entries()) {
    const [attachment] = payload.attachments as unknown as readonly { contentUrl: string }[];
    const bytes = await files.original(must(fileIdOf(attachment?.contentUrl)), person);
    expect(bytes?.equals(photo(i + 1)), `photo ${i + 1}`).to.equal(true);
  }
  await store.close();
  return lines.length;
}

/** Whoever is found there goes on to the end of the report, as if nothing had been. */
async function goOn(server: Server, found: ReadonlyMap<Witness, number>): Promise<Witness[]> {
  const all = [...found].map(async ([before, count]) => {
    const after = new Witness(server.where, before.name).continue(before);
    after.sent.push(...before.sent.slice(0, count));
    await after.report();
    await after.hear(after.sent.at(-1)?.id ?? '');
    return after;
  });
  return Promise.all(all);
}

async function judged(server: Server, witnesses: readonly Witness[]): Promise<void> {
  const verdict = innocent();
  const store = await server.store();
  for (const { conversation, sent } of witnesses) await judge(store, conversation, sent, script, verdict);
  await store.close();
  expect(verdict).to.deep.equal(innocent());
  expect(integrity(databasePath(server.dir))).to.equal('ok');
}

describe('faults: a backup', () => {
  afterEach(endAll);

  for (let round = 1; round <= times(1, 10); round += 1)
    it(`R23 the machine is lost after a backup under load (${round}): nothing from before it is missing elsewhere ${withSeed}`, async function () {
      this.timeout(1_200_000);
      const chance = new Chance(this.test?.title ?? '');
      const server = new Server(newDir());
      const [target, elsewhere] = [newDir(), newDir()];
      const kek = await loadKek({ dataDir: server.dir });
      await crowd(server.dir, kek, times(300, round === 1 ? 100_000 : 3_000));
      await server.start();
      const witnesses: Witness[] = [];
      const photographer = new Witness(server.where, 'r23-photos');
      const load = Array.from({ length: times(4, 8) }, (_, i) => keepReporting(server.where, `r23-${i}`, witnesses));
      const talking = Promise.allSettled([...load, photographer.start().then(() => photographer.photograph())]);
      const loadAt = Date.now();
      while (photographer.at.length < 3 || witnesses.some(({ sent }) => sent.length < 5)) await sleep(20);
      await sleep(chance.between(100, 1_500));

      const began = Date.now();
      const { code, out, err } = await run('backup', [target], { DATA_DIR: server.dir });
      const ended = Date.now();
      expect({ code, err }).to.deep.equal({ code: 0, err: '' });
      expect(out).to.include(`fingerprint ${fingerprintOf(kek)}, here from ${keyPath(server.dir)}`);
      await sleep(chance.between(200, 1_000));
      const lostAt = Date.now();
      await server.end('SIGKILL');
      server.giveUp();
      await talking;

      const manifest = must(await readManifest(target)) as Manifest;
      for (const env of [{}, { LIPEI_KEY: anotherKey }]) {
        const refused = await run('restore', [target], { DATA_DIR: elsewhere, ...env });
        expect(refused.code).to.equal(1);
        expect(refused.err)
          .to.include(`the fingerprint ${fingerprintOf(kek)}`)
          .and.include('Nothing was restored');
      }
      const again = performance.now();
      copyFileSync(keyPath(server.dir), keyPath(elsewhere));
      rmSync(server.dir, { recursive: true });
      const restored = await run('restore', [target], { DATA_DIR: elsewhere });
      expect(restored.err).to.equal('');
      const restoredIn = performance.now() - again;
      const at = Date.parse(manifest.at);
      const found = await foundAgain(elsewhere, witnesses, at);
      expect(found.size, 'reports that are found again').to.be.greaterThan(0);
      const photos = await photosOf(elsewhere, photographer);
      expect(photos, 'photos from before').to.be.at.least(photographer.at.filter((time) => time < at).length);

      const started = performance.now();
      const there = new Server(elsewhere);
      expect(await there.start()).to.equal(true);
      const ready = performance.now() - started;
      const after = await goOn(there, found);
      await there.end('SIGTERM');
      await judged(there, after);
      const said = [
        `backup ${seconds(ended - began)}: ${manifest.database.bytes} bytes, ${Object.keys(manifest.files).length} files`,
        `before: ${figures(witnesses, loadAt, began)}`,
        `during: ${figures(witnesses, began, ended)}`,
        `RPO ${seconds(lostAt - at)}; RTO: restored in ${seconds(restoredIn)}, ready ${seconds(ready)} after that`,
        `${found.size} reports and ${photos} photos found again, of ${witnesses.length} reports until the end`,
      ];
      process.stdout.write(said.map((line) => `      ${line}\n`).join(''));
      for (const dir of [target, elsewhere]) rmSync(dir, { recursive: true });
    });

  it('R10 backup.mid: killed at any place, the backup before it or the new one is whole', async function () {
    this.timeout(300_000);
    const source = await openInFolder();
    const target = newDir();
    const backUp = (failpoint: Record<string, string> = {}) =>
      run('backup', [target], { DATA_DIR: source.dataDir, LIPEI_KEY: KEK.toString('base64'), ...failpoint });
    const c = await start(source.store, { id: id.conversation('c') });
    await sendPhoto(source, c, 'first');
    expect((await backUp()).code).to.equal(0);
    for (const name of ['second', 'third']) await sendPhoto(source, c, name);
    const found: string[] = [];
    for (let hit = 1, code: number | null = null; code === null; hit += 1) {
      ({ code } = await backUp({ LIPEI_FAILPOINT: `backup.mid:${hit}` }));
      const dataDir = newDir();
      const key = KEK.toString('base64');
      expect(await restore({ from: target, dataDir, database: undefined, key })).to.deep.include({ damage: [] });
      found.push(String(await contentsOf(dataDir, c.id)));
      rmSync(dataDir, { recursive: true });
    }
    const of = (...names: string[]) => String(names.flatMap((name) => [`photo ${name}`, `thank you for ${name}`]));
    const [before, now] = [of('first'), of('first', 'second', 'third')];
    // After the database, after each of six files, after the manifest; then nothing is left to be killed at.
    expect(found).to.deep.equal([...Array(7).fill(before), now, now]);
    expect(readdirSync(target).filter((name) => name.startsWith('lipei-'))).to.have.length(1);
    await source.dispose();
    rmSync(target, { recursive: true });
  });
});
