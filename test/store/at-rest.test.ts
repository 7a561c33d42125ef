import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { must, T0 } from './fixtures.ts';
import { type OpenedSqlite, openInFolder, within } from './open.ts';
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
