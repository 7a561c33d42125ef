/**
 * Carries out the Dockerfile step by step where no container engine is at hand: `node scripts/container.ts [empty directory]`.
 * Its file system is the directory (/app and /data below it), its base image this machine with this Node. Then it starts the
 * command, waits until the health check passes, stops it as an engine would, and says what it saw. Knows the instructions that
 * our Dockerfile uses, and refuses any other.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const source = join(import.meta.dirname, '..');
const root = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), 'lipei-container-')));
if (existing(root).length > 0) {
  process.stderr.write(`${root} is not empty: give an empty directory, or none.\n`);
  process.exit(2);
}
mkdirSync(root, { recursive: true });

/** A path of the container on this machine. */
const inside = (path: string): string => join(root, path);
const ignored = readFileSync(join(source, '.dockerignore'), 'utf8').split('\n').filter(Boolean);

/** The last line that fits a path decides, as engines do it. */
function left(path: string): boolean {
  const says = ignored.filter((line) => matchesGlob(path, line.replace(/^!/, '')));
  return says.length > 0 && !says.at(-1)?.startsWith('!');
}

let directory = '/';
let command: readonly string[] = [];
let healthy: readonly string[] = [];
const env: Record<string, string> = {};

const steps: Readonly<Record<string, (rest: string) => void>> = {
  FROM: (image) => say(`FROM ${image}: here Node ${process.versions.node}, whose files are not counted`),
  WORKDIR: (path) => {
    directory = path;
    mkdirSync(inside(path), { recursive: true });
  },
  COPY: (words) => {
    const paths = words.split(/\s+/);
    const to = resolve(directory, paths.pop() ?? '.');
    for (const path of paths) copy(join(source, path), join(inside(to), path === '.' ? '' : path));
  },
  RUN: (line) => run(line),
  USER: () => {},
  VOLUME: () => {},
  EXPOSE: () => {},
  STOPSIGNAL: () => {},
  ENV: (pairs) => Object.assign(env, Object.fromEntries(pairs.split(/\s+/).map((pair) => pair.split('=', 2)))),
  HEALTHCHECK: (words) => {
    healthy = JSON.parse(words.slice(words.indexOf('['))) as string[];
  },
  CMD: (words) => {
    command = JSON.parse(words) as string[];
  },
};

function copy(from: string, to: string): void {
  const filter = (path: string): boolean => path === source || !left(relative(source, path));
  cpSync(from, to, { recursive: true, filter });
}

/** Paths of the container stand below the root, and nobody else's user is given anything. */
function run(line: string): void {
  const here = line.replace(/ \/data/g, ` ${inside('/data')}`).replace(/ && chown [^&]*/g, '');
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  const { status } = spawnSync('sh', ['-c', here], {
    cwd: inside(directory),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path },
  });
  if (status !== 0) throw new Error(`This step of the Dockerfile failed: RUN ${line}`);
}

const program = ([name = '', ...rest]: readonly string[]): [string, string[]] => [
  name === 'node' ? process.execPath : name,
  [...rest],
];

/** Starts it as the image would, with the port and the data directory of here. */
async function start(): Promise<void> {
  const port = process.env.PORT ?? '3998';
  const settings = { PATH: process.env.PATH, ...env, DATA_DIR: inside(env.DATA_DIR ?? '/data'), PORT: port };
  const child = spawn(...program(command), { cwd: inside(directory), env: settings, stdio: 'inherit' });
  const check = (): boolean => spawnSync(...program(healthy), { cwd: inside(directory), env: settings }).status === 0;
  const began = Date.now();
  while (!check() && child.exitCode === null && Date.now() - began < 30_000) await pause(200);
  const up = check();
  child.kill('SIGTERM');
  const code = await new Promise<number | null>((ended) => child.once('exit', ended));
  if (!up || code !== 0)
    throw new Error(`The container ${up ? `did not stop well (exit code ${code})` : 'never was healthy'}.`);
  say('healthy, and stopped by SIGTERM with exit code 0');
}

function existing(path: string): readonly string[] {
  return statSync(path, { throwIfNoEntry: false }) ? readdirSync(path) : [];
}

function say(text: string): void {
  process.stdout.write(`container: ${text}\n`);
}

for (const line of readFileSync(join(source, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n')) {
  const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
  if (line.startsWith('#') || line.trim() === '') continue;
  const step = steps[word];
  if (!step) throw new Error(`scripts/container.ts does not know this line of the Dockerfile: ${line}`);
  step(rest.trim());
}
await start();
