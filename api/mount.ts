/** The claim system's API on the web. Until a key exists it answers as if it were not there. */
import type { Request, Response, Server } from 'restify';
import { fail, later, reply } from '../channels/web/errors.ts';
import { createLimits } from '../channels/web/limits.ts';
import { callerOf, callOf, letStrangerIn, note } from './caller.ts';
import type { Answer, ApiDeps, Call, Mounted } from './deps.ts';
import { answered, Stale } from './keep.ts';
import { HEADERS, Problem, tellProblem } from './problem.ts';
import { type Keyed, ROUTES, type Route } from './routes.ts';

export function mountApi(server: Server, given: ApiDeps): void {
  const deps = { ...given, limits: createLimits(given.now) };
  for (const route of ROUTES)
    server[route.method](route.path.replace('{number}', ':number'), async (req: Request, res: Response) => {
      try {
        const { status, body, headers } = await serve(req, deps, route);
        reply(res, status, body, { ...HEADERS, ...headers });
      } catch (error) {
        fail(req, res, error, deps.onError, tellProblem);
      }
    });
}

async function serve(req: Request, deps: Mounted, route: Route): Promise<Answer> {
  if (route.scope === null) {
    await letStrangerIn(req, deps);
    return route.serve();
  }
  const key = await callerOf(req, deps, route);
  const call = await callOf(req, deps, key, route);
  const answer = await fromTheStart(call, route);
  // Before it leaves: what was not noted was not shown.
  if (answer.subject !== undefined) await note(deps, key, `api.${route.id}`, answer.subject);
  return answer;
}

const ATTEMPTS = 5;

async function fromTheStart(call: Call, route: Keyed): Promise<Answer> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await answered(call);
    if (before && before.print !== call.idempotency?.print)
      throw new Problem(409, 'IdempotencyKeyReused', 'This Idempotency-Key was used for another request.');
    if (before) return before;
    try {
      return await route.serve(call);
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
    }
  }
  throw later();
}
