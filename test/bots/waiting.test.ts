/** What has just been accepted is taken from memory only where the row says that nothing else waits. */
import { expect } from 'chai';
import { Waiting } from '../../bots/waiting.ts';
import type { Conversation, ConversationId, PendingArrival, PersonId } from '../../store/ports.ts';

const id = 'c' as ConversationId;
const conversation = (over: Partial<Conversation>): Conversation => ({
  ...{ id, channel: 'test', person: 'p' as PersonId, version: 0, handled: 0, arrivals: 0, floor: 'bot', state: {} },
  ...{ failures: 0, lastSeq: 0, revokedAt: null, createdAt: 0, ...over },
});
const arrival = (number: number): PendingArrival => ({
  ...{ number, activityId: `c|${number}`, at: 0, payload: { text: 'hello' }, files: [] },
});

describe('what waits in a conversation', () => {
  const stored = [arrival(7)];
  let asked: number[];
  let waiting: Waiting;
  beforeEach(() => {
    asked = [];
    waiting = new Waiting({
      pending: async (_, limit = 0) => {
        asked.push(limit);
        return stored;
      },
    });
  });

  it('is what has just come, where only that waits', async () => {
    waiting.keep(id, arrival(3));
    expect(await waiting.of(conversation({ handled: 2, arrivals: 3 }))).to.deep.equal([arrival(3)]);
    expect(asked).to.deep.equal([]);
  });

  it('is read where more waits, where another process has handled it, and the second time', async () => {
    for (const row of [
      { handled: 1, arrivals: 3 },
      { handled: 3, arrivals: 4 },
    ]) {
      waiting.keep(id, arrival(3));
      expect(await waiting.of(conversation(row))).to.equal(stored);
    }
    expect(await waiting.of(conversation({ handled: 2, arrivals: 3 }))).to.equal(stored);
    expect(asked).to.deep.equal([5, 5, 5]);
  });

  it('is nothing where the row says so', async () => {
    waiting.keep(id, arrival(3));
    expect(await waiting.of(conversation({ handled: 3, arrivals: 3 }))).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });

  it('is taken one by one up to what several failed on, and after a failure', async () => {
    waiting.takeOneByOne(id, 4);
    for (const handled of [2, 3, 4]) await waiting.of(conversation({ handled, arrivals: 9 }));
    await waiting.of(conversation({ handled: 4, arrivals: 9, failures: 1 }));
    expect(asked).to.deep.equal([1, 1, 5, 1]);
  });
});
