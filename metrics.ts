/** What /metrics shows, in Prometheus' text format. Counts and durations; never a word of a person. */
const buckets = [5, 10, 25, 50, 100, 250, 500, 1000, 2500];

export class Metrics {
  readonly #counts = new Map<string, number>();
  readonly #turns = buckets.map(() => 0);
  #turnCount = 0;
  #turnSum = 0;

  count(name: string, by = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }

  turn(milliseconds: number): void {
    this.#turnCount += 1;
    this.#turnSum += milliseconds;
    buckets.forEach((limit, index) => {
      if (milliseconds <= limit) this.#turns[index] = (this.#turns[index] ?? 0) + 1;
    });
  }

  text(): string {
    const memory = process.memoryUsage();
    const lines = [
      ...[...this.#counts].flatMap(([name, value]) => [
        `# TYPE lipei_${name}_total counter`,
        `lipei_${name}_total ${value}`,
      ]),
      '# TYPE lipei_turn_milliseconds histogram',
      ...buckets.map((limit, index) => `lipei_turn_milliseconds_bucket{le="${limit}"} ${this.#turns[index]}`),
      `lipei_turn_milliseconds_bucket{le="+Inf"} ${this.#turnCount}`,
      `lipei_turn_milliseconds_sum ${this.#turnSum.toFixed(1)}`,
      `lipei_turn_milliseconds_count ${this.#turnCount}`,
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${memory.rss}`,
      '# TYPE process_uptime_seconds gauge',
      `process_uptime_seconds ${process.uptime().toFixed(0)}`,
    ];
    return `${lines.join('\n')}\n`;
  }
}
