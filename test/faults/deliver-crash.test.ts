/** R10 where a push channel sends: killed before a line leaves, after it left but before that was noted, and between two lines. */
import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { databasePath } from '../../store/key.ts';
import { Chance, times, withSeed } from './chance.ts';
import { integrity } from './database.ts';
import { type Receiver, receive } from './receiver.ts';
import { endAll, firstLine, spawnNode } from './server.ts';
import { toldIn, transcript } from './told.ts';
import { newConversation, newDir, openWorld } from './world.ts';

const conversations = [newConversation(), newConversation(), newConversation()];
/** Lines of the bot: a greeting and a question each. */
const lines = 2 * conversations.length;

describe('faults: kill -9 while a push channel sends', () => {
  let receiver: Receiver | undefined;
  afterEach(async () => {
    endAll();
    await receiver?.stop();
  });

  for (const point of ['deliver.beforeSend', 'deliver.afterSend', 'deliver.afterMark'] as const) {
    it(`R10 ${point}: every line arrives, in order, twice only under one key ${withSeed}`, async function () {
      this.timeout(300_000);
      const chance = new Chance(this.test?.title ?? '');
      for (let round = 0; round < times(1, 6); round += 1) {
        receiver = await receive(() => ({ status: 200 }));
        await dieAndDeliver(receiver, point, chance);
        await receiver.stop();
      }
    });
  }

  async function dieAndDeliver(to: Receiver, point: string, chance: Chance): Promise<void> {
    const dir = newDir();
    let kills = 0;
    while (kills < times(1, 3) && (await deliver(dir, to, `${point}:${chance.between(1, 2)}`)) === undefined)
      kills += 1;
    expect(kills, 'it dies on the way').to.be.greaterThan(0);
    expect(await deliver(dir, to)).to.equal('delivered');
    expect([...to.taken].sort()).to.deep.equal([...new Set(to.attempts.map(({ key }) => key))].sort());
    expect(to.taken).to.have.length(lines);
    const again = to.attempts.length - lines;
    expect(again, 'sent again: at most what was in flight at each kill').to.be.at.most(kills * conversations.length);
    await expectTranscripts(dir, to);
    rmSync(dir, { recursive: true, force: true });
  }

  function deliver(dir: string, to: Receiver, failpoint?: string): Promise<string | undefined> {
    const args = ['test/faults/push-child.ts', dir, to.url, ...conversations];
    return firstLine(spawnNode(args, failpoint ? { LIPEI_FAILPOINT: failpoint } : {}));
  }

  async function expectTranscripts(dir: string, to: Receiver): Promise<void> {
    expect(integrity(databasePath(dir))).to.equal('ok');
    const world = await openWorld({}, dir);
    for (const conversation of conversations) {
      const said = await transcript(world.store, conversation);
      const { unasked, exchanges } = toldIn(said);
      expect([unasked, exchanges.map(({ keys }) => keys)]).to.deep.equal([['home.greeting'], [['report.danger.ask']]]);
      const keys = said.filter(({ direction }) => direction === 'bot').map(({ id }) => id);
      expect(to.taken.filter((key) => key.startsWith(conversation))).to.deep.equal(keys);
    }
    await world.close();
  }
});
