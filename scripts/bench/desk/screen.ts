/** A conversation's page in a colleague's browser: its stream, and the parts that it fetches anew when it is told of a change. */
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { Colleague } from './colleague.ts';
import { Words } from './pending.ts';

/** The stream of a page that is read, or of one that reads nothing at all. */
export function openStream(who: Colleague, path: string, read?: (text: string) => void): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const asked = get(`${who.url}${path}`, { agent: false, headers: who.headers }, (answer: IncomingMessage) => {
      if (answer.statusCode !== 200) return reject(new Error(`A stream was answered ${answer.statusCode}.`));
      if (read) answer.setEncoding('utf8').on('data', read);
      else answer.socket.pause();
      answer.on('error', () => {});
      resolve(asked);
    });
    asked.on('error', reject);
  });
}

export class Screen {
  readonly words = new Words();
  readonly who: Colleague;
  readonly path: string;
  fetches = 0;
  refused = 0;
  readonly #running = new Set<string>();
  readonly #again = new Set<string>();

  constructor(who: Colleague, conversation: string) {
    this.who = who;
    this.path = `/workbench/c/${conversation}`;
  }

  async open(): Promise<void> {
    await this.who.get(this.path);
    await openStream(this.who, `${this.path}/live`, (text) => this.#told(text));
  }

  /** Sent again with the same key where it could not be done now: then it is done once. */
  async say(text: string, key: string): Promise<void> {
    for (;;) {
      const { status, headers } = await this.who.post(`${this.path}/say`, { text, key }, true);
      if (status === 200 && headers['hx-redirect'] === undefined) return;
      this.refused += 1;
      await new Promise((later) => setTimeout(later, 250));
    }
  }

  /** As the attributes of conversation.njk and layout.njk have it. */
  #told(text: string): void {
    for (const [, event] of text.matchAll(/^event: (\w+)$/gm)) {
      const parts = event === 'lines' ? [`${this.path}/lines`, `${this.path}/side`] : ['/workbench/queue/badge'];
      for (const part of parts) void this.#fetch(part);
    }
  }

  /** One at a time of a kind; what changes meanwhile is fetched once more. */
  async #fetch(part: string): Promise<void> {
    if (this.#running.has(part)) return void this.#again.add(part);
    this.#running.add(part);
    do {
      this.#again.delete(part);
      const { status, body } = await this.who.part(part);
      if (status !== 200) throw new Error(`${part} was answered ${status}.`);
      this.fetches += 1;
      if (part.endsWith('/lines')) this.words.seen(body);
    } while (this.#again.has(part));
    this.#running.delete(part);
  }
}
