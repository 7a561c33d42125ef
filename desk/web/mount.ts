/** Puts the desk's routes on the server: who is it, may she, is the form ours – then the page. */
import type { Request, Response, Server } from 'restify';
import { QUEUE } from '../../bots/acts.ts';
import { fail, Refusal } from '../../channels/web/errors.ts';
import { createLimits } from '../../channels/web/limits.ts';
import type { Lang } from '../../locales/render.ts';
import { createDisagreeing } from '../disagreeing.ts';
import { readBoard } from '../pages/queue.ts';
import { readCookie } from '../people/cookie.ts';
import { may } from '../people/rights.ts';
import { type SignedIn, signedIn } from '../people/sessions.ts';
import { createTrail } from '../people/trail.ts';
import { createPersons } from '../persons.ts';
import { createSharedBy } from '../shared.ts';
import { createView } from '../view.ts';
import { readForm, refuseForged, refuseOtherSites } from './form.ts';
import { ROUTES } from './routes.ts';
import { type Answer, type Desk, type DeskDeps, go, page, type Route, type Visit } from './visit.ts';

/** No script, style or frame but our own, and forms only to us. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'; " +
  "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Content-Type': 'text/html; charset=utf-8',
  // Not none: with it a browser would not say where a form was sent from.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Milliseconds. Whatever changes the queue drops it earlier. */
const BOARD_LIFE = 1_000;

export function mountDesk(server: Server, deps: DeskDeps): { close(): void } {
  const board = createSharedBy((branch: string | null) => readBoard(deps, branch), BOARD_LIFE);
  const leave = deps.wake.subscribe(QUEUE, board.drop);
  const desk: Desk = {
    ...deps,
    board,
    trail: createTrail(deps.store, deps.now),
    view: createView(deps.renderer),
    limits: createLimits(deps.now),
    persons: createPersons(deps),
    differing: createDisagreeing(deps),
    streams: new Set(),
  };
  for (const route of ROUTES) {
    const handler = async (req: Request, res: Response): Promise<void> => {
      try {
        await serve(desk, route, req, res);
      } catch (error) {
        if (!(error instanceof Refusal) || res.headersSent) return fail(req, res, error, deps.onError);
        const visit = { ...visitOf(req, res), me: undefined };
        const told = visit.part
          ? page('problem', { problem: `desk.refused.${error.status}`, values: {} }, error.status)
          : page('refused', { status: error.status }, error.status);
        send(desk, visit, told);
      }
    };
    if (route.method === 'GET') server.get(route.path, handler);
    else server.post(route.path, handler);
  }
  return {
    close: () => {
      leave();
      for (const stream of desk.streams) stream.end();
    },
  };
}

async function serve(desk: Desk, route: Route, req: Request, res: Response): Promise<void> {
  if (route.method === 'POST') refuseOtherSites(req, desk.config);
  const me = await whoIs(desk, req, route.passive ?? false);
  const asked = { ...visitOf(req, res), me };
  if (route.who !== 'anyone' && !me) return send(desk, asked, backToSignIn(asked));
  const form = await formOf(route, req);
  // Whoever has not signed in has no session that could be ridden; where a form was sent from is looked at all the same.
  if (route.method === 'POST' && me) refuseForged(form, me.csrf);
  const visit = { ...asked, form };
  if (route.who === 'anyone') return send(desk, visit, await route.handle(desk, visit));
  if (!me || !may(me.account, route.who)) {
    await desk.trail.note(me?.account.id ?? 'system', 'refused', subjectOf(visit), { why: 'role', path: route.path });
    throw new Refusal(403, 'Forbidden', 'Not with this role.');
  }
  send(desk, visit, await route.handle(desk, { ...visit, me }));
}

/** What it was about, as far as the address says it. */
const subjectOf = ({ params: { id, claim, ticket, account } }: Visit): string =>
  (id ?? claim ?? ticket ?? account ?? 'desk').slice(0, 100);

/** A header of our own is sent by no other site without being asked before, and we answer no such question. */
async function formOf({ method, bytes }: Route, req: Request): Promise<URLSearchParams> {
  if (method === 'GET') return new URLSearchParams();
  return bytes ? new URLSearchParams({ csrf: String(req.headers['x-csrf'] ?? '') }) : readForm(req);
}

async function whoIs(desk: Desk, req: Request, passive: boolean): Promise<SignedIn | undefined> {
  const secret = readCookie(req, desk.config.cookieSecure);
  const { store, now, config } = desk;
  return secret === undefined ? undefined : signedIn({ store, now, key: config.key }, secret, passive);
}

const visitOf = (req: Request, res: Response): Omit<Visit, 'me'> => ({
  ...{ req, res, params: req.params ?? {}, query: new URLSearchParams(req.getQuery()) },
  ...{ form: new URLSearchParams(), lang: langOf(req), part: req.headers['hx-request'] === 'true' },
});

/** The browser's own language; Chinese where it wants another one. */
const langOf = (req: Request): Lang =>
  /^\s*en\b/i.test(String(req.headers['accept-language'] ?? '')) ? 'en' : 'zh-CN';

/** A part of a page cannot become the sign-in page: the whole page goes there. */
function backToSignIn({ part, req }: Visit): Answer {
  if (part) return go('/workbench');
  return req.method === 'GET' ? go('/workbench') : page('refused', { status: 401 }, 401);
}

function send(desk: Desk, visit: Visit, answer: Answer): void {
  const { res } = visit;
  if (answer.kind === 'open') return;
  if (answer.kind === 'bytes') {
    const { type, bytes, headers } = answer;
    res.sendRaw(200, bytes, { ...HEADERS, 'Content-Type': type, 'Content-Length': String(bytes.length), ...headers });
    return;
  }
  if (answer.kind === 'go') {
    // What fetched a part is told where the whole page goes; a browser follows by itself.
    const where = visit.part ? { 'HX-Redirect': answer.to } : { Location: answer.to };
    res.sendRaw(visit.part ? 200 : 303, '', { ...HEADERS, ...where, ...answer.headers });
    return;
  }
  res.sendRaw(answer.status ?? 200, desk.view(visit, answer.template, answer.values ?? {}), HEADERS);
}
