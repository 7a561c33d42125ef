/** Refuses who asks too much. */
import type { Request } from 'restify';
import { tooMany } from './errors.ts';
import type { LimitName, Limits } from './limits.ts';
import { clientAddress, type Where } from './origin.ts';

interface Limited {
  readonly limits: Limits;
}

export function limit({ limits }: Limited, name: LimitName, key: string): void {
  const seconds = limits.take(name, key);
  if (seconds > 0) throw tooMany(seconds);
}

/** What one address may ask for, and all together. */
const SHARES = { sessions: 'allSessions', files: 'allFiles', receipts: 'allReceipts', signIns: 'allSignIns' } as const;
interface Counted extends Limited {
  readonly config: Where;
}
/** One address first: who asks too much uses up its own share, not everybody's. */
export function limitAddress(req: Request, context: Counted, name: keyof typeof SHARES): void {
  limit(context, name, clientAddress(req, context.config));
  limit(context, SHARES[name], '');
}
