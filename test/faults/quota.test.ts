/** R21: a platform lets us speak five times within 48 hours after the person has spoken, and we have more to say. */
import { expect } from 'chai';
import type { Push, Sent } from '../../bots/deliver.ts';
import { withinQuota } from '../../bots/quota.ts';
import type { ConversationId, Delivery } from '../../store/ports.ts';
import { Chance, times, withSeed } from './chance.ts';
import { Post } from './post.ts';
import { transcript } from './told.ts';
import { openWorld, type World } from './world.ts';

const hour = 3_600_000;
const quota = { lines: 5, within: 48 * hour };

/** A platform that counts, and refuses as WeChat does: 45047 for too many, 45015 for too late. */
class Platform implements Push {
  readonly refused: number[] = [];
  readonly shown: string[] = [];
  #sent = 0;
  #heardAt: number;
  readonly #clock: { readonly at: number };

  constructor(clock: { readonly at: number }) {
    this.#clock = clock;
    this.#heardAt = clock.at;
  }

  hears(): void {
    [this.#sent, this.#heardAt] = [0, this.#clock.at];
  }

  async send({ id }: Delivery): Promise<Sent> {
    const code = this.#clock.at - this.#heardAt > quota.within ? 45015 : this.#sent >= quota.lines ? 45047 : 0;
    if (code > 0) this.refused.push(code);
    if (code > 0) return { status: 'permanent', reason: String(code) };
    this.#sent += 1;
    this.shown.push(id);
    return { status: 'sent' };
  }
}

interface Line {
  world: World;
  readonly platform: Platform;
  readonly conversation: ConversationId;
}

async function open(): Promise<Line> {
  const world = await openWorld({ push: ['stub'] });
  const line = { world, platform: new Platform(world.clock), conversation: await world.open('stub') };
  await world.runner.idle();
  await deliver(line);
  await hear(line);
  return line;
}

const deliver = ({ world, platform }: Line): Promise<void> => {
  const deps = { store: world.store, now: () => world.clock.at };
  return new Post(world, withinQuota(platform, quota, deps), () => 1).now();
};

/** The person writes, and is answered with one line. */
async function hear(line: Line): Promise<void> {
  const { world, platform, conversation } = line;
  platform.hears();
  await world.say(conversation, 'xyz', { channel: 'stub' });
  await world.runner.idle();
  await deliver(line);
}

/** A notice that nobody has asked for. */
async function notify(line: Line, text: string): Promise<void> {
  const { store, clock } = line.world;
  clock.at += 1000;
  const now = await store.conversation(line.conversation);
  if (!now) throw new Error('There is no conversation.');
  const nothing = { events: [], claims: [], bindings: [], tickets: [], jobs: [], cancelJobs: [], audit: [] };
  const from = { conversation: now.id, expectedVersion: now.version, expectedHandled: now.handled };
  const said = [{ direction: 'bot', payload: { type: 'message', text } }] as const;
  const cause = { kind: 'api', payload: {} } as const;
  await store.commit({
    ...{ ...from, handledUpTo: now.handled, cause, at: clock.at, floor: now.floor, state: now.state },
    ...{ said, push: true, ...nothing },
  });
  await deliver(line);
}

/** Every line is on the person's screen or with staff, and the platform has refused none. */
async function expectNothingLost({ world, platform, conversation }: Line): Promise<readonly string[]> {
  const tickets = await world.store.tickets(10_000);
  for (const { kind, data } of tickets) expect([kind, data.reason]).to.deep.equal(['deadLetter', 'quota']);
  const given = tickets.map(({ data }) => String(data.delivery));
  const lines = (await transcript(world.store, conversation)).filter(({ direction }) => direction === 'bot');
  expect(platform.refused).to.deep.equal([]);
  expect([...platform.shown, ...given].sort()).to.deep.equal(lines.map(({ id }) => id));
  expect(platform.shown).to.deep.equal([...platform.shown].sort());
  return given;
}

describe('faults: a platform with a quota', () => {
  let line: Line;
  beforeEach(async () => {
    line = await open();
  });
  afterEach(() => line.world.dispose());

  for (const restart of [false, true]) {
    it(`R21 six notices after an answer${restart ? ', with a restart between them' : ''}: four go out, two become tickets at once; her next message makes room`, async () => {
      for (let i = 0; i < 6; i += 1) {
        if (restart && i === 3) line.world = await line.world.reopen();
        await notify(line, `notice ${i}`);
      }
      expect(await expectNothingLost(line)).to.have.length(2);
      await hear(line);
      for (let i = 0; i < 4; i += 1) await notify(line, `notice ${i}`);
      expect(await expectNothingLost(line)).to.have.length(2);
    });
  }

  it('R21 two days after she spoke: a ticket, and no attempt', async () => {
    line.world.clock.at += 48 * hour + 1;
    const shown = line.platform.shown.length;
    await notify(line, 'late');
    expect(await expectNothingLost(line)).to.have.length(1);
    expect(line.platform.shown).to.have.length(shown);
    await hear(line);
    expect(line.platform.shown).to.have.length(shown + 1);
  });

  it(`R21 whatever comes in whatever order: the platform refuses nothing, nothing is lost ${withSeed}`, async function () {
    this.timeout(300_000);
    const chance = new Chance(this.test?.title ?? '');
    for (let i = 0; i < times(40, 3000); i += 1) {
      const what = chance.next();
      if (what < 0.3) await hear(line);
      else if (what < 0.9) await notify(line, `notice ${i}`);
      else line.world.clock.at += chance.between(1, 60) * hour;
    }
    await expectNothingLost(line);
  });
});
