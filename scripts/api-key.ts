/** `npm run api:key -- create NAME --scopes read,write | list | revoke NAME`: the claim system's keys. */
import { newKey } from '../api/keys.ts';
import { wallClock } from '../claims/clocks/days.ts';
import { readConfig, readSettings } from '../config.ts';
import { loadKek } from '../store/key.ts';
import { openStore } from '../store/open.ts';
import type { ApiScope, Store } from '../store/ports.ts';
import { argumentsOf, misused, stopped } from './arguments.ts';

const USAGE = 'npm run api:key -- create NAME [--scopes read,write] | list | revoke NAME';
const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;
const SCOPES: readonly ApiScope[] = ['read', 'write'];

const print = (text: string): void => void process.stdout.write(`${text}\n`);

function scopesIn(text: string): readonly ApiScope[] {
  const wished = text.split(',');
  const unknown = wished.find((one) => !SCOPES.some((scope) => scope === one));
  if (unknown !== undefined) return misused(USAGE, `"${unknown}" is no scope: read, write or both`);
  return SCOPES.filter((scope) => wished.includes(scope));
}

function nameIn(name: string | undefined): string {
  if (name === undefined || !NAME.test(name)) return misused(USAGE, 'A name has a-z, 0-9 and "-", at most 40');
  return name;
}

async function create(store: Store, name: string, scopes: readonly ApiScope[]): Promise<void> {
  const { key, shown } = newKey(name, scopes, Date.now());
  if ((await store.addApiKey(key)) === 'nameTaken')
    throw new Error(`There is, or was, a key "${name}": take another name, so that the trail stays clear.`);
  print(shown);
  process.stderr.write(`This is shown once. Scopes: ${scopes.join(', ')}.\n`);
}

async function list(store: Store): Promise<void> {
  for (const { name, scopes, createdAt, usedOn, revokedAt } of await store.apiKeys()) {
    const end = revokedAt === null ? '' : `  revoked ${wallClock(revokedAt)}`;
    print(`${name}  ${scopes.join(',')}  made ${wallClock(createdAt)}  last used ${usedOn ?? 'never'}${end}`);
  }
}

async function revoke(store: Store, name: string): Promise<void> {
  if (!(await store.revokeApiKey(name, Date.now()))) throw new Error(`No key "${name}" works.`);
  print(`"${name}" works no longer.`);
}

async function main(): Promise<void> {
  const { positionals, values } = argumentsOf(USAGE, {
    ...{ allowPositionals: true, options: { scopes: { type: 'string', default: 'read,write' } } },
  });
  const [settings, act, given] = positionals;
  if (act !== 'create' && act !== 'list' && act !== 'revoke') return misused(USAGE, 'What is to be done?');
  const name = act === 'list' ? '' : nameIn(given);
  const scopes = scopesIn(values.scopes);
  if (settings) readSettings(settings);
  const config = readConfig(process.env);
  const { store } = await openStore(config, { kek: await loadKek(config) });
  try {
    if (act === 'list') await list(store);
    else if (act === 'revoke') await revoke(store, name);
    else await create(store, name, scopes);
  } finally {
    await store.close();
  }
}

await main().catch((error: unknown) => stopped(error, 1));
