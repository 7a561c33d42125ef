import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Bytes straight onto the wire, for requests that no well-behaved client makes. */
export class Raw {
  readonly socket: Socket;
  #answer = '';
  #done: Promise<unknown>;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.setEncoding('latin1');
    this.socket.on('error', () => {});
    this.socket.on('data', (chunk) => {
      this.#answer += String(chunk);
    });
    this.#done = once(this.socket, 'close');
  }

  head(method: string, path: string, headers: Record<string, string>): this {
    const lines = Object.entries({ Host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    return this;
  }

  write(data: string | Buffer): this {
    if (!this.socket.destroyed) this.socket.write(data);
    return this;
  }

  /** Resolves with the status as soon as there is an answer, whatever was sent by then. */
  async status(): Promise<number> {
    while (!/^HTTP\/1\.1 \d{3}[\s\S]*\r\n\r\n/.test(this.#answer) && !this.socket.destroyed)
      await Promise.race([once(this.socket, 'data'), this.#done]);
    return Number(this.#answer.slice(9, 12));
  }

  /** The whole answer to a request with `Connection: close`. */
  async answer(): Promise<{ status: number; headers: Headers; body: Buffer }> {
    await this.#done;
    const split = this.#answer.indexOf('\r\n\r\n');
    const lines = this.#answer.slice(0, split).split('\r\n').slice(1);
    const headers = new Headers(
      lines.map((line): [string, string] => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]),
    );
    return {
      status: Number(this.#answer.slice(9, 12)),
      headers,
      body: Buffer.from(this.#answer.slice(split + 4), 'latin1'),
    };
  }

  end(): void {
    this.socket.destroy();
  }
}
