/** R12: another process holds the write lock. Nobody is told “received” too early, nobody waits for ever, nothing is lost. */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { readConfig } from '../../config.ts';
import { type App, start } from '../../index.ts';
import { databasePath } from '../../store/key.ts';
import { nightly } from './chance.ts';
import { type Answer, Phone, secret } from './phone.ts';
import { firstLine, spawnNode } from './server.ts';
import { toldIn, transcript } from './told.ts';
import { newDir } from './world.ts';

interface Attempt {
  readonly answer: Answer;
  /** Milliseconds on the test's clock. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** Sends a few messages, each again until it is acknowledged; one every `pause` milliseconds at most. */
async function chatter(phone: Phone, texts: readonly string[], pause: number): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const [i, text] of texts.entries()) {
    for (;;) {
      const sentAt = performance.now();
      const answer = await phone.try(text, `mark-${i}`);
      attempts.push({ answer, sentAt, answeredAt: performance.now() });
      await sleep(pause);
      if (answer.status === 200) break;
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

describe('faults: a lock that another process holds', () => {
  for (const seconds of nightly ? [3, 10, 60] : [4.5]) {
    it(`R12 for ${seconds} s`, async function () {
      this.timeout((seconds + 30) * 1000);
      const dir = newDir();
      const env = { PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent', DIRECTLINE_SECRET: secret };
      const app = await start(readConfig(env));
      const phones = Array.from({ length: 20 }, (_, i) => new Phone(async () => app.url, `r12-${i}`));
      await Promise.all(phones.map((phone) => phone.start()));
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const texts = ['我要报案', '没有这些情况', '同意', '13800138000'];
      const chatting = Promise.all(phones.map((phone, i) => chatter(phone, texts, 20 + i)));
      const holder = spawnNode(['test/faults/lock-holder.ts', databasePath(dir), String(seconds * 1000)], {});
      expect(await firstLine(holder)).to.equal('held');
      const heldAt = performance.now();
      await once(holder, 'exit');
      const releasedAt = performance.now();
      const attempts = (await chatting).flat();
      await drained(app, phones);
      const drainedAt = performance.now();
      delay.disable();

      const early = attempts.filter(
        (one) => one.answer.status === 200 && one.sentAt > heldAt && one.answeredAt < releasedAt - 200,
      );
      expect(early, 'acknowledged while nothing could be written').to.deep.equal([]);
      const refused = attempts.filter(({ answer }) => answer.status !== 200);
      expect(new Set(refused.map(({ answer }) => answer.status))).to.deep.equal(new Set(seconds > 4 ? [503] : []));
      expect(refused.every(({ answer }) => Number(answer.headers.get('retry-after')) > 0)).to.equal(true);
      expect(Math.max(...attempts.map((one) => one.answeredAt - one.sentAt))).to.be.lessThan(4_000);
      expect(drainedAt - releasedAt, 'milliseconds until the backlog was drained').to.be.lessThan(5_000);
      for (const phone of phones) {
        const { exchanges } = toldIn(await transcript(app.store, phone.id));
        expect(exchanges.map(({ text }) => text)).to.deep.equal(texts);
        expect(exchanges.filter(({ keys }) => keys.length === 0)).to.deep.equal([]);
      }
      const p99 = delay.percentile(99) / 1e6;
      process.stdout.write(
        `      event loop p99 ${p99.toFixed(1)} ms, ${refused.length} refused, drained in ${(drainedAt - releasedAt).toFixed(0)} ms\n`,
      );
      expect(p99, 'event loop delay p99 in ms').to.be.lessThan(50);
      await app.stop();
      rmSync(dir, { recursive: true, force: true });
    });
  }
});
