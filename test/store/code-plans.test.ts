/** What is asked of codes is found by an index, however many there are; so is a claim by a plate or phone. */
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { SQL, SWEPT, SWEPT_ORIGINS } from '../../store/tables/codes.ts';
import { type OpenedSqlite, openInFolder } from './open.ts';

const FOUND_BY: readonly (readonly [string, RegExp])[] = [
  [SQL.byId, /sqlite_autoindex_codes/],
  [SQL.guess, /sqlite_autoindex_codes/],
  [SQL.claims, /code_claims_code/],
  [SQL.ofPhone, /codes_phone/],
  [SQL.ofClaim, /PRIMARY KEY/],
  [SQL.asked, /codes_asked/],
  [SQL.ofOrigin, /origins_origin[\s\S]*codes_conversation/],
  [SWEPT_ORIGINS, /origins_at/],
  [SQL.claimsBy, /i USING PRIMARY KEY \(kind=\? AND hash=\?\)/],
  ...SWEPT.map((text) => [text, /(codes|code_claims)_at/] as const),
];

describe('codes in SQLite', () => {
  let opened: OpenedSqlite;
  before(async () => {
    opened = await openInFolder();
  });
  after(() => opened.dispose());

  for (const [text, index] of FOUND_BY)
    it(`are found by an index: ${text.slice(0, 40)}…`, () => {
      const db = new DatabaseSync(opened.path, { readOnly: true });
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...[...text.matchAll(/\?/g)].map(() => null));
      db.close();
      const steps = plan.map(({ detail }) => String(detail)).join('\n');
      expect(steps).to.match(index);
      expect(steps).not.to.match(/SCAN \w+(?! USING)$/m);
    });
});
