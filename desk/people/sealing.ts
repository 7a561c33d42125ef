/** The one job that seals acts in batches. */
import type { Seal, Store } from '../../store/ports.ts';
import { sealer } from './chain.ts';

const MINUTE = 60_000;
/** Acts of one batch, in one transaction: short enough that no turn waits for it noticeably. */
const BATCH = 500;

export interface SealingDeps {
  readonly store: Pick<Store, 'sealActs'>;
  readonly key: Buffer;
  readonly now: () => number;
  /** Writes a seal down where whoever changes the database does not reach it. */
  readonly witness: (seal: Seal) => Promise<void>;
  /** What else is done once a minute. */
  readonly tidy: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Every minute, and once more at the end. */
export class Sealing {
  readonly #deps: SealingDeps;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(deps: SealingDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#running = this.#running
        .then(() => this.seal())
        .then(() => this.#deps.tidy())
        .catch(this.#deps.onError);
    }, MINUTE).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
    await this.seal().catch(this.#deps.onError);
  }

  async seal(): Promise<void> {
    const { store, key, now, witness } = this.#deps;
    for (;;) {
      const seal = await store.sealActs(BATCH, sealer(key, now()));
      if (!seal) return;
      await witness(seal);
    }
  }
}
