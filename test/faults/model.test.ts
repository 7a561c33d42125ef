/**
 * R28: anything may happen to a conversation in any order. What must hold is what a simple mind knows: what was acknowledged
 * stands there once, and all has become what it becomes in a quiet conversation with the same words at the same hours.
 *
 * A failure prints seed, path and replayPath; `SEED=… FC_PATH=… FC_REPLAY=…` runs that one again.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import type { FileId, JsonObject, StoredActivity } from '../../store/ports.ts';
import { tuesdayMorning } from '../support/talk.ts';
import { Chance, times, withSeed } from './chance.ts';
import {
  addFile,
  type Command,
  die,
  look,
  type Model,
  newModel,
  pass,
  photo,
  type Real,
  restart,
  say,
  sayAgain,
} from './commands.ts';
import { asides, dialogues } from './dialogues.ts';
import { Mortal } from './mortal.ts';
import { expectAlike, inOrder, outcome, toldIn, transcript, withoutOrder } from './told.ts';

const scripts = Object.values(dialogues).map(({ before, steps }) => [...before, ...steps]);
const corrections = ['电话填错了', '13900139000', '填错了', '出险地点', '地点改成人民路和解放路口', '不用改'];
const oddities = ['', ' ', '👨‍👩‍👧‍👦', '一'.repeat(400), '<script>alert(1)</script>', 'x'.repeat(3000), '0', '=1+1'];
interface Beginning {
  readonly script: readonly string[];
  /** So many lines of it have been said before anything happens. */
  readonly said: number;
}
const beginnings: fc.Arbitrary<Beginning> = fc
  .constantFrom(...scripts)
  .chain((script) => fc.record({ script: fc.constant(script), said: fc.nat(script.length) }));
/** A database with ever more claims would make every run slower than the last. */
const RUNS_OF_A_WORLD = 50;

const aside = fc.constantFrom(...asides, ...corrections, ...oddities);
const words = fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: aside });
const burst = fc.array(words, { minLength: 1, maxLength: 4 });
const minutes = fc.oneof(fc.integer({ min: -90, max: 90 }), fc.constantFrom(31, 24 * 60, -24 * 60));
const commands = (replayPath: string | undefined): fc.Arbitrary<Iterable<Command>> =>
  fc.commands(
    [
      words.map((one) => say([one])),
      burst.map(say),
      fc.nat(20).map(sayAgain),
      fc.tuple(burst, fc.integer({ min: 1, max: 25 }), fc.boolean(), fc.boolean()).map((of) => die(...of)),
      fc.constant(restart()),
      minutes.map(pass),
      fc.constant(photo()),
      fc.constant(look()),
    ],
    { maxCommands: 20, ...(replayPath ? { replayPath } : {}) },
  );

describe('faults: anything in any order', () => {
  it(`R28 is what the same words come to in a quiet conversation ${withSeed}`, async function () {
    this.timeout(2_400_000);
    const until = performance.now() + times(5_000, 1_800_000);
    const { FC_PATH: path, FC_REPLAY } = process.env;
    let [mortal, quiet] = [await Mortal.start(), await Mortal.start()];
    let [runs, messages, claims] = [0, 0, 0];
    const property = fc.asyncProperty(beginnings, commands(FC_REPLAY), async (beginning, list) => {
      // fast-check's own limit would leave the last run half-way.
      if (performance.now() > until) return;
      if (runs % RUNS_OF_A_WORLD === RUNS_OF_A_WORLD - 1) {
        await Promise.all([mortal.dispose(), quiet.dispose()]);
        [mortal, quiet] = [await Mortal.start(), await Mortal.start()];
      }
      runs += 1;
      const model = newModel();
      const real = await begin(mortal, beginning, runs);
      await fc.asyncModelRun(() => ({ model, real }), [say(Array(beginning.said).fill(undefined)), ...list, look()]);
      await compare(model, real, quiet);
      messages += model.sent.length;
      claims += (await mortal.world.store.bindings(real.conversation)).length;
    });
    const seed = new Chance(this.test?.title ?? '').between(0, 2 ** 31 - 1);
    try {
      await fc.assert(property, { seed, numRuns: times(120, 10_000), ...(path ? { path } : {}) });
    } finally {
      await Promise.all([mortal.dispose(), quiet.dispose()]);
    }
    process.stdout.write(`      ${runs} runs, ${messages} messages, ${claims} claims\n`);
  });
});

/** A new person with cars of her own: reports of others are none of hers. */
async function begin(mortal: Mortal, { script }: Beginning, run: number): Promise<Real> {
  mortal.world.clock.at = tuesdayMorning;
  const own = String(run).padStart(5, '0');
  const lines = script.map((text) => text.replace(/^([湘])([AB])\d{5}$/, `$1$2${own}`));
  let said = 0;
  const next = (): string => lines[said++ % lines.length] ?? '';
  return { mortal, conversation: await mortal.world.open(), next };
}

const markOf = ({ payload }: StoredActivity): unknown => (payload.channelData as JsonObject | undefined)?.mark;

async function compare(model: Model, real: Real, quiet: Mortal): Promise<void> {
  const { world } = real.mortal;
  await world.runner.idle();
  const lines = await transcript(world.store, real.conversation);
  const users = lines.filter(({ direction }) => direction === 'user');
  const there = new Map(users.map((line) => [markOf(line), line]));
  expect(there.size, 'each message once').to.equal(users.length);
  for (const { key, text, id, after } of model.sent) {
    const line = there.get(key);
    if (id !== undefined || line) expect([line?.payload.text, line?.id]).to.deep.equal([text, id ?? line?.id]);
    if (line) expect(line.seq, 'in order of arrival').to.be.greaterThan(after);
  }
  expect(inOrder(lines), 'answers in order of arrival').to.equal(true);
  await expectClaims(model, real, lines);
  await expectAsQuiet(model, real, quiet, users);
}

/** One claim for each receipt that was given, and every photo in one place. */
async function expectClaims(
  model: Model,
  { mortal: { world }, conversation }: Real,
  lines: readonly StoredActivity[],
): Promise<void> {
  const receipts = lines.filter(({ payload }) => (payload.channelData as JsonObject)?.key === 'report.receipt');
  const bound = await world.store.bindings(conversation);
  const events = (await Promise.all(bound.map(({ claim }) => world.store.events(claim)))).flat();
  expect(bound).to.have.length(receipts.length);
  expect(events.filter(({ type }) => type === 'reported')).to.have.length(receipts.length);
  const now = await world.store.conversation(conversation);
  expect(now?.handled, 'everything is handled').to.equal(now?.arrivals);
  const claimed = events.filter(({ type }) => type === 'fileAdded').map(({ data }) => data.file);
  const kept = [...((now?.state.files ?? []) as FileId[]), ...claimed];
  expect(new Set(kept).size, 'no photo twice').to.equal(kept.length);
  expect(kept).to.have.members(model.sent.flatMap(({ files }) => files));
}

/** Says the same, one after the other, with the clock where it stood. */
async function expectAsQuiet(model: Model, real: Real, quiet: Mortal, users: readonly StoredActivity[]): Promise<void> {
  const { store, runner, schedule, clock } = quiet.world;
  clock.at = tuesdayMorning;
  const twin = await quiet.world.open();
  await runner.idle();
  const moves = [...model.moves];
  const moveClock = async (upTo: number): Promise<void> => {
    for (let move = moves[0]; move && move.after < upTo; move = moves[0]) {
      clock.at = move.to;
      await schedule.runDue();
      await runner.idle();
      moves.shift();
    }
  };
  for (const line of users) {
    await moveClock(line.seq);
    const files = model.sent.find(({ key }) => key === markOf(line))?.files ?? [];
    for (const file of files) await addFile(quiet, twin, file);
    await quiet.world.inbox.accept({
      ...{ channel: 'directline', conversation: twin, key: String(line.seq), at: clock.at },
      ...{ payload: line.payload, files, shown: true },
    });
    await runner.idle();
  }
  await moveClock(Number.POSITIVE_INFINITY);
  const { world, conversation } = { world: real.mortal.world, conversation: real.conversation };
  const [told, expected] = [toldIn(await transcript(world.store, conversation)), toldIn(await transcript(store, twin))];
  const exchanges = ({ exchanges: all }: typeof told) => all.map(({ text, keys }) => ({ text, keys }));
  expectAlike('exchanges', exchanges(told), exchanges(expected));
  expectAlike('unasked', told.unasked, expected.unasked);
  const [end, wanted] = [await outcome(world.store, conversation), await outcome(store, twin)];
  expectAlike('end', withoutOrder(end), withoutOrder(wanted));
}
