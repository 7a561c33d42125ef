import type { Next, Request, Response, Server } from 'restify';
import { badArgument, fail, fromRestify, type OnError, reply } from '../web/errors.ts';

/** What every answer carries, errors included; a route may replace single ones. */
const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Any site may embed a client of its own: tokens come from its server, and no cookie is ever read here. */
const CROSS_ORIGIN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'Access-Control-Max-Age': '86400',
};

const HSTS = { 'Strict-Transport-Security': 'max-age=31536000' };

function setAll(res: Response, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
}

/** restify reads the address outside of any handler: what it cannot read would end the process. */
function isReadable(req: Request): boolean {
  try {
    return req.getUrl() !== undefined;
  } catch {
    return false;
  }
}

/** Security headers on every answer of this server, and none of restify's own error texts. */
export function guard(server: Server, https: boolean, onError: OnError): void {
  server.pre((req: Request, res: Response, next: Next) => {
    res.removeHeader('Server');
    setAll(res, ALWAYS);
    if (https) setAll(res, HSTS);
    if (!isReadable(req)) {
      fail(req, res, badArgument('The address or the Host header is malformed.'), onError);
      return next(false);
    }
    if (!req.url?.startsWith('/v3/directline/')) return next();
    setAll(res, CROSS_ORIGIN);
    if (req.method !== 'OPTIONS') return next();
    reply(res, 204, undefined, PREFLIGHT);
    return next(false);
  });
  server.on('restifyError', (req: Request, res: Response, err: unknown, done: () => void) => {
    fail(req, res, fromRestify(err) ?? err, onError);
    done();
  });
}
