import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { disguises } from './disguises.ts';
import { must, T0 } from './fixtures.ts';
import { type OpenedSqlite, openInFolder, within } from './open.ts';
import { SECRETS, story, tell } from './story.ts';

const allFiles = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name));

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
