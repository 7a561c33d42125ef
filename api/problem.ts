/** Errors as the claim system reads them: problem+json (RFC 9457) with a pointer to each field. */
import type { Response } from 'restify';
import { Refusal } from '../channels/web/errors.ts';

export interface FieldError {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly expected: string;
}

export class Problem extends Refusal {
  readonly more: { readonly errors?: readonly FieldError[]; readonly supported?: readonly string[] };

  constructor(status: number, code: string, message: string, more: Problem['more'] = {}) {
    super(status, code, message);
    this.more = more;
  }
}

export const unfit = (errors: readonly FieldError[]) =>
  new Problem(422, 'Unprocessable', 'The body does not fit: see errors.', { errors });
export const conflict = (message: string) => new Problem(409, 'Conflict', message);
export const noClaim = () => new Problem(404, 'NotFound', 'There is no claim of this number.');

/** So that no cache keeps what belongs to a claim. */
export const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

export function tellProblem(res: Response, refusal: Refusal): void {
  const { status, code, message, headers } = refusal;
  const more = refusal instanceof Problem ? refusal.more : {};
  const text = JSON.stringify({ type: 'about:blank', title: code, status, detail: message, ...more });
  const type = { 'Content-Type': 'application/problem+json', 'Content-Length': String(Buffer.byteLength(text)) };
  res.sendRaw(status, text, { ...type, ...HEADERS, ...headers });
}
