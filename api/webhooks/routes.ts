/** Webhooks over the API: each key registers, lists, tries and takes away its own. */
import { randomBytes, randomUUID } from 'node:crypto';
import { wallClock } from '../../claims/clocks/days.ts';
import type { Webhook, WebhookCall } from '../../store/ports.ts';
import type { Answer, Call } from '../deps.ts';
import { Problem, unfit } from '../problem.ts';
import { misfits } from '../schemas.ts';
import { call as post } from './call.ts';
import { pingOf } from './letter.ts';

const MOST_HOOKS = 10;

export async function register({ store, key, at, body, webhooks }: Call): Promise<Answer> {
  const errors = misfits('WebhookWish', body);
  if (errors.length > 0) throw unfit(errors);
  const { url: wished, types = [] } = body as unknown as { readonly url: string; readonly types?: readonly string[] };
  const url = webhooks.receiver(wished)?.url.href;
  if (url === undefined)
    throw unfit([{ pointer: '/url', expected: 'https:// and a public name, or a host of WEBHOOK_HOSTS' }]);
  const id = `wh_${randomBytes(16).toString('hex')}`;
  const secret = `whsec_${randomBytes(32).toString('base64url')}`;
  const hook = { id, key: key.id, url, types, secret, createdAt: at };
  const added = await store.addWebhook(hook, MOST_HOOKS);
  if (added === 'known') throw new Problem(409, 'Conflict', 'This key has a webhook at this address.');
  if (added === 'full') throw new Problem(409, 'Conflict', `A key has ${MOST_HOOKS} webhooks at most.`);
  return { status: 201, body: { ...shown(hook), secret }, subject: id };
}

const shown = ({ id, url, types, createdAt }: Omit<Webhook, 'cursor'>) => ({
  ...{ id, url, types, createdAt: wallClock(createdAt) },
});

export async function list({ store, key }: Call): Promise<Answer> {
  const hooks = await store.webhooks(key.id);
  const webhooks = await Promise.all(hooks.map(async (one) => ({ ...shown(one), ...(await store.backlog(one.id)) })));
  return { status: 200, body: { webhooks }, ...(webhooks.length > 0 ? { subject: 'webhooks' } : {}) };
}

export async function remove({ store, key, webhook }: Call): Promise<Answer> {
  if (!(await store.removeWebhook(key.id, webhook))) throw noWebhook();
  return { status: 200, body: { id: webhook }, subject: webhook };
}

/** One call now, whatever waits: is somebody there who takes our signature? */
export async function ping(call: Call): Promise<Answer> {
  const { at, webhooks } = call;
  const hook = await ownOrThrow(call);
  const to = webhooks.receiver(hook.url);
  const letter = pingOf(hook.id, randomUUID(), at);
  const called = to && (await post(to, hook.secret, at, letter, new AbortController().signal));
  const reason = called ? (called.status === 'failed' ? called.reason : undefined) : 'the address is not allowed';
  const body = {
    ...{ id: letter.id, taken: reason === undefined },
    ...(called?.answer === undefined ? {} : { answer: called.answer }),
    ...(reason === undefined ? {} : { reason }),
  };
  return { status: 200, body, subject: hook.id };
}

export async function dead(call: Call): Promise<Answer> {
  const { id } = await ownOrThrow(call);
  const found = await call.store.deadCalls(id, call.cursor, call.limit);
  const next = String(found.at(-1)?.feed ?? call.cursor);
  const body = { calls: found.map(buriedView), next, more: found.length === call.limit };
  return { status: 200, body, subject: id };
}

const buriedView = ({ feed, event, report, insurerNumber, attempts, deadAt, reason }: WebhookCall) => ({
  ...{ cursor: String(feed), id: event.id, claim: insurerNumber, report: report || null, type: event.type },
  ...{ attempts: attempts + 1, deadAt: wallClock(deadAt ?? 0), reason: reason ?? '' },
});

export async function replay(call: Call): Promise<Answer> {
  const errors = misfits('ReplayWish', call.body);
  if (errors.length > 0) throw unfit(errors);
  const { id } = await ownOrThrow(call);
  const { cursors } = call.body as { readonly cursors?: readonly string[] };
  const replayed = await call.store.replayCalls(id, cursors?.map(Number) ?? 'all', call.at);
  call.webhooks.nudge();
  return { status: 200, body: { replayed }, subject: id };
}

const noWebhook = () => new Problem(404, 'NotFound', 'This key has no webhook of this id.');

async function ownOrThrow({ store, key, webhook }: Call): Promise<Webhook> {
  const own = (await store.webhooks(key.id)).find(({ id }) => id === webhook);
  if (!own) throw noWebhook();
  return own;
}
