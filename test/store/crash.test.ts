import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Failpoint } from '../../store/failpoints.ts';
import { spine } from '../../store/migrations/0001-spine.ts';
import type { Files, Store } from '../../store/ports.ts';
import type { Migration } from '../../store/schema.ts';
import { id, must } from './fixtures.ts';
import { newFolder, openInFolder, within } from './open.ts';
import { openIn, type Schema, withPostgres } from './openPostgres.ts';
import { random } from './seed.ts';

const KILLS = process.env.LIPEI_LONG ? 200 : 5;
const child = join(import.meta.dirname, 'crash-child.ts');
const conversation = id.conversation('c');
const statements = ({ up }: Migration): number => up({ text: '', int: '', bytes: '', end: '', keyed: '' }).length;

type Point = Failpoint | `${Failpoint}:${number}`;

interface Run {
  readonly lines: readonly string[];
  readonly killed: boolean;
}

/** Runs the child until it ends, is killed by its failpoint, or `killAfter` ms have passed since its first word. */
function run(
  args: readonly string[],
  { failpoint, killAfter, quiet }: { failpoint?: string; killAfter?: number; quiet?: boolean } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...(failpoint ? { LIPEI_FAILPOINT: failpoint } : {}) };
    const process_ = spawn(process.execPath, [child, ...args], {
      env,
      stdio: ['ignore', 'pipe', quiet ? 'ignore' : 'inherit'],
    });
    let output = '';
    process_.stdout.on('data', (data) => {
      if (output === '' && killAfter !== undefined) setTimeout(() => process_.kill('SIGKILL'), killAfter);
      output += data;
    });
    process_.on('error', reject);
    process_.on('close', (_code, signal) => {
      // A last line cut short was not said.
      resolve({
        lines: output
          .slice(0, output.lastIndexOf('\n') + 1)
          .split('\n')
          .filter(Boolean),
        killed: signal === 'SIGKILL',
      });
    });
  });
}

/** Where the child works: a folder or an address, and what is there behind the store's back. */
interface Place {
  readonly name: string;
  open(): Promise<{ readonly store: Store; readonly files: Files }>;
  deliveries(): Promise<number>;
  /** What the database itself says about its soundness. */
  sound(): Promise<boolean>;
}

const folder = (dataDir: string): Place => {
  const first = (sql: string) =>
    within(join(dataDir, 'lipei.db'), (db) => Object.values(db.prepare(sql).get() ?? {})[0]);
  return {
    name: dataDir,
    open: () => openInFolder({}, dataDir),
    deliveries: async () => Number(first('SELECT count(*) FROM deliveries')),
    sound: async () => first('PRAGMA integrity_check') === 'ok',
  };
};

const address = (schema: Schema): Place => ({
  name: schema.url,
  open: () => openIn(schema),
  deliveries: async () => Number(await schema.value('SELECT count(*) FROM deliveries')),
  sound: async () => true,
});

/** Every message that was ever acknowledged is there once, answered once, with its photo; nothing else is. */
async function check(place: Place, acknowledged: number, sent: number): Promise<void> {
  const opened = await place.open();
  const c = must(await opened.store.conversation(conversation));
  const lines = await opened.store.activities(conversation, 0, 100_000);
  const said = (direction: string) =>
    lines.filter((line) => line.direction === direction).map(({ payload }) => payload.text);
  const heard = said('user');
  expect(heard.length).to.be.within(acknowledged, sent);
  expect(heard).to.deep.equal(heard.map((_, i) => `m${i + 1}`));
  const answered = heard.slice(0, c.handled);
  expect(said('bot')).to.deep.equal(answered.map((text) => `re ${text}`));
  expect(c.state.heard).to.deep.equal(answered);
  expect(await opened.store.pending(conversation, 1_000)).to.have.length(heard.length - answered.length);
  for (let i = 1; i <= heard.length; i += 1) {
    expect(String(await opened.files.original(id.file(`photo${i}`), c.person))).to.equal(`photo ${i}`);
  }
  await opened.store.close();
  expect(await place.sound()).to.equal(true);
  expect(await place.deliveries()).to.equal(answered.length);
}

describe('a process that is killed', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = newFolder();
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  killed(() => folder(dataDir), ['checkpoint.mid', 'checkpoint.mid:2']);

  it('at a failpoint that does not exist does not start', async () => {
    const { lines } = await run([dataDir, '1', '1'], { failpoint: 'accept.typo', quiet: true });
    expect(lines).to.deep.equal([]);
    expect(existsSync(join(dataDir, 'lipei.db'))).to.equal(false);
  });
});

withPostgres('a process that is killed (PostgreSQL)', (schema) => {
  beforeEach(() => schema.empty());
  killed(() => address(schema), []);
});

function killed(where: () => Place, more: readonly Point[]): void {
  const points: readonly Point[] = [
    ...([
      'migration.mid:5',
      `migration.mid:${statements(spine) + 2}`,
      'accept.beforeTx:2',
      'accept.midTx:2',
      'accept.afterCommit:2',
    ] as const),
    ...(['commit.midTx:2', 'commit.afterCommit:2', 'file.afterWrite:2'] as const),
    ...more,
  ];
  for (const failpoint of points) {
    it(`at ${failpoint} has lost and doubled nothing`, async () => {
      const place = where();
      const first = await run([place.name, '1', '3'], { failpoint });
      expect(first.killed, 'the failpoint was passed').to.equal(true);
      const acknowledged = first.lines.filter((line) => line.startsWith('accepted')).length;
      if (acknowledged > 0) await check(place, acknowledged, 3);
      const second = await run([place.name, '1', '3']);
      expect(second).to.deep.include({ killed: false });
      expect(second.lines.at(-1)).to.equal('closed');
      await check(place, 3, 3);
    });
  }

  it(`at any moment, ${KILLS} times, with the sender trying again, has lost and doubled nothing`, async function () {
    this.timeout(1_200_000);
    const pick = random('the kills');
    const place = where();
    let acknowledged = 0;
    for (let n = 0; n < KILLS; n += 1) {
      const { lines } = await run([place.name, String(acknowledged + 1)], { killAfter: 20 + pick(200) });
      const accepted = lines.filter((line) => line.startsWith('accepted'));
      acknowledged += accepted.length;
      await check(place, acknowledged, acknowledged + 1);
    }
    expect(acknowledged).to.be.greaterThan(KILLS);
  });
}
