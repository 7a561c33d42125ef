import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { spine } from '../../store/migrations/0001-spine.ts';
import { use } from '../../store/migrations/0002-use.ts';
import { many } from '../../store/migrations/0003-many.ts';
import { floor } from '../../store/migrations/0004-floor.ts';
import { people } from '../../store/migrations/0005-people.ts';
import { assigned } from '../../store/migrations/0006-assigned.ts';
import { search } from '../../store/migrations/0007-search.ts';
import { api } from '../../store/migrations/0008-api.ts';
import { codes } from '../../store/migrations/0009-codes.ts';
import { spoken } from '../../store/migrations/0010-spoken.ts';
import { telling } from '../../store/migrations/0011-telling.ts';
import { webhooks } from '../../store/migrations/0012-webhooks.ts';
import { origins } from '../../store/migrations/0013-origins.ts';
import { proposed } from '../../store/migrations/0014-proposed.ts';
import { type Migration, migrations } from '../../store/schema.ts';
import { Database, PATIENCE } from '../../store/sqlite/database.ts';
import { migrate, refuseNewer } from '../../store/sqlite/migrate.ts';
import { fileOf, fresh, id, message, NOW, start, T0 } from './fixtures.ts';
import { newFolder, type OpenedSqlite, openInFolder, within } from './open.ts';
import { readBack, tell } from './story.ts';

const ASSIGNED = [
  ...['conversation', 'branch', 'severity', 'lang', 'reported_at', 'contact_from', 'contact_due', 'assignee'],
  ...['assigned_at', 'contacted_at'],
];
/** Takes back what later migrations did. */
const BACK_TO_0001 = `
  ${['conversation', 'to_contact', 'mine', 'contacted', 'assigned'].map((name) => `DROP INDEX claims_${name};`).join(' ')}
  ${ASSIGNED.map((name) => `ALTER TABLE claims DROP COLUMN ${name};`).join(' ')} ALTER TABLE tickets DROP COLUMN branch;
  DROP TABLE handoffs; DROP TABLE presence; DROP INDEX tickets_open;
  ALTER TABLE tickets DROP COLUMN slot; ALTER TABLE tickets DROP COLUMN taken_by; ALTER TABLE tickets DROP COLUMN done_at;
  DROP INDEX files_use; DROP INDEX conversations_erased;
  ALTER TABLE files DROP COLUMN size; ALTER TABLE conversations DROP COLUMN revoked_at;
  ALTER TABLE jobs DROP COLUMN locked_by; ALTER TABLE deliveries DROP COLUMN locked_by; ALTER TABLE deliveries DROP COLUMN locked_until;
  DROP INDEX bindings_claim; DROP TABLE conversation_index;
  DROP TABLE api_keys; DROP TABLE api_answers; DROP TABLE claim_numbers; DROP TABLE codes; DROP TABLE code_claims;
  DROP TABLE tellings; DROP TABLE unseen;
  DROP INDEX claims_proposed; ALTER TABLE claims DROP COLUMN proposed_at;
  DROP TABLE origins; DROP TABLE webhooks; DROP TABLE webhook_calls;
  DROP INDEX claim_events_waiting; DROP INDEX claim_events_feed; DROP INDEX claim_events_reported;
  ALTER TABLE claim_events DROP COLUMN feed;
  DROP TABLE seals; DROP TABLE acts; DROP TABLE invites; DROP TABLE sessions; DROP TABLE accounts;
  DELETE FROM migrations WHERE number > 1`;

describe('a database of 0001', () => {
  let opened: OpenedSqlite;
  beforeEach(async () => {
    opened = await openInFolder({ now: () => NOW });
  });
  afterEach(() => opened.dispose());

  /** Makes the open database one of 0001 and opens that. */
  async function upgraded(): Promise<OpenedSqlite> {
    await opened.store.close();
    within(opened.path, (db) => db.exec(BACK_TO_0001));
    opened = await openInFolder({ now: () => NOW }, opened.dataDir);
    return opened;
  }

  it('is what these tests make of a newer one', async () => {
    const columns = async (list: readonly Migration[], after = '') => {
      const folder = newFolder();
      const db = new Database(join(folder, 'm.db'), PATIENCE);
      db.transaction(() => refuseNewer(db, list));
      await migrate(db, () => 0, list);
      if (after) db.exec(after);
      const found = db
        .prepare<object>(
          `SELECT m.name, p.name AS column, p.type, p."notnull" FROM sqlite_schema m LEFT JOIN pragma_table_info(m.name) p ORDER BY 1, 2`,
        )
        .all();
      db.close();
      rmSync(folder, { recursive: true });
      return found;
    };
    expect(migrations).to.deep.equal([
      spine,
      use,
      many,
      floor,
      people,
      assigned,
      search,
      api,
      codes,
      spoken,
      telling,
      webhooks,
      origins,
      proposed,
    ]);
    expect(await columns(migrations, BACK_TO_0001)).to.deep.equal(await columns([spine]));
    expect(await columns(migrations)).not.to.deep.equal(await columns([spine]));
  });

  it('opens, with everything that was in it', async () => {
    await tell(opened.store, opened.files);
    const before = await readBack(opened.store, opened.files);
    const { store, files } = await upgraded();
    expect(await readBack(store, files)).to.deep.equal(before);
  });

  it('counts old files and new ones, revokes, and goes on talking', async () => {
    const [c, other] = [await start(opened.store), await start(opened.store)];
    const [old, lost] = [fileOf(c, { size: 1_000 }), fileOf(c, { size: 500 })];
    for (const file of [old, lost, fileOf(other, { size: 9 })]) await opened.store.addFile(file);
    await opened.store.accept(message(c, 'k1', { files: [old.id] }));
    const { store } = await upgraded();
    expect(await fresh(store, c)).to.include({ revokedAt: null, lastSeq: 1 });
    await store.addFile(fileOf(c, { size: 30 }));
    expect(await store.fileUse(c.id)).to.deep.equal({ count: 3, bytes: 1_530 });
    expect(await store.file(old.id)).to.deep.equal(old);
    within(opened.path, (db) => db.exec(`UPDATE files SET sealed = zeroblob(60) WHERE id = '${lost.id}'`));
    expect(await store.fileUse(c.id)).to.deep.equal({ count: 3, bytes: 1_030 });
    await store.revokeDevices(c.id);
    expect(await fresh(store, c)).to.include({ revokedAt: NOW });
    await store.erasePerson(c.person);
    expect(await store.fileUse(c.id)).to.deep.equal({ count: 3, bytes: 30 });
    expect(await store.fileUse(id.conversation(other.id))).to.deep.equal({ count: 1, bytes: 9 });
    expect(await store.conversation(c.id)).to.equal(undefined);
    await store.prune(T0);
  });
});
