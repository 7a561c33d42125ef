/** Somebody at the desk: an account of her own, a session, the forms of the pages. */
import { codeAt, stepAt } from '../../../desk/people/totp.ts';
import { type Answered, call } from './http.ts';

const PASSWORD = 'korrekt-Pferd-42';

export class Colleague {
  readonly url: string;
  /** As the proxy in front of the product tells it: everybody sits somewhere else. */
  readonly address: string;
  #cookie = '';
  #csrf = '';

  constructor(url: string, address: string) {
    this.url = url;
    this.address = address;
  }

  get headers(): Readonly<Record<string, string>> {
    return { 'x-forwarded-for': this.address, ...(this.#cookie ? { cookie: this.#cookie } : {}) };
  }

  async get(path: string): Promise<Answered> {
    return this.#noted(await call(`${this.url}${path}`, { headers: this.headers }));
  }

  /** What a page fetches by itself; it needs no look at the token of its forms. */
  async part(path: string): Promise<Answered> {
    return call(`${this.url}${path}`, { headers: { ...this.headers, 'hx-request': 'true' } });
  }

  async post(path: string, form: Readonly<Record<string, string>> = {}, part = false): Promise<Answered> {
    const headers = {
      ...{ ...this.headers, origin: this.url, 'sec-fetch-site': 'same-origin' },
      ...{ 'content-type': 'application/x-www-form-urlencoded', ...(part ? { 'hx-request': 'true' } : {}) },
    };
    const body = new URLSearchParams({ csrf: this.#csrf, ...form }).toString();
    return this.#noted(await call(`${this.url}${path}`, { method: 'POST', headers, body }));
  }

  #noted(answer: Answered): Answered {
    this.#cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? this.#cookie;
    this.#csrf = /name="csrf" value="([\w-]+)"/.exec(answer.body)?.[1] ?? this.#csrf;
    return answer;
  }

  /** Follows the link of an invitation; then she is signed in. */
  async setUp(link: string, named: Readonly<Record<string, string>> = {}): Promise<void> {
    const { body } = await this.get(link);
    const secret = (/id="totp">([^<]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '');
    const login = /name="login" value="([^"]*)"/.exec(body)?.[1] ?? '';
    const code = codeAt(secret, stepAt(Date.now()));
    const answer = await this.post(link, { login, password: PASSWORD, again: PASSWORD, code, ...named });
    if (answer.status !== 303) throw new Error(`An account was not set up: ${answer.status}.`);
    await this.get('/workbench/queue');
  }
}

/** The first administrator, and `count` adjusters whom she invites. */
export async function colleagues(url: string, firstLink: string, count: number): Promise<readonly Colleague[]> {
  const first = new Colleague(url, '10.1.0.0');
  await first.setUp(firstLink, { login: 'admin', name: 'Admin', reach: '95500' });
  const all: Colleague[] = [];
  for (let n = 1; n <= count; n += 1) {
    const who = { login: `adjuster${n}`, name: `Adjuster ${n}`, role: 'adjuster', branch: '', reach: '95500' };
    const { body } = await first.post('/workbench/people', who);
    const one = new Colleague(url, `10.1.0.${n}`);
    await one.setUp(/id="link">https?:\/\/[^/<]+([^<]+)</.exec(body)?.[1] ?? '');
    await one.post('/workbench/presence', { here: '1' });
    all.push(one);
  }
  return all;
}
