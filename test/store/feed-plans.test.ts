/** What is asked of the feed again and again is found by an index, however many events there are. */
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { changesSql, SQL } from '../../store/tables/insurer.ts';
import { type OpenedSqlite, openInFolder } from './open.ts';

const { all, reported } = changesSql();
const FOUND_BY: readonly (readonly [string, string])[] = [
  [all, 'claim_events_feed'],
  [reported, 'claim_events_reported'],
  [SQL.waiting, 'claim_events_waiting'],
  [SQL.last, 'claim_events_feed'],
];

describe('the feed in SQLite', () => {
  let opened: OpenedSqlite;
  before(async () => {
    opened = await openInFolder();
  });
  after(() => opened.dispose());

  for (const [text, index] of FOUND_BY)
    it(`is read by ${index}, in order: ${text.slice(0, 30)}…`, () => {
      const db = new DatabaseSync(opened.path, { readOnly: true });
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...[...text.matchAll(/\?/g)].map(() => null));
      db.close();
      const steps = plan.map(({ detail }) => String(detail)).join('\n');
      expect(steps).to.include(index).and.not.include('TEMP B-TREE');
      expect(steps).not.to.match(/SCAN \w+(?! USING INDEX)$/m);
    });
});
