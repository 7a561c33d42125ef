/** Requests over connections that stay open, as a browser sends them. */
import { Agent, type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';

export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true });

/** The server closes connections that rest; a request that meets that is sent again. */
const isStale = (error: Error & { code?: string }, sent: ClientRequest): boolean =>
  sent.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');

export function call(url: string, asked: Asked = {}): Promise<Answered> {
  const { method = 'GET', headers = {}, body = '' } = asked;
  const length = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', (error) => (isStale(error, sent) ? resolve(call(url, asked)) : reject(error)));
    sent.end(body);
  });
}
