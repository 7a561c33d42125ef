/** One connection to a connector, for one message after the other. */
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { Reading } from './reading.ts';

export interface Answered {
  readonly status: number;
  /** The header as it came. */
  readonly retryAfter: string | null;
}

/** A connection that had rested was closed by the other end just as it was used again: nothing is wrong with either. */
export class Stale extends Error {
  constructor(cause: unknown) {
    super('a connection that had rested was closed', { cause });
  }
}

interface Exchange {
  readonly reading: Reading;
  readonly late: NodeJS.Timeout;
  readonly resolve: (answered: Answered) => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds that a connection rests at most, and how much sooner than the other end we give it up. */
const REST = 60_000;
const MARGIN = 1_000;

function open({ protocol, hostname, port }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:') return connectPlain({ host, port: Number(port || 80) });
  const name = isIP(host) === 0 ? { servername: host } : {};
  return connectSecure({ host, port: Number(port || 443), ...name, ALPNProtocols: ['http/1.1'] });
}

export class Connection {
  readonly #socket: Socket;
  #exchange: Exchange | undefined;
  #used = false;
  #restsUntil = 0;

  constructor(url: URL, closed: () => void) {
    const socket = open(url);
    this.#socket = socket;
    let broken: Error | undefined;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (bytes: unknown) => this.#take(String(bytes)));
    socket.on('end', () => this.#exchange?.reading.closed() && this.#finish(this.#exchange));
    socket.on('error', (error) => {
      broken = error;
    });
    socket.on('close', () => {
      this.#fail(broken);
      closed();
    });
  }

  /** Whether it may be used once more. */
  get rests(): boolean {
    return !this.#socket.destroyed && performance.now() < this.#restsUntil;
  }

  /** Sends and resolves with the answer, which must come whole and in time; rejects with `Stale` where it is worth another try. */
  exchange(request: string, patience: number): Promise<Answered> {
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const late = setTimeout(() => this.destroy(new Error('no answer in time')), patience).unref();
    this.#exchange = { reading: new Reading(), late, resolve, reject };
    this.#socket.ref();
    this.#socket.write(request);
    return promise;
  }

  destroy(error?: Error): void {
    this.#socket.destroy(error);
  }

  #take(bytes: string): void {
    const exchange = this.#exchange;
    try {
      // Nobody asked.
      if (!exchange) this.destroy();
      else if (exchange.reading.take(bytes)) this.#finish(exchange);
    } catch (error) {
      this.destroy(error as Error);
    }
  }

  #finish({ reading, late, resolve }: Exchange): void {
    clearTimeout(late);
    this.#exchange = undefined;
    this.#used = true;
    const { status, retryAfter, keeps, rest = REST } = reading;
    if (keeps) {
      this.#restsUntil = performance.now() + Math.min(rest - MARGIN, REST);
      // What rests keeps no program alive.
      this.#socket.unref();
    } else this.destroy();
    resolve({ status, retryAfter });
  }

  #fail(error: (Error & { code?: string }) | undefined): void {
    const exchange = this.#exchange;
    if (!exchange) return;
    clearTimeout(exchange.late);
    this.#exchange = undefined;
    const reset = error === undefined || error.code === 'ECONNRESET' || error.code === 'EPIPE';
    const stale = this.#used && exchange.reading.untouched && reset;
    exchange.reject(stale ? new Stale(error) : (error ?? new Error('the answer broke off')));
  }
}
