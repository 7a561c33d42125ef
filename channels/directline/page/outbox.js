import { Failure } from './http.js';
import { randomId } from './safe.js';

/** @typedef {import('./types.d.ts').Item} Item */
/** @typedef {import('./types.d.ts').Draft} Draft */

/** @param {Draft} draft words keep their order; photos go beside them and never hold them up */
const laneOf = (draft) => (draft.kind === 'file' ? 'files' : 'talk');

/**
 * Everything a person sends, kept until the server has it: closing the page without network loses nothing.
 * Every try of an item carries the same id, so that the server takes it once.
 */
export class Outbox {
  /** @type {Item[]} */
  #items = [];
  #busy = { talk: false, files: false };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #failures = 0;
  #stopped = false;

  /**
   * @param {import('./types.d.ts').Store} store
   * @param {(item: Item, onProgress: (part: number) => void) => Promise<void>} send
   * @param {(item: Item) => void} onChange
   */
  constructor(store, send, onChange) {
    this.store = store;
    this.send = send;
    this.onChange = onChange;
  }

  /** How much waits. */
  get size() {
    return this.#items.length;
  }

  /** Takes up what an earlier visit left. */
  async load() {
    const kept = await this.store.all();
    this.#items = kept.sort((a, b) => a.order - b.order);
    for (const item of this.#items) this.#set(item, item.state === 'failed' ? 'failed' : 'waiting');
  }

  /**
   * @param {Draft} draft
   * @param {string} anchor id of the last activity seen
   */
  async add(draft, anchor) {
    const order = Math.max(Date.now(), (this.#items.at(-1)?.order ?? 0) + 1);
    /** @type {Item} */
    const item = { id: randomId(), order, anchor, at: Date.now(), draft, state: 'waiting' };
    this.#items.push(item);
    this.onChange(item);
    await this.store.put({ ...item }).catch(() => {});
    this.flush();
  }

  /** Sends now: something is new, or the network is back. */
  flush() {
    clearTimeout(this.#timer);
    this.#run('talk');
    this.#run('files');
  }

  /** @param {string} id of an item that was refused */
  retry(id) {
    const item = this.#items.find((i) => i.id === id);
    if (!item) return;
    this.#set(item, 'waiting');
    this.flush();
  }

  /** @param {string} id no longer to be sent: dropped by its writer, or seen in the transcript */
  async drop(id) {
    this.#items = this.#items.filter((i) => i.id !== id);
    await this.store.remove(id).catch(() => {});
  }

  /** Forgets everything and sends nothing more. */
  async clear() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#items = [];
    await this.store.clear();
  }

  /** @param {'talk' | 'files'} lane */
  async #run(lane) {
    if (this.#busy[lane]) return;
    this.#busy[lane] = true;
    let item = this.#next(lane);
    while (item && (await this.#try(item))) item = this.#next(lane);
    this.#busy[lane] = false;
  }

  /** @param {'talk' | 'files'} lane */
  #next(lane) {
    return this.#stopped ? undefined : this.#items.find((i) => i.state !== 'failed' && laneOf(i.draft) === lane);
  }

  /**
   * @param {Item} item
   * @returns {Promise<boolean>} whether the next one may go
   */
  async #try(item) {
    this.#set(item, navigator.onLine ? 'sending' : 'waiting');
    try {
      await this.send(item, (part) => this.#progress(item, part));
    } catch (failure) {
      return this.#failed(item, failure instanceof Failure ? failure : new Failure(0));
    }
    this.#failures = 0;
    await this.drop(item.id);
    if (!this.#stopped) this.#set(item, 'delivered');
    return true;
  }

  /**
   * @param {Item} item
   * @param {Failure} failure
   */
  async #failed(item, failure) {
    if (this.#stopped) return false;
    if (!failure.passing && item.draft.kind === 'event') {
      await this.drop(item.id);
      return true;
    }
    if (!failure.passing) {
      item.refused = failure.code || String(failure.status);
      this.#set(item, 'failed');
      await this.store.put({ ...item }).catch(() => {});
      return true;
    }
    this.#set(item, 'waiting');
    const wait = failure.retryAfter * 1000 || Math.min(30_000, 1000 * 2 ** this.#failures++);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), wait);
    return false;
  }

  /**
   * @param {Item} item
   * @param {Item['state']} state
   */
  #set(item, state) {
    item.state = state;
    item.progress = 0;
    this.onChange(item);
  }

  /**
   * @param {Item} item
   * @param {number} part
   */
  #progress(item, part) {
    item.progress = part;
    this.onChange(item);
  }
}
