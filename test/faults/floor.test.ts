/**
 * R27: a person, two colleagues, timers, the bot, two processes, commits that fail and processes that die, in any order of their
 * calls to the store. At any time one has the floor; no words are lost or doubled; everybody sees them in one order.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Adjuster, DeskResult } from '../../bots/desk.ts';
import type { ConversationId } from '../../store/ports.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { li, wang } from '../support/desk.ts';
import { tuesdayMorning } from '../support/talk.ts';
import { Chance, times, withSeed } from './chance.ts';
import { expectOneOwner, expectRow, expectWords, type Said } from './floor-rules.ts';
import { type Fault, Office } from './office.ts';

type Step =
  | { readonly does: 'say'; readonly text: string; readonly at: number }
  | { readonly does: 'pass'; readonly minutes: number; readonly at: number }
  | { readonly does: 'fail'; readonly fault: Fault }
  | { readonly does: 'kill'; readonly at: number };
type Acting = 'accept' | 'say' | 'note' | 'give' | 'queue' | 'handBack' | 'close';
interface Deed {
  readonly act: Acting;
  readonly at: number;
}

const texts = ['转人工', '你好', '返回机器人', '我要报案', '没有这些情况', '解决了', '同意', '13800138000', '转人工'];
const at = fc.nat(1);
const deed: fc.Arbitrary<Deed> = fc.record({
  act: fc.constantFrom<Acting>('accept', 'accept', 'say', 'say', 'say', 'note', 'give', 'queue', 'handBack', 'close'),
  at,
});
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: fc.constant('say' as const), text: fc.constantFrom(...texts), at }) },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 16 }), at }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constant('fail' as const), fault: fc.constantFrom<Fault>('before', 'after') }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('kill' as const), at }) },
  ),
  { maxLength: 16 },
);
const deeds = fc.array(deed, { maxLength: 8 });

describe('faults: who has the floor', () => whoHasTheFloor(() => undefined, times(100, 1_000)));
withPostgres('faults: who has the floor, on PostgreSQL', (schema) => whoHasTheFloor(() => schema.url, times(15, 300)));

function whoHasTheFloor(database: () => string | undefined, numRuns: number): void {
  it(`R27 one has it, and no words are lost, whatever the order ${withSeed}`, async function () {
    this.timeout(1_200_000);
    const office = await Office.open(tuesdayMorning, database());
    let accepted = 0;
    const property = fc.asyncProperty(fc.scheduler(), steps, deeds, deeds, async (s, list, hers, his) => {
      office.turnstile = (what) => s.schedule(Promise.resolve(), what);
      accepted += await s.waitFor(oneRun(office, list, hers, his));
      office.turnstile = async () => {};
    });
    const seed = new Chance(this.test?.title ?? '').between(0, 2 ** 31 - 1);
    const { FC_PATH: path } = process.env;
    try {
      await fc.assert(property, { seed, numRuns, ...(path ? { path } : {}) });
    } finally {
      await office.dispose();
    }
    expect(accepted, 'somebody did take the floor').to.be.greaterThan(10);
    process.stdout.write(`      ${accepted} times a colleague had the floor\n`);
  });
}

async function oneRun(
  office: Office,
  list: readonly Step[],
  hers: readonly Deed[],
  his: readonly Deed[],
): Promise<number> {
  const conversation = await office.world(0).open();
  const first = office.stood.length;
  await attend(office);
  const sent: string[] = [];
  const said: Said[] = [];
  await Promise.all([
    person(office, conversation, list, sent),
    colleague(office, conversation, [wang, li], hers, said),
    colleague(office, conversation, [li, wang], his, said),
  ]);
  for (const n of [0, 1]) await settle(office, n);
  const turns = office.stood.slice(first).filter((work) => work.conversation === conversation);
  expectOneOwner(turns);
  await expectWords(office, conversation, sent, said);
  await expectRow(office, conversation);
  return turns.filter(({ floor }) => floor === 'person').length;
}

async function attend(office: Office): Promise<void> {
  for (const { id } of [wang, li])
    await office.world(0).store.present({ adjuster: id, seenAt: office.clock.at, maxOpen: 1_000_000, ringing: false });
}

async function settle(office: Office, n: number): Promise<void> {
  const { runner } = office.world(n);
  await runner.takeUp();
  await runner.idle();
}

/** Words, the clock and what goes wrong, one after the other. */
async function person(
  office: Office,
  conversation: ConversationId,
  list: readonly Step[],
  sent: string[],
): Promise<void> {
  for (const [i, step] of list.entries()) {
    if (step.does === 'fail') office.failNext(step.fault);
    if (step.does === 'kill') await office.kill(step.at);
    if (step.does === 'pass') {
      office.clock.at += step.minutes * 60_000;
      if (i % 2 === 0) await attend(office);
      await living(office, step.at, () => office.world(step.at).schedule.runDue());
    }
    if (step.does !== 'say') continue;
    const accepted = await living(office, step.at, () => office.world(step.at).say(conversation, step.text));
    if (accepted !== 'unknown' && accepted.status === 'accepted') sent.push(accepted.activityId);
  }
}

/** What comes of it, or `unknown` where its process dies. */
function living<T>(office: Office, n: number, work: () => Promise<T>): Promise<T | 'unknown'> {
  return Promise.race([work(), office.process(n).over.promise.then(() => 'unknown' as const)]);
}

async function colleague(
  office: Office,
  conversation: ConversationId,
  [me, other]: readonly [Adjuster, Adjuster],
  list: readonly Deed[],
  said: Said[],
): Promise<void> {
  for (const [i, { act, at: n }] of list.entries()) {
    const text = `${me.id} ${i}`;
    const { desk } = office.process(n);
    const acts: Readonly<Record<Acting, () => Promise<DeskResult>>> = {
      accept: () => desk.accept(conversation, me),
      say: () => desk.say(conversation, me, { text }),
      note: () => desk.note(conversation, me, text),
      give: () => desk.transfer(conversation, me, other, ''),
      queue: () => desk.transfer(conversation, me, 'queue', ''),
      handBack: () => desk.handBack(conversation, me, { agreed: '' }),
      close: () => desk.close(conversation, me),
    };
    const result = await living(office, n, acts[act]);
    const status = result === 'unknown' ? 'unknown' : result.status;
    if (act === 'say' || act === 'note') said.push({ text, by: me.id, status });
  }
}
