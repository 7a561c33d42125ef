/** The claim system's part of the composition. */
import { mountApi } from './api/mount.ts';
import { receivers } from './api/webhooks/address.ts';
import { Sending } from './api/webhooks/sending.ts';
import type { Base, Kept, Server } from './compose.ts';
import type { Words } from './compose-words.ts';

/** Its API, and the calls that it asks for. */
export function mountClaimSystem(
  server: Server,
  base: Base,
  { store, signingKey: key }: Kept,
  { laws: law }: Words,
): Sending {
  const { config, now, fault } = base;
  const receiver = receivers(config.api.webhooks);
  const calls = new Sending({ store, receiver, now, random: Math.random, onError: fault('webhooks') });
  const webhooks = { receiver, nudge: () => calls.nudge() };
  const { branches } = config.desk;
  const onError = (error: unknown, id?: string) => fault('the API')(error, id);
  mountApi(server, { store, law, branches, now, key, config, webhooks, onError });
  return calls;
}
