import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { createSigner } from '../../channels/directline/tokens.ts';
import { inOrder } from '../../channels/directline/upload.ts';
import { uploads } from '../../channels/web/budget.ts';
import type { FileId, PersonId } from '../../store/ports.ts';
import { type Answer, ask, bearer, begin, formOf, type Sent, type Talk } from './client.ts';
import { amr, exif, jpeg, pdf, png, segment } from './pictures.ts';
import { Raw } from './raw.ts';
import { type Running, serve } from './server.ts';

const photo = jpeg({ extra: [segment(0xe1, exif(6))] });
const big = (size: number) => Buffer.concat([pdf(), Buffer.alloc(size), Buffer.from('%%EOF')]);

/** Resolves with the first `count` of many answers. */
const moreThan = <T>(answers: readonly Promise<T>[], count: number): Promise<T[]> =>
  new Promise((resolve) => {
    const got: T[] = [];
    for (const one of answers)
      void one.then((answer) => {
        got.push(answer);
        if (got.length === count) resolve([...got]);
      });
  });

describe('directline: uploads', () => {
  let running: Running;
  let talk: Talk;
  before(async () => {
    running = await serve();
  });
  beforeEach(async () => {
    talk = await begin(running);
  });
  after(() => running.stop());

  const refused = ({ status, body }: Answer) => [status, body.error.code];
  const shown = async (): Promise<readonly Sent[]> => {
    const { activities } = (await talk.list()).body;
    return activities.find(({ from }) => from.role === 'user')?.attachments ?? [];
  };

  it('keep the bytes as they came, then show a copy without metadata under a link of ours', async () => {
    const message = {
      type: 'message',
      text: '照片',
      from: { id: 'forged' },
      channelData: { clientActivityID: 'u1' },
      attachments: [
        { contentType: 'text/html', contentUrl: 'blob:x', thumbnailUrl: 'http://evil.example/', name: '车 (1).jpg' },
      ],
    };
    const { status, body } = await talk.upload(formOf([{ name: '车 (1).jpg', bytes: photo }], message));
    expect([status, body.id]).to.deep.equal([200, `${talk.id}|0000001`]);
    const arrival = running.fake.arrivals.at(-1);
    const id = arrival?.files?.[0];
    const record = id && running.fake.records.get(id);
    expect(record).to.include({ conversation: talk.id, type: 'image/jpeg', name: '车 (1).jpg', size: photo.length });
    expect(record?.sha256).to.equal(createHash('sha256').update(photo).digest('hex'));
    expect(arrival).to.deep.include({ key: 'c:u1' });
    expect(JSON.stringify(arrival?.payload)).not.to.match(/http|blob/);
    const stored = id && running.fake.bytes.get(id);
    expect(stored?.original.equals(photo)).to.equal(true);
    expect(stored?.display?.includes('GPS')).to.equal(false);
    const [attachment] = await shown();
    expect(attachment).to.include({ contentType: 'image/jpeg', name: '车 (1).jpg' });
    expect(attachment?.thumbnailUrl).to.equal(attachment?.contentUrl);
    const response = await fetch(String(attachment?.contentUrl));
    expect(Buffer.from(await response.arrayBuffer()).equals(stored?.display ?? Buffer.alloc(0))).to.equal(true);
  });

  it('are served so that nothing in them can run', async () => {
    await talk.upload(formOf([{ name: 'x".html', bytes: pdf('<script>alert(1)</script>'), type: 'text/html' }]));
    const [{ contentUrl } = { contentUrl: '' }] = await shown();
    const { status, headers } = await ask(contentUrl);
    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.equal('application/pdf');
    expect(headers.get('content-disposition')).to.equal(
      `attachment; filename="x.html.pdf"; filename*=UTF-8''x.html.pdf`,
    );
    expect(headers.get('content-security-policy')).to.equal("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('cache-control')).to.equal('no-store');
    expect((await ask(contentUrl, { method: 'HEAD' })).status).to.equal(200);
  });

  it('have links that expire, belong to one file of one conversation, and cannot be guessed', async () => {
    await talk.upload(formOf([{ name: 'a.png', bytes: png() }]));
    const [{ contentUrl } = { contentUrl: '' }] = await shown();
    expect(contentUrl.startsWith(`${running.url}/files/`)).to.equal(true);
    const signer = createSigner(Buffer.alloc(32, 7), () => running.fake.now);
    const file = [...running.fake.records.keys()].at(-1) ?? '';
    const claims = { conv: talk.id, user: '', file };
    const wrong = [
      signer.sign('token', claims, 60),
      signer.sign('file', { ...claims, conv: 'other' }, 60),
      signer.sign('file', { ...claims, file: 'nosuch' }, 60),
      signer.sign('file', { conv: talk.id, user: '' }, 60),
      talk.token,
      `${file}`,
      '../../etc/passwd',
      '',
    ];
    for (const one of wrong) expect((await ask(`${running.url}/files/${one}`)).status, one).to.equal(404);
    running.fake.now += 3_600_000;
    expect(refused(await ask(contentUrl))).to.deep.equal([403, 'TokenExpired']);
  });

  it('come as a form in any order, with names that browsers make', async () => {
    const form = new FormData();
    const names = ['a.png', 'a (1).png', 'b.pdf'];
    form.append('file', new Blob([new Uint8Array(pdf())]), 'b.pdf');
    form.append('file', new Blob([new Uint8Array(png(2, 2))]), 'a (1).png');
    form.append('file', new Blob([new Uint8Array(png(1, 1))]), 'a.png');
    const attachments = names.map((name) => ({ name, contentType: 'x' }));
    form.append('activity', JSON.stringify({ type: 'message', attachments }));
    expect((await talk.upload(form)).status).to.equal(200);
    expect((await shown()).map(({ name }) => name)).to.deep.equal(names);
    const sizes = running.fake.arrivals.at(-1)?.files?.map((id) => running.fake.bytes.get(id)?.original);
    expect(sizes?.[0]?.equals(png(1, 1))).to.equal(true);
    expect(sizes?.[1]?.equals(png(2, 2))).to.equal(true);
  });

  it('find their attachment by name, else by order', () => {
    const part = (name: string | undefined, text = '') => ({ name, bytes: Buffer.from(text) });
    const names = (parts: readonly { name: string | undefined; bytes: Buffer }[]) =>
      parts.map(({ name, bytes }) => `${name}=${bytes}`);
    expect(names(inOrder([part('b', '1'), part('a', '2')], [{ name: 'a' }, { name: 'b' }]))).to.deep.equal([
      'a=2',
      'b=1',
    ]);
    expect(names(inOrder([part('blob', '1'), part('a', '2')], [{ name: 'x' }, { name: 'a' }]))).to.deep.equal([
      'blob=1',
      'a=2',
    ]);
    expect(names(inOrder([part('a', '1'), part('b', '2')], undefined))).to.deep.equal(['a=1', 'b=2']);
    expect(names(inOrder([part('a', '1')], [{ name: 'x' }, { name: 'y' }, {}]))).to.deep.equal(['a=1']);
    expect(names(inOrder([part('a', '1'), part('a', '2')], [{ name: 'a' }, { name: 'a' }]))).to.deep.equal([
      'a=1',
      'a=2',
    ]);
  });

  it('come as a single body too', async () => {
    const send = (bytes: Buffer, headers: Record<string, string>) =>
      ask(`${talk.path}/upload`, {
        method: 'POST',
        headers: { ...talk.headers, ...headers },
        body: new Uint8Array(bytes),
      });
    const named = { 'content-type': 'image/jpeg', 'content-disposition': `name="file"; filename="a.jpg"` };
    expect((await send(photo, named)).status).to.equal(200);
    const encoded = {
      'content-type': 'image/png',
      'content-disposition': `attachment; filename*=UTF-8''%E8%BD%A6.png`,
    };
    expect((await send(png(), encoded)).status).to.equal(200);
    expect((await send(amr, {})).status).to.equal(200);
    expect((await send(png(), { 'content-disposition': `filename*=UTF-8''%zz` })).status).to.equal(200);
    const names = [...running.fake.records.values()]
      .filter(({ conversation }) => conversation === talk.id)
      .map(({ name }) => name);
    expect(names).to.deep.equal(['a.jpg', '车.png', 'file.amr', 'file.png']);
    expect(refused(await send(Buffer.from('<svg/>'), { 'content-type': 'image/png' }))).to.deep.equal([
      415,
      'FileTypeNotAllowed',
    ]);
  });

  it('of the wrong kind are refused by content, whatever they are called', async () => {
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    const cases: [string, Buffer, string, number, string][] = [
      ['a.jpg', html, 'image/jpeg', 415, 'FileTypeNotAllowed'],
      ['a.png', Buffer.from('PK\x03\x04', 'latin1'), 'image/png', 415, 'FileTypeNotAllowed'],
      ['a.jpg', Buffer.from('GIF89a'), 'image/jpeg', 415, 'FileTypeNotAllowed'],
      ['a.svg', Buffer.from('<svg/>'), 'image/svg+xml', 415, 'FileTypeNotAllowed'],
      ['a.jpg', Buffer.concat([html, photo]), 'image/jpeg', 415, 'FileTypeNotAllowed'],
      ['a.jpg', Buffer.alloc(0), 'image/jpeg', 400, 'FileEmpty'],
      ['a.jpg', photo.subarray(0, 100), 'image/jpeg', 400, 'FileBroken'],
      ['a.png', png(50_000, 50_000), 'image/png', 413, 'ImageTooLarge'],
      ['a.pdf', big(10 * 1024 * 1024), 'application/pdf', 413, 'FileTooLarge'],
    ];
    for (const [name, bytes, type, status, code] of cases)
      expect(refused(await talk.upload(formOf([{ name, bytes, type }]))), code).to.deep.equal([status, code]);
    const one = formOf([
      { name: 'good.png', bytes: png() },
      { name: 'bad.png', bytes: html },
    ]);
    expect(refused(await talk.upload(one))).to.deep.equal([415, 'FileTypeNotAllowed']);
    const kept = [...running.fake.records.values()].filter(({ conversation }) => conversation === talk.id);
    expect(kept).to.deep.equal([]);
    expect(await shown()).to.deep.equal([]);
  });

  it('are a message with one to ten files', async () => {
    const files = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `${i}.png`, bytes: png() }));
    expect((await talk.upload(formOf(files(10)))).status).to.equal(200);
    expect(refused(await talk.upload(formOf(files(11))))).to.deep.equal([413, 'TooManyFiles']);
    expect(refused(await talk.upload(formOf([])))).to.deep.equal([400, 'BadArgument']);
    for (const activity of [{ type: 'event' }, { type: 'message', text: 'x'.repeat(4001) }, { type: 5 }])
      expect(refused(await talk.upload(formOf(files(1), activity)))[0]).to.equal(400);
  });

  it('that are no proper form are refused: 400', async () => {
    const send = (type: string, body: string) =>
      ask(`${talk.path}/upload`, { method: 'POST', headers: { ...talk.headers, 'content-type': type }, body });
    const form = 'multipart/form-data; boundary=x';
    const bodies = [
      '',
      '--x',
      '--x\r\n\r\n',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      'garbage',
    ];
    for (const body of bodies) expect((await send(form, body)).status, JSON.stringify(body)).to.equal(400);
    expect((await send('multipart/form-data', '--x--')).status).to.equal(400);
    const noJson = '--x\r\nContent-Disposition: form-data; name="activity"; filename="blob"\r\n\r\n{\r\n--x--\r\n';
    expect((await send(form, noJson)).status).to.equal(400);
    expect(running.errors).to.deep.equal([]);
  });

  it('are cut off while they come, announced or not', async () => {
    const announced = new Raw(running.port).head('POST', `/v3/directline/conversations/${talk.id}/upload`, {
      Authorization: `Bearer ${talk.token}`,
      'Content-Type': 'image/jpeg',
      'Content-Length': '50000000000',
    });
    expect(await announced.status()).to.equal(413);
    announced.end();
    const endless = new Raw(running.port).head('POST', `/v3/directline/conversations/${talk.id}/upload`, {
      Authorization: `Bearer ${talk.token}`,
      'Content-Type': 'multipart/form-data; boundary=x',
      'Transfer-Encoding': 'chunked',
    });
    const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
    endless.write(`${part.length.toString(16)}\r\n${part}\r\n`);
    const block = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000), Buffer.from('\r\n')]);
    for (let i = 0; i < 12; i += 1) endless.write(block);
    expect(await endless.status()).to.equal(413);
    endless.end();
  });

  it('fill a conversation up to 30 files, also when they come at once', async () => {
    const ten = () => formOf(Array.from({ length: 10 }, (_, i) => ({ name: `${i}.png`, bytes: png() })));
    const all = await Promise.all([ten(), ten(), ten(), ten()].map((form) => talk.upload(form)));
    expect(all.map(({ status }) => status).sort()).to.deep.equal([200, 200, 200, 413]);
    expect(refused(await talk.upload(formOf([{ name: 'a.png', bytes: png() }])))).to.deep.equal([413, 'QuotaExceeded']);
    expect((await (await begin(running)).upload(ten())).status).to.equal(200);
  });

  it('fill a conversation up to 100 MB', async () => {
    const nine = () => talk.upload(formOf([{ name: 'a.pdf', bytes: big(9_500_000) }]));
    for (let i = 0; i < 11; i += 1) expect((await nine()).status).to.equal(200);
    expect(refused(await nine())).to.deep.equal([413, 'QuotaExceeded']);
  });

  const kept = () => [...running.fake.records.values()].filter(({ conversation }) => conversation === talk.id);
  const bytesKept = () => kept().filter(({ id }) => running.fake.bytes.has(id));
  const marked = (mark: string) => ({ type: 'message', channelData: { clientActivityID: mark }, attachments: [] });

  it('sent again and again are stored once', async () => {
    const again = () => talk.upload(formOf([{ name: 'a.pdf', bytes: big(1_000_000) }], marked('same')));
    const answers = [...(await Promise.all([again(), again(), again()])), ...[await again(), await again()]];
    expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1);
    expect([kept().length, bytesKept().length]).to.deep.equal([1, 1]);
  });

  it('are answered as before also where the files sent again would be refused', async () => {
    const first = await talk.upload(formOf([{ name: 'a.png', bytes: png() }], marked('same')));
    const other = await talk.upload(formOf([{ name: 'a.png', bytes: Buffer.from('no picture') }], marked('same')));
    expect([other.status, other.body.id]).to.deep.equal([200, first.body.id]);
  });

  it('leave nothing behind when the message is not taken', async () => {
    const held = running.fake.conversations.get(talk.id);
    if (held) held.row = { ...held.row, arrivals: 51, handled: 1 };
    expect((await talk.upload(formOf([{ name: 'a.png', bytes: png() }]))).status).to.equal(429);
    expect(kept()).to.deep.equal([]);
    if (held) held.row = { ...held.row, arrivals: 1, handled: 1 };
    // As a message with the same mark that was taken between the look-up and the accept.
    const { accept } = running.fake.inbox;
    const before = new Set(running.fake.bytes.keys());
    running.fake.inbox.accept = async () => ({ status: 'duplicate', activityId: 'before', seq: 1 });
    const late = await talk.upload(formOf([{ name: 'a.png', bytes: png() }], marked('late')));
    expect([late.status, late.body.id]).to.deep.equal([200, 'before']);
    running.fake.inbox.accept = () => Promise.reject(Object.assign(new Error('busy'), { name: 'StoreBusy' }));
    expect((await talk.upload(formOf([{ name: 'a.png', bytes: png() }], marked('busy')))).status).to.equal(503);
    running.fake.inbox.accept = accept;
    const { put } = running.fake.files;
    running.fake.files.put = () => Promise.reject(Object.assign(new Error('full'), { name: 'StoreFull' }));
    expect((await talk.upload(formOf([{ name: 'a.png', bytes: png() }], marked('full')))).status).to.equal(503);
    running.fake.files.put = put;
    expect(kept()).to.deep.equal([]);
    expect(new Set(running.fake.bytes.keys())).to.deep.equal(before);
    running.errors.length = 0;
  });

  it('stay when the store took the message and then failed', async () => {
    const { accept } = running.fake.inbox;
    running.fake.inbox.accept = async (arrival) => {
      await accept(arrival);
      throw Object.assign(new Error('unheard'), { name: 'StoreUnavailable' });
    };
    const form = () => formOf([{ name: 'a.png', bytes: png() }], marked('unheard'));
    expect((await talk.upload(form())).status).to.equal(503);
    running.fake.inbox.accept = accept;
    expect((await talk.upload(form())).status).to.equal(200);
    expect([bytesKept().length, (await shown()).length]).to.deep.equal([1, 1]);
    running.errors.length = 0;
  });

  it('count towards the quota also where no message refers to them', async () => {
    for (let i = 0; i < 30; i += 1) {
      const id = `${talk.id}-orphan-${i}` as FileId;
      const rest = { person: 'p' as PersonId, type: 'image/png', name: 'a.png', sha256: '', receivedAt: 0 };
      running.fake.records.set(id, { id, conversation: talk.id, size: 1, ...rest });
    }
    expect(refused(await talk.upload(formOf([{ name: 'a.png', bytes: png() }])))).to.deep.equal([413, 'QuotaExceeded']);
    for (const { id } of kept()) running.fake.records.delete(id);
  });

  it('are counted until they are answered, three are worked on at once, and 503 is said beyond', async () => {
    const { put } = running.fake.files;
    const gate = Promise.withResolvers<void>();
    let [working, most] = [0, 0];
    running.fake.files.put = async (...all) => {
      working += 1;
      most = Math.max(most, working);
      await gate.promise;
      await put(...all);
      working -= 1;
    };
    const size = 9_500_000;
    const talks = await Promise.all(Array.from({ length: 9 }, () => begin(running)));
    const answers = talks.map((one) => one.upload(formOf([{ name: 'a.pdf', bytes: big(size) }])));
    const refusals = (await Promise.race([Promise.all(answers), moreThan(answers, 2)])) as Answer[];
    for (const one of refusals) {
      expect(refused(one)).to.deep.equal([503, 'ServiceUnavailable']);
      expect(one.headers.get('retry-after')).to.equal('10');
    }
    expect(uploads.held).to.be.above(size * 3);
    gate.resolve();
    const statuses = (await Promise.all(answers)).map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 200).length).to.be.within(3, 7);
    expect(new Set(statuses)).to.deep.equal(new Set([200, 503]));
    expect(most).to.equal(3);
    running.fake.files.put = put;
    expect(uploads.held).to.equal(0);
  });

  it('have links that end with “this is not my phone”, and with the conversation', async () => {
    await talk.upload(formOf([{ name: 'a.png', bytes: png() }]));
    const [{ contentUrl } = { contentUrl: '' }] = await shown();
    expect((await ask(contentUrl)).status).to.equal(200);
    await running.fake.store.revokeDevices(talk.id);
    expect(refused(await ask(contentUrl))).to.deep.equal([403, 'TokenExpired']);
    running.fake.now += 1000;
    const [{ contentUrl: fresh } = { contentUrl: '' }] = await shown();
    expect((await ask(fresh)).status).to.equal(200);
    const held = running.fake.conversations.get(talk.id);
    running.fake.conversations.delete(talk.id);
    expect((await ask(fresh)).status).to.equal(404);
    if (held) running.fake.conversations.set(talk.id, held);
  });

  it('sent twice are one message', async () => {
    const send = () => {
      const message = { type: 'message', channelData: { clientActivityID: 'twice' }, attachments: [{ name: 'a.png' }] };
      return talk.upload(formOf([{ name: 'a.png', bytes: png() }], message));
    };
    const both = [await send(), await send()];
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(both[0]?.body.id).to.equal(both[1]?.body.id);
    expect((await shown()).length).to.equal(1);
  });

  it('need a token of this conversation before anything is read', async () => {
    const form = () => formOf([{ name: 'a.png', bytes: png() }]);
    const post = (headers: Record<string, string>) =>
      ask(`${talk.path}/upload`, { method: 'POST', headers, body: form() });
    expect((await post({})).status).to.equal(401);
    expect((await post(bearer('x'))).status).to.equal(403);
    expect((await post((await begin(running)).headers)).status).to.equal(403);
    expect([...running.fake.records.values()].filter(({ conversation }) => conversation === talk.id)).to.deep.equal([]);
  });
});
