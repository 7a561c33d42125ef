import type { IncomingMessage } from 'node:http';

/** How people reach us. */
export interface Where {
  readonly publicUrl?: string | undefined;
  /** Whether exactly one proxy of ours stands in front. */
  readonly trustProxy: boolean;
}

/** What our own proxy appended last; everything before it is the client's word. */
function forwarded(req: IncomingMessage, name: string, trusted: boolean): string | undefined {
  const value = trusted ? req.headers[name] : undefined;
  return typeof value === 'string' ? value.split(',').at(-1)?.trim() : undefined;
}

function host(req: IncomingMessage, config: Where): string {
  const name = forwarded(req, 'x-forwarded-host', config.trustProxy) ?? req.headers.host ?? '';
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(name) ? name.toLowerCase() : 'localhost';
}

function secure(req: IncomingMessage, config: Where): boolean {
  const proto = forwarded(req, 'x-forwarded-proto', config.trustProxy);
  return proto === undefined ? 'encrypted' in req.socket && req.socket.encrypted === true : proto === 'https';
}

/** `https://host[:port]` as the client sees us. */
export function publicOrigin(req: IncomingMessage, config: Where): string {
  if (config.publicUrl) return new URL(config.publicUrl).origin;
  return `${secure(req, config) ? 'https' : 'http'}://${host(req, config)}`;
}

/** Whether a browser sent this from our own page; programs that are no browser send no `Origin` and no cookie by accident. */
export function fromOurPage(req: IncomingMessage, config: Where): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = req.headers;
  if (origin === undefined) return true;
  const ours = config.publicUrl ? new URL(config.publicUrl).host : host(req, config);
  return URL.canParse(origin) && new URL(origin).host === ours;
}

/** Who counts as one sender: an IPv4 address, or the /64 network of an IPv6 one. */
export function clientAddress(req: IncomingMessage, config: Where): string {
  const address = forwarded(req, 'x-forwarded-for', config.trustProxy) ?? req.socket.remoteAddress ?? 'unknown';
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const [head = ''] = address.split('::');
  return v4 ?? [...head.split(':'), '0', '0', '0'].slice(0, 4).join(':');
}
