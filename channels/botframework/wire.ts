/**
 * POST over connections that are kept open. Node's own client: `fetch` costs three times as much a message, and nothing it
 * adds (redirects, streams, decompression) is wanted here.
 */
import { type ClientRequest, Agent as HttpAgent, request as http } from 'node:http';
import { Agent as HttpsAgent, request as https } from 'node:https';

export interface Answered {
  readonly status: number;
  /** The header as it came. */
  readonly retryAfter: string | null;
}
type Headers = Readonly<Record<string, string>>;

export interface Wire {
  /** Rejects where no whole answer comes in time. Redirects are answers like others. */
  post(url: URL, body: string, headers: Headers): Promise<Answered>;
  /** Breaks off what is under way; nothing leaves any more. */
  close(): void;
}

const ENDS = 'the program ends';
/** Connections to one host at once: as many as messages are on their way. */
const MOST = 256;

export function createWire(patience: number): Wire {
  const kept = { keepAlive: true, maxSockets: MOST };
  const [plain, secure] = [new HttpAgent(kept), new HttpsAgent(kept)];
  const underWay = new Set<ClientRequest>();
  let closed = false;

  function once(url: URL, body: string, headers: Headers): Promise<Answered> {
    if (closed) return Promise.reject(new Error(ENDS));
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const options = { method: 'POST', headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } };
    const sent =
      url.protocol === 'https:' ? https(url, { ...options, agent: secure }) : http(url, { ...options, agent: plain });
    const late = setTimeout(() => sent.destroy(new Error('no answer in time')), patience).unref();
    underWay.add(sent);
    sent.on('response', (response) => {
      // Read to its end, or the connection could not be used again.
      response.resume();
      response.on('error', reject);
      const { statusCode: status = 0, headers: given } = response;
      response.on('end', () => resolve({ status, retryAfter: given['retry-after'] ?? null }));
    });
    sent.on('error', (error) => reject(sent.reusedSocket && isReset(error) ? new Stale(error) : error));
    sent.on('close', () => {
      clearTimeout(late);
      underWay.delete(sent);
      // Where an answer has come whole this changes nothing.
      reject(new Error('the answer broke off'));
    });
    sent.end(body);
    return promise;
  }

  return {
    post: (url, body, headers) =>
      once(url, body, headers).catch((error: unknown) => {
        // The other end closed a connection that had rested just as we used it again: nothing is wrong with either.
        if (error instanceof Stale) return once(url, body, headers);
        throw error;
      }),
    close() {
      closed = true;
      for (const sent of underWay) sent.destroy(new Error(ENDS));
      plain.destroy();
      secure.destroy();
    },
  };
}

class Stale extends Error {
  constructor(cause: unknown) {
    super('a connection that had rested was closed', { cause });
  }
}

const isReset = (error: Error): boolean => 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
