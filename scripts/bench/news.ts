/**
 * P15b: what the claim system has recorded of ten thousand claims while nobody told it, once somebody does: one message in each
 * conversation, each in a turn with a commit of its own. Order and limits are looked at afterwards.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { Inbox } from '../../bots/inbox.ts';
import { Runner } from '../../bots/runner.ts';
import { Lookout } from '../../bots/telling/lookout.ts';
import { fold } from '../../claims/fold.ts';
import type { ClaimEvent, ClaimId, ConversationId, JsonObject, Store } from '../../store/ports.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { localWake } from '../../store/wake.ts';
import { depsOn } from './deps.ts';
import type { Measure, Result } from './options.ts';
import { key, newDir } from './product-child.ts';
import { spread } from './stats.ts';

const CONVERSATIONS = 10_000;
/** Ten in the morning in China: nobody sleeps. */
const MORNING = Date.parse('2026-11-24T10:00:00+08:00');

function runnerOn(store: Store, now: () => number): Runner {
  const failed = (_: unknown, error: unknown): never => {
    throw error;
  };
  const watch = { turn: () => {}, stale: () => {}, failed };
  return new Runner({ store, turn: depsOn(store), wake: localWake(), now, pushChannels: new Set(), watch });
}

const event = (claim: ClaimId, type: ClaimEvent['type'], data: JsonObject, more: Partial<ClaimEvent>): ClaimEvent => ({
  ...{ id: randomUUID(), claim, type, v: 1, at: MORNING, by: 'insurer', via: 'api', data, ...more },
});

/** Somebody who has reported something; three things have happened to it since. */
async function person(store: Store, inbox: Inbox, runner: Runner, n: number): Promise<ConversationId> {
  const id = randomBytes(16).toString('hex') as ConversationId;
  await inbox.open({ id, channel: 'directline', user: id, at: MORNING });
  await runner.idle();
  const conversation = await store.conversation(id);
  if (!conversation) throw new Error('The conversation is not there.');
  const claim = randomUUID() as ClaimId;
  const number = `B${n}`;
  const made = event(claim, 'reported', { number, report: { role: 'insured' } }, { person: conversation.person });
  await store.commit({
    ...{ conversation: id, expectedVersion: conversation.version, expectedHandled: conversation.handled },
    ...{ handledUpTo: conversation.handled, cause: { kind: 'arrival' }, at: MORNING, floor: 'bot', push: false },
    ...{ state: conversation.state, said: [], events: [made], tickets: [], jobs: [], cancelJobs: [], audit: [] },
    claims: [
      {
        ...{ id: claim, expectedVersion: 0, number, status: 'reported', accidentFrom: null, accidentTo: null },
        ...{ updatedAt: MORNING, facts: fold([made]) as unknown as JsonObject, plates: [], phones: [] },
      },
    ],
    bindings: [
      {
        conversation: id,
        person: conversation.person,
        claim,
        role: 'insured',
        level: 'selfDeclared',
        verifiedAt: null,
      },
    ],
  });
  const parties = [{ id: 'v1', role: 'injured', name: '' }];
  const stage = (change: string, stage?: string) =>
    event(claim, 'stageChanged', { change, person: 'v1', at: '2026-11-24', ...(stage ? { stage } : {}) }, {});
  const events = [
    event(claim, 'registered', { number, parties, policies: [] }, {}),
    stage('joined'),
    stage('entered', 'survey'),
  ];
  const facts = fold([made, ...events]) as unknown as JsonObject;
  await store.recordClaim({ claim, expectedVersion: 1, events, at: MORNING, facts });
  return id;
}

async function measure(): Promise<Result[]> {
  const store = await openSqlite({ dataDir: newDir(), kek: Buffer.from(key, 'base64') });
  const now = (): number => MORNING;
  const runner = runnerOn(store, now);
  const inbox = new Inbox(store, runner, localWake());
  const people: ConversationId[] = [];
  for (let n = 0; n < CONVERSATIONS; n += 50)
    people.push(...(await Promise.all(Array.from({ length: 50 }, (_, i) => person(store, inbox, runner, n + i)))));
  const onError = (error: unknown): never => {
    throw error;
  };
  const lookout = new Lookout({ store, runner, now, onError });
  const began = performance.now();
  while ((await lookout.lookDue()) > 0) await runner.idle();
  const seconds = (performance.now() - began) / 1000;
  for (const id of people) await expectOnce(store, id);
  await store.close();
  const note = `${CONVERSATIONS} conversations, three events each, one message in each; the last stage and no other; none twice`;
  return [{ id: 'P15b', ...spread([seconds]), note }];
}

async function expectOnce(store: Store, id: ConversationId): Promise<void> {
  const lines = await store.activities(id, 0, 100);
  const keys = lines.map(({ payload }) => String((payload.channelData as JsonObject | undefined)?.key));
  if (keys.filter((one) => one === 'telling.news').length !== 1 || keys.at(-1) !== 'telling.news')
    throw new Error(`Told wrongly: ${keys.join(', ')}`);
}

export const news: Measure = { ids: ['P15b'], run: measure };
