/** Phones that note when each message was acknowledged and how long that and the answer took. */
import { setTimeout as sleep } from 'node:timers/promises';
import { jpeg } from '../directline/pictures.ts';
import { dialogues } from './dialogues.ts';
import { Phone, type Where } from './phone.ts';

export const script: readonly string[] = [...dialogues.report.steps, ...dialogues.details.steps];

interface Took {
  readonly at: number;
  readonly acknowledged: number;
  readonly answered: number;
}

export class Witness extends Phone {
  /** When the conversation was opened, and when each message was acknowledged. */
  openedAt = Number.POSITIVE_INFINITY;
  readonly at: number[] = [];
  readonly took: Took[] = [];

  override async start(): Promise<void> {
    await super.start();
    this.openedAt = Date.now();
  }

  /** Says what is left of the script, each line when the one before was answered. */
  async report(): Promise<void> {
    for (const text of script.slice(this.sent.length)) {
      const began = performance.now();
      const id = await this.say(text);
      const acknowledged = performance.now() - began;
      this.at.push(Date.now());
      await this.hear(id, performance.now() + 60_000);
      this.took.push({ at: Date.now(), acknowledged, answered: performance.now() - began });
    }
  }

  /** One photo after the other, each another one. */
  async photograph(): Promise<void> {
    for (let n = 1; n <= 28; n += 1) {
      await this.upload(`${this.name}-photo-${n}`, [photo(n)]);
      this.at.push(Date.now());
      await sleep(50);
    }
  }
}

export const photo = (n: number): Buffer => jpeg({ width: n });

/** Reports one after the other, for as long as there is a server; whoever reports is added to `witnesses` at once. */
export async function keepReporting(where: Where, name: string, witnesses: Witness[]): Promise<void> {
  for (let n = 0; ; n += 1) {
    const witness = new Witness(where, `${name}-${n}`);
    witnesses.push(witness);
    await witness.start();
    await witness.report();
  }
}

const p99 = (values: readonly number[]): string =>
  `${([...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0).toFixed(0)} ms`;

/** For people to read: what the phones saw between two instants. */
export function figures(witnesses: readonly Witness[], from: number, to: number): string {
  const took = witnesses.flatMap((one) => one.took).filter(({ at }) => at >= from && at <= to);
  const acknowledged = p99(took.map((one) => one.acknowledged));
  return `${took.length} messages, p99 acknowledged ${acknowledged}, answered ${p99(took.map((one) => one.answered))}`;
}
