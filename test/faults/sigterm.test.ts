/** R24: an operator stops the program and starts it again while everybody is talking. On two processes: `processes.test.ts`. */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { databasePath } from '../../store/key.ts';
import { Chance, times, withSeed } from './chance.ts';
import { integrity } from './database.ts';
import { innocent, judge } from './judge.ts';
import { keepReporting, reportWithDetails } from './reporting.ts';
import { endAll, Server } from './server.ts';
import { newDir } from './world.ts';

/** Milliseconds that an operator waits before she kills. */
const PATIENCE = 10_000;

describe('faults: SIGTERM', () => {
  afterEach(endAll);

  it(`R24 under full load, again and again: it ends by itself, nothing is lost or doubled ${withSeed}`, async function () {
    this.timeout(600_000);
    const chance = new Chance(this.test?.title ?? '');
    const server = new Server(newDir());
    let over = false;
    const talking = Promise.all(
      Array.from({ length: times(12, 32) }, (_, i) =>
        keepReporting(server.where, `r24-${i}`, new Chance(`phone ${i}`), () => over),
      ),
    );
    talking.catch(() => {}); // reported where it is awaited
    const ends: { readonly code: number | null; readonly took: number }[] = [];
    for (let stop = 0; stop < times(1, 30); stop += 1) {
      expect(await server.start()).to.equal(true);
      await sleep(chance.between(300, 900));
      const asked = performance.now();
      const code = await server.end('SIGTERM');
      ends.push({ code, took: performance.now() - asked });
    }
    over = true;
    await server.start();
    const phones = (await talking).flat();
    for (const phone of phones) await phone.hear(phone.sent.at(-1)?.id ?? '');
    await server.end('SIGTERM');

    const verdict = innocent();
    const store = await server.store();
    for (const { conversation, sent } of phones) await judge(store, conversation, sent, reportWithDetails, verdict);
    await store.close();
    const [refused, messages] = [phones.map((one) => one.refused), phones.map((one) => one.sent.length)].map((counts) =>
      counts.reduce((sum, one) => sum + one, 0),
    );
    const slowest = Math.max(...ends.map(({ took }) => took));
    const figures = `${phones.length} reports, ${messages} messages, ${refused} attempts refused, slowest end ${slowest.toFixed(0)} ms`;
    process.stdout.write(`      ${figures}\n`);
    expect(ends.filter(({ code, took }) => code !== 0 || took > PATIENCE)).to.deep.equal([]);
    expect(verdict).to.deep.equal(innocent());
    expect(integrity(databasePath(server.dir))).to.equal('ok');
    rmSync(server.dir, { recursive: true, force: true });
  });
});
