/**
 * R8: each input and output of a whole report fails, once or from then on until repaired, the way SQLite tests itself.
 * Afterwards everything is as if nothing had failed, after a restart and also without one.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { StoreUnavailable } from '../../store/errors.ts';
import { failAt, onIo } from '../../store/failpoints.ts';
import type { ConversationId, Json } from '../../store/ports.ts';
import { Chance, nightly, withSeed } from './chance.ts';
import { dialogues } from './dialogues.ts';
import { outcome, type Told, toldIn, transcript } from './told.ts';
import { newConversation, openWorld, type World } from './world.ts';

const { steps } = dialogues.report;
/** How long (ms) a disk that is gone stays gone where nobody restarts. */
const GONE = 25;

interface Run {
  world: World;
  readonly conversation: ConversationId;
  faults: number;
  readonly mode: 'once' | 'forever';
  readonly recovery: 'restart' | 'by itself';
  readonly reference: Told | undefined;
}

/** Sends like a channel: what was not acknowledged is sent again with the same key. */
async function insist(run: Run, send: (world: World) => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await send(run.world);
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      run.faults += 1;
      await recover(run);
    }
  }
}

async function recover(run: Run): Promise<void> {
  if (run.recovery === 'restart') {
    await run.world.close();
    onIo(undefined);
    run.world = await openWorld({}, run.world.dir, run.world.clock);
    if (run.reference) await expectWholeTurns(run, run.reference);
  } else if (run.mode === 'forever') {
    await sleep(GONE);
    onIo(undefined);
  }
}

/** Every message has its whole answer or none yet. */
async function expectWholeTurns({ world, conversation }: Run, reference: Told): Promise<void> {
  const told = toldIn(await transcript(world.store, conversation));
  for (const [i, { text, keys }] of told.exchanges.entries())
    if (keys.length > 0) expect(keys, `half a turn on “${text}”`).to.deep.equal(reference.exchanges[i]?.keys);
}

async function walk(k: number | undefined, mode: Run['mode'], recovery: Run['recovery'], reference?: Told) {
  let turnsFailed = 0;
  let notice = (): void => {};
  const failed = () => {
    turnsFailed += 1;
    notice();
    if (recovery === 'by itself' && mode === 'forever') setTimeout(() => onIo(undefined), GONE);
  };
  const run: Run = {
    world: await openWorld({ failed }),
    conversation: newConversation(),
    ...{ faults: 0, mode, recovery, reference },
  };
  const { conversation } = run;
  let operations = 0;
  const counting = k === undefined ? () => {} : failAt(k, mode);
  onIo((operation) => {
    operations += 1;
    counting(operation);
  });
  const opening = { id: conversation, channel: 'directline', user: 'dl_someone', at: run.world.clock.at };
  await insist(run, ({ inbox }) => inbox.open(opening));
  await settle();
  for (const [i, text] of steps.entries()) {
    await insist(run, (world) => world.say(conversation, text, { key: String(i) }));
    await settle();
  }
  onIo(undefined);
  const end = await outcome(run.world.store, conversation);
  const told = toldIn(await transcript(run.world.store, conversation));
  await run.world.dispose();
  return { end, told, operations, faults: run.faults + turnsFailed };

  /** Waits for the turn; where it failed and nobody will try again, restarts. */
  async function settle(): Promise<void> {
    const before = turnsFailed;
    if (recovery === 'restart') {
      const failure = Promise.withResolvers<void>();
      notice = failure.resolve;
      await Promise.race([run.world.runner.idle(), failure.promise]);
      if (turnsFailed > before) await recover(run);
    }
    await run.world.runner.idle();
  }
}

describe('faults: a disk that fails', () => {
  let reference: { end: Json; told: Told; operations: number };
  before(async () => {
    reference = await walk(undefined, 'once', 'restart');
    expect(reference.told.exchanges.at(-1)?.keys).to.include('report.receipt');
    process.stdout.write(`      a report has ${reference.operations} inputs and outputs\n`);
  });
  afterEach(() => onIo(undefined));

  for (const mode of ['once', 'forever'] as const) {
    for (const recovery of ['restart', 'by itself'] as const) {
      it(`R8 at any operation of a report, ${mode}, recovers ${recovery === 'restart' ? 'by a restart' : recovery} ${withSeed}`, async function () {
        this.timeout(1_800_000);
        const chance = new Chance(`${mode} ${recovery}`);
        const { operations } = reference;
        expect(operations).to.be.greaterThan(200);
        for (const k of chance.some(nightly ? operations : 8, operations)) {
          const run = await walk(k, mode, recovery, reference.told);
          // Runs differ by a few reads; one that ended before its k-th operation had nothing to notice.
          if (run.operations >= k)
            expect(run.faults, `operation ${k} of ${run.operations} was not noticed`).to.be.greaterThan(0);
          expect(run.end, `operation ${k} of ${operations}`).to.deep.equal(reference.end);
        }
      });
    }
  }
});
