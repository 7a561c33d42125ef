import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { keyFrom, newKey, type Place, seal, unseal } from '../../store/crypto.ts';
import { StoreDamaged } from '../../store/errors.ts';
import { id, must, rejection, T0 } from './fixtures.ts';
import { type OpenedSqlite, openInFolder } from './open.ts';
import { SECRETS, story, tell } from './story.ts';

const allFiles = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name));

/** A secret as somebody could find it in bytes: plain, two-byte, in hex, in base64 from each of its three alignments. */
function disguises(secret: string): Buffer[] {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  const texts = [utf8, utf16].flatMap((bytes) => {
    const base64 = [0, 1, 2].map((pad) =>
      Buffer.concat([Buffer.alloc(pad), bytes])
        .toString('base64')
        .slice(pad && 4, -4),
    );
    return [
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
      ...base64,
      ...base64.map((t) => t.replaceAll('+', '-').replaceAll('/', '_')),
    ];
  });
  const escaped = JSON.stringify(secret)
    .slice(1, -1)
    .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...[...texts, escaped].map((text) => Buffer.from(text))];
}

function found(dir: string): string[] {
  const needles = Object.entries(SECRETS).flatMap(([name, secret]) =>
    disguises(secret).map((bytes) => ({ name, bytes })),
  );
  return allFiles(dir).flatMap((file) => {
    const bytes = readFileSync(file);
    return needles.filter((needle) => bytes.includes(needle.bytes)).map(({ name }) => `${name} in ${file}`);
  });
}

describe('personal data at rest', () => {
  let opened: OpenedSqlite;
  beforeEach(async () => {
    opened = await openInFolder();
    await tell(opened.store, opened.files);
  });
  afterEach(() => opened.dispose());

  it('is in no byte of database, log, index and files, whatever the encoding', async () => {
    const files = allFiles(opened.dataDir);
    expect(files.some((f) => f.endsWith('-wal'))).to.equal(true);
    expect(files.some((f) => f.endsWith('.original'))).to.equal(true);
    expect(found(opened.dataDir)).to.deep.equal([]);
    await opened.store.prune(T0 * 2);
    opened = await opened.reopen();
    expect(found(opened.dataDir)).to.deep.equal([]);
  });

  it('would be found by this search if it were there', async () => {
    for (const secret of Object.values(SECRETS)) {
      for (const encoding of ['utf8', 'base64', 'hex', 'utf16le'] as const) {
        const text = Buffer.from(`xy${secret}z`, encoding === 'utf16le' ? 'utf16le' : 'utf8');
        const stored = encoding === 'base64' || encoding === 'hex' ? Buffer.from(text.toString(encoding)) : text;
        expect(
          disguises(secret).some((bytes) => stored.includes(bytes)),
          `${secret} in ${encoding}`,
        ).to.equal(true);
      }
    }
  });

  it('can be read by nobody but the owner of the process', function () {
    if (process.platform === 'win32') this.skip();
    for (const file of allFiles(opened.dataDir)) expect(statSync(file).mode & 0o077, file).to.equal(0);
    expect(statSync(join(opened.dataDir, 'files')).mode & 0o077).to.equal(0);
  });

  it('of an erased person leaves no wrapped key and no ciphertext behind, also in the log', async () => {
    const remains = within(opened.path, (db) => [
      ...db.prepare(`SELECT wrapped AS bytes FROM keys WHERE kind = 'person'`).all(),
      ...db.prepare('SELECT payload AS bytes FROM activities').all(),
      ...db.prepare('SELECT facts AS bytes FROM claims').all(),
    ]).map(({ bytes }) => Buffer.from(bytes as Uint8Array));
    expect(remains.length).to.be.greaterThan(4);
    const person = must(await opened.store.conversation(story(opened.store, opened.files).conversation)).person;
    await opened.store.erasePerson(person);
    for (const file of allFiles(opened.dataDir)) {
      const bytes = readFileSync(file);
      for (const [i, remnant] of remains.entries()) expect(bytes.includes(remnant), `${i} in ${file}`).to.equal(false);
    }
  });
});

function within<T>(path: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

describe('sealed values', () => {
  const key = keyFrom(newKey());
  const place: Place = { table: 't', column: 'c', row: 'r' };

  it('come back, and never look the same twice', () => {
    const plain = Buffer.from(SECRETS.words);
    const [a, b] = [seal(key, place, plain), seal(key, place, plain)];
    expect(unseal(key, place, a).equals(plain)).to.equal(true);
    expect(a.equals(b)).to.equal(false);
    expect(a[0]).to.equal(1);
  });

  it('are refused with another key, from another place, cut short, or in an unknown format', () => {
    const sealed = seal(key, place, Buffer.from('x'));
    const refused = (work: () => unknown) => expect(work).to.throw(StoreDamaged);
    refused(() => unseal(keyFrom(newKey()), place, sealed));
    for (const other of [{ table: 'u' }, { column: 'd' }, { row: 's' }])
      refused(() => unseal(key, { ...place, ...other }, sealed));
    for (let length = 0; length < sealed.length; length += 1)
      refused(() => unseal(key, place, sealed.subarray(0, length)));
    refused(() => unseal(key, place, Buffer.concat([Buffer.of(2), sealed.subarray(1)])));
  });

  it('are refused with any one bit flipped', () => {
    const sealed = seal(key, place, Buffer.from('一个秘密'));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(key, place, flipped), `bit ${bit}`).to.throw(StoreDamaged);
    }
  });

  it('use a new nonce each time', () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 20_000; i += 1) nonces.add(seal(key, place, Buffer.alloc(0)).toString('latin1', 1, 13));
    expect(nonces.size).to.equal(20_000);
  });
});

describe('a database somebody tampered with', () => {
  const { conversation: a } = story({} as never, {} as never, 'a');
  const { conversation: b } = story({} as never, {} as never, 'b');

  async function tampered(sql: string): Promise<OpenedSqlite> {
    let opened = await openInFolder();
    for (const marker of ['a', 'b']) await tell(opened.store, opened.files, marker);
    within(opened.path, (db) => {
      db.exec('PRAGMA foreign_keys = OFF');
      db.exec(sql);
    });
    opened = await opened.reopen();
    return opened;
  }

  const swap = (table: string, column: string, one: string, two: string) => `
    CREATE TEMP TABLE kept AS SELECT ${column} AS v FROM ${table} WHERE ${one};
    UPDATE ${table} SET ${column} = (SELECT ${column} FROM ${table} WHERE ${two}) WHERE ${one};
    UPDATE ${table} SET ${column} = (SELECT v FROM kept) WHERE ${two};`;

  for (const [what, sql, read] of [
    [
      'two lines of one person swapped',
      swap('activities', 'payload', `conversation = '${a}' AND seq = 1`, `conversation = '${a}' AND seq = 2`),
      ({ store }) => store.activities(a, 0, 10),
    ],
    [
      'two lines of two people swapped',
      swap('activities', 'payload', `conversation = '${a}' AND seq = 1`, `conversation = '${b}' AND seq = 1`),
      ({ store }) => store.activities(b, 0, 10),
    ],
    [
      'a line given to the other conversation',
      `UPDATE activities SET conversation = '${b}', seq = 99 WHERE conversation = '${a}' AND seq = 1`,
      ({ store }) => store.activities(b, 0, 99),
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
    ['tickets swapped', swap('tickets', 'data', `id = 'ta'`, `id = 'tb'`), ({ store }) => store.tickets(10)],
    [
      'jobs swapped',
      swap('jobs', 'payload', `key = 'calla'`, `key = 'callb'`),
      ({ store }) => store.dueJobs(T0 * 2, 10),
    ],
    [
      'file records swapped',
      swap('files', 'sealed', `id = 'photoa'`, `id = 'photob'`),
      ({ store }) => store.file(id.file('photoa')),
    ],
  ] as [string, string, (opened: OpenedSqlite) => Promise<unknown>][]) {
    it(`is noticed: ${what}`, async () => {
      const opened = await tampered(sql);
      expect(await rejection(read(opened))).to.be.instanceOf(StoreDamaged);
      await opened.dispose();
    });
  }

  it('is noticed: the bytes of two files swapped', async () => {
    const opened = await openInFolder();
    await tell(opened.store, opened.files);
    const { person } = must(await opened.store.conversation(story(opened.store, opened.files).conversation));
    const [one, two] = [id.file('one'), id.file('two')];
    for (const file of [one, two]) await opened.files.put(file, person, randomBytes(100), randomBytes(100));
    const { renameSync } = await import('node:fs');
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
