import { Failure, send } from './http.js';

/** @typedef {import('./types.d.ts').Token} Token */

/** Who we are to the server: a token of one conversation, renewed before and after it expires. */
export class Session {
  /** @type {Promise<void> | null} */
  #opening = null;
  /** @type {Promise<void> | null} */
  #renewing = null;
  #token = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  conversationId = '';
  userId = '';
  resumed = false;
  /** The language in which a new conversation was begun; '' for one that we go on with. */
  begunIn = '';
  /** Called when the server answers with another conversation than before. */
  onOther = () => {};

  /** @param {() => string} language */
  constructor(language) {
    this.language = language;
  }

  /** Gets a token once; a failed try may be repeated. */
  open() {
    this.#opening ??= this.#begin().catch((failure) => {
      this.#opening = null;
      throw failure;
    });
    return this.#opening;
  }

  /** Gets a new token, whatever there is. Parallel callers share one request. */
  renew() {
    if (!this.#renewing) {
      this.#opening = null;
      this.#renewing = this.open().finally(() => {
        this.#renewing = null;
      });
    }
    return this.#renewing;
  }

  async #begin() {
    const before = this.conversationId;
    const lang = this.language();
    const answer = /** @type {Token} */ (await send('POST', '/api/chat/token', { locale: lang }));
    this.conversationId = answer.conversationId;
    this.userId = answer.userId;
    this.resumed = answer.resumed;
    if (!answer.resumed) this.begunIn = lang;
    this.use(answer);
    if (before && before !== answer.conversationId) this.onOther();
  }

  /**
   * Takes a token from any answer that carries one, and refreshes it half-way to its end.
   * @param {{token?: string, expires_in?: number}} answer
   */
  use(answer) {
    if (!answer.token) return;
    this.#token = answer.token;
    clearTimeout(this.#timer);
    const half = (answer.expires_in || 1800) * 500;
    this.#timer = setTimeout(() => this.#refresh(), half);
  }

  async #refresh() {
    try {
      this.use(await this.request('POST', '/v3/directline/tokens/refresh'));
    } catch {
      this.#timer = setTimeout(() => this.#refresh(), 60_000);
    }
  }

  /**
   * Runs a request with our token; a 401 or 403 (expired while the phone slept) gets a new one and one more try.
   * @template T
   * @param {(token: string) => Promise<T>} run
   * @returns {Promise<T>}
   */
  async authorised(run) {
    await this.open();
    const used = this.#token;
    try {
      return await run(used);
    } catch (failure) {
      if (!(failure instanceof Failure) || ![401, 403].includes(failure.status)) throw failure;
      if (used === this.#token) await this.renew();
      else await this.open();
      return run(this.#token);
    }
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  request(method, path, body) {
    return this.authorised((token) => send(method, path, body, token));
  }

  close() {
    clearTimeout(this.#timer);
    this.#opening = null;
    this.#token = '';
    this.conversationId = '';
  }
}
