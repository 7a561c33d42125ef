/** A server of its own with a clock, and the insurer's engineer with keys. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '../../api/keys.ts';
import { readConfig } from '../../config.ts';
import { type App, start } from '../../index.ts';
import type { ApiScope } from '../../store/ports.ts';

export const NOW = Date.parse('2026-11-24T10:00:00+08:00');

/** What answers may hold; each test knows what it asked for. */
export interface Body {
  readonly version: number;
  readonly event: string | null;
  readonly title: string;
  readonly errors: readonly { readonly pointer: string; readonly expected: string }[];
  readonly supported: readonly string[];
  readonly places: unknown;
  readonly papers: unknown;
  readonly policies: unknown;
  readonly settlements: unknown;
  readonly promises: readonly { readonly id: string; readonly what: string; readonly keptAt?: string }[];
  readonly advanceWishes: readonly object[];
  readonly changes: readonly { readonly type: string; readonly claim: string | null; readonly data: object }[];
  readonly reports: readonly { readonly number: string; readonly claim: string | null; readonly phone: string }[];
  readonly next: string;
  readonly more: boolean;
}
export interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

export interface Rig {
  readonly app: App;
  readonly clock: { at: number };
  key(name: string, scopes?: readonly ApiScope[]): Promise<string>;
  stop(): Promise<void>;
}

export async function newRig(): Promise<Rig> {
  const dir = mkdtempSync(join(tmpdir(), 'lipei-api-'));
  const clock = { at: NOW };
  const app = await start(readConfig({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent' }), () => clock.at);
  return {
    ...{ app, clock },
    key: async (name, scopes = ['read', 'write']) => {
      const { key, shown } = newKey(name, scopes, clock.at);
      await app.store.addApiKey(key);
      return shown;
    },
    stop: async () => {
      await app.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

type Sent = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

/** Calls as one key; without one as a stranger. */
export const caller =
  (rig: Rig, key?: string) =>
  async (line: string, { body, headers = {} }: Sent = {}): Promise<Said> => {
    const [method = '', path = ''] = line.split(' ');
    const answer = await fetch(`${rig.app.url}${path}`, {
      method,
      headers: {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : {}, text };
  };
export type Caller = ReturnType<typeof caller>;

export const injured = { id: 'v1', role: 'injured', name: '甲某', phone: '13900000001' };
export const insured = { id: 'i1', role: 'insured', name: '乙某' };
export const registration = (over: object = {}) => ({
  accident: { on: '2026-11-18', place: '芙蓉路' },
  parties: [insured, injured],
  policies: [{ number: 'PC1', kind: 'compulsory', plate: '湘A12345', limit: '200000.00' }],
  ...over,
});
export const joined = { type: 'stage', change: 'joined', person: 'v1', at: '2026-11-18' };
export const entered = (stage: string, at = '2026-11-19') => ({
  type: 'stage',
  change: 'entered',
  person: 'v1',
  stage,
  at,
});

/** Of v1: 60,000 asked, 54,000 accepted. */
export const settlement = (over: object = {}) => ({
  ...{ claim: 'P1', victim: 'v1', version: 1, at: '2026-11-23T10:00:00+08:00' },
  lines: [
    {
      item: 'medical',
      asked: '60000.00',
      accepted: '54000.00',
      reasons: [{ code: 'unrelatedTreatment', amount: '6000.00' }],
    },
  ],
  layers: { compulsory: { medical: '18000.00' }, commercial: '36000.00' },
  advances: [],
  payable: [{ to: 'v1', amount: '54000.00' }],
  ...over,
});
