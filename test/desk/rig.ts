/** A server of its own with a clock, and colleagues who use the desk as a browser does: forms, cookies, nothing else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { codeAt, stepAt } from '../../desk/people/totp.ts';
import { type App, start } from '../../index.ts';
import { Person } from '../e2e/client.ts';

/** A Tuesday morning, when the office is open. */
export const TUESDAY = Date.parse('2026-11-24T10:00:00+08:00');

export interface Rig {
  readonly app: App;
  readonly clock: { at: number };
  readonly dir: string;
  /** A visitor without a cookie. */
  visitor(): Colleague;
  /** The first administrator, signed in. */
  first(): Promise<Colleague>;
  /** Invited by the administrator, signed in. */
  invited(by: Colleague, who: Partial<Who>): Promise<Colleague>;
  /** Opens a conversation and says so much, each after the answer to the one before. */
  person(...words: readonly string[]): Promise<Person>;
  stop(): Promise<void>;
}
interface Who {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly branch: string;
  readonly reach: string;
}

export const PASSWORD = 'korrekt-Pferd-42';

export async function newRig(env: Readonly<Record<string, string>> = {}): Promise<Rig> {
  const dir = mkdtempSync(join(tmpdir(), 'lipei-desk-'));
  const clock = { at: TUESDAY };
  const settings = {
    PORT: '0',
    DATA_DIR: dir,
    LOG_LEVEL: 'silent',
    INSURER_NAME: '示例财产保险',
    INSURER_HOTLINE: '95500',
  };
  const app = await start(readConfig({ ...settings, ...env }), () => clock.at);
  const visitor = (): Colleague => new Colleague(app.url, clock);
  return {
    ...{ app, clock, dir, visitor },
    first: async () => {
      const one = visitor();
      await one.setUp((await app.firstLink()) ?? '', { login: 'admin', name: '陈主任', reach: '0731-8888 6600' });
      return one;
    },
    invited: async (by, who) => {
      const form = { login: 'wang', name: '王敏', role: 'adjuster', branch: '', reach: '0731-8888 6666', ...who };
      const html = await (await by.post('/workbench/people', form)).text();
      const one = visitor();
      await one.setUp(/id="link">https?:\/\/[^/<]+([^<]+)</.exec(html)?.[1] ?? '');
      return one;
    },
    person: async (...words) => {
      const person = new Person(app.url);
      await person.begin();
      await person.listen();
      for (const text of words) await person.say(text);
      return person;
    },
    stop: async () => {
      await app.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export class Colleague {
  /** Where the desk is now; it may be another place after a restart. */
  url: string;
  readonly clock: { at: number };
  cookie = '';
  csrf = '';
  totp = '';

  constructor(url: string, clock: { at: number }) {
    this.url = url;
    this.clock = clock;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const answer = await fetch(`${this.url}${path}`, {
      redirect: 'manual',
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
    });
    return this.#noted(answer);
  }

  /** Sends a form of the desk's own page. */
  async post(path: string, form: Readonly<Record<string, string>> = {}, over: Readonly<Record<string, string>> = {}) {
    const headers = {
      origin: this.url,
      'sec-fetch-site': 'same-origin',
      'x-csrf': this.csrf,
      ...(this.cookie ? { cookie: this.cookie } : {}),
    };
    const answer = await fetch(`${this.url}${path}`, {
      ...{ method: 'POST', redirect: 'manual', headers: { ...headers, ...over } },
      body: new URLSearchParams({ csrf: this.csrf, ...form }),
    });
    return this.#noted(answer);
  }

  async #noted(answer: Response): Promise<Response> {
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    if (cookie?.includes('Max-Age=0')) this.cookie = '';
    const html = await answer.clone().text();
    this.csrf = /name="csrf" value="([\w-]+)"/.exec(html)?.[1] ?? this.csrf;
    return answer;
  }

  /** The code of now; each time half a minute later, since none works twice. */
  code(): string {
    this.clock.at += 30_000;
    return codeAt(this.totp, stepAt(this.clock.at));
  }

  /** Follows a link of an invitation. */
  async setUp(link: string, who: Readonly<Record<string, string>> = {}): Promise<void> {
    const html = await (await this.get(link)).text();
    this.totp = (/id="totp">([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '');
    const login = /name="login" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const form = { login, password: PASSWORD, again: PASSWORD, code: this.code(), ...who };
    const answer = await this.post(link, form);
    if (answer.status !== 303) throw new Error(`not set up: ${answer.status} ${await answer.text()}`);
    await this.get('/workbench/queue');
  }

  async signIn(login: string, over: Readonly<Record<string, string>> = {}): Promise<Response> {
    const answer = await this.post('/workbench/sign-in', { login, password: PASSWORD, code: this.code(), ...over });
    if (answer.status === 303) await this.get('/workbench/queue');
    return answer;
  }

  /** The text of a page. */
  async page(path: string): Promise<string> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
    return answer.text();
  }
}
