/** Our own client of connectors: whatever way an answer comes in, it is understood as one thing or not at all. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createSecure } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect } from 'chai';
import { Reading } from '../../channels/botframework/reading.ts';
import { createWire, type Wire } from '../../channels/botframework/wire.ts';

const ok = (head: string, body = ''): string => `HTTP/1.1 200 OK\r\n${head}\r\n${body}`;

/** Read in pieces of so many bytes: what is wanted of it, and whether it was whole. */
function read(answer: string, size: number) {
  const reading = new Reading();
  let whole = false;
  for (let at = 0; at < answer.length; at += size) whole = reading.take(answer.slice(at, at + size));
  const { status, retryAfter, keeps } = reading;
  return { status, retryAfter, keeps, whole };
}

describe('an answer of a connector', () => {
  const good: Readonly<Record<string, readonly [string, object]>> = {
    'with its length': [ok('Content-Length: 10\r\n', '{"id":"1"}'), { status: 200, keeps: true }],
    'without a body': [ok('content-length: 0\r\n'), { status: 200, keeps: true }],
    'in chunks, with an extension and a trailer': [
      ok('Transfer-Encoding: chunked\r\n', 'a;x="1"\r\n{"id":"1"}\r\n3 \r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n'),
      { status: 200, keeps: true },
    ],
    'after “continue” and a hint': [
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${ok('Content-Length: 1\r\n', 'x')}`,
      { status: 200, keeps: true },
    ],
    'that says when to come again': [
      'HTTP/1.1 429 Too Many\r\nRetry-After:  700 \r\nContent-Length: 0\r\n\r\n',
      { status: 429, retryAfter: '700' },
    ],
    'without content': ['HTTP/1.1 204\r\n\r\n', { status: 204, keeps: true }],
    'that is the last of its connection': [ok('Connection: Close\r\nContent-Length: 0\r\n'), { keeps: false }],
    'of an old server': ['HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok', { status: 200, keeps: false }],
    'with its length twice': [ok('Content-Length: 1\r\ncontent-length: 1\r\n', 'x'), { keeps: true }],
  };
  for (const [what, [answer, expected]] of Object.entries(good))
    it(`${what} is read, in whatever pieces it comes`, () => {
      for (let size = 1; size <= answer.length; size += 1)
        expect(read(answer, size), `pieces of ${size}`).to.deep.include({ whole: true, ...expected });
      for (let length = 0; length < answer.length; length += 1)
        expect(read(answer.slice(0, length), 3), `cut after ${length}`).to.include({ whole: false });
    });

  it('that ends with its connection is whole when that is closed', () => {
    const reading = new Reading();
    expect(reading.take(ok('', 'as much as it likes'))).to.equal(false);
    expect([reading.closed(), reading.keeps]).to.deep.equal([true, false]);
    const broken = new Reading();
    broken.take(ok('Content-Length: 9\r\n', 'short'));
    expect(broken.closed()).to.equal(false);
  });

  it('after which something comes that nobody asked for ends its connection', () => {
    const reading = new Reading();
    expect(reading.take(`${ok('Content-Length: 0\r\n')}HTTP/1.1 200 OK\r\n`)).to.equal(true);
    expect(reading.keeps).to.equal(false);
  });

  const bad: Readonly<Record<string, string>> = {
    'of another protocol': 'SSH-2.0-OpenSSH_9\r\n\r\n',
    'of HTTP/2': 'HTTP/2 200\r\n\r\n',
    'that changes the protocol': 'HTTP/1.1 101 Switching Protocols\r\n\r\n',
    'with two lengths': ok('Content-Length: 1\r\nContent-Length: 2\r\n', 'x'),
    'with a length and chunks': ok('Content-Length: 1\r\nTransfer-Encoding: chunked\r\n', 'x'),
    'with an encoding we have not asked for': ok('Transfer-Encoding: gzip, chunked\r\n', '0\r\n\r\n'),
    'with a length that is none': ok('Content-Length: -1\r\n'),
    'with a chunk that is longer than it says': ok('Transfer-Encoding: chunked\r\n', '1\r\nab\r\n0\r\n\r\n'),
    'with a chunk of no size': ok('Transfer-Encoding: chunked\r\n', 'x\r\n'),
    'with a folded header': ok('A: 1\r\n 2\r\n'),
    'with a space before the colon': ok('Content-Length : 1\r\n', 'x'),
    'with a head without an end': `HTTP/1.1 200 OK\r\nA: ${'a'.repeat(20_000)}`,
  };
  for (const [what, answer] of Object.entries(bad))
    it(`${what} is none`, () => expect(() => read(answer, 1000)).to.throw('the answer is not HTTP'));
});

describe('the wire to a connector', () => {
  let server: Server;
  let wire: Wire;
  let url: URL;
  let heard: string[];
  let connections: Socket[];
  /** What the server does with the n-th request that it hears. */
  let answer: (socket: Socket, nth: number) => void;
  beforeEach(async () => {
    [heard, connections, wire] = [[], [], createWire(300)];
    answer = (socket) => socket.write(ok('Content-Length: 2\r\n', 'ok'));
    server = createServer((socket) => {
      connections.push(socket);
      socket.on('error', () => {});
      socket.on('data', (bytes) => {
        heard.push(bytes.toString());
        answer(socket, heard.length);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v3/%E4%B8%AD?a=b`);
  });
  afterEach(async () => {
    wire.close();
    server.close();
    for (const socket of connections) socket.destroy();
  });
  const say = (body = '{"text":"您好"}') => wire.post(url, body, { 'content-type': 'application/json' });
  const failed = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'it did not fail',
      (error: Error) => error.message,
    );

  it('says what is to be said, and uses a connection again', async () => {
    for (let i = 0; i < 3; i += 1) expect(await say()).to.deep.equal({ status: 200, retryAfter: null });
    expect(connections).to.have.length(1);
    expect(heard[0]).to.equal(
      `POST /v3/%E4%B8%AD?a=b HTTP/1.1\r\ncontent-type: application/json\r\nhost: ${url.host}\r\ncontent-length: 17\r\nconnection: keep-alive\r\n\r\n{"text":"您好"}`,
    );
    await Promise.all([say(), say(), say()]);
    expect(connections, 'one message at a time on each').to.have.length(3);
  });

  it('says it again, on a new connection, where one that rested was closed at that moment', async () => {
    answer = (socket, nth) => (nth === 2 ? socket.destroy() : socket.write(ok('Content-Length: 0\r\n')));
    await say();
    expect(await say()).to.have.property('status', 200);
    expect([connections.length, heard.length]).to.deep.equal([2, 3]);
  });

  it('does not say it again where the answer had begun or the connection was new', async () => {
    answer = (socket, nth) =>
      nth === 1 ? socket.write(ok('Content-Length: 0\r\n')) : socket.end('HTTP/1.1 200 OK\r\nContent-Le');
    await say();
    expect(await failed(say())).to.equal('the answer broke off');
    answer = (socket) => socket.end();
    expect(await failed(say())).to.equal('the answer broke off');
    expect(heard).to.have.length(3);
  });

  it('does not use what rested longer than the other end said it would', async () => {
    answer = (socket) => socket.write(ok('Keep-Alive: timeout=1, max=9\r\nContent-Length: 0\r\n'));
    await say();
    await say();
    expect(connections).to.have.length(2);
  });

  it('does not wait for ever, and breaks off what is under way when the program ends', async () => {
    answer = () => {};
    expect(await failed(say())).to.equal('no answer in time');
    const pending = failed(say());
    await new Promise((resolve) => setTimeout(resolve, 30));
    wire.close();
    expect(await pending).to.equal('the program ends');
    expect(await failed(say())).to.equal('the program ends');
  });

  it('sends no header that could be read as two, and waits for the end of an answer that has no length', async () => {
    expect(await failed(wire.post(url, '', { authorization: 'Bearer a\r\nx: y' }))).to.equal('a header cannot be sent');
    expect(heard).to.deep.equal([]);
    answer = (socket) => socket.end(ok('', 'ok'));
    expect(await say()).to.have.property('status', 200);
  });

  it('asks over TLS who the other end is', async function () {
    const dir = mkdtempSync(join(tmpdir(), 'lipei-wire-'));
    const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
    const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', ...subject];
    try {
      execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    } catch {
      rmSync(dir, { recursive: true });
      return this.skip(); // no openssl at hand to make a certificate with
    }
    const secure = createSecure({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
      response.end('ok'),
    );
    secure.listen(0, '127.0.0.1');
    await once(secure, 'listening');
    const known = getCACertificates('default');
    const address = (host: string) => new URL(`https://${host}:${(secure.address() as AddressInfo).port}/v3`);
    try {
      expect(await failed(wire.post(address('localhost'), '', {}))).to.match(/self-signed/);
      setDefaultCACertificates([...known, readFileSync(cert, 'utf8')]);
      for (let i = 0; i < 2; i += 1)
        expect(await wire.post(address('localhost'), '{}', {})).to.have.property('status', 200);
      expect(await failed(wire.post(address('127.0.0.1'), '', {}))).to.match(/does not match|IP/);
    } finally {
      setDefaultCACertificates(known);
      secure.closeAllConnections();
      secure.close();
      rmSync(dir, { recursive: true });
    }
  });
});
