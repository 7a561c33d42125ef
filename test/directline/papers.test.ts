import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import restify from 'restify';
import { mountPapers, papersUrl } from '../../channels/papers.ts';
import { receiptUrl } from '../../channels/receipt.ts';
import { LINK_LIFE } from '../../channels/signedLink.ts';
import { type ListTold, nextList } from '../../claims/documents/told.ts';
import { createRenderer } from '../../locales/render.ts';
import type { ClaimId, ClaimRow, Conversation, ConversationId } from '../../store/ports.ts';
import { NOTHING } from '../cases/documents.ts';
import { realLaw as laws } from '../cases/invented.ts';

const key = Buffer.alloc(32, 7);
const claim = 'claim-1' as ClaimId;
const conversation = 'conversation-1' as ConversationId;
const started = Date.parse('2026-03-05T09:30:00+08:00');

function listOf(surgery: boolean, before?: ListTold): ListTold {
  const facts = { ...NOTHING, inpatient: true, surgery };
  const list = nextList({ claim: '202603051234', side: 'injured' }, facts, '2026-03-05T10:00:00+08:00', laws, before);
  if (!list) throw new Error('no list');
  return list;
}
const first = listOf(false);
const second = listOf(true, first);

describe('the page of a list of papers', () => {
  const server = restify.createServer({ name: 'test' });
  const errors: unknown[] = [];
  let now = started;
  let row: ClaimRow | undefined;
  let talk: Pick<Conversation, 'revokedAt'> | undefined;
  let url = '';

  before(async () => {
    mountPapers(server, {
      store: {
        claim: async () => row,
        conversation: async (id) => (id === conversation ? (talk as Conversation | undefined) : undefined),
      },
      renderer: createRenderer(join(import.meta.dirname, '../../locales'), { insurer: '', hotline: '', caller: '' }),
      ...{ laws, key, now: () => now, trustProxy: true, onError: (error: unknown) => errors.push(error) },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server as HttpServer, 'listening');
    url = `http://127.0.0.1:${((server.server as HttpServer).address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    now = started;
    talk = { revokedAt: null };
    const asked = { document: 'summons', who: '<陈敏>', why: '要起诉状', at: '2026-03-06T10:00:00+08:00' };
    const facts = { number: '202603051234', lists: [first, second], papersAsked: [asked] } as never;
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

  const link = (version: number, lang: 'zh-CN' | 'en' = 'zh-CN', side: 'injured' | 'insured' = 'injured') =>
    papersUrl(key, { claim, conversation, side, version, lang }, started);
  const open = (path: string) => fetch(url + path, { headers: { 'x-forwarded-for': '9.9.9.9' } });
  const status = async (path: string) => (await open(path)).status;
  const text = async (path: string) => (await open(path)).text();

  it('shows every paper of that version with its number, where from, why and what it rests on', async () => {
    const page = await text(link(2));
    for (const { n, document } of second.list.items) expect(page, document).to.include(`<li value="${n}">`);
    expect(page).to.include('手术记录').and.include('哪里拿').and.include('依据').and.include(second.list.hash);
    expect(page).to.not.include('之后又有新版');
  });

  it('an older version stands as it was told, and says that there is a newer one', async () => {
    const page = await text(link(1));
    expect(page).to.include('之后又有新版').and.include(first.list.hash).and.not.include('手术记录');
  });

  it('what was asked for later stands apart, with who and why, and as text only', async () => {
    const page = await text(link(2));
    expect(page).to.include('原清单未列：起诉状和传票').and.include('&#60;陈敏&#62;').and.not.include('<陈敏>');
  });

  it('in English', async () => {
    expect(await text(link(2, 'en')))
      .to.include('List of papers, told once')
      .and.include('Not in the first list');
  });

  it('runs no script and may stand in no frame', async () => {
    const answer = await open(link(2));
    expect(answer.headers.get('content-security-policy'))
      .to.include("default-src 'none'")
      .and.include('frame-ancestors');
    expect(await answer.text()).to.not.include('<script');
  });

  it('opens by a link that we gave only: not one of a receipt, of another side, changed, or too old', async () => {
    expect(await status(link(2))).to.equal(200);
    expect(await status(receiptUrl(key, claim, conversation, started).replace('/receipt/', '/chat/papers/'))).to.equal(
      404,
    );
    expect(await status(link(2, 'zh-CN', 'insured'))).to.equal(404);
    expect(await status(link(3))).to.equal(404);
    expect(await status(link(2).replace(/.$/, '!'))).to.equal(404);
    expect(await status('/chat/papers/')).to.equal(404);
    now = started + LINK_LIFE;
    expect(await status(link(2))).to.equal(404);
  });

  it('is void once the phone was left, or the claim erased', async () => {
    talk = { revokedAt: started + 1 };
    now = started + 2;
    expect(await status(link(2))).to.equal(404);
    talk = { revokedAt: null };
    row = undefined;
    expect(await status(link(2))).to.equal(404);
  });
});
