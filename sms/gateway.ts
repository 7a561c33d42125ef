/**
 * Text messages through a gateway of the insurer: one signed POST of `{to, text}` each, with an Idempotency-Key that stays the
 * same when it is tried again. The signature is HMAC-SHA-256 over timestamp, nonce, method with path, and body.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sender, SendResult, TextMessage } from './port.ts';

export interface GatewayOptions {
  readonly url: string;
  readonly secret: string;
  readonly now: () => number;
  /** Milliseconds for one answer, and before each further attempt. */
  readonly patience?: number;
  readonly pauses?: readonly number[];
  readonly onError: (error: unknown) => void;
}

const PATIENCE = 5_000;
const PAUSES = [500, 2_000];
/** Answers after which the same may succeed. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

export function gateway(options: GatewayOptions): Sender {
  const { pauses = PAUSES, onError } = options;
  return {
    async send(message) {
      for (const pause of [0, ...pauses]) {
        if (pause > 0) await sleep(pause, undefined, { ref: false });
        const result = await post(options, message).catch((error: unknown): SendResult => {
          onError(error);
          return { status: 'failed' };
        });
        if (result.status !== 'failed') return result;
      }
      return { status: 'failed' };
    },
  };
}

async function post(options: GatewayOptions, { to, text, key }: TextMessage): Promise<SendResult> {
  const { url, patience = PATIENCE, onError } = options;
  const body = JSON.stringify({ to, text });
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': key, ...signed(options, body) },
    // A code goes to no other address than the one that was configured.
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  await answer.body?.cancel();
  if (answer.ok) return { status: 'sent' };
  // Neither the number nor the text: what a gateway answers may quote them.
  onError(new Error(`The gateway for text messages answered with ${answer.status}.`));
  return { status: answer.status >= 500 || PASSING.has(answer.status) ? 'failed' : 'refused' };
}

export interface ToSign {
  /** Seconds since 1970. */
  readonly at: number;
  readonly nonce: string;
  /** With what follows the question mark. */
  readonly path: string;
  readonly body: string;
}

export const signatureOf = (secret: string, { at, nonce, path, body }: ToSign): string =>
  `v1=${createHmac('sha256', secret).update(`${at}\n${nonce}\nPOST ${path}\n${body}`).digest('hex')}`;

function signed({ url, secret, now }: GatewayOptions, body: string): Record<string, string> {
  const { pathname, search } = new URL(url);
  const [at, nonce] = [Math.floor(now() / 1000), randomUUID()];
  const signature = signatureOf(secret, { at, nonce, path: `${pathname}${search}`, body });
  return { 'x-lipei-timestamp': String(at), 'x-lipei-nonce': nonce, 'x-lipei-signature': signature };
}
