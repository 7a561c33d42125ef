/** A wire to a database that can be cut, or go silent, and be mended. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Fault = 'none' | 'cut' | 'silent';

export class Wire {
  #fault: Fault = 'none';
  readonly #pairs = new Map<Socket, Socket>();
  readonly #server = createServer((client) => this.#join(client));
  readonly #target: { readonly host: string; readonly port: number };

  private constructor(target: URL) {
    this.#target = { host: target.hostname, port: Number(target.port || 5432) };
  }

  /** Gives the wire and the address with the wire in it. */
  static async before(url: string): Promise<{ readonly wire: Wire; readonly url: string }> {
    const target = new URL(url);
    const wire = new Wire(target);
    wire.#server.listen(0, '127.0.0.1');
    await once(wire.#server, 'listening');
    target.hostname = '127.0.0.1';
    target.port = String((wire.#server.address() as AddressInfo).port);
    return { wire, url: target.href };
  }

  /** `cut`: what is open breaks and nothing new gets through. `silent`: nothing is refused and nothing answered. */
  set(fault: Fault): void {
    this.#fault = fault;
    if (fault === 'silent') for (const pair of this.#pairs) for (const socket of pair) socket.pause();
    else this.breakAll();
  }

  /** Breaks every open connection; new ones get through unless the wire is cut. */
  breakAll(): void {
    for (const [client, server] of this.#pairs) {
      client.destroy();
      server.destroy();
    }
    this.#pairs.clear();
  }

  get open(): number {
    return this.#pairs.size;
  }

  async stop(): Promise<void> {
    this.breakAll();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    client.on('error', () => {});
    if (this.#fault === 'cut') return void client.destroy();
    const server = connect(this.#target);
    server.on('error', () => client.destroy());
    this.#pairs.set(client, server);
    client.on('close', () => {
      server.destroy();
      this.#pairs.delete(client);
    });
    server.on('close', () => client.destroy());
    client.pipe(server).pipe(client);
    if (this.#fault === 'silent') client.pause();
  }
}
