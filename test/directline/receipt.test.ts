import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import restify from 'restify';
import { mountReceipt, RECEIPT_LIFE, receiptUrl } from '../../channels/receipt.ts';
import { createRenderer } from '../../locales/render.ts';
import type { ClaimId, ClaimRow, Conversation, ConversationId } from '../../store/ports.ts';

const key = Buffer.alloc(32, 7);
const claim = 'claim-1' as ClaimId;
const conversation = 'conversation-1' as ConversationId;
const story = `倒车时没有看见<后面>的人。${'雨很大，'.repeat(60)}然后停车。`;
const started = Date.UTC(2026, 2, 5, 1, 30);

describe('the receipt', () => {
  const server = restify.createServer({ name: 'test' });
  const errors: unknown[] = [];
  let now = started;
  let row: ClaimRow | undefined;
  let talk: Pick<Conversation, 'revokedAt'> | undefined;
  let url = '';

  before(async () => {
    const globals = { insurer: '测试保险', hotline: '95500', caller: '' };
    mountReceipt(server, {
      store: {
        claim: async () => row,
        conversation: async (id) => (id === conversation ? (talk as Conversation | undefined) : undefined),
        events: async () => [],
      },
      renderer: createRenderer(join(import.meta.dirname, '../../locales'), globals),
      key,
      now: () => now,
      trustProxy: true,
      onError: (error) => errors.push(error),
    });
    server.listen(0, '127.0.0.1');
    await once(server.server as HttpServer, 'listening');
    url = `http://127.0.0.1:${((server.server as HttpServer).address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    now = started;
    talk = { revokedAt: null };
    const facts = { number: '202603051234', report: { what: story, phone: '13800138000' }, promises: [] };
    const dates = { accidentFrom: null, accidentTo: null, updatedAt: now };
    row = { id: claim, version: 1, number: '202603051234', status: 'reported', ...dates, facts };
  });
  afterEach(() => expect(errors).to.deep.equal([]));
  after(async () => {
    const closed = once(server.server as HttpServer, 'close');
    server.close();
    (server.server as HttpServer).closeAllConnections();
    await closed;
  });

  const open = (path: string, address = '9.9.9.9') => fetch(url + path, { headers: { 'x-forwarded-for': address } });
  const status = async (path: string) => (await open(path)).status;

  it('shows in full what happened, as text', async () => {
    const answer = await open(receiptUrl(key, claim, conversation, now));
    expect(answer.status).to.equal(200);
    const html = await answer.text();
    expect(html).to.include(story.replace('<', '&#60;').replace('>', '&#62;')).and.include('138****8000');
    expect(html).not.to.include('13800138000').and.not.include('<后面>');
  });

  it('has a link for a day, that nobody else can make', async () => {
    const path = receiptUrl(key, claim, conversation, now);
    const body = Buffer.from(JSON.stringify({ claim, conversation, iat: now, exp: now * 2 })).toString('base64url');
    const wrong = [
      `${path}x`,
      path.slice(0, -1),
      `/receipt/${body}.${path.split('.')[1]}`,
      '/receipt/',
      '/receipt/a.b',
    ];
    wrong.push(receiptUrl(Buffer.alloc(32, 8), claim, conversation, now));
    for (const one of wrong) expect(await status(one), one).to.equal(404);
    now += RECEIPT_LIFE - 1;
    expect(await status(path)).to.equal(200);
    now += 1;
    expect(await status(path)).to.equal(404);
  });

  it('ends with “this is not my phone”; a link given after it works', async () => {
    const path = receiptUrl(key, claim, conversation, now);
    talk = { revokedAt: now };
    expect(await status(path)).to.equal(404);
    expect(await status(receiptUrl(key, claim, conversation, now + 1))).to.equal(200);
    expect(await status(receiptUrl(key, claim, 'other' as ConversationId, now + 1))).to.equal(404);
  });

  it('is gone, not broken, when its person was erased', async () => {
    const path = receiptUrl(key, claim, conversation, now);
    if (row) row = { ...row, facts: {} };
    const answer = await open(path);
    expect([answer.status, (await answer.text()).length > 5]).to.deep.equal([404, true]);
    talk = undefined;
    expect(await status(path)).to.equal(404);
    row = undefined;
    expect(await status(path)).to.equal(404);
  });

  it('is not given to one address without end', async () => {
    const path = receiptUrl(key, claim, conversation, now);
    const statuses: number[] = [];
    for (let i = 0; i < 65; i += 1) statuses.push((await open(path, '1.2.3.4')).status);
    expect(statuses.filter((one) => one === 429)).to.have.length(5);
    expect(await status(path)).to.equal(200);
  });
});
