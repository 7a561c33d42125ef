/** One call, begun again where somebody else came first; done once under one Idempotency-Key. */
import { later } from '../channels/web/errors.ts';
import type { Answer, Call } from './deps.ts';
import { answered, Stale } from './keep.ts';
import { Problem } from './problem.ts';

const ATTEMPTS = 5;

export async function once(call: Call, serve: (call: Call) => Promise<Answer> | Answer): Promise<Answer> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await answered(call);
    if (before && before.print !== call.idempotency?.print)
      throw new Problem(409, 'IdempotencyKeyReused', 'This Idempotency-Key was used for another request.');
    if (before) return before;
    try {
      return await serve(call);
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
    }
  }
  throw later();
}
