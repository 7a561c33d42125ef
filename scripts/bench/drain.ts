/** P15: lines that waited while the other end was away, once they are due. Real conversations, lines and keys. */
import { randomBytes } from 'node:crypto';
import { newState, writeState } from '../../bots/state.ts';
import type { ConversationId, Store, TurnWork } from '../../store/ports.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { startOthers } from './children.ts';
import type { Measure, Result } from './options.ts';
import { key, newDir, startProduct } from './product-child.ts';
import { spread } from './stats.ts';

const CONVERSATIONS = 2500;
const LINES = 4;

const work = (conversation: ConversationId, state: TurnWork['state']): TurnWork => ({
  ...{ conversation, expectedVersion: 0, expectedHandled: 0, handledUpTo: 0, cause: { kind: 'api' } as never },
  ...{ at: Date.now(), floor: 'bot', state, push: true },
  said: Array.from({ length: LINES }, (_, n) => ({
    direction: 'bot' as const,
    payload: { type: 'message', text: `${n}`, inputHint: 'expectingInput' },
  })),
  ...{ events: [], claims: [], bindings: [], tickets: [], jobs: [], cancelJobs: [], audit: [] },
});

async function queue(store: Store, serviceUrl: string): Promise<void> {
  const id = randomBytes(16).toString('hex') as ConversationId;
  const address = { channelId: 'webchat', serviceUrl, conversation: { id }, bot: { id: 'bot' }, user: { id: 'u' } };
  const state = writeState({ ...newState('zh-CN'), address });
  await store.openConversation({ id, channel: 'botframework', person: 'new', at: Date.now(), state });
  const { status } = await store.commit(work(id, state));
  if (status !== 'committed') throw new Error('A line could not be queued.');
}

async function measure(): Promise<Result[]> {
  const others = await startOthers();
  const dir = newDir();
  const store = await openSqlite({ dataDir: dir, kek: Buffer.from(key, 'base64') });
  const { url } = others.stub.facts;
  await Promise.all(Array.from({ length: CONVERSATIONS }, () => queue(store, url)));
  await store.close();
  const began = performance.now();
  const { stop } = await startProduct({ dir });
  const lines = async (): Promise<number> => (await others.stub.ask<{ lines: number }>('count')).lines;
  while ((await lines()) < CONVERSATIONS * LINES) await new Promise((resolve) => setTimeout(resolve, 50));
  const seconds = (performance.now() - began) / 1000;
  const { outOfOrder } = await others.stub.ask<{ outOfOrder: number }>('count');
  await stop();
  if (outOfOrder > 0) throw new Error(`${outOfOrder} lines came out of order.`);
  const note = `${CONVERSATIONS} conversations, ${LINES} lines each, in order; from the start of the program, all due at once`;
  return [{ id: 'P15', ...spread([seconds]), note }];
}

export const drain: Measure = { ids: ['P15'], run: measure };
