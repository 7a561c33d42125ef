interface Member<T = unknown> {
  readonly work: () => T;
  readonly patience: number;
  readonly resolve: (result: T | Promise<T>) => void;
}

export interface GroupDeps {
  /** Whether nobody waits for a foreign lock: who came later must not overtake. */
  readonly free: () => boolean;
  /** All of `work` or nothing, durable on return. */
  readonly transaction: <T>(work: () => T) => T;
  /** One piece of work in a transaction of its own, which waits its turn and for a foreign lock. */
  readonly alone: <T>(work: () => T, patience: number) => Promise<T>;
}

/** Milliseconds that what is unhurried waits at most. */
const LATEST = 5;

/**
 * Many writes, one commit: what comes in one turn of the event loop becomes durable together, since most of a small commit
 * is waiting for the disk. Nobody's promise is kept before that commit. A group that fails – one member threw, the disk is
 * full, somebody else holds the lock – has written nothing, and each member is run again in a transaction of its own, in
 * order: a bad one spoils only itself.
 */
export class Group {
  readonly #deps: GroupDeps;
  #members: Member[] = [];
  #planned = false;
  #late: NodeJS.Timeout | undefined;

  constructor(deps: GroupDeps) {
    this.#deps = deps;
  }

  /** What is `unhurried` waits a little for others: nobody is told of it, and a commit of its own would cost as much as theirs. */
  run<T>(work: () => T, patience: number, unhurried = false): Promise<T> {
    return new Promise<T>((resolve) => {
      this.#members.push({ work, patience, resolve } as Member);
      if (unhurried) this.#late ??= setTimeout(() => this.#commit(), LATEST);
      else this.#plan();
    });
  }

  /** After the sockets that are ready now: under load many have something, and one has nothing to wait for. */
  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    setImmediate(() => this.#commit());
  }

  #commit(): void {
    const members = this.#members;
    this.#members = [];
    this.#planned = false;
    clearTimeout(this.#late);
    this.#late = undefined;
    if (members.length > 1 && this.#deps.free() && this.#together(members)) return;
    for (const { work, patience, resolve } of members) resolve(this.#deps.alone(work, patience));
  }

  #together(members: readonly Member[]): boolean {
    try {
      const results = this.#deps.transaction(() => members.map(({ work }) => work()));
      for (const [i, { resolve }] of members.entries()) resolve(results[i]);
      return true;
    } catch {
      return false;
    }
  }
}
