/**
 * POST over connections that are kept open. Node's own client costs four times as much a message as what we need of it, and
 * `fetch` three times as much again; nothing that they add (redirects, streams, decompression) is wanted here.
 */
import { type Answered, Connection, Stale } from './connection.ts';

export type { Answered };

type Headers = Readonly<Record<string, string>>;

export interface Wire {
  /** Rejects where no whole answer comes in time. Redirects are answers like others. */
  post(url: URL, body: string, headers: Headers): Promise<Answered>;
  /** Breaks off what is under way; nothing leaves any more. */
  close(): void;
}

const ENDS = 'the program ends';

export function createWire(patience: number): Wire {
  const resting = new Map<string, Connection[]>();
  const all = new Set<Connection>();
  let closed = false;

  function opened(url: URL): Connection {
    const connection: Connection = new Connection(url, () => {
      all.delete(connection);
      leave(url.origin, connection);
    });
    all.add(connection);
    return connection;
  }

  /** A connection that was closed rests no more. */
  function leave(origin: string, connection: Connection): void {
    const left = (resting.get(origin) ?? []).filter((other) => other !== connection);
    if (left.length > 0) resting.set(origin, left);
    else resting.delete(origin);
  }

  /** The one that rested least. */
  function rested(origin: string): Connection | undefined {
    const list = resting.get(origin);
    for (let last = list?.pop(); last; last = list?.pop()) {
      if (last.rests) return last;
      last.destroy();
    }
    return undefined;
  }

  async function once(url: URL, request: string, connection: Connection): Promise<Answered> {
    const answered = await connection.exchange(request, patience);
    if (!connection.rests) return answered;
    const list = resting.get(url.origin) ?? [];
    resting.set(url.origin, list);
    list.push(connection);
    return answered;
  }

  return {
    async post(url, body, headers) {
      if (closed) throw new Error(ENDS);
      const request = `${headOf(url, body, headers)}${body}`;
      const used = rested(url.origin);
      try {
        return await once(url, request, used ?? opened(url));
      } catch (error) {
        if (!(error instanceof Stale) || closed) throw error;
        return once(url, request, opened(url));
      }
    },
    close() {
      closed = true;
      for (const connection of all) connection.destroy(new Error(ENDS));
    },
  };
}

const UNFIT = /[^\t\x20-\x7e]/;

function headOf(url: URL, body: string, headers: Headers): string {
  const all = { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => {
    if (UNFIT.test(name) || UNFIT.test(value)) throw new Error('a header cannot be sent');
    return `${name}: ${value}\r\n`;
  });
  return `POST ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}connection: keep-alive\r\n\r\n`;
}
