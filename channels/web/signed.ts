/** How a program knows who calls it: HMAC-SHA-256 over when and what, under a secret of both. */
import { createHmac } from 'node:crypto';

export const TIME = 'x-lipei-timestamp';
export const SIGNATURE = 'x-lipei-signature';

export function signed(secret: string, ...parts: readonly (string | Buffer)[]): string {
  const mac = createHmac('sha256', secret);
  for (const part of parts) mac.update(part);
  return `v1=${mac.digest('hex')}`;
}
