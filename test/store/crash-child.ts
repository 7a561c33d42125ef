/**
 * A process to be killed: opens the store in the given folder, or at the given address of PostgreSQL, and works through
 * numbered messages, naming what is done.
 */
import { openStore } from '../../store/open.ts';
import { bot, fileOf, id, message, must, T0, turn } from './fixtures.ts';
import { KEK } from './open.ts';

const [place = '', from = '1', to = '1000000'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const database = place.startsWith('postgres:') ? { url: place, connections: 2 } : undefined;
const { store, files } = await openStore({ dataDir: place, database }, { kek: KEK });
const c = await store.openConversation({
  id: id.conversation('c'),
  channel: 'wechat',
  person: 'new',
  at: T0,
  state: { heard: [] },
});

async function runTurns(): Promise<void> {
  for (let waiting = await store.pending(c.id); waiting.length > 0; waiting = await store.pending(c.id)) {
    const now = must(await store.conversation(c.id));
    const texts = waiting.map(({ payload }) => String(payload.text));
    const heard = [...(now.state.heard as string[]), ...texts];
    const said = texts.map((text) => bot(`re ${text}`));
    await store.commit(turn(now, { handledUpTo: must(waiting.at(-1)).number, state: { heard }, said, push: true }));
  }
}

await runTurns();
for (let i = Number(from); i <= Number(to); i += 1) {
  const file = fileOf(c, { id: id.file(`photo${i}`) });
  if (!(await store.file(file.id))) await store.addFile(file);
  await files.put(file.id, c.person, Buffer.from(`photo ${i}`), null);
  await store.accept(message(c, `m${i}`, { payload: { text: `m${i}` }, files: [file.id] }));
  say(`accepted ${i}`);
  await runTurns();
  say(`answered ${i}`);
}
await store.prune(T0);
await store.close();
say('closed');
