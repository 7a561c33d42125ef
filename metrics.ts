/** What /metrics shows, in Prometheus' text format. Counts, gauges and durations; never a word of a person. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Everything that is counted; shown from the start, so that an alert on an increase sees the first one. */
const counters = {
  faults: 'Things that went wrong and were caught; each has a line in the log.',
  refused: 'Requests answered with 503 because more came than can be worked off.',
  store_unavailable: 'Times that the database was out of reach; each has a line of level 40 in the log.',
  turns_stale: 'Turns worked out twice because another process was faster.',
} as const;
export type Counter = keyof typeof counters;

const buckets = [5, 10, 25, 50, 100, 250, 500, 1000, 2500];
const nanoseconds = 1e9;

interface Gauge {
  readonly about: string;
  read(): number;
}

export class Metrics {
  readonly #counts = new Map<Counter, number>();
  readonly #gauges = new Map<string, Gauge>();
  readonly #turns = buckets.map(() => 0);
  #turnCount = 0;
  #turnSum = 0;
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });

  constructor() {
    this.#delay.enable();
    this.gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
    this.gauge(
      'nodejs_heap_size_used_bytes',
      'Objects in use, and what is not collected yet.',
      () => process.memoryUsage().heapUsed,
    );
    this.gauge(
      'nodejs_active_resources',
      'Sockets, timers and other things that are open.',
      () => process.getActiveResourcesInfo().length,
    );
    this.gauge('process_uptime_seconds', 'Since the start.', () => Math.floor(process.uptime()));
    this.gauge('nodejs_eventloop_delay_p99_seconds', 'How late the event loop was, since it was last asked.', () => {
      const late = this.#delay.percentile(99) / nanoseconds;
      this.#delay.reset();
      return late;
    });
  }

  count(name: Counter, by = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }

  /** A value that is read when somebody asks; `name` is the whole name. */
  gauge(name: string, about: string, read: () => number): void {
    this.#gauges.set(name, { about, read });
  }

  turn(milliseconds: number): void {
    this.#turnCount += 1;
    this.#turnSum += milliseconds;
    buckets.forEach((limit, index) => {
      if (milliseconds <= limit) this.#turns[index] = (this.#turns[index] ?? 0) + 1;
    });
  }

  text(): string {
    const counted = Object.entries(counters).map(([name, about]) =>
      metric(`lipei_${name}_total`, 'counter', about, `${this.#counts.get(name as Counter) ?? 0}`),
    );
    const read = [...this.#gauges].map(([name, { about, read: value }]) => metric(name, 'gauge', about, `${value()}`));
    return `${[...counted, this.#durations(), ...read].join('\n')}\n`;
  }

  #durations(): string {
    const name = 'lipei_turn_milliseconds';
    return [
      `# HELP ${name} From taking up a message to the commit of its answer.`,
      `# TYPE ${name} histogram`,
      ...buckets.map((limit, index) => `${name}_bucket{le="${limit}"} ${this.#turns[index]}`),
      `${name}_bucket{le="+Inf"} ${this.#turnCount}`,
      `${name}_sum ${this.#turnSum.toFixed(1)}`,
      `${name}_count ${this.#turnCount}`,
    ].join('\n');
  }
}

const metric = (name: string, type: string, about: string, value: string): string =>
  `# HELP ${name} ${about}\n# TYPE ${name} ${type}\n${name} ${value}`;
