/** 异议, several lines in one message: which one comes next, and what of it is known already. */

import type { Way } from '../../dialogs/objection/index.ts';
import type { JsonObject } from '../../store/ports.ts';

/** “两条都不同意”: one after the other. `sent`: read back together with the first, its yes was of both. */
export function nextOf({ more, why: _, ways: __, ahead, ...params }: JsonObject, way: Way) {
  const [n, ...rest] = (Array.isArray(more) ? more : []) as readonly number[];
  if (n === undefined) return undefined;
  const said = (ahead as JsonObject | undefined)?.[n];
  const later = { ...(rest.length > 0 && { more: rest }), ...(ahead !== undefined && { ahead }) };
  if (said === undefined) return { n, sent: false, flow: 'objection', params: { ...params, n, ...later } };
  // Read back together with the first: she is not asked twice.
  const read = params.aheadRead === true && way !== 'notNow' && way !== 'outside';
  const known = { 'why.1': said, ...(read && { 'right.1': 'right' }) };
  return { n, sent: read, flow: 'objection', params: { ...params, n, ...later, ...(read && { way }) }, known };
}
