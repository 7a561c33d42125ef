/** Whatever dies between looking, committing and delivering, and however many processes look: everything is told once. */
import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { readConfig } from '../../config.ts';
import { start } from '../../index.ts';
import type { ConversationId } from '../../store/ports.ts';
import { endAll, firstLine, spawnNode } from '../faults/server.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { anotherTalk, newTalk, type Talk } from '../support/talk.ts';
import { entered, look, takenUp } from './rig.ts';

const PEOPLE = 6;
const KEY = Buffer.alloc(32, 5).toString('base64');
const MORNING = Date.parse('2026-11-25T08:00:00+08:00');

interface Left {
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly conversations: readonly ConversationId[];
}

/** At night something has happened to six claims, and the program has ended. */
async function night(env: Readonly<Record<string, string>>): Promise<Left> {
  const first = await newTalk({ env: { LIPEI_KEY: KEY, ...env } });
  const talks: Talk[] = [first];
  while (talks.length < PEOPLE) talks.push(await anotherTalk(first));
  const insurers = [];
  for (const [i, talk] of talks.entries()) insurers.push((await takenUp(talk, `P${i}`)).insurer);
  first.clock.at = Date.parse('2026-11-24T23:00:00+08:00');
  for (const insurer of insurers) await insurer.post(entered('survey'));
  await look(first);
  const { dir } = first;
  await first.app.stop();
  return { dir, env: { LIPEI_KEY: KEY, DATA_DIR: dir, ...env }, conversations: talks.map((one) => one.conversation) };
}

const morning = ({ env }: Left, failpoint?: string) =>
  firstLine(
    spawnNode(['test/telling/child.ts', String(MORNING)], {
      ...env,
      ...(failpoint ? { LIPEI_FAILPOINT: failpoint } : {}),
    }),
  );

async function expectToldOnce({ env, conversations }: Left): Promise<void> {
  const app = await start(readConfig({ ...env, PORT: '0', LOG_LEVEL: 'silent' }), () => MORNING);
  for (const id of conversations) {
    const lines = await app.store.activities(id, 0, 1_000);
    const news = lines.filter(({ payload }) => (payload.channelData as { key?: string })?.key === 'telling.news');
    expect(
      news.map(({ payload }) => /查看现场/.test(String(payload.text))),
      id,
    ).to.deep.equal([true]);
  }
  await app.stop();
}

describe('killed while it tells', function () {
  this.timeout(120_000);
  afterEach(() => endAll());

  for (const point of ['telling.beforeTurn:3', 'turn.beforeCommit:4', 'commit.midTx:3', 'commit.afterCommit:2'])
    it(`${point}: everything is told once`, async () => {
      const left = await night({});
      expect(await morning(left, point), 'it dies on the way').to.equal(undefined);
      expect(await morning(left)).to.equal('told');
      await expectToldOnce(left);
      rmSync(left.dir, { recursive: true, force: true });
    });
});

withPostgres('told by two processes on one PostgreSQL', (schema) => {
  afterEach(() => endAll());

  it('each thing once, and by both where one dies', async function () {
    this.timeout(120_000);
    const left = await night({ DATABASE_URL: schema.url });
    const [dead, ...alive] = await Promise.all([morning(left, 'commit.afterCommit:2'), morning(left), morning(left)]);
    expect([dead, ...alive].filter((line) => line === 'told')).to.have.length.of.at.least(2);
    await expectToldOnce(left);
    rmSync(left.dir, { recursive: true, force: true });
  });
});
