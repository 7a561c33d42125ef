/** R26: a long time at a steady load: nothing is left behind. The short run looks for what is left open; the nightly one for half an hour at the heap too. */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { ConversationId } from '../../store/ports.ts';
import { tuesdayMorning } from '../support/talk.ts';
import { nightly, times } from './chance.ts';
import { Flood } from './flood.ts';
import { endAll, Server } from './server.ts';
import { newConversation, newDir } from './world.ts';

const MINUTE = 60_000;
/** Messages a second; half of what a person may write in all conversations together, and far below what goes. */
const RATE = 40;
const SAMPLE = times(2_000, 30_000);
const LENGTH = times(13_000, 30 * MINUTE);

interface Sample {
  readonly minute: number;
  readonly heap: number;
  readonly open: number;
}

async function sampleOf(url: string, begun: number): Promise<Sample> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string): number => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
  const minute = (performance.now() - begun) / MINUTE;
  return { minute, heap: value('nodejs_heap_size_used_bytes') / 2 ** 20, open: value('nodejs_active_resources') };
}

/** Least squares of the lowest of each three samples: what the collector had not reached yet is no growth. */
function slope(samples: readonly Sample[]): number {
  const low = Array.from({ length: Math.floor(samples.length / 3) }, (_, i) =>
    samples.slice(3 * i, 3 * i + 3).reduce((a, b) => (a.heap <= b.heap ? a : b)),
  );
  const mean = (of: (sample: Sample) => number): number => low.reduce((sum, one) => sum + of(one), 0) / low.length;
  const [x, y] = [mean((one) => one.minute), mean((one) => one.heap)];
  const over = low.reduce((sum, { minute, heap }) => sum + (minute - x) * (heap - y), 0);
  return over / low.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
}

const middle = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

describe('faults: a long time', () => {
  afterEach(endAll);

  it('R26 a steady load: nothing stays open, and the heap does not grow', async function () {
    this.timeout(LENGTH + 120_000);
    const server = new Server(newDir());
    const store = await server.store();
    const conversations: ConversationId[] = [];
    for (let i = 0; i < times(200, 400); i += 1) {
      const id = newConversation();
      await store.openConversation({ id, channel: 'directline', person: 'new', at: tuesdayMorning, state: {} });
      conversations.push(id);
    }
    await store.close();
    await server.start();
    const url = await server.where();
    const flood = new Flood(url, conversations);
    const begun = performance.now();
    const samples: Sample[] = [];
    let [sent, taken, refused] = [0, 0, 0];
    const others = new Set<number>();
    while (performance.now() - begun < LENGTH) {
      const shots = await flood.pour(RATE, SAMPLE);
      sent += shots.length;
      taken += shots.filter(({ status }) => status === 200).length;
      refused += shots.filter(({ status, retryAfter }) => status === 503 && retryAfter > 0).length;
      for (const { status } of shots) if (status !== 200 && status !== 503) others.add(status);
      await sleep(200);
      samples.push(await sampleOf(url, begun));
    }
    flood.close();
    // Half of a nightly run warms caches up.
    const counted = samples.slice(Math.floor(samples.length / (nightly ? 6 : 3)));
    const opens = counted.map(({ open }) => open);
    const figure = nightly ? `, heap ${slope(counted).toFixed(2)} MB a minute` : '';
    const [least, most] = [Math.min(...opens), Math.max(...opens)];
    process.stdout.write(
      `      ${sent} messages, ${taken} taken, ${refused} asked to come again, ${least} to ${most} things open${figure}\n`,
    );
    // On a machine that others keep busy somebody may be asked to come again; nobody is left without an answer.
    expect(taken + refused, `every message is answered; other answers: ${[...others].join(', ')}`).to.equal(sent);
    expect(refused, 'asked to come again').to.be.at.most(sent / 50);
    // Of single samples the connections of a moment would decide.
    const third = Math.ceil(opens.length / 3);
    expect(middle(opens.slice(-third)) - middle(opens.slice(0, third)), 'things left open').to.be.at.most(4);
    if (nightly) expect(slope(counted), 'megabytes a minute').to.be.at.most(0.5);
    await server.end('SIGTERM');
    rmSync(server.dir, { recursive: true, force: true });
  });
});
