import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { consoleSender } from '../../sms/console.ts';
import { gateway, signatureOf } from '../../sms/gateway.ts';

const SECRET = 's'.repeat(32);
const MESSAGE = { to: '13800000002', text: 'code 123456', key: 'k-1' };
interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly path: string;
  readonly body: string;
}

describe('the gateway for text messages', () => {
  let server: Server;
  let url: string;
  let heard: Heard[];
  let errors: unknown[];
  /** What it answers, one after the other, then 200; 0: nothing at all. */
  let answers: number[];
  beforeEach(async () => {
    [heard, errors, answers] = [[], [], []];
    server = createServer(async (req, res) => {
      // Plain means only: restify, where another test has loaded it, changes `writeHead`.
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      await new Promise((resolve) => req.on('end', resolve));
      heard.push({ headers: req.headers, path: req.url ?? '', body: Buffer.concat(chunks).toString() });
      const status = answers.shift() ?? 200;
      if (status === 0) return;
      res.statusCode = status;
      if (status === 302) res.setHeader('location', '/elsewhere');
      res.end('no 13800000002');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms?from=lipei`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const sender = (patience = 10_000) =>
    gateway({
      ...{ url, secret: SECRET, now: () => 1_800_000_000_000, patience, pauses: [1, 1] },
      onError: (error) => errors.push(error),
    });

  it('gets number and text, signed, with a key that stays and a nonce that does not', async () => {
    answers = [503];
    expect(await sender().send(MESSAGE)).to.deep.equal({ status: 'sent' });
    expect(heard).to.have.length(2);
    for (const { headers, path, body } of heard) {
      expect(JSON.parse(body)).to.deep.equal({ to: '13800000002', text: 'code 123456' });
      expect(headers['idempotency-key']).to.equal('k-1');
      expect(headers['x-lipei-timestamp']).to.equal('1800000000');
      const nonce = String(headers['x-lipei-nonce']);
      expect(headers['x-lipei-signature']).to.equal(signatureOf(SECRET, { at: 1_800_000_000, nonce, path, body }));
    }
    expect(new Set(heard.map(({ headers }) => headers['x-lipei-nonce'])).size).to.equal(2);
  });

  it('signs each part: another secret, time, nonce, path or body is another signature', () => {
    const signed = { at: 1, nonce: 'n', path: '/p', body: 'b' };
    const all = [{}, { at: 2 }, { nonce: 'm' }, { path: '/q' }, { body: 'c' }].map((over) =>
      signatureOf(SECRET, { ...signed, ...over }),
    );
    expect(new Set([...all, signatureOf('t'.repeat(32), signed)]).size).to.equal(6);
  });

  it('is asked again where it may pass, three times in all; what it says is told to nobody', async () => {
    for (const given of [
      [500, 502, 503],
      [429, 408, 425],
    ]) {
      [answers, heard] = [[...given], []];
      expect(await sender().send(MESSAGE), String(given)).to.deep.equal({ status: 'failed' });
      expect(heard).to.have.length(3);
    }
    expect(errors).to.have.length(6);
    expect(errors.map(String).join()).not.to.match(/13800000002|123456/);
  });

  it('is not asked again where the number is refused, and never followed elsewhere', async () => {
    answers = [400];
    expect(await sender().send(MESSAGE)).to.deep.equal({ status: 'refused' });
    expect(heard).to.have.length(1);
    answers = [302, 302, 302];
    expect(await sender().send(MESSAGE)).to.deep.equal({ status: 'failed' });
    expect(heard.map(({ path }) => path)).not.to.include('/elsewhere');
  });

  it('that says nothing has failed in time', async () => {
    answers = [0, 0, 0];
    const began = performance.now();
    expect(await sender(500).send(MESSAGE)).to.deep.equal({ status: 'failed' });
    expect(performance.now() - began).to.be.within(1_400, 10_000);
    expect(errors).to.have.length(3);
  });

  it('that is not there has failed', async () => {
    server.close();
    expect(await sender().send(MESSAGE)).to.deep.equal({ status: 'failed' });
  });
});

describe('text messages of the demo', () => {
  it('are said once a key, and remembered by number', async () => {
    const lines: string[] = [];
    const demo = consoleSender((line) => lines.push(line));
    await demo.send(MESSAGE);
    await demo.send(MESSAGE);
    for (let i = 0; i < 60; i += 1) await demo.send({ to: '13800000003', text: `code ${i}`, key: `k${i}` });
    expect(lines).to.have.length(61);
    expect(demo.last('13800000003')?.text).to.equal('code 59');
    expect(demo.last('13800000002')).to.equal(undefined);
  });
});
