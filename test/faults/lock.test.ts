/** R12: another process holds the write lock. Nobody is told “received” too early, nobody waits for ever, nothing is lost. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { readConfig } from '../../config.ts';
import { type App, start } from '../../index.ts';
import { databasePath } from '../../store/key.ts';
import { nightly } from './chance.ts';
import { Onlooker } from './database.ts';
import { type Answer, Phone, secret } from './phone.ts';
import { endAll, firstLine, spawnNode } from './server.ts';
import { toldIn, transcript } from './told.ts';
import { arrivalOf, newDir, openWorld } from './world.ts';

interface Attempt {
  readonly answer: Answer;
  /** Milliseconds from the question to the answer; for the reader, a busy machine makes it longer. */
  readonly took: number;
  /** Whether others could see the message when it was acknowledged. */
  readonly durable: boolean;
}

/** Sends each text again and again until it is acknowledged. */
async function chatter(phone: Phone, texts: readonly string[], onlooker: Onlooker): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const text of texts) {
    for (let acknowledged = false; !acknowledged; ) {
      const sentAt = performance.now();
      const answer = await phone.try(text, text);
      acknowledged = answer.status === 200;
      const durable = acknowledged && onlooker.sees(String(answer.body.id));
      attempts.push({ answer, took: performance.now() - sentAt, durable });
      await sleep(20);
    }
  }
  return attempts;
}

async function drained(app: App, phones: readonly Phone[]): Promise<void> {
  for (;;) {
    const all = await Promise.all(phones.map((phone) => app.store.conversation(phone.id)));
    if (all.every((one) => one && one.handled === one.arrivals)) return;
    await sleep(20);
  }
}

/** The holder's second word: that it has let go. */
function nextWord({ stdout }: ChildProcess): Promise<unknown> {
  if (!stdout) throw new Error('The child has no output.');
  return once(stdout, 'data');
}

/** Asks again and again whether the server is there, as its operator's monitor does; returns how often it was. */
async function watch(url: string, until: Promise<unknown>): Promise<number> {
  let over = false;
  void until.then(() => {
    over = true;
  });
  for (let answered = 0; ; answered += 1) {
    await (await fetch(`${url}/healthz`)).text();
    if (over) return answered;
  }
}

const texts = ['没有这些情况', '同意', '13800138000'];

describe('faults: a lock that another process holds', () => {
  let app: App | undefined;
  afterEach(async () => {
    endAll();
    await app?.stop();
    app = undefined;
  });

  for (const seconds of nightly ? [3, 10, 60] : [4.5]) {
    it(`R12 for ${seconds} s`, async function () {
      this.timeout((seconds + 30) * 1000);
      const dir = newDir();
      const env = { PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent', DIRECTLINE_SECRET: secret };
      const running = await start(readConfig(env));
      app = running;
      const phones = Array.from({ length: 20 }, (_, i) => new Phone(async () => running.url, `r12-${i}`));
      await Promise.all(phones.map((phone) => phone.start().then(() => phone.try('我要报案', '我要报案'))));
      await drained(running, phones);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const holder = spawnNode(['test/faults/lock-holder.ts', databasePath(dir), String(seconds * 1000)], {});
      expect(await firstLine(holder)).to.equal('held');
      const onlooker = new Onlooker(databasePath(dir));
      const chatting = Promise.all(phones.map((phone) => chatter(phone, texts, onlooker)));
      const answered = await watch(running.url, nextWord(holder));
      const releasedAt = performance.now();
      const attempts = (await chatting).flat();
      await drained(running, phones);
      const drainedAt = performance.now();
      delay.disable();
      onlooker.close();

      // Twenty phones at once wait for the lock. A driver that waited for it inside SQLite would let the server answer
      // others a few times, once a wait; one that does not answers them all along, thousands of times.
      expect(answered, 'answers to others while the lock was held').to.be.greaterThan(5 * phones.length);
      const acknowledged = attempts.filter(({ answer }) => answer.status === 200);
      expect(
        acknowledged.filter(({ durable }) => !durable),
        'acknowledged too early',
      ).to.deep.equal([]);
      const refused = attempts.filter(({ answer }) => answer.status !== 200);
      expect(refused.filter(({ answer }) => answer.status !== 503)).to.deep.equal([]);
      if (seconds > 4) expect(refused, 'nobody waits for as long as the lock is held').to.not.be.empty;
      expect(refused.every(({ answer }) => Number(answer.headers.get('retry-after')) > 0)).to.equal(true);
      for (const phone of phones) {
        const { exchanges } = toldIn(await transcript(running.store, phone.id));
        expect(exchanges.map(({ text }) => text)).to.deep.equal(['我要报案', ...texts]);
        expect(exchanges.filter(({ keys }) => keys.length === 0)).to.deep.equal([]);
      }
      const slowest = Math.max(...attempts.map(({ took }) => took));
      const figures = [
        `event loop p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms`,
        `${answered} answers to others`,
        `${refused.length} refused`,
        `slowest answer ${slowest.toFixed(0)} ms`,
        `drained in ${(drainedAt - releasedAt).toFixed(0)} ms`,
      ];
      process.stdout.write(`      ${figures.join(', ')}\n`);
    });
  }

  it('R12 a turn that meets the lock is taken after it, however long that was, without anybody asking again', async function () {
    const seconds = nightly ? 40 : 1; // a commit waits for 30 s and is then tried anew
    this.timeout((seconds + 30) * 1000);
    const world = await openWorld();
    const conversation = await world.open();
    await world.runner.idle();
    await world.store.accept(arrivalOf(conversation, '我要报案', world.clock.at));
    const holder = spawnNode(['test/faults/lock-holder.ts', databasePath(world.dir), String(seconds * 1000)], {});
    expect(await firstLine(holder)).to.equal('held');
    world.runner.nudge(conversation);
    await once(holder, 'exit');
    await world.runner.idle();
    const { exchanges } = toldIn(await transcript(world.store, conversation));
    expect(exchanges.map(({ keys }) => keys)).to.deep.equal([['report.danger.ask']]);
    await world.dispose();
  });
});
