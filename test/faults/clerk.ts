/** A colleague at the desk who does not give up: a form that was not answered is sent again, with the key it had. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Colleague } from '../desk/rig.ts';
import type { Where } from './phone.ts';

export class Clerk {
  readonly account: string;
  readonly #one: Colleague;
  readonly #where: Where;
  /** Answers other than success, and connections that broke. */
  refused = 0;
  #keys = 0;

  constructor(account: string, one: Colleague, where: Where) {
    [this.account, this.#one, this.#where] = [account, one, where];
  }

  /** What the desk says of it: `done`, or the name of the problem. */
  async act(conversation: string, act: string, form: Readonly<Record<string, string>> = {}): Promise<string> {
    this.#keys += 1;
    const key = `${this.account}-${this.#keys}`.slice(-60);
    return this.#insist(`/workbench/c/${conversation}/${act}`, { ...form, key });
  }

  async here(): Promise<void> {
    await this.#insist('/workbench/presence', { here: '1' });
  }

  async page(path: string): Promise<string> {
    for (;;) {
      this.#one.url = await this.#where();
      const answer = await this.#one.get(path).catch(() => undefined);
      const html = await answer?.text().catch(() => undefined);
      if (answer?.status === 200 && html !== undefined) return html;
      await this.#again(path, answer);
    }
  }

  async #insist(path: string, form: Readonly<Record<string, string>>): Promise<string> {
    for (;;) {
      // The only thing that may end this: there will be no server any more.
      this.#one.url = await this.#where();
      const answer = await this.#one.post(path, form).catch(() => undefined);
      const problem = answer?.status === 303 ? problemIn(answer.headers.get('location') ?? '') : 'busy';
      if (problem !== 'busy') return problem;
      await this.#again(path, answer);
    }
  }

  async #again(path: string, answer: Response | undefined): Promise<void> {
    this.refused += 1;
    if (answer && answer.status >= 300 && answer.status < 500 && answer.status !== 303)
      throw new Error(`${path} was answered with ${answer.status}`);
    await sleep(20);
  }
}

function problemIn(location: string): string {
  if (location === '/workbench') throw new Error('Her session is over.');
  return new URL(location, 'http://desk').searchParams.get('problem') ?? 'done';
}
