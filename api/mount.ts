/** The claim system's API on the web. Until a key exists it answers as if it were not there. */
import type { Request, Response, Server } from 'restify';
import { fail, Refusal, reply } from '../channels/web/errors.ts';
import { createLimits } from '../channels/web/limits.ts';
import { once } from './attempts.ts';
import { callerOf, callOf, letStrangerIn, note } from './caller.ts';
import type { Answer, ApiDeps, Mounted } from './deps.ts';
import { HEADERS, tellProblem } from './problem.ts';
import { ROUTES, type Route } from './routes.ts';

export function mountApi(server: Server, given: ApiDeps): void {
  const deps = { ...given, limits: createLimits(given.now) };
  refuseOthers(server, deps);
  for (const route of ROUTES)
    server[methodOf(route)](pathOf(route), async (req: Request, res: Response) => {
      try {
        const { status, body, headers } = await serve(req, deps, route);
        reply(res, status, body, { ...HEADERS, ...headers });
      } catch (error) {
        fail(req, res, error, deps.onError, tellProblem);
      }
    });
}

const METHODS = ['get', 'put', 'post', 'del', 'patch'] as const;
type Method = (typeof METHODS)[number];
const methodOf = ({ method }: Route): Method => (method === 'delete' ? 'del' : method);
const pathOf = ({ path }: Route): string => path.replace(/\{(\w+)\}/g, ':$1');

/** What a path does not know is refused in the words of this API. */
function refuseOthers(server: Server, deps: Mounted): void {
  for (const [path, list] of Map.groupBy(ROUTES, pathOf)) {
    const known = list.map(methodOf);
    const Allow = list.map(({ method }) => method.toUpperCase()).join(', ');
    for (const method of METHODS.filter((one) => !known.includes(one)))
      server[method](path, async (req: Request, res: Response) => {
        const refusal = new Refusal(405, 'MethodNotAllowed', 'This path does not know the method.', { Allow });
        const error = await letStrangerIn(req, deps).then(
          () => refusal,
          (one: unknown) => one,
        );
        fail(req, res, error, deps.onError, tellProblem);
      });
  }
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
