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
    // Older browsers cannot; there the system's own, longer patience must do.
    signal: AbortSignal.timeout?.(PATIENCE) ?? null,
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
