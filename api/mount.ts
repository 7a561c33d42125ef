/** The claim system's API on the web. Until a key exists it answers as if it were not there. */
import type { Request, Response, Server } from 'restify';
import { fail, reply } from '../channels/web/errors.ts';
import { createLimits } from '../channels/web/limits.ts';
import { once } from './attempts.ts';
import { callerOf, callOf, letStrangerIn, note } from './caller.ts';
import type { Answer, ApiDeps, Mounted } from './deps.ts';
import { HEADERS, tellProblem } from './problem.ts';
import { ROUTES, type Route } from './routes.ts';

export function mountApi(server: Server, given: ApiDeps): void {
  const deps = { ...given, limits: createLimits(given.now) };
  for (const route of ROUTES)
    server[route.method === 'delete' ? 'del' : route.method](
      route.path.replace(/\{(\w+)\}/g, ':$1'),
      async (req: Request, res: Response) => {
        try {
          const { status, body, headers } = await serve(req, deps, route);
          reply(res, status, body, { ...HEADERS, ...headers });
        } catch (error) {
          fail(req, res, error, deps.onError, tellProblem);
        }
      },
    );
}

async function serve(req: Request, deps: Mounted, route: Route): Promise<Answer> {
  if (route.scope === null) {
    await letStrangerIn(req, deps);
    return route.serve();
  }
  const key = await callerOf(req, deps, route);
  const call = await callOf(req, deps, key, route);
  const answer = await once(call, route.serve);
  // Before it leaves: what was not noted was not shown.
  if (answer.subject !== undefined) await note(deps, key, `api.${route.id}`, answer.subject);
  return answer;
}
