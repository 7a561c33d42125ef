/** Who signs what channels send: a key of its own, its OpenID metadata and its key set. */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cloud } from '../../channels/botframework/clouds.ts';

export const APP = '3f1c9a52-6b1e-4c0d-9a44-0d2f0c7e5a11';
export const KID = 'key-of-today';
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export interface Issuer {
  readonly cloud: Cloud;
  readonly asked: string[];
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  down: boolean;
  stop(): Promise<void>;
}

export async function openIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (issuer.down) return void request.socket.destroy();
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', endorsements: ['webchat', 'msteams'] };
    const body = request.url === '/keys' ? { keys: [jwk] } : { issuer: ISSUER, jwks_uri: `${url}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metadata = `${url}/openid`;
  const issuer: Issuer = {
    ...{ asked, privateKey, publicKey, down: false },
    cloud: { issuer: ISSUER, metadata, login: 'https://login.invalid/x', scope: 'https://api.invalid', hosts: [] },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return issuer;
}

export const ISSUER = 'https://issuer.test.invalid';
export const seconds = (): number => Math.floor(Date.now() / 1000);

export const claims = (serviceUrl: string, over: Readonly<Record<string, unknown>> = {}) => ({
  ...{ iss: ISSUER, aud: APP, serviceurl: serviceUrl, nbf: seconds() - 10, exp: seconds() + 600 },
  ...over,
});

/** A token with this head and these claims, signed as RS256 with `key`. */
export function sign(key: KeyObject, body: unknown, head: Readonly<Record<string, unknown>> = {}): string {
  const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: KID, ...head })}.${encoded(body)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

/** The well-known confusion: the public key, which everybody has, taken for a shared secret. */
export function signWithPublicKey(key: KeyObject, body: unknown): string {
  const text = `${encoded({ alg: 'HS256', typ: 'JWT', kid: KID })}.${encoded(body)}`;
  const secret = key.export({ type: 'spki', format: 'pem' });
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

export const unsigned = (body: unknown, signature = ''): string =>
  `${encoded({ alg: 'none', typ: 'JWT', kid: KID })}.${encoded(body)}.${signature}`;
