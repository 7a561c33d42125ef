import type { Push } from '../../bots/deliver.ts';
import { type Address, addressKept } from './address.ts';
import type { Client } from './client.ts';
import type { Context } from './deps.ts';
import { present } from './present.ts';

/** The way out: a line that was committed, to where the person was last. */
export const pushThrough = (context: Context, client: Client): Push => ({
  async send({ conversation: id, payload, key, address: known }) {
    const conversation = known ? undefined : await context.store.conversation(id);
    const address = known ? (known as unknown as Address) : conversation && addressKept(conversation);
    if (!address) return { status: 'permanent', reason: 'no address is known' };
    return client.send(address, present(context, address, payload), key);
  },
});
