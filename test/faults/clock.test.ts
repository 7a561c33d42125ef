/** R22: the machine's clock is put right, forwards or back, while people talk. */
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { gate } from '../../channels/botframework/gate.ts';
import { createSigner } from '../../channels/directline/tokens.ts';
import { createLimits } from '../../channels/web/limits.ts';
import { databasePath } from '../../store/key.ts';
import type { ConversationId } from '../../store/ports.ts';
import { ordinaryReport, tuesdayMorning } from '../support/talk.ts';
import { Chance, times, withSeed } from './chance.ts';
import { dialogues } from './dialogues.ts';
import { expectedOf } from './judge.ts';
import { Post } from './post.ts';
import { toldIn, transcript } from './told.ts';
import { openWorld, type World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
const jumps = [5 * minute, -5 * minute, hour, -hour];
const script = [...dialogues.report.steps, ...dialogues.details.steps];

describe('faults: the clock jumps', () => {
  it(`R22 in the middle of reports: the same answers, lines and notes in order, no message twice ${withSeed}`, async function () {
    this.timeout(300_000);
    const chance = new Chance(this.test?.title ?? '');
    const world = await openWorld();
    const expected = await expectedOf(script);
    for (let round = 0; round < times(2, 200); round += 1) {
      world.clock.at = tuesdayMorning;
      const conversation = await world.open();
      for (const [i, text] of script.entries()) {
        await world.say(conversation, text, { key: String(i) });
        await world.runner.idle();
        // Never further than an hour from where it was: on another day other things are promised.
        world.clock.at = tuesdayMorning + (chance.next() < 0.5 ? chance.pick(jumps) : 0);
        const again = await world.say(conversation, text, { key: String(i) });
        expect(again.status, 'the same message is known at any hour').to.equal('duplicate');
      }
      const lines = await transcript(world.store, conversation);
      expect(toldIn(lines).exchanges.map(({ text, keys }) => ({ text, keys }))).to.deep.equal(
        expected.told.exchanges.map(({ text, keys }) => ({ text, keys })),
      );
      expect(lines.map(({ seq }) => seq)).to.deep.equal(lines.map((_, i) => i + 1));
      for (const [i, { at }] of lines.entries()) expect(at).to.be.greaterThan(lines[i - 1]?.at ?? 0);
      const now = await world.store.conversation(conversation);
      expect(now?.handled).to.equal(script.length + 1); // somebody joined
      expect(audited(world, conversation)).to.equal(lines.filter(({ direction }) => direction === 'bot').length);
    }
    await world.dispose();
  });

  /** Sentences in the audit trail; throws where its numbers do not grow with the turns. */
  function audited(world: World, conversation: ConversationId): number {
    const db = new DatabaseSync(databasePath(world.dir), { readOnly: true });
    const rows = db
      .prepare('SELECT version, position, data FROM audit WHERE conversation = ? ORDER BY version, position')
      .all(conversation);
    db.close();
    const versions = rows.map(({ version }) => Number(version));
    expect(versions).to.deep.equal([...versions].sort((a, b) => a - b));
    return rows.reduce((sum, { data }) => sum + (JSON.parse(String(data)) as { keys: string[] }).keys.length, 0);
  }
});

describe('faults: the clock jumps while a timer waits', () => {
  const silence = 30 * minute;
  let world: World;
  let conversation: ConversationId;
  let backInTurn = 0;
  beforeEach(async () => {
    backInTurn = 0;
    world = await openWorld({
      turn: (deps) => ({
        ...deps,
        renderer: {
          ...deps.renderer,
          render(lang, speech) {
            if (speech.key === 'report.brokenOff') world.clock.at -= backInTurn;
            return deps.renderer.render(lang, speech);
          },
        },
      }),
    });
    conversation = await world.open();
    // As far as the number of people hurt: whoever falls silent now is called back.
    for (const text of ['我要报案', ...ordinaryReport.slice(0, 4)]) await world.say(conversation, text);
    await world.runner.idle();
  });
  afterEach(() => world.dispose());

  const goTo = async (at: number): Promise<void> => {
    world.clock.at = at;
    while ((await world.schedule.runDue()) > 0) {
      // until nothing is due
    }
  };
  const calledBack = async (): Promise<number> =>
    toldIn(await transcript(world.store, conversation)).unasked.filter((key) => key === 'report.brokenOff').length;

  for (const jump of jumps) {
    it(`R22 by ${jump / minute} minutes: it fires at its hour, once`, async () => {
      await goTo(tuesdayMorning + jump);
      expect(await calledBack()).to.equal(jump >= silence ? 1 : 0);
      await goTo(tuesdayMorning + silence - 1);
      expect(await calledBack()).to.equal(jump >= silence ? 1 : 0);
      for (const later of [silence, silence - hour, 2 * silence, 10 * silence]) {
        await goTo(tuesdayMorning + later);
        expect(await calledBack()).to.equal(1);
      }
      expect(await world.store.nextJobAt()).to.equal(null);
    });
  }

  it('R22 back in the very turn of a timer: said once, never again', async () => {
    backInTurn = hour;
    await goTo(tuesdayMorning + silence);
    expect(world.clock.at).to.equal(tuesdayMorning + silence - hour);
    expect(await calledBack()).to.equal(1);
    backInTurn = 0;
    await goTo(tuesdayMorning + 10 * silence);
    expect(await calledBack()).to.equal(1);
    expect(await world.store.tickets(10)).to.have.length(1);
  });
});

describe('faults: the clock jumps, and what goes by it', () => {
  for (const jump of jumps) {
    it(`R22 by ${jump / minute} minutes: what is pushed goes out at once, in order`, async () => {
      const world = await openWorld({ push: ['stub'] });
      const sent: string[] = [];
      const send = async ({ key }: { key: string }) => {
        sent.push(key);
        return { status: 'sent' } as const;
      };
      const post = new Post(world, { send }, () => 1);
      const conversation = await world.open('stub');
      for (const text of ['我要报案', '没有这些情况', '同意']) {
        await world.say(conversation, text, { channel: 'stub' });
        await world.runner.idle();
        await post.now();
        world.clock.at += jump;
      }
      const lines = (await transcript(world.store, conversation)).filter(({ direction }) => direction === 'bot');
      expect(sent).to.deep.equal(lines.map(({ id }) => id));
      await world.dispose();
    });
  }

  it('R22 nobody who asked too much waits longer, and nobody may ask much more', () => {
    for (const jump of jumps) {
      let now = tuesdayMorning;
      const limits = createLimits(() => now);
      const taken = (): number =>
        Array.from({ length: 100 }, () => limits.take('conversation', 'a')).filter((s) => s === 0).length;
      expect(taken()).to.equal(30);
      now += jump;
      expect(taken(), 'at most a whole bucket').to.equal(jump > 0 ? 30 : 0);
      now += 4000;
      expect(taken(), 'two in four seconds').to.equal(2);
    }
  });

  it('R22 our own tokens outlive a clock that goes back, and end with one that goes on', () => {
    let now = tuesdayMorning;
    const signer = createSigner(Buffer.alloc(32, 7), () => now);
    const token = signer.sign('token', { conv: 'c', user: 'u' }, 1800);
    const statusAfter = (jump: number): string => {
      now = tuesdayMorning + jump;
      return signer.verify('token', token).status;
    };
    expect(jumps.map(statusAfter)).to.deep.equal(['ok', 'ok', 'expired', 'ok']);
  });

  it('R22 tokens of channels may be five minutes off, not more', () => {
    const at = tuesdayMorning / 1000;
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const passes = (nbf: number, exp: number): boolean => {
      const header = `Bearer ${part({ alg: 'RS256', kid: 'k' })}.${part({ iss: 'i', aud: 'a', nbf, exp })}.signature`;
      try {
        return gate(header, { issuer: 'i', audience: 'a', at }) === header;
      } catch {
        return false;
      }
    };
    expect([299, 300, 301].map((early) => passes(at + early, at + 3600))).to.deep.equal([true, true, false]);
    expect([299, 300, 301].map((late) => passes(at - 3600, at - late))).to.deep.equal([true, false, false]);
  });
});
