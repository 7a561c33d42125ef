/** A program that can die at any call to its store and be started again on the same data. */
import { existsSync, rmSync } from 'node:fs';
import type { Store } from '../../store/ports.ts';
import { newDir, openWorld, type World } from './world.ts';

/** A dying program loses nothing of what the system has: where there is memory that looks like a disk, it is much quicker. */
const quickDir = (): string => newDir(existsSync('/dev/shm') ? '/dev/shm' : undefined);
const never = new Promise<never>(() => {});

export class Mortal {
  #world: World;
  #life: Life;

  private constructor(world: World, life: Life) {
    this.#world = world;
    this.#life = life;
  }

  static async start(): Promise<Mortal> {
    const life = new Life();
    return new Mortal(await openWorld({ store: life.around }, quickDir()), life);
  }

  /** The one that lives now. */
  get world(): World {
    return this.#world;
  }

  /** It dies before the `calls`-th call from now, or after it, its answer unheard. Resolves when it has. */
  dieAt(calls: number, heard: boolean): Promise<void> {
    return this.#life.endAt(calls, heard);
  }

  /** What has not ended by now ends nowhere: as after a kill, only what was committed is there. */
  async startAnew(): Promise<void> {
    this.#life.end();
    const { dir, clock, store } = this.#world;
    await store.close();
    this.#life = new Life();
    this.#world = await openWorld({ store: this.#life.around }, dir, clock);
  }

  async restart(): Promise<void> {
    this.#life = new Life();
    this.#world = await this.#world.reopen({ store: this.#life.around });
  }

  /** Whatever it is about. */
  async dispose(): Promise<void> {
    this.#life.end();
    await this.#world.store.close();
    rmSync(this.#world.dir, { recursive: true, force: true });
  }
}

class Life {
  #over = Promise.withResolvers<void>();
  #ended = false;
  #left = Number.POSITIVE_INFINITY;
  #heard = true;

  endAt(calls: number, heard: boolean): Promise<void> {
    [this.#left, this.#heard] = [calls, heard];
    return this.#over.promise;
  }

  end(): void {
    this.#ended = true;
    this.#over.resolve();
  }

  readonly around = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => this.#call(() => method.apply(target, args));
      },
    });

  async #call(work: () => Promise<unknown>): Promise<unknown> {
    this.#left -= 1;
    const last = this.#left <= 0;
    if (last && !this.#heard) this.end();
    if (this.#ended) return never;
    const result = await work();
    if (last) this.end();
    return this.#ended ? never : result;
  }
}
