/** @typedef {import('./types.d.ts').Token} Token */

/** A request that did not succeed. `status` 0: no answer at all. */
export class Failure extends Error {
  /**
   * @param {number} status
   * @param {number} [retryAfter] seconds the server asks to wait
   * @param {string} [code] the server's name for what is wrong
   */
  constructor(status, retryAfter = 0, code = '') {
    super(`request failed with ${status} ${code}`);
    this.status = status;
    this.retryAfter = retryAfter;
    this.code = code;
  }

  /**
   * Reads an answer that is no success.
   * @param {number} status
   * @param {string | null} retryAfter
   * @param {string} body
   */
  static of(status, retryAfter, body) {
    let code = '';
    try {
      code = String(JSON.parse(body).error.code);
    } catch {
      // A proxy's own page, or nothing: the status must do.
    }
    return new Failure(status, Number(retryAfter) || 0, code);
  }

  /** Trying the same again later may help. */
  get passing() {
    return ![400, 405, 409, 413, 415, 422].includes(this.status);
  }
}

/** How long one request may take, ms: a phone in a tunnel must not wait for ever. */
const PATIENCE = 20_000;

/**
 * One JSON request.
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {string} [token]
 */
export async function send(method, path, body, token) {
  /** @type {Record<string, string>} */
  const headers = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (token) headers.authorization = `Bearer ${token}`;
  const answer = await fetch(path, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => {
    throw new Failure(0);
  });
  if (!answer.ok) throw await refusal(answer);
  if (answer.status === 204) return {};
  return answer.json().catch(() => {
    throw new Failure(0);
  });
}

/** @param {Response} answer */
async function refusal(answer) {
  return Failure.of(answer.status, answer.headers.get('retry-after'), await answer.text().catch(() => ''));
}

/** Who we are to the server: a token of one conversation, renewed before and after it expires. */
export class Session {
  /** @type {Promise<void> | null} */
  #opening = null;
  #token = '';
  #timer = 0;
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
    this.#opening = null;
    return this.open();
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
    this.#timer = window.setTimeout(() => this.#refresh(), half);
  }

  async #refresh() {
    try {
      this.use(await this.request('POST', '/v3/directline/tokens/refresh'));
    } catch {
      this.#timer = window.setTimeout(() => this.#refresh(), 60_000);
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
