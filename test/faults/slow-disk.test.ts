/** R13: a disk on which every commit takes 200 ms longer. It goes on, slowly: nothing twice, everything in order. */
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { Chance, times, withSeed } from './chance.ts';
import { dialogues } from './dialogues.ts';
import { inOrder, toldIn, transcript } from './told.ts';
import { openWorld } from './world.ts';

/** Milliseconds; the program stands still meanwhile, as it does while a disk syncs. */
const LATE = 200;

/** Every commit of every database of this process, until it is mended. */
function slowDisk(): { commits: number; mend(): void } {
  const { exec } = DatabaseSync.prototype;
  const still = new Int32Array(new SharedArrayBuffer(4));
  const disk = {
    commits: 0,
    mend() {
      DatabaseSync.prototype.exec = exec;
    },
  };
  DatabaseSync.prototype.exec = function (sql: string): void {
    exec.call(this, sql);
    if (!sql.startsWith('COMMIT')) return;
    disk.commits += 1;
    Atomics.wait(still, 0, 0, LATE);
  };
  return disk;
}

describe('faults: a slow disk', () => {
  it(`R13 every commit takes 200 ms longer: no message is lost or doubled, answers are in order ${withSeed}`, async function () {
    this.timeout(600_000);
    const chance = new Chance(this.test?.title ?? '');
    const world = await openWorld();
    const people = await Promise.all(Array.from({ length: times(3, 20) }, () => world.open()));
    await world.runner.idle();
    const script = [...dialogues.report.steps, ...dialogues.details.steps].slice(0, times(5, 19));
    const disk = slowDisk();
    const begun = performance.now();
    try {
      let sent = 0;
      for (let at = 0; at < script.length; ) {
        const burst = script.slice(at, at + chance.between(2, 5));
        const copies = burst.flatMap((text, i) =>
          (chance.next() < 0.1 ? [text, text] : [text]).map((t) => [t, at + i] as const),
        );
        sent += people.length * copies.length;
        await Promise.all(
          people.flatMap((one) => copies.map(([text, place]) => world.say(one, text, { key: String(place) }))),
        );
        at += burst.length;
      }
      await world.runner.idle();
      const seconds = (performance.now() - begun) / 1000;
      const messages = people.length * script.length;
      const figures = [
        `${messages} messages (${sent} with copies) in ${seconds.toFixed(1)} s`,
        `${(messages / seconds).toFixed(1)}/s`,
        `${disk.commits} commits`,
        `${(messages / disk.commits).toFixed(2)} messages a commit`,
      ];
      process.stdout.write(`      ${figures.join(', ')}\n`);
      // One for each arrival, one for each turn, and a turn for each message at worst.
      expect(disk.commits).to.be.at.most(sent + messages);
    } finally {
      disk.mend();
    }
    for (const one of people) {
      const lines = await transcript(world.store, one);
      const { exchanges } = toldIn(lines);
      expect(exchanges.map(({ text }) => text)).to.deep.equal(script);
      expect(exchanges.filter(({ keys }) => keys.length === 0)).to.deep.equal([]);
      expect(inOrder(lines)).to.equal(true);
    }
    await world.dispose();
  });
});
