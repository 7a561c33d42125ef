/** R9: the real program is killed again and again while phones report accidents to it. */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { databasePath } from '../../store/key.ts';
import { Chance, times, withSeed } from './chance.ts';
import { integrity } from './database.ts';
import { innocent, judge } from './judge.ts';
import { keepReporting, reportWithDetails as script } from './reporting.ts';
import { endAll, Server } from './server.ts';
import { newDir } from './world.ts';

describe('faults: kill -9', () => {
  afterEach(endAll);

  it(`R9 at random moments: nothing is lost, doubled, unanswered or contradicted ${withSeed}`, async function () {
    this.timeout(1_200_000);
    const chance = new Chance(this.test?.title ?? '');
    const server = new Server(newDir());
    let over = false;
    const talking = Promise.all(
      Array.from({ length: times(6, 16) }, (_, i) =>
        keepReporting(server.where, `r9-${i}`, new Chance(`phone ${i}`), () => over),
      ),
    );
    talking.catch(() => {}); // reported where it is awaited
    for (let kill = 0; kill < times(2, 200); kill += 1) {
      expect(await server.start(), 'the server starts on what it finds').to.equal(true);
      await sleep(chance.between(50, 300));
      await server.end('SIGKILL');
    }
    over = true;
    await server.start();
    const phones = (await talking).flat();
    for (const phone of phones) await phone.hear(phone.sent.at(-1)?.id ?? '');
    await server.end('SIGTERM');

    const verdict = innocent();
    const store = await server.store();
    for (const { conversation, sent } of phones) await judge(store, conversation, sent, script, verdict);
    await store.close();
    const refused = phones.reduce((sum, phone) => sum + phone.refused, 0);
    const messages = phones.reduce((sum, phone) => sum + phone.sent.length, 0);
    process.stdout.write(`      ${phones.length} reports, ${messages} messages, ${refused} attempts refused\n`);
    expect(verdict).to.deep.equal(innocent());
    expect(integrity(databasePath(server.dir))).to.equal('ok');
    rmSync(server.dir, { recursive: true, force: true });
  });
});
