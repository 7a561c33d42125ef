/** R17: the program is stopped and started again after every step of every dialogue; nobody in it notices. */
import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { readConfig } from '../../config.ts';
import { type App, start } from '../../index.ts';
import type { Json } from '../../store/ports.ts';
import { Talk, tuesdayMorning } from '../support/talk.ts';
import { nightly } from './chance.ts';
import { type Dialogue, wholeDialogues } from './dialogues.ts';
import { outcome } from './told.ts';
import { newConversation, newDir } from './world.ts';

const clock = { at: tuesdayMorning };
const minute = 60_000;

let app: App | undefined;

async function begin(dir: string, conversation = newConversation()): Promise<Talk> {
  app = await start(readConfig({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent' }), () => clock.at);
  return new Talk(app, conversation, dir, clock);
}

/** The whole dialogue, one minute a step; `restart` says after which steps. */
async function run({ before, steps }: Dialogue, restart: boolean): Promise<{ end: Json; questions: string[] }> {
  clock.at = tuesdayMorning;
  const dir = newDir();
  let talk = await begin(dir);
  await talk.app.inbox.open({ id: talk.conversation, channel: 'directline', user: 'dl_someone', at: clock.at });
  await talk.listen();
  await talk.sayAll(...before);
  const questions: string[] = [];
  for (const text of steps) {
    if (restart) {
      await talk.app.stop();
      talk = await begin(dir, talk.conversation);
    }
    clock.at += minute;
    await talk.say(text);
    questions.push(talk.open);
  }
  const end = await outcome(talk.app.store, talk.conversation);
  await talk.app.stop();
  rmSync(dir, { recursive: true, force: true });
  return { end, questions };
}

describe('faults: a restart after every step', () => {
  afterEach(() => app?.stop().catch(() => {})); // where a test failed half-way

  // A second report shows nothing new most of the time; it is the longest.
  const tried = wholeDialogues.filter(([name]) => nightly || name !== 'graveReport');
  for (const [name, dialogue] of tried) {
    it(`R17 ${name}: the transcript is that of a run without one`, async function () {
      this.timeout(120_000);
      const quiet = await run(dialogue, false);
      const asked = quiet.questions.filter((question) => question.startsWith(`${dialogue.flow}.`));
      expect(asked.length, `${name} walks through its flow: ${quiet.questions.join(' ')}`).to.be.greaterThan(1);
      const restarted = await run(dialogue, true);
      expect(restarted.end).to.deep.equal(quiet.end);
    });
  }
});
