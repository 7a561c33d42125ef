/** Programs that are measured, or measure, as children that answer questions. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, Measured } from './load.ts';
import type { Usage } from './probe.ts';
import type { Heard } from './stub.ts';

const running = new Set<ChildProcess>();

export class Child<Facts extends object = { url: string }> {
  readonly facts: Facts;
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess, facts: Facts) {
    this.#process = child;
    this.facts = facts;
  }

  /** Resolves when the program has said that it is ready. */
  static async start<Facts extends object>(
    file: string,
    args: readonly string[] = [],
    { env = {}, node = [] }: { env?: Readonly<Record<string, string>>; node?: readonly string[] } = {},
  ): Promise<Child<Facts>> {
    const child = fork(join(import.meta.dirname, file), [...args], {
      execArgv: ['--disable-warning=ExperimentalWarning', ...node],
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return new Child(child, await nextOf<Facts>(child));
  }

  ask<Answer>(question: string | object): Promise<Answer> {
    const answer = nextOf<Answer>(this.#process);
    this.#process.send(question as string);
    return answer;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    this.#process.send('stop');
    const ended = once(this.#process, 'exit');
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}

async function nextOf<Answer>(child: ChildProcess): Promise<Answer> {
  const ended = new AbortController();
  const gone = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error(`A program of the benchmark has ended: ${child.spawnargs.slice(-2).join(' ')}`);
  });
  gone.catch(() => {});
  try {
    const [answer] = await Promise.race([once(child, 'message'), gone]);
    return answer as Answer;
  } finally {
    ended.abort();
  }
}

export const usage = (bot: Child): Promise<Usage> => bot.ask('usage');

/** The other end: one connector and one crowd, for all bots. */
export interface Others {
  readonly stub: Child<{ url: string; watch: number }>;
  readonly load: Child<object>;
}
export const startOthers = async (): Promise<Others> => ({
  stub: await Child.start('stub.ts'),
  load: await Child.start('load.ts'),
});

export type Ran = Measured & { readonly cpu: number; readonly lines: number; readonly usage: Usage };

/** One load on one bot, which may have programs `besides` the one whose use is measured. Throws unless every turn was acknowledged with 200 and answered, as the stub counts it. */
export async function run(
  { stub, load }: Others,
  bot: Child,
  given: Omit<Load, 'bots' | 'stub'>,
  besides: readonly Child[] = [],
): Promise<Ran> {
  const heard = await stub.ask<Heard>('count');
  const before = await usage(bot);
  const measured = await load.ask<Measured>({
    ...given,
    bots: [bot, ...besides].map(({ facts }) => facts.url),
    stub: stub.facts,
  } satisfies Load);
  const after = await usage(bot);
  const now = await stub.ask<Heard>('count');
  const { turns, refused, unanswered } = measured;
  if (refused > 0 || unanswered > 0 || now.turns - heard.turns !== turns)
    throw new Error(`${turns} turns, ${now.turns - heard.turns} answered, ${refused} refused, ${unanswered} too late`);
  return { ...measured, cpu: (after.cpu - before.cpu) / turns, lines: now.lines - heard.lines, usage: after };
}

/** At the end, however it comes. */
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
