/** P9e: “到哪一步了” of somebody whose proof stands, beside few stored claims and beside many; everything but the commit. */
import { randomBytes } from 'node:crypto';
import type { TurnDeps } from '../../bots/deps.ts';
import { CODE_POLICY } from '../../bots/identity/figures.ts';
import { takeTurn } from '../../bots/turn.ts';
import { seed } from '../../demo/seed.ts';
import type { Conversation, ConversationId, JsonObject, Store } from '../../store/ports.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { depsOn, law } from './deps.ts';
import { key } from './product-child.ts';

/** Working hours; the demo's days are counted from it. */
const AT = Date.parse('2026-11-24T10:00:00+08:00');
const OVERDUE = { number: 'DEMO-0003', phone: '13800138005' };
const ASKED = 1500;

interface Asking {
  readonly store: Store;
  ask(): Promise<number>;
}

/** Medians in microseconds; both databases are open, and each is asked in turn, so that a slow moment falls on both. */
export async function progressTimes(dirs: readonly [string, string]): Promise<readonly [number, number]> {
  const [few, many] = await Promise.all(dirs.map(open));
  if (!few || !many) throw new Error('two databases are compared');
  const times: [number[], number[]] = [[], []];
  for (let n = 0; n < ASKED; n += 1) {
    times[0].push(await few.ask());
    times[1].push(await many.ask());
  }
  await Promise.all([few.store.close(), many.store.close()]);
  const middle = (all: number[]): number => all.slice(ASKED / 5).sort((a, b) => a - b)[Math.floor(ASKED * 0.4)] ?? 0;
  return [middle(times[0]), middle(times[1])];
}

async function open(dataDir: string): Promise<Asking> {
  const store = await openSqlite({ dataDir, kek: Buffer.from(key, 'base64') });
  await seed(store, law, AT);
  const claim = await store.claimOfInsurer(OVERDUE.number);
  if (!claim) throw new Error('the claim is not there');
  const grant = { claim: claim.id, party: 'v1', role: 'injured', phone: OVERDUE.phone, by: 'code' };
  const grants = [{ ...grant, verifiedAt: AT, lastSeenAt: AT }];
  const id = randomBytes(16).toString('hex') as ConversationId;
  const state = { greeted: true, langChosen: true, identity: { open: null, asked: [], lockedUntil: 0, grants } };
  const conversation = await store.openConversation({
    ...{ id, channel: 'directline', person: 'new', at: AT, state: state as unknown as JsonObject },
  });
  const identity = { store, policy: CODE_POLICY, key: randomBytes(32) };
  return { store, ask: () => asked({ ...depsOn(store), identity }, conversation) };
}

async function asked(deps: TurnDeps, conversation: Conversation): Promise<number> {
  const arrival = { number: 1, activityId: 'a', at: AT, files: [], payload: { type: 'message', text: '到哪一步了' } };
  const began = performance.now();
  const work = await takeTurn(deps, {
    conversation,
    cause: { kind: 'arrival' },
    arrivals: [arrival],
    at: AT,
    push: false,
  });
  const took = (performance.now() - began) * 1000;
  if (!JSON.stringify(work.said).includes('progress.standing')) throw new Error('no progress was told');
  return took;
}
