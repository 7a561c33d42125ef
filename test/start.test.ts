/** What somebody reads who starts lipei where it cannot run: one sentence that says what is the matter and what to do. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../config.ts';
import { start } from '../index.ts';
import { serve } from './e2e/client.ts';

const root = join(import.meta.dirname, '..');
const quiet = { LOG_LEVEL: 'silent' };

/** What a start that failed printed: its exit code and its lines. */
const refused = (dir: string, env: Readonly<Record<string, string>> = {}): Promise<string> =>
  serve(dir, { ...quiet, ...env }).then(
    async (served) => {
      await served.stop();
      return 'it started';
    },
    (error: Error) => error.message,
  );

/** A program that has taken a port. */
async function taker(): Promise<{ port: number; end: () => Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const end = () => new Promise<void>((done) => void server.close(() => done()));
  return { port: typeof address === 'object' && address ? address.port : 0, end };
}

describe('a start', function () {
  this.timeout(60_000);
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lipei-start-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  describe('on a port that is taken', () => {
    it('says so in one sentence and ends with 1', async () => {
      const { port, end } = await taker();
      expect(await refused(dir, { PORT: String(port) })).to.equal(
        `the server ended with 1: Port ${port} on 127.0.0.1 is taken by another program: set PORT in .env to another one, such as PORT=3979, or stop the other program.\n`,
      );
      await end();
    });

    it('leaves the data directory to the next one', async () => {
      const { port, end } = await taker();
      const config = (PORT: string) => readConfig({ ...quiet, PORT, DATA_DIR: dir });
      const error: unknown = await start(config(String(port))).catch((e: unknown) => e);
      expect(String(error)).to.include(`Port ${port}`);
      await end();
      const app = await start(config('0'));
      expect(await app.store.ready()).to.equal(true);
      await app.stop();
    });
  });

  it('on an address that this machine does not have says so', async () => {
    // 192.0.2.1 is nobody's address (RFC 5737).
    expect(await refused(dir, { HOST: '192.0.2.1' })).to.equal(
      'the server ended with 1: 192.0.2.1 is no address of this machine: set HOST in .env to an address of this machine, such as 127.0.0.1 or 0.0.0.0.\n',
    );
  });

  describe('with a data directory of no use', () => {
    const sentence = (path: string, reason: string) =>
      `the server ended with 1: The data directory ${path} cannot be used, because ${reason}: set DATA_DIR in .env to a directory that lipei may write to, such as ./data.\n`;

    it('that is a file', async () => {
      const file = join(dir, 'file');
      writeFileSync(file, 'mine');
      expect(await refused(file)).to.equal(sentence(file, 'it is a file, or lies below one'));
      expect(readFileSync(file, 'utf8')).to.equal('mine');
    });

    it('that can neither be made nor waited for', async function () {
      if (!existsSync('/proc/self')) this.skip();
      expect(await refused('/proc/x')).to.equal(sentence('/proc/x', 'nothing can be made there'));
    });
  });

  describe('beside another server on the same data directory', () => {
    it('is refused, says which directory and process, and disturbs nobody', async () => {
      const first = await serve(dir, quiet);
      const pid = readFileSync(join(dir, 'lipei.pid'), 'utf8').trim();
      for (let again = 0; again < 2; again += 1)
        expect(await refused(dir)).to.equal(
          `the server ended with 1: Another lipei (process ${pid}) is running on the data directory ${dir}: stop it first, or give this one a DATA_DIR and a PORT of its own in .env.\n`,
        );
      expect((await fetch(`${first.url}/readyz`)).status).to.equal(200);
      await first.stop();
      expect(existsSync(join(dir, 'lipei.pid'))).to.equal(false);
    });

    it('follows at once when the other was killed', async () => {
      const first = await serve(dir, quiet);
      await first.stop('SIGKILL');
      const next = await serve(dir, quiet);
      expect((await fetch(`${next.url}/readyz`)).status).to.equal(200);
      await next.stop();
    });

    it('is refused in the same process too', async () => {
      const config = readConfig({ ...quiet, PORT: '0', DATA_DIR: dir });
      const app = await start(config);
      const errors = [];
      for (let again = 0; again < 2; again += 1) errors.push(await start(config).catch((e: Error) => e));
      expect(errors.map((one) => one instanceof Error && one.name)).to.deep.equal(['DataDirInUse', 'DataDirInUse']);
      await app.stop();
      await (await start(config)).stop();
    });
  });

  describe('by npm start', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };

    /** The program of `npm start` in a folder of its own; what it said by the time it was ready or had ended. */
    async function startIn(folder: string, env: Readonly<Record<string, string>>) {
      const [, program = '', settings = ''] = /node (\S+) (\S+)$/.exec(scripts.start) ?? [];
      const { PATH = '' } = process.env;
      const child = spawn(process.execPath, [join(root, program), settings], { cwd: folder, env: { PATH, ...env } });
      const said = { out: '', err: '' };
      child.stderr.on('data', (bytes: Buffer) => {
        said.err += bytes.toString();
      });
      child.stdout.on('data', (bytes: Buffer) => {
        said.out += bytes.toString();
        if (said.out.includes('lipei: http')) child.kill();
      });
      await once(child, 'close');
      return said;
    }

    it('without a .env says nothing about it', async () => {
      const { out, err } = await startIn(dir, { ...quiet, PORT: '0' });
      // The link for the first account may have come with it.
      expect(out).to.match(/^lipei: http:\S+\n(?:lipei: set up the first account of the desk, once: http:\S+\n)?$/);
      expect(err).to.equal('');
      expect(existsSync(join(dir, 'data', 'lipei.db')), 'it ran in this folder').to.equal(true);
    });

    it('reads a .env, and what is set already goes before it', async () => {
      writeFileSync(join(dir, '.env'), 'PORT=http\nLOG_LEVEL=loud\n');
      const { err } = await startIn(dir, { LOG_LEVEL: 'silent' });
      expect(err).to.equal('PORT is not usable: set PORT to a port number, such as 3978 (0 picks a free one).\n');
    });
  });
});
