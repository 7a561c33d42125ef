/** Many people who have reported: a database of the size that an insurer has. */
import type { ClaimId, ConversationId } from '../../store/ports.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { bot, claimWrite, event, message, T0, turn } from '../store/fixtures.ts';

/** What a turn leaves: a state and a line of usual length. */
const state = { talk: { answers: '…'.repeat(400) } };
const line = bot('…'.repeat(150));

/** Adds so many conversations, each with a message, an answer and a claim; whatever a crash would lose is made anew. */
export async function crowd(dataDir: string, kek: Uint8Array, people: number): Promise<void> {
  const store = await openSqlite({ dataDir, kek, tune: (db) => db.exec('PRAGMA synchronous = OFF') });
  for (let i = 0; i < people; i += 1) {
    const id = `crowd${i}` as ConversationId;
    const opened = await store.openConversation({ id, channel: 'directline', person: 'new', at: T0, state });
    const { person } = opened;
    await store.accept(message(opened, 'hello'));
    const claim = `crowd${i}` as ClaimId;
    await store.commit(
      turn(opened, {
        ...{ handledUpTo: 1, state, said: [line] },
        events: [event(claim, { person, data: state })],
        claims: [claimWrite(claim, `C${i}`, { facts: state, plates: [`P${i}`], phones: [`T${i}`] })],
        bindings: [{ conversation: id, person, claim, role: 'driver', level: 'selfDeclared', verifiedAt: null }],
      }),
    );
  }
  await store.close();
}
