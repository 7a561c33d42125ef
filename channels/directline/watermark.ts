import type { Request } from 'restify';
import type { ConversationId, Store } from '../../store/ports.ts';
import { badArgument } from './errors.ts';

/** The `seq` after which a client wants to read; 0 for an empty watermark, undefined where there is none at all. */
export function afterSeq(req: Request): number | undefined {
  const given = new URLSearchParams(req.getQuery()).get('watermark');
  if (given === null) return undefined;
  if (!/^\d{0,15}$/.test(given)) throw badArgument('The watermark is not one of ours.');
  return Number(given);
}

const PAGE = 500;

/** Where a conversation's transcript ends now. */
export async function lastSeq(store: Pick<Store, 'activities'>, conversation: ConversationId): Promise<number> {
  for (let seq = 0; ; ) {
    const page = await store.activities(conversation, seq, PAGE);
    seq = page.at(-1)?.seq ?? seq;
    if (page.length < PAGE) return seq;
  }
}
