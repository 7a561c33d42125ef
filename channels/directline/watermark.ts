import type { Request } from 'restify';
import { badArgument } from '../web/errors.ts';

/** The `seq` after which a client wants to read; 0 for an empty watermark, undefined where there is none at all. */
export function afterSeq(req: Request): number | undefined {
  const given = new URLSearchParams(req.getQuery()).get('watermark');
  if (given === null) return undefined;
  if (!/^\d{0,15}$/.test(given)) throw badArgument('The watermark is not one of ours.');
  return Number(given);
}
