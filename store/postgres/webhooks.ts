import { StoreDamaged } from '../errors.ts';
import {
  CALL,
  type CallRow,
  EVENT,
  OLDEST,
  openCall,
  openHook,
  SQL,
  sealHook,
  type WebhookRow,
} from '../tables/webhooks.ts';
import type { Webhook, WebhookPort } from '../webhooks.ts';
import type { Context } from './context.ts';
import type { Insurer } from './insurer.ts';
import { LEASE } from './lease.ts';
import { findKey, systemKeyOrNew } from './owners.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

const add = sql(SQL.add);
const same = sql<{ id: string }>(SQL.same);
const count = sql<{ n: number }>(SQL.count);
const ofKey = sql<WebhookRow>(SQL.ofKey);
const working = sql<WebhookRow>(SQL.working);
const backlog = sql<{ total: number; dead: number }>(SQL.backlog);
const remove = sql(SQL.remove);
const removeCalls = sql(SQL.removeCalls);
const move = sql(SQL.move);
const planOne = sql(SQL.plan);
const done = sql(SQL.done);
const retry = sql(SQL.retry);
const bury = sql(SQL.bury);
const dead = sql<CallRow>(SQL.dead);
const replayAll = sql(SQL.replayAll);
const replay = sql(SQL.replay);
/** Two who register at once are counted one after the other. */
const holdKey = sql<object>('SELECT id FROM api_keys WHERE id = ? FOR UPDATE');
/** Claimed like deliveries, so that one process makes a call. */
const claim = sql<CallRow>(
  `WITH free AS (SELECT d.webhook, d.feed FROM webhook_calls d
     WHERE d.webhook = ?1 AND d.dead_at IS NULL AND d.due_at <= ?2
       AND (d.locked_until IS NULL OR d.locked_until <= ?2 OR d.locked_by = ?3) AND ${OLDEST}
     ORDER BY d.due_at, d.feed LIMIT ?5 FOR UPDATE OF d SKIP LOCKED),
   d AS (UPDATE webhook_calls u SET locked_by = ?3, locked_until = ?4 FROM free
     WHERE u.webhook = free.webhook AND u.feed = free.feed
     RETURNING u.webhook, u.feed, u.claim, u.attempts, u.created_at, u.dead_at, u.reason, u.due_at)
   SELECT ${CALL} FROM d ${EVENT} ORDER BY d.due_at, d.feed`,
);

/** Receivers of the feed, called by one of many processes. */
export class Webhooks {
  readonly port: WebhookPort;
  readonly #context: Context;
  readonly #insurer: Insurer;

  constructor(context: Context, parts: { readonly insurer: Insurer }) {
    const { db, me } = context;
    this.#context = context;
    this.#insurer = parts.insurer;
    this.port = {
      addWebhook: (hook, most) => db.write((tx) => this.#add(tx, hook, most)),
      webhooks: async (key) => this.#openAll(await (key === undefined ? db.all(working) : db.all(ofKey, key))),
      backlog: async (webhook) => {
        const { total, dead: buried } = (await db.get(backlog, webhook)) ?? { total: 0, dead: 0 };
        return { waiting: total - buried, dead: buried };
      },
      removeWebhook: (key, id) => db.write((tx) => this.#remove(tx, key, id)),
      planCalls: (plan) => db.write((tx) => this.#plan(tx, plan)),
      dueCalls: async (webhook, now, limit) =>
        (await db.write((tx) => tx.all(claim, webhook, now, me, now + LEASE, limit))).map(openCall),
      callDone: ({ webhook, feed }) => db.write(async (tx) => tx.send(done, webhook, feed)),
      retryCall: ({ webhook, feed }, dueAt) => db.write(async (tx) => tx.send(retry, dueAt, webhook, feed)),
      buryCall: ({ webhook, feed }, reason, at) => db.write(async (tx) => tx.send(bury, at, reason, webhook, feed)),
      deadCalls: async (webhook, after, limit) => (await db.all(dead, webhook, after, limit)).map(openCall),
      replayCalls: (webhook, feeds, at) => db.write((tx) => this.#replay(tx, webhook, feeds, at)),
    };
  }

  async #add(tx: Tx, hook: Omit<Webhook, 'cursor'>, most: number): Promise<'added' | 'known' | 'full'> {
    const { id, key, url, types, createdAt } = hook;
    await tx.get(holdKey, key);
    if (await tx.get(same, key, url)) return 'known';
    if (((await tx.get(count, key))?.n ?? 0) >= most) return 'full';
    const sealed = sealHook(await systemKeyOrNew(this.#context.keys, tx, 'system', createdAt), hook);
    tx.send(add, id, key, url, types.join(','), createdAt, await this.#insurer.end(tx), sealed);
    return 'added';
  }

  async #remove(tx: Tx, key: string, id: string): Promise<boolean> {
    if ((await tx.run(remove, key, id)) === 0) return false;
    tx.send(removeCalls, id);
    return true;
  }

  async #plan(tx: Tx, { webhook, from, to, events, at }: Parameters<WebhookPort['planCalls']>[0]) {
    if ((await tx.run(move, to, webhook, from)) === 0) return 'stale';
    for (const { feed, claim: of } of events) tx.send(planOne, webhook, feed, of, at, at);
    return 'planned';
  }

  async #replay(tx: Tx, webhook: string, feeds: readonly number[] | 'all', at: number): Promise<number> {
    if (feeds === 'all') return tx.run(replayAll, at, webhook);
    const counts = await Promise.all(feeds.map((feed) => tx.run(replay, at, webhook, feed)));
    return counts.reduce((sum, one) => sum + one, 0);
  }

  async #openAll(rows: readonly WebhookRow[]): Promise<Webhook[]> {
    const { db, keys, damage } = this.#context;
    const key = rows.length > 0 ? await findKey(keys, db, 'system', 'system') : undefined;
    return rows.flatMap((row) =>
      damage.list('webhooks', row.id, () => {
        if (!key) throw new StoreDamaged('The key of the system is missing.');
        return [openHook(key, row)];
      }),
    );
  }
}
