/** Inside a measured program: says where it listens and answers how much it has used. The same for every program. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Usage {
  /** Microseconds of processor time, user and system, since the start. */
  readonly cpu: number;
  readonly rss: number;
  readonly heap: number;
  /** Milliseconds that the event loop was late since the last question. */
  readonly delay: { readonly p99: number; readonly max: number };
}

const delay = monitorEventLoopDelay({ resolution: 1 });
const milliseconds = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - 1);

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const late = { p99: milliseconds(delay.percentile(99)), max: milliseconds(delay.max) };
  delay.reset();
  return { cpu: user + system, rss, heap: heapUsed, delay: late };
}

async function nothing(): Promise<undefined> {}

/**
 * `facts` go to the parent with the address; `stop` is called when the parent says that it is over, `answer` when it asks
 * something else.
 */
export function serve(
  url: string,
  facts: object = {},
  stop: () => Promise<void> = nothing,
  answer: (question: unknown) => Promise<unknown> = nothing,
): void {
  delay.enable();
  process.on('message', (question) => {
    if (question === 'stop') return void stop().finally(() => process.exit(0));
    if (question === 'collect') globalThis.gc?.();
    const known = question === 'usage' ? usage() : question === 'collect' ? {} : undefined;
    if (known) process.send?.(known);
    else void answer(question).then((answered) => process.send?.(answered ?? {}));
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ url, ...facts });
}
