/** What a form brings, and whether it is one of ours. */
import type { Request } from 'restify';
import { receive, refuseEncoded, tooLarge } from '../../channels/web/body.ts';
import { Refusal } from '../../channels/web/errors.ts';
import { fromOurPage } from '../../channels/web/origin.ts';
import { sameText } from '../people/cookie.ts';
import type { DeskConfig } from './visit.ts';

const MOST = 64 * 1024;
const PACE = { windowMs: 1800, bytesPerSecond: 256, maxMs: 30_000 };

export async function readForm(req: Request): Promise<URLSearchParams> {
  const type = String(req.headers['content-type'] ?? '');
  if (!/^application\/x-www-form-urlencoded\s*(;.*)?$/i.test(type))
    throw new Refusal(415, 'UnsupportedMediaType', 'Send a form.');
  refuseEncoded(req);
  const chunks: Buffer[] = [];
  let size = 0;
  await receive(req, PACE, (chunk) => {
    size += chunk.length;
    if (size > MOST) throw tooLarge('MessageSizeTooBig', 'The form is too long.');
    chunks.push(chunk);
  });
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8').toWellFormed().replaceAll('\0', ''));
}

/** Every browser says where a form was sent from; who does not is none, or hides it. */
export function refuseOtherSites(req: Request, config: Pick<DeskConfig, 'publicUrl' | 'trustProxy'>): void {
  const told = req.headers.origin !== undefined || req.headers['sec-fetch-site'] !== undefined;
  if (!told || req.headers.origin === 'null' || !fromOurPage(req, config))
    throw new Refusal(403, 'Forbidden', 'Only our own page may ask for this.');
}

export function refuseForged(form: URLSearchParams, csrf: string): void {
  if (!sameText(form.get('csrf') ?? '', csrf)) throw new Refusal(403, 'Forbidden', 'The form is out of date.');
}
