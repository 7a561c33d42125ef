/** Where a conversation is opened from: noted with each token of the page, as an HMAC, so that codes can be counted by it. */
import { createHmac } from 'node:crypto';
import type { Request } from 'restify';
import type { ConversationId } from '../../store/ports.ts';
import { clientAddress } from '../web/origin.ts';
import type { Context } from './deps.ts';

export function noteOrigin(req: Request, { store, config }: Context, conversation: ConversationId): Promise<void> {
  const address = clientAddress(req, config);
  const origin = createHmac('sha256', config.originKey).update(`address ${address}`).digest('base64url');
  return store.noteOrigin(conversation, origin, config.now());
}
