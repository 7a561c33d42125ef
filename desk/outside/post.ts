/** The way to a desk outside: one signed POST for each asking. */
import type { Hub } from '../../bots/hub.ts';
import { headersFor } from './signing.ts';

/** Milliseconds. */
const PATIENCE = 10_000;

export const postTo = (url: string, secret: string, now: () => number): Hub => ({
  async initiate(event) {
    const body = JSON.stringify(event);
    const { pathname, search } = new URL(url);
    const signed = headersFor(secret, now(), { method: 'POST', path: `${pathname}${search}`, body });
    const headers = { 'content-type': 'application/json; charset=utf-8', ...signed };
    // A transcript goes to no other address than the one that was configured.
    const answer = await fetch(url, {
      ...{ method: 'POST', body, headers, redirect: 'error' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The desk outside answered with ${answer.status}.`);
  },
});
