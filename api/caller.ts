/** Whose call it is, and what it asks for. */
import { createHmac, randomUUID } from 'node:crypto';
import type { Request } from 'restify';
import { parseObject, readJsonBytes } from '../channels/web/body.ts';
import { badArgument, notFound, unauthorized } from '../channels/web/errors.ts';
import { limit } from '../channels/web/limiting.ts';
import { clientAddress } from '../channels/web/origin.ts';
import { dayAt, nameOf } from '../claims/clocks/days.ts';
import type { ApiKey } from '../store/ports.ts';
import type { Call, Mounted } from './deps.ts';
import { opens, presentedIn } from './keys.ts';
import { Problem } from './problem.ts';
import type { Keyed, Route } from './routes.ts';

const MOST_BYTES = 1024 * 1024;

/** Nobody in particular: for what needs no key. As long as there is no key that works there is no API. */
export async function letStrangerIn(req: Request, deps: Mounted): Promise<void> {
  limit(deps, 'apiStranger', clientAddress(req, deps.config));
  if (!(await deps.store.apiKeys()).some(({ revokedAt }) => revokedAt === null)) throw notFound('Path');
}

export async function callerOf(req: Request, deps: Mounted, { scope, id }: Keyed): Promise<ApiKey> {
  const presented = presentedIn(req.headers.authorization);
  const key = presented && (await deps.store.apiKey(presented.id));
  if (!presented || !key || !opens(presented, key)) {
    await letStrangerIn(req, deps);
    throw unauthorized();
  }
  limit(deps, 'apiKey', key.id);
  if (!key.scopes.includes(scope)) {
    await note(deps, key, 'api.refused', id);
    throw new Problem(403, 'ScopeMissing', `This key lacks the scope "${scope}".`);
  }
  const today = nameOf(dayAt(deps.now()));
  if (key.usedOn !== today) await deps.store.noteApiUse(key.id, today);
  return key;
}

/** Which key did what to which claim; no personal data. */
export const note = ({ store, now }: Mounted, { name }: ApiKey, what: string, subject: string): Promise<void> =>
  store.addActs([{ id: randomUUID(), at: now(), who: `api:${name}`, what, subject, data: {} }]);

const NUMBER = /^[A-Za-z\d][\w.-]{0,63}$/;

const WEBHOOK = /^wh_[\da-f]{32}$/;

export async function callOf(req: Request, deps: Mounted, key: ApiKey, route: Route): Promise<Call> {
  const { path, takes } = route;
  const number = String(req.params.number ?? '');
  if (path.includes('{number}') && !NUMBER.test(number))
    throw badArgument('A number has 1 to 64 letters, digits, ".", "_" or "-".');
  const webhook = String(req.params.webhook ?? '');
  if (path.includes('{webhook}') && !WEBHOOK.test(webhook)) throw badArgument('A webhook is called wh_ and 32 digits.');
  const query = new URLSearchParams(req.getQuery());
  const bytes = takes ? await readJsonBytes(req, MOST_BYTES) : undefined;
  return {
    ...{
      store: deps.store,
      law: deps.law,
      branches: deps.branches,
      webhooks: deps.webhooks,
      key,
      at: deps.now(),
      number,
      webhook,
      as: query.get('as') ?? undefined,
      ...pageOf(query),
      body: bytes ? parseObject(bytes) : {},
    },
    ...{ ifMatch: req.headers['if-match'], ifNoneMatch: req.headers['if-none-match'] },
    idempotency: bytes && idempotencyOf(req, deps, bytes),
  };
}

function pageOf(query: URLSearchParams): Pick<Call, 'cursor' | 'limit'> {
  const cursor = query.get('cursor') ?? '0';
  const most = query.get('limit') ?? '50';
  if (!/^\d{1,15}$/.test(cursor)) throw badArgument('cursor is what `next` of the page before was.');
  if (!/^\d{1,3}$/.test(most) || Number(most) < 1 || Number(most) > 200) throw badArgument('limit is from 1 to 200.');
  return { cursor: Number(cursor), limit: Number(most) };
}

function idempotencyOf(req: Request, { key }: Mounted, body: Buffer): Call['idempotency'] {
  const id = req.headers['idempotency-key'];
  if (id === undefined) return undefined;
  if (typeof id !== 'string' || !/^[!-~]{1,100}$/.test(id))
    throw badArgument('Idempotency-Key has 1 to 100 visible characters.');
  const print = createHmac('sha256', key).update(`${req.method} ${req.path()}\n`).update(body).digest('base64url');
  return { id, print };
}
