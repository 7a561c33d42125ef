import { StoreDamaged, StoreUnavailable } from './errors.ts';
import { Lru } from './lru.ts';

/** Hears which row cannot be read: its table and its id, which hold no personal data. */
export type OnDamage = (what: string, id: string) => void;

/** So many reports are remembered, so that a row that is asked for every second is not reported every second. */
const REMEMBERED = 2_000;

/** Keeps one damaged row from standing in the way of all others. */
export class Damage {
  readonly #told = new Lru<true>(REMEMBERED);
  readonly #tell: OnDamage;

  constructor(tell: OnDamage = () => {}) {
    this.#tell = tell;
  }

  /** What `open` gives; if the row is damaged it is reported, once, and `instead` decides. */
  guard<T>(what: string, id: string, open: () => T, instead: () => T): T {
    try {
      return open();
    } catch (error) {
      if (!(error instanceof StoreDamaged)) throw error;
      this.#report(what, id);
      return instead();
    }
  }

  /** What `open` gives, or nothing; `aside` hears of a damaged row. */
  list<T>(what: string, id: string, open: () => T[], aside: () => void = () => {}): T[] {
    return this.guard(what, id, open, () => {
      aside();
      return [];
    });
  }

  #report(what: string, id: string): void {
    const name = `${what}|${id}`;
    if (this.#told.get(name)) return;
    this.#told.set(name, true);
    this.#tell(what, id);
  }
}

/** Up to `limit` values: reads on past rows that give none, because fewer than asked for means that there are no more. */
export function readOn<Row, Value>(
  limit: number,
  rows: (wanted: number, skip: number) => readonly Row[],
  open: (row: Row) => readonly Value[],
): Value[] {
  const values: Value[] = [];
  for (let skip = 0; values.length < limit; ) {
    const wanted = limit - values.length;
    const page = rows(wanted, skip);
    values.push(...page.flatMap(open));
    if (page.length < wanted) break;
    skip += page.length;
  }
  return values;
}

/** For work that may as well be done next time. */
export function unlessUnavailable(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) throw error;
}
