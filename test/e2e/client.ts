/** A small Direct Line client for the real server, and the server as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Served {
  readonly url: string;
  readonly dir: string;
  /** Everything it has printed. */
  readonly output: () => string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export async function serve(dir: string, env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const child = spawn(process.execPath, ['index.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dir, ...env },
  });
  let printed = '';
  child.stderr.on('data', (bytes: Buffer) => {
    printed += bytes.toString();
  });
  const url = await new Promise<string>((found, failed) => {
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${printed}`)));
    child.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
      const address = /lipei: (http:\S+)/.exec(printed)?.[1];
      if (address) found(address);
    });
  });
  return { url, dir, output: () => printed, stop: (signal = 'SIGTERM') => ended(child, signal) };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });
}

export const temporary = (): { dir: string; remove: () => void } => {
  const dir = mkdtempSync(join(tmpdir(), 'lipei-e2e-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
};

export interface Heard {
  readonly id: string;
  readonly text?: string;
  readonly from: { readonly role?: string };
  readonly attachments?: readonly { readonly contentUrl: string }[];
  readonly channelData?: { readonly key?: string; readonly question?: string; readonly url?: string };
}

export class Person {
  readonly url: string;
  cookie = '';
  token = '';
  conversation = '';
  watermark = '';
  readonly heard: Heard[] = [];

  constructor(url: string) {
    this.url = url;
  }

  async begin(): Promise<boolean> {
    const answer = await fetch(`${this.url}/api/chat/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.cookie ? { cookie: this.cookie } : {}) },
      body: '{}',
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    const body = (await answer.json()) as { token: string; conversationId: string; resumed: boolean };
    this.token = body.token;
    this.conversation = body.conversationId;
    await this.call('POST', '/conversations', {});
    return body.resumed;
  }

  async call(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return fetch(`${this.url}/v3/directline${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** “This is not my phone.” */
  async forget(): Promise<Response> {
    return fetch(`${this.url}/api/chat/forget`, { method: 'POST', headers: { cookie: this.cookie } });
  }

  /** Sends and waits for the bot's next line. */
  async say(text: string): Promise<Heard[]> {
    const answer = await this.call('POST', `/conversations/${this.conversation}/activities`, {
      type: 'message',
      text,
      from: { id: 'me' },
      channelData: { clientActivityID: randomUUID() },
    });
    if (answer.status !== 200) throw new Error(`“${text}” was answered ${answer.status}`);
    return this.listen();
  }

  async listen(): Promise<Heard[]> {
    for (let tries = 0; tries < 200; tries += 1) {
      const fresh = await this.poll();
      const bot = fresh.filter((one) => one.from.role === 'bot');
      if (bot.length > 0) return bot;
      await new Promise((later) => setTimeout(later, 20));
    }
    throw new Error('the bot did not answer within four seconds');
  }

  /** Waits until a line with this key has been heard. */
  async until(key: string): Promise<Heard[]> {
    for (let tries = 0; tries < 200; tries += 1) {
      const found = this.heard.filter((line) => line.channelData?.key === key);
      if (found.length > 0) return found;
      await new Promise((later) => setTimeout(later, 20));
      await this.poll();
    }
    throw new Error(`“${key}” was not said within four seconds`);
  }

  async poll(): Promise<Heard[]> {
    const answer = await this.call('GET', `/conversations/${this.conversation}/activities?watermark=${this.watermark}`);
    const { activities, watermark } = (await answer.json()) as { activities: Heard[]; watermark: string };
    this.watermark = watermark;
    this.heard.push(...activities);
    return activities;
  }

  async upload(
    bytes: Uint8Array<ArrayBuffer>,
    name: string,
    type: string,
    mark: string = randomUUID(),
  ): Promise<Response> {
    const form = new FormData();
    const activity = { type: 'message', from: { id: 'me' }, channelData: { clientActivityID: mark } };
    form.append(
      'activity',
      new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }),
      'blob',
    );
    form.append('file', new Blob([bytes], { type }), name);
    const headers = { authorization: `Bearer ${this.token}` };
    return fetch(`${this.url}/v3/directline/conversations/${this.conversation}/upload?userId=me`, {
      method: 'POST',
      headers,
      body: form,
    });
  }
}
