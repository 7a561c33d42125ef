/** `GET /demo/message?to=`: the text message that a phone of the demo would have got last. Served only where it is a demo. */
import type { Request, Response, Server } from 'restify';
import { limitAddress } from '../channels/web/limiting.ts';
import { createLimits } from '../channels/web/limits.ts';
import type { DemoSender } from '../sms/console.ts';
import { DEMO_PHONES } from './seed.ts';

export function mountDemo(server: Server, demo: DemoSender, now: () => number, trustProxy: boolean): void {
  const limited = { limits: createLimits(now), config: { trustProxy } };
  server.get('/demo/message', async (req: Request, res: Response) => {
    const to = new URL(req.url ?? '', 'http://demo').searchParams.get('to') ?? '';
    try {
      limitAddress(req, limited, 'receipts');
    } catch {
      return void res.sendRaw(429, '');
    }
    // Of nobody else: somebody may have typed a number of her own.
    const message = DEMO_PHONES.has(to) ? demo.last(to) : undefined;
    res.sendRaw(200, JSON.stringify(message ? { key: message.key, text: message.text } : {}), {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
    });
  });
}
