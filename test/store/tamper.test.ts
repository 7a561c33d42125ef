import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { StoreDamaged } from '../../store/errors.ts';
import { type Bench, onBoth } from './engines.ts';
import { id, must, rejection, T0 } from './fixtures.ts';
import { openInFolder } from './open.ts';
import { story, tell } from './story.ts';

onBoth('a database somebody tampered with', (engine) => {
  const { conversation: a } = story({} as never, {} as never, 'a');
  const { conversation: b } = story({} as never, {} as never, 'b');

  /** Tables with a damaged row that was passed over. */
  let reports: string[];

  async function tampered(sql: string): Promise<Bench> {
    reports = [];
    const opened = await engine.open({ onDamage: (what) => reports.push(what) });
    for (const marker of ['a', 'b']) await tell(opened.store, opened.files, marker);
    await opened.tamper(sql);
    return opened.reopen();
  }

  const swap = (table: string, column: string, one: string, two: string) => `
    CREATE TEMP TABLE kept AS SELECT ${column} AS v FROM ${table} WHERE ${one};
    UPDATE ${table} SET ${column} = (SELECT ${column} FROM ${table} WHERE ${two}) WHERE ${one};
    UPDATE ${table} SET ${column} = (SELECT v FROM kept) WHERE ${two};`;

  for (const [what, sql, read, passedOver, left] of [
    [
      'two lines of one person swapped',
      swap('activities', 'payload', `conversation = '${a}' AND seq = 1`, `conversation = '${a}' AND seq = 2`),
      ({ store }) => store.activities(a, 0, 10),
      ['activities', 'activities'],
      2,
    ],
    [
      'two lines of two people swapped',
      swap('activities', 'payload', `conversation = '${a}' AND seq = 1`, `conversation = '${b}' AND seq = 1`),
      ({ store }) => store.activities(b, 0, 10),
      ['activities'],
      3,
    ],
    [
      'a line given to the other conversation',
      `UPDATE activities SET conversation = '${b}', seq = 99 WHERE conversation = '${a}' AND seq = 1`,
      ({ store }) => store.activities(b, 0, 99),
      ['activities'],
      4,
    ],
    [
      'a conversation given to the other person',
      `UPDATE conversations SET person = (SELECT person FROM conversations WHERE id = '${b}') WHERE id = '${a}'`,
      ({ store }) => store.conversation(a),
    ],
    [
      'the keys of two people swapped',
      swap(
        'keys',
        'wrapped',
        `id = (SELECT person FROM conversations WHERE id = '${a}')`,
        `id = (SELECT person FROM conversations WHERE id = '${b}')`,
      ),
      ({ store }) => store.conversation(a),
    ],
    [
      'the states of two conversations swapped',
      swap('conversations', 'state', `id = '${a}'`, `id = '${b}'`),
      ({ store }) => store.conversation(a),
    ],
    [
      'the version turned back',
      `UPDATE conversations SET version = version - 1 WHERE id = '${a}'`,
      ({ store }) => store.conversation(a),
    ],
    [
      'handled messages made to wait again',
      `UPDATE conversations SET handled = 0 WHERE id = '${a}'`,
      ({ store }) => store.conversation(a),
    ],
    [
      'the floor given to somebody',
      `UPDATE conversations SET floor = 'person' WHERE id = '${a}'`,
      ({ store }) => store.conversation(a),
    ],
    [
      'a line made a note',
      `UPDATE activities SET direction = 'person' WHERE conversation = '${a}' AND seq = 2`,
      ({ store }) => store.activities(a, 0, 10),
      ['activities'],
      3,
    ],
    [
      'the facts of two claims swapped',
      swap('claims', 'facts', `id = 'claima'`, `id = 'claimb'`),
      ({ store }) => store.claim(id.claim('claima')),
    ],
    [
      'an event said by somebody else',
      `UPDATE claim_events SET author = 'adjuster' WHERE id = 'reporteda'`,
      ({ store }) => store.events(id.claim('claima')),
    ],
    [
      'an event moved in time',
      `UPDATE claim_events SET at = at + 1 WHERE id = 'promisea'`,
      ({ store }) => store.events(id.claim('claima')),
    ],
    [
      'an event given to the other claim',
      `UPDATE claim_events SET claim = 'claimb', seq = 9 WHERE id = 'reporteda'`,
      ({ store }) => store.events(id.claim('claimb')),
    ],
    [
      'tickets swapped',
      swap('tickets', 'data', `id = 'ta'`, `id = 'tb'`),
      ({ store }) => store.tickets(10),
      ['tickets', 'tickets'],
      2,
    ],
    [
      'jobs swapped',
      swap('jobs', 'payload', `key = 'calla'`, `key = 'callb'`),
      ({ store }) => store.dueJobs(T0 * 2, 10),
      ['jobs', 'jobs'],
      1,
    ],
    [
      'file records swapped',
      swap('files', 'sealed', `id = 'photoa'`, `id = 'photob'`),
      ({ store }) => store.file(id.file('photoa')),
    ],
  ] as [string, string, (opened: Bench) => Promise<unknown>, string[]?, number?][]) {
    it(`is noticed: ${what}`, async () => {
      const opened = await tampered(sql);
      if (passedOver) {
        const seen = (await read(opened)) as readonly object[];
        expect(reports).to.have.members(passedOver);
        expect(seen).to.have.length(left ?? 0);
      } else expect(await rejection(read(opened))).to.be.instanceOf(StoreDamaged);
      await opened.dispose();
    });
  }
});

describe('files somebody tampered with', () => {
  it('are noticed: the bytes of two swapped', async () => {
    const opened = await openInFolder();
    await tell(opened.store, opened.files);
    const { person } = must(await opened.store.conversation(story(opened.store, opened.files).conversation));
    const [one, two] = [id.file('one'), id.file('two')];
    for (const file of [one, two]) await opened.files.put(file, person, randomBytes(100), randomBytes(100));
    renameSync(
      join(opened.dataDir, 'files', 'on', 'one.original'),
      join(opened.dataDir, 'files', 'tw', 'two.original'),
    );
    expect(await rejection(opened.files.original(two, person))).to.be.instanceOf(StoreDamaged);
    // Nor is the original, with its place and time, taken for the copy that may be shown.
    renameSync(join(opened.dataDir, 'files', 'tw', 'two.original'), join(opened.dataDir, 'files', 'on', 'one.display'));
    expect(await rejection(opened.files.display(one, person))).to.be.instanceOf(StoreDamaged);
    await opened.dispose();
  });
});
