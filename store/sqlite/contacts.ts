import type { ContactPort } from '../ports.ts';
import { type ContactRow, contactOf, SQL, type WorkloadRow, workloadOf } from '../tables/contacts.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  due: db.prepare<ContactRow>(SQL.due),
  dueOf: db.prepare<ContactRow>(SQL.dueOf),
  ofConversation: db.prepare<ContactRow>(SQL.ofConversation),
  took: db.prepare<{ took: number }>(SQL.took),
  workloads: db.prepare<WorkloadRow>(SQL.workloads),
});

/** Reports that wait for a first word of a person, and who is to say it. */
export class Contacts {
  readonly port: ContactPort;

  constructor({ db }: Context) {
    const sql = statements(db);
    this.port = {
      contactsDue: ({ branch = null, assignee, limit }) =>
        db.read(() =>
          (assignee === undefined ? sql.due.all(branch, limit) : sql.dueOf.all(assignee, limit)).map(contactOf),
        ),
      contactsOf: (conversation) => db.read(() => sql.ofConversation.all(conversation).map(contactOf)),
      recentContacts: (limit) => db.read(() => sql.took.all(limit).map(({ took }) => took)),
      workloads: () => db.read(() => sql.workloads.all().map(workloadOf)),
    };
  }
}
