import { Failure } from './http.js';

/** @typedef {import('./types.d.ts').ActivitySet} ActivitySet */

/** An empty frame keeps the line open through proxies and tells us early that it is dead, ms. */
const HEARTBEAT = 20_000;
/** How long a socket may take to open, ms. */
const PATIENCE = 10_000;
/** Between two looks when there is no socket, ms. */
const POLL = 2_000;
/** Looks before the socket is tried again. */
const POLLS = 30;
/** A socket that closes sooner counts as a failure, ms: no hot loop with a server that opens and closes. */
const LASTING = 3_000;

/** Everything that is said in the conversation, from the first word on: history, then the socket, or polling. */
export class Stream {
  /** @type {WebSocket | null} */
  #socket = null;
  #watermark = '';
  /** Frames may move the watermark only when nothing before them is missing. */
  #complete = false;
  /** Tries in a row that ended badly, and sockets in a row that did not last. */
  #failures = 0;
  #deaf = 0;
  #closed = false;
  #wake = () => {};

  /**
   * @param {import('./directline.js').DirectLine} line
   * @param {{activities: (set: ActivitySet, complete: boolean) => void, online: (yes: boolean) => void}} on
   */
  constructor(line, on) {
    this.line = line;
    this.on = on;
  }

  /** Follows the conversation until `close`. */
  async run() {
    let started = false;
    while (!this.#closed) {
      try {
        let url = started ? await this.line.reconnect(this.#watermark) : await this.line.start();
        if (!started && this.line.session.resumed) {
          await this.#catchUp();
          url = await this.line.reconnect(this.#watermark);
        }
        started = true;
        if (this.#deaf >= 2) await this.#poll();
        else await this.#follow(url);
        this.#failures = 0;
      } catch (failure) {
        this.#failures++;
        if (!this.#closed) this.on.online(false);
        if (failure instanceof Failure && failure.status === 404) await this.line.session.renew().catch(() => {});
      }
      this.#complete = false;
      if (!this.#closed) await this.#pause(backoff(this.#failures));
    }
  }

  /** Looks now whether anything was missed: the network is back, the phone woke up, an echo does not come. */
  async check() {
    this.#wake();
    const socket = this.#socket;
    if (!socket) return;
    const missed = await this.#catchUp().catch(() => true);
    if (missed && socket.readyState === WebSocket.OPEN) socket.close();
  }

  close() {
    this.#closed = true;
    this.#socket?.close();
    this.#wake();
  }

  /**
   * Resolves when a socket that lasted has closed; throws when it never really worked.
   * The transcript is read beside it, not after it: on a slow line a round trip is most of a second.
   * @param {string} url
   */
  async #follow(url) {
    const socket = new WebSocket(url);
    this.#socket = socket;
    const caughtUp = this.#catchUp();
    caughtUp.catch(() => socket.close());
    const heartbeat = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send(''), HEARTBEAT);
    const late = setTimeout(() => socket.readyState === WebSocket.CONNECTING && socket.close(), PATIENCE);
    let opened = 0;
    await new Promise((resolve) => {
      socket.onopen = () => {
        opened = Date.now();
        caughtUp.then(
          () => this.on.online(true),
          () => {},
        );
      };
      socket.onmessage = (e) => this.#frame(e.data);
      socket.onclose = resolve;
    });
    clearInterval(heartbeat);
    clearTimeout(late);
    this.#socket = null;
    if (this.#closed) return;
    this.on.online(false);
    this.#deaf = opened ? 0 : this.#deaf + 1;
    await caughtUp;
    if (!opened || Date.now() - opened < LASTING) throw new Error('the socket did not last');
  }

  /** @param {unknown} data */
  #frame(data) {
    if (typeof data !== 'string' || data === '') return;
    /** @type {ActivitySet} */
    const set = JSON.parse(data);
    if (this.#complete && set.watermark) this.#watermark = set.watermark;
    this.on.activities(set, this.#complete);
  }

  /**
   * Reads the transcript after the watermark to its end.
   * @returns {Promise<boolean>} whether there was anything
   */
  async #catchUp() {
    for (let any = false; ; any = true) {
      const set = await this.line.activities(this.#watermark);
      if (set.watermark) this.#watermark = set.watermark;
      if (!set.activities?.length) {
        this.#complete = true;
        this.on.activities(set, true);
        return any;
      }
      this.on.activities(set, this.#complete);
    }
  }

  /** For a while: no socket, as some company networks and old proxies let none through. */
  async #poll() {
    this.#deaf = 1;
    for (let i = 0; i < POLLS && !this.#closed; i++) {
      await this.#catchUp();
      this.on.online(true);
      await this.#pause(POLL);
    }
  }

  /** @param {number} ms */
  #pause(ms) {
    return new Promise((resolve) => {
      this.#wake = () => resolve(null);
      setTimeout(resolve, ms);
    });
  }
}

/**
 * Up to 15 s, spread so that a thousand phones do not come back in the same second.
 * @param {number} failures
 */
const backoff = (failures) => Math.min(15_000, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
