/** A program to be killed (LIPEI_FAILPOINT) while it forgets: `tidy` or `erase <conversation>` in a data directory. */
import { join } from 'node:path';
import { Upkeep } from '../../bots/upkeep.ts';
import { openFiles } from '../../store/files.ts';
import type { ConversationId } from '../../store/ports.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { DAY, NOW } from '../store/fixtures.ts';
import { KEK } from '../store/open.ts';

const [dataDir = '', what = '', conversation = ''] = process.argv.slice(2);
const now = () => NOW + 2 * DAY;
const store = await openSqlite({ dataDir, kek: KEK, now });
const files = await openFiles({ dir: join(dataDir, 'files'), keys: store.keys });
const found = await store.conversation(conversation as ConversationId);
if (what === 'erase' && found) await store.erasePerson(found.person);
if (what === 'tidy') {
  const onError = (error: unknown) => process.stderr.write(`${error}\n`);
  await new Upkeep({ store, files, now, onError }).tidy();
}
await store.close();
process.stdout.write('done\n');
