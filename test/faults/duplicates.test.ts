/** R1 and R4: one message that comes several times is one message, also after a restart and days later. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { readConfig } from '../../config.ts';
import { type App, start } from '../../index.ts';
import type { Accepted, ConversationId } from '../../store/ports.ts';
import { openInFolder } from '../store/open.ts';
import { ordinaryReport, tuesdayMorning } from '../support/talk.ts';
import { Chance, times, withSeed } from './chance.ts';
import { count } from './database.ts';
import { Phone, secret } from './phone.ts';
import { toldIn, transcript } from './told.ts';
import { newDir, openWorld } from './world.ts';

const day = 24 * 3_600_000;

function theSame(first: Accepted): Accepted {
  if (first.status !== 'accepted') throw new Error(`It was not accepted: ${first.status}.`);
  const { activityId, seq } = first;
  return { status: 'duplicate', activityId, seq };
}

describe('faults: the same message again', () => {
  let app: App;
  const clock = { at: tuesdayMorning };
  before(async () => {
    const env = { PORT: '0', DATA_DIR: newDir(), LOG_LEVEL: 'silent', DIRECTLINE_SECRET: secret };
    app = await start(readConfig(env), () => clock.at);
  });
  after(() => app.stop());

  for (const together of [true, false]) {
    it(`R1 over HTTP, four times ${together ? 'at once' : 'one after the other'}: one effect, one answer, one id`, async function () {
      this.timeout(60_000);
      const phone = new Phone(async () => app.url, `r1-${together}`);
      await phone.start();
      for (const [step, text] of ['我要报案', ...ordinaryReport].entries()) {
        clock.at += 10_000; // people type; copies count towards the limit of messages a minute
        const answers = await four(phone, text, `mark-${step}`, together);
        expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200]);
        expect(new Set(answers.map(({ body }) => body.id)).size, text).to.equal(1);
      }
      await app.runner.idle();
      const conversation = phone.conversation as ConversationId;
      const told = toldIn(await transcript(app.store, conversation));
      expect(told.exchanges.map(({ text }) => text)).to.deep.equal(['我要报案', ...ordinaryReport]);
      const keys = told.exchanges.flatMap((one) => one.keys);
      expect(keys.filter((key) => key === 'report.receipt')).to.have.length(1);
      expect(keys.filter((key) => key === 'report.when.ask')).to.have.length(1);
      const bound = await app.store.bindings(conversation);
      expect(bound).to.have.length(1);
      const [claim] = bound;
      const events = claim ? await app.store.events(claim.claim) : [];
      expect(events.filter(({ type }) => type === 'reported')).to.have.length(1);
    });
  }

  async function four(phone: Phone, text: string, mark: string, together: boolean) {
    if (together) return Promise.all([1, 2, 3, 4].map(() => phone.try(text, mark)));
    const answers = [];
    for (let i = 0; i < 4; i += 1) {
      answers.push(await phone.try(text, mark));
      await sleep(i);
    }
    return answers;
  }

  it('R1 through the inbox, before, while and after the first is handled: one answer', async () => {
    const world = await openWorld();
    const conversation = await world.open();
    const accepted = await Promise.all([1, 2, 3].map(() => world.say(conversation, '我要报案', { key: 'k' })));
    await world.runner.idle();
    accepted.push(await world.say(conversation, '我要报案', { key: 'k' }));
    await world.runner.idle();
    expect(accepted.map(({ status }) => status)).to.deep.equal(['accepted', 'duplicate', 'duplicate', 'duplicate']);
    expect(new Set(accepted.map((a) => 'activityId' in a && a.activityId)).size).to.equal(1);
    const told = toldIn(await transcript(world.store, conversation));
    expect(told.exchanges.map(({ keys }) => keys)).to.deep.equal([['report.danger.ask']]);
    await world.dispose();
  });

  it('R4 after a restart, a day later, seven days later: still the same message', async () => {
    let world = await openWorld();
    const conversation = await world.open();
    const first = await world.say(conversation, '我要报案', { key: 'k' });
    await world.runner.idle();
    for (const later of [0, day, 7 * day]) {
      world.clock.at = tuesdayMorning + later;
      world = await world.reopen();
      await world.store.prune(world.clock.at - 8 * day);
      const again = await world.say(conversation, '我要报案', { key: 'k' });
      expect(again, `${later / day} days later`).to.deep.equal(theSame(first));
      await world.runner.idle();
    }
    expect(toldIn(await transcript(world.store, conversation)).exchanges).to.have.length(1);
    await world.dispose();
  });

  it(`R4 what was seen is forgotten after eight days, and the table does not grow with the years ${withSeed}`, async function () {
    this.timeout(120_000);
    const chance = new Chance(this.test?.title ?? '');
    const opened = await openInFolder();
    const { store, path } = opened;
    const conversation = await store.openConversation({
      id: 'a'.repeat(32) as ConversationId,
      channel: 'directline',
      person: 'new',
      at: tuesdayMorning,
      state: {},
    });
    const perDay: number[] = [];
    for (let today = 0; today < times(10, 400); today += 1) {
      const at = tuesdayMorning + today * day;
      perDay.push(chance.between(0, 20));
      for (let i = 0; i < (perDay[today] ?? 0); i += 1) {
        const message = { channel: 'directline', conversation: conversation.id, key: `${today}-${i}`, at, payload: {} };
        await store.accept({ ...message, shown: false });
      }
      await handleAll(today + 1);
      await store.prune(at - 8 * day);
      const lastNineDays = perDay.slice(-9).reduce((sum, one) => sum + one, 0);
      expect(count(path, 'inbox')).to.equal(lastNineDays);
      expect(count(path, 'arrivals')).to.equal(0);
    }
    const oldest = {
      channel: 'directline',
      conversation: conversation.id,
      key: '0-0',
      at: tuesdayMorning,
      payload: {},
    };
    expect(await store.accept({ ...oldest, shown: false })).to.have.property('status', 'accepted');
    await opened.dispose();

    async function handleAll(version: number): Promise<void> {
      const now = await store.conversation(conversation.id);
      if (!now) throw new Error('no conversation');
      await store.commit({
        conversation: now.id,
        expectedVersion: now.version,
        expectedHandled: now.handled,
        handledUpTo: now.arrivals,
        cause: { kind: 'arrival' },
        at: tuesdayMorning,
        floor: 'bot',
        state: { version },
        ...{
          said: [],
          push: false,
          events: [],
          claims: [],
          bindings: [],
          tickets: [],
          jobs: [],
          cancelJobs: [],
          audit: [],
        },
      });
    }
  });
});
