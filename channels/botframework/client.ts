/** Speaks to connectors; a token goes nowhere but to a host of the list. */
import type { Sent } from '../../bots/deliver.ts';
import type { JsonObject } from '../../store/ports.ts';
import type { Address } from './address.ts';
import type { Context } from './deps.ts';
import { type Answered, createWire } from './wire.ts';

/** Will pass by itself. Everything else from 300 up will not. */
const PASSING = new Set([408, 412, 425, 429]);
const passes = (status: number): boolean => PASSING.has(status) || status >= 500;

const DAY = 24 * 3_600_000;

/** `Retry-After`: seconds or a date; milliseconds. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), DAY);
}

function outcome(response: Answered, now: number): Sent {
  if (response.status >= 200 && response.status < 300) return { status: 'sent' };
  const reason = `status ${response.status}`;
  if (!passes(response.status)) return { status: 'permanent', reason };
  const after = retryAfter(response.retryAfter, now);
  return { status: 'transient', reason, ...(after === undefined ? {} : { retryAfter: after }) };
}

/** Microsoft's library waits as long as it likes, and its errors may quote what it sent. */
export async function tokenFor({ token, patience }: Context, anew: boolean): Promise<string | undefined> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(late.reject, patience.send).unref();
  try {
    return await Promise.race([token(anew), late.promise]);
  } catch {
    throw new Error('no token');
  } finally {
    clearTimeout(timer);
  }
}

export interface Client {
  send(address: Address, activity: JsonObject, key: string): Promise<Sent>;
  /** Breaks off what is under way, so that it is tried again after a restart. */
  close(): void;
}

export function createClient(context: Context): Client {
  const wire = createWire(context.patience.send);

  async function post(url: URL, body: string, key: string, anew: boolean): Promise<Answered> {
    const token = await tokenFor(context, anew);
    return wire.post(url, body, {
      'content-type': 'application/json; charset=utf-8',
      // Connectors know no such key; one that does (or a proxy before it) can drop what it has seen.
      'idempotency-key': key,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    });
  }

  return {
    async send(address, activity, key) {
      const base = context.services(address.serviceUrl);
      if (!base) return { status: 'permanent', reason: 'the host of its service is not on the list' };
      const url = new URL(base);
      url.pathname = `${base.pathname.replace(/\/$/, '')}/v3/conversations/${encodeURIComponent(address.conversation.id)}/activities`;
      url.search = '';
      const body = JSON.stringify(activity);
      const first = await post(url, body, key, false);
      // A token that was withdrawn or has run out on the other clock.
      return outcome(first.status === 401 ? await post(url, body, key, true) : first, context.now());
    },
    close: wire.close,
  };
}
