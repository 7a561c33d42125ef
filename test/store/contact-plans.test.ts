/** What is read of first contacts each second is found by an index, however many claims there are. */
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { SQL } from '../../store/tables/contacts.ts';
import { type OpenedSqlite, openInFolder } from './open.ts';

const FOUND_BY: Readonly<Record<keyof typeof SQL, readonly string[]>> = {
  due: ['claims_to_contact'],
  dueOf: ['claims_mine'],
  ofConversation: ['claims_conversation'],
  took: ['claims_contacted'],
  workloads: ['handoffs_mine', 'claims_mine', 'claims_assigned'],
};

describe('first contacts in SQLite', () => {
  let opened: OpenedSqlite;
  before(async () => {
    opened = await openInFolder();
  });
  after(() => opened.dispose());

  for (const [name, indexes] of Object.entries(FOUND_BY))
    it(`${name}: no scan of claims, no sorting of all`, () => {
      const db = new DatabaseSync(opened.path, { readOnly: true });
      const text = SQL[name as keyof typeof SQL];
      const values = [...text.matchAll(/\?/g)].map(() => null);
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values);
      db.close();
      const steps = plan.map(({ detail }) => String(detail));
      for (const index of indexes) expect(steps.join('\n')).to.include(index);
      for (const step of steps) expect(step).not.to.match(/SCAN (c|claims)\b(?!.*INDEX)/);
      if (name === 'due') expect(steps.join('\n')).not.to.include('TEMP B-TREE');
    });
});
