import type { ContactPort } from '../ports.ts';
import { type ContactRow, contactOf, SQL, type WorkloadRow, workloadOf } from '../tables/contacts.ts';
import type { Context } from './context.ts';
import { sql } from './statement.ts';

const due = sql<ContactRow>(SQL.due);
const dueOf = sql<ContactRow>(SQL.dueOf);
const ofConversation = sql<ContactRow>(SQL.ofConversation);
const took = sql<{ took: number }>(SQL.took);
const workloads = sql<WorkloadRow>(SQL.workloads);

/** Reports that wait for a first word of a person, and who is to say it. */
export class Contacts {
  readonly port: ContactPort;

  constructor({ db }: Context) {
    this.port = {
      contactsDue: async ({ branch = null, assignee, limit }) => {
        const rows = assignee === undefined ? db.all(due, branch, limit) : db.all(dueOf, assignee, limit);
        return (await rows).map(contactOf);
      },
      contactsOf: async (conversation) => (await db.all(ofConversation, conversation)).map(contactOf),
      recentContacts: async (limit) => (await db.all(took, limit)).map((one) => one.took),
      workloads: async () => (await db.all(workloads)).map(workloadOf),
    };
  }
}
