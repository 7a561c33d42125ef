/** Two processes on one database, each with a runner and a desk, whose every call to the store is put in an order by whoever tests. */
import { rmSync } from 'node:fs';
import { Desk } from '../../bots/desk.ts';
import { StoreBusy } from '../../store/errors.ts';
import type { Committed, Store, TurnWork } from '../../store/ports.ts';
import { type Faults, newDir, openWorld, type World } from './world.ts';

const never = new Promise<never>(() => {});

export type Fault = 'none' | 'before' | 'after';

/** Says when a call may go on. */
export type Turnstile = (what: string) => Promise<unknown>;

/** A turn that stands. */
export interface Stood {
  readonly work: TurnWork;
  readonly before: number;
}

class Process {
  readonly over = Promise.withResolvers<void>();
  readonly #office: Office;
  #dead = false;
  world: World | undefined;

  constructor(office: Office) {
    this.#office = office;
  }

  get desk(): Desk {
    if (!this.world) throw new Error('This process has not begun.');
    return new Desk(this.world.runner);
  }

  readonly around = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function' || name === 'close') return method;
        return (...args: unknown[]) => this.#call(String(name), args, () => method.apply(target, args));
      },
    });

  die(): void {
    this.#dead = true;
    this.over.resolve();
  }

  async #call(name: string, args: readonly unknown[], work: () => Promise<unknown>): Promise<unknown> {
    if (this.#dead) return never;
    await this.#office.turnstile(name);
    if (this.#dead) return never;
    const fault = name === 'commit' ? this.#office.nextFault() : 'none';
    if (fault === 'before') throw new StoreBusy('Not now.');
    const result = await work();
    if (name === 'commit') this.#office.note(args[0] as TurnWork, result as Committed);
    if (this.#dead) return never;
    if (fault === 'after') throw new StoreBusy('Nobody knows.');
    return result;
  }
}

export class Office {
  readonly dir = newDir('/dev/shm');
  readonly clock = { at: 0 };
  /** Turns that stand, in the order in which they were committed. */
  readonly stood: TurnWork[] = [];
  turnstile: Turnstile = async () => {};
  #fault: Fault = 'none';
  readonly #processes: Process[] = [];
  readonly #faults: Pick<Faults, 'database'>;

  private constructor(database: string | undefined) {
    this.#faults = database ? { database } : {};
  }

  static async open(at: number, database?: string): Promise<Office> {
    const office = new Office(database);
    office.clock.at = at;
    for (let n = 0; n < 2; n++) office.#processes.push(await office.#begin());
    return office;
  }

  process(n: number): Process {
    const found = this.#processes[n % 2];
    if (!found) throw new Error('There are two processes.');
    return found;
  }

  world(n: number): World {
    const { world } = this.process(n);
    if (!world) throw new Error('This process has not begun.');
    return world;
  }

  /** The next commit fails: and nothing is written, or nobody hears that it was. */
  failNext(fault: Fault): void {
    this.#fault = fault;
  }

  nextFault(): Fault {
    const fault = this.#fault;
    this.#fault = 'none';
    return fault;
  }

  note(work: TurnWork, { status }: Committed): void {
    if (status === 'committed') this.stood.push(work);
  }

  /** It ends as with kill -9 and begins anew on the same data. */
  async kill(n: number): Promise<void> {
    const old = this.process(n);
    old.die();
    await old.world?.store.close();
    this.#processes[n % 2] = await this.#begin();
  }

  async dispose(): Promise<void> {
    for (const one of this.#processes) {
      one.die();
      await one.world?.store.close();
    }
    rmSync(this.dir, { recursive: true, force: true });
  }

  async #begin(): Promise<Process> {
    const process = new Process(this);
    process.world = await openWorld({ ...this.#faults, store: process.around }, this.dir, this.clock);
    return process;
  }
}
