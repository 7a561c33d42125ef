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
import type { Database } from './database.ts';
import type { Insurer } from './insurer.ts';

const statements = (db: Database) => ({
  add: db.prepare(SQL.add),
  same: db.prepare(SQL.same),
  count: db.prepare<{ n: number }>(SQL.count),
  ofKey: db.prepare<WebhookRow>(SQL.ofKey),
  working: db.prepare<WebhookRow>(SQL.working),
  backlog: db.prepare<{ total: number; dead: number }>(SQL.backlog),
  remove: db.prepare(SQL.remove),
  removeCalls: db.prepare(SQL.removeCalls),
  move: db.prepare(SQL.move),
  plan: db.prepare(SQL.plan),
  done: db.prepare(SQL.done),
  retry: db.prepare(SQL.retry),
  bury: db.prepare(SQL.bury),
  dead: db.prepare<CallRow>(SQL.dead),
  replayAll: db.prepare(SQL.replayAll),
  replay: db.prepare(SQL.replay),
  due: db.prepare<CallRow>(
    `SELECT ${CALL} FROM webhook_calls d ${EVENT} WHERE d.webhook = ? AND d.dead_at IS NULL AND d.due_at <= ? AND ${OLDEST}
     ORDER BY d.due_at, d.feed LIMIT ?`,
  ),
});

/** Receivers of the feed. One process lists due calls without claiming them; under PostgreSQL they are claimed. */
export class Webhooks {
  readonly port: WebhookPort;
  readonly #context: Context;
  readonly #insurer: Insurer;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context, parts: { readonly insurer: Insurer }) {
    const { db } = context;
    const sql = statements(db);
    this.#context = context;
    this.#insurer = parts.insurer;
    this.#sql = sql;
    this.port = {
      addWebhook: (hook, most) => db.write(() => this.#add(hook, most)),
      webhooks: (key) =>
        db.read(() => (key === undefined ? sql.working.all() : sql.ofKey.all(key)).flatMap((row) => this.#open(row))),
      backlog: (webhook) =>
        db.read(() => {
          const { total, dead } = sql.backlog.get(webhook) ?? { total: 0, dead: 0 };
          return { waiting: total - dead, dead };
        }),
      removeWebhook: (key, id) => db.write(() => this.#remove(key, id)),
      planCalls: (plan) => db.write(() => this.#plan(plan)),
      dueCalls: (webhook, now, limit) => db.read(() => sql.due.all(webhook, now, limit).map(openCall)),
      callDone: ({ webhook, feed }) => db.write(() => void sql.done.run(webhook, feed)),
      retryCall: ({ webhook, feed }, dueAt) => db.write(() => void sql.retry.run(dueAt, webhook, feed)),
      buryCall: ({ webhook, feed }, reason, at) => db.write(() => void sql.bury.run(at, reason, webhook, feed)),
      deadCalls: (webhook, after, limit) => db.read(() => sql.dead.all(webhook, after, limit).map(openCall)),
      replayCalls: (webhook, feeds, at) =>
        db.write(() =>
          feeds === 'all'
            ? sql.replayAll.run(at, webhook)
            : feeds.reduce((count, feed) => count + sql.replay.run(at, webhook, feed), 0),
        ),
    };
  }

  #add(hook: Omit<Webhook, 'cursor'>, most: number): 'added' | 'known' | 'full' {
    const { id, key, url, types, createdAt } = hook;
    if (this.#sql.same.get(key, url)) return 'known';
    if ((this.#sql.count.get(key)?.n ?? 0) >= most) return 'full';
    const sealed = sealHook(this.#context.keys.systemOrNew(createdAt), hook);
    this.#sql.add.run(id, key, url, types.join(','), createdAt, this.#insurer.end(), sealed);
    return 'added';
  }

  #remove(key: string, id: string): boolean {
    if (this.#sql.remove.run(key, id) === 0) return false;
    this.#sql.removeCalls.run(id);
    return true;
  }

  #plan({ webhook, from, to, events, at }: Parameters<WebhookPort['planCalls']>[0]): 'planned' | 'stale' {
    if (this.#sql.move.run(to, webhook, from) === 0) return 'stale';
    for (const { feed, claim } of events) this.#sql.plan.run(webhook, feed, claim, at, at);
    return 'planned';
  }

  #open(row: WebhookRow): Webhook[] {
    const { keys, damage } = this.#context;
    return damage.list('webhooks', row.id, () => {
      const key = keys.system();
      if (!key) throw new StoreDamaged('The key of the system is missing.');
      return [openHook(key, row)];
    });
  }
}
