/** A page that is reached only by a signed link: what of it is the same for every kind. */
import type { Request, Response, Server } from 'restify';
import { plainHeaders } from './signedLink.ts';
import { Refusal } from './web/errors.ts';
import { limitAddress } from './web/limiting.ts';
import { createLimits } from './web/limits.ts';

export interface SignedPageDeps {
  readonly now: () => number;
  /** Whether exactly one proxy of ours stands in front: without it all who come through one count as one sender. */
  readonly trustProxy?: boolean;
  readonly onError: (error: unknown) => void;
}

/** `path` ends where the signed part begins; whatever fails tells nothing of a claim. */
export function mountSignedPage(
  server: Server,
  path: string,
  deps: SignedPageDeps,
  answer: (signed: string, res: Response) => Promise<void>,
): void {
  const limited = { limits: createLimits(deps.now), config: { trustProxy: deps.trustProxy ?? false } };
  // A named parameter may only have 100 characters.
  server.get(`${path}*`, async (req: Request, res: Response) => {
    try {
      limitAddress(req, limited, 'receipts');
      await answer(String(req.params['*'] ?? ''), res);
    } catch (error) {
      if (error instanceof Refusal) return void res.sendRaw(error.status, '', { ...plainHeaders, ...error.headers });
      deps.onError(error);
      res.sendRaw(503, '', plainHeaders);
    }
  });
}
