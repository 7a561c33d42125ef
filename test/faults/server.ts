/** The real program as a child process on data of its own, to be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadKek } from '../../store/key.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/ports.ts';
import { tuesdayMorning } from '../support/talk.ts';
import { secret } from './phone.ts';
import { root } from './world.ts';

/** Compiled code of children, so that each start costs less. */
const cache = mkdtempSync(join(tmpdir(), 'lipei-cache-'));
const minute = 60_000;
/** Of all servers on one PostgreSQL. */
export const sharedKey = Buffer.alloc(32, 7).toString('base64');
const clockOffset = Math.round((tuesdayMorning - Date.now()) / minute);

/** Of a program on this directory whose clock shows Tuesday morning, or so many minutes later. */
export const settingsOf = (dir: string, later = 0): Record<string, string> => ({
  DATA_DIR: dir,
  PORT: '0',
  LOG_LEVEL: 'silent',
  DIRECTLINE_SECRET: secret,
  CLOCK_OFFSET_MINUTES: String(clockOffset + later),
});

export class Server {
  readonly dir: string;
  #child: ChildProcess | undefined;
  #ready = Promise.withResolvers<string>();
  readonly #database: string | undefined;
  starts = 0;

  /** On SQLite in `dir`, or on the PostgreSQL that `database` names; all servers there have one key. */
  constructor(dir: string, database?: string) {
    this.dir = dir;
    this.#database = database;
    servers.add(this);
  }

  /** Where the server is; waits while it is down. */
  readonly where = (): Promise<string> => this.#ready.promise;

  /** Starts it, its clock so many minutes ahead; resolves with true when it is ready, with false when it died before. */
  async start(failpoint?: string, later = 0): Promise<boolean> {
    this.starts += 1;
    const child = spawnNode(['index.ts'], {
      ...settingsOf(this.dir, later),
      ...(this.#database ? { DATABASE_URL: this.#database, LIPEI_KEY: sharedKey } : {}),
      ...(failpoint ? { LIPEI_FAILPOINT: failpoint } : {}),
    });
    this.#child = child;
    const url = await firstLine(child);
    if (url === undefined) return false;
    this.#ready.resolve(url.replace('lipei: ', ''));
    return true;
  }

  /** Sends it a signal that does not end it. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  /** Ends it, and waits until it is gone: SIGKILL as a crash, SIGTERM as an operator. With its exit code, if it has one. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.#child?.kill(signal);
    await this.died();
    return this.#child?.exitCode ?? null;
  }

  /** Resolves when the running child has ended, whoever ended it. */
  async died(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    this.#ready = Promise.withResolvers<string>();
  }

  /** Whoever still waits for it is told that it will not come back. */
  giveUp(): void {
    const waiting = this.#ready;
    this.#ready = Promise.withResolvers<string>();
    for (const { promise, reject } of [waiting, this.#ready]) {
      promise.catch(() => {});
      reject(new Error('The test is over.'));
    }
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get alive(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The data, when no server runs. */
  async store(): Promise<Store> {
    const url = this.#database;
    const kek = await loadKek({ dataDir: this.dir, key: url ? sharedKey : undefined });
    const database = url ? { url, connections: 5 } : undefined;
    return (await openStore({ dataDir: this.dir, database }, { kek })).store;
  }
}

export function spawnNode(
  args: readonly string[],
  env: Record<string, string>,
  { out = 'pipe', err = 'inherit' }: { readonly out?: 'pipe' | number; readonly err?: 'inherit' | 'pipe' } = {},
): ChildProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { PATH, NODE_COMPILE_CACHE: cache, ...env },
    stdio: ['ignore', out, err],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

const children = new Set<ChildProcess>();
const servers = new Set<Server>();

/** A test that fails half-way must leave nothing behind: for `afterEach`. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL');
  for (const server of servers) server.giveUp();
  servers.clear();
}

/** Undefined if the child ended without a word. */
export async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) throw new Error('The child has no output.');
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => undefined);
  return Promise.race([once(lines, 'line').then(([line]) => String(line)), ended]);
}
