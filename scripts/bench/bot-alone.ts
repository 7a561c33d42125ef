/** The bot's part of a turn: state in, work out, as JSON like a plain bot's MemoryStorage keeps it. Answers microseconds a turn. */
import { randomUUID } from 'node:crypto';
import { newState, writeState } from '../../bots/state.ts';
import { takeTurn } from '../../bots/turn.ts';
import type {
  ClaimId,
  ClaimRow,
  Conversation,
  ConversationId,
  JsonObject,
  PersonId,
  TurnWork,
} from '../../store/ports.ts';
import { depsOn } from './deps.ts';
import { report } from './words.ts';

const claims = new Map<ClaimId, ClaimRow>();
const deps = depsOn({
  file: async () => undefined,
  presence: async () => [],
  waitingBefore: async () => 0,
  handoffs: async () => [],
  recentWaits: async () => [],
  openTicketsOf: async () => [],
  accounts: async () => [],
  workloads: async () => [],
  contactsOf: async () => [],
  claim: async (id) => claims.get(id),
  claimsByPlate: async () => [],
  conversationsBy: async () => [],
  conversation: async () => undefined,
  bindings: async () => [],
  tellings: async () => [],
  numberedEvents: async () => ({ last: 0, events: [] }),
  events: async () => [],
});

const opened = (): Conversation => ({
  ...{ id: randomUUID() as string as ConversationId, channel: 'bench', person: 'somebody' as PersonId, floor: 'bot' },
  ...{ version: 0, handled: 0, arrivals: 0, failures: 0, lastSeq: 0, revokedAt: null, createdAt: Date.now() },
  state: writeState(newState('zh-CN')),
});

/** What a store would give back. */
function after(conversation: Conversation, { state, said, handledUpTo }: TurnWork): Conversation {
  const { version, lastSeq } = conversation;
  const kept = JSON.parse(JSON.stringify({ state, said })) as { state: JsonObject };
  return {
    ...conversation,
    state: kept.state,
    version: version + 1,
    handled: handledUpTo,
    lastSeq: lastSeq + said.length,
  };
}

async function turns(count: number): Promise<number> {
  const before = process.cpuUsage();
  let conversation = opened();
  for (let n = 0; n < count; n += 1) {
    const at = n % report.length;
    if (at === 0) conversation = opened();
    const number = conversation.handled + 1;
    const payload = { type: 'message', text: report[at] ?? '', from: { id: 'somebody', role: 'user' } };
    const arrival = { number, activityId: `${conversation.id}|${number}`, at: Date.now(), payload, files: [] };
    const input = {
      conversation,
      cause: { kind: 'arrival' },
      arrivals: [arrival],
      at: Date.now(),
      push: true,
    } as const;
    conversation = after(conversation, await takeTurn(deps, input));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

process.on('message', ({ count }: { count: number }) => void turns(count).then((cpu) => process.send?.(cpu)));
process.on('disconnect', () => process.exit(0));
process.send?.({});
