/** S3, S21 for files that come through a connector: from hosts of the list only, judged by content, kept or said to be missing. */

import { expect } from 'chai';
import { uploads } from '../../channels/web/budget.ts';
import { MAX_FILE } from '../../channels/web/media.ts';
import { jpeg } from '../directline/pictures.ts';
import { APP, claims, openIssuer, sign } from './issuer.ts';
import { Caller, type Given, openRig, type Rig } from './rig.ts';
import { openStub, type Stub } from './stub.ts';

const photo = jpeg();
const missing = (count: number) => new RegExp(`有 ${count} 个文件没能收下`);

describe('files through a connector', () => {
  let rig: Rig;
  let other: Stub;
  beforeEach(async () => {
    rig = await openRig({ patience: { send: 2000, fetch: 400, answer: 2000 } });
    other = await openStub('127.0.0.2');
  });
  afterEach(async () => {
    expect(uploads.held, 'bytes still counted').to.equal(0);
    await rig.stop();
    await other.stop();
  });

  const at = (path: string, stub = rig.stub) => new URL(path, stub.url).href;
  const attached = (...urls: readonly string[]) => ({
    attachments: urls.map((contentUrl, i) => ({ contentType: 'image/jpeg', contentUrl, name: `照片 ${i}.jpg` })),
  });

  async function heard(count: number): Promise<string> {
    const lines = await rig.stub.until(count);
    return lines.map(({ text }) => text).join('\n');
  }

  async function kept(caller: Caller): Promise<{ readonly count: number; readonly bytes: number }> {
    return rig.store.fileUse(caller.name());
  }

  it('are kept with the message, once, and thanked for', async () => {
    rig.stub.files.set('/a', { bytes: photo }).set('/b', { bytes: photo });
    const caller = new Caller(rig);
    const message = { id: 'with-photos', ...attached(at('/a'), at('/b')) };
    for (let i = 0; i < 3; i += 1) expect((await caller.say('', message)).status).to.equal(200);
    expect(await heard(1)).to.include('收到 2 个文件');
    expect((await kept(caller)).count).to.equal(2);
    expect(rig.stub.fetched).to.have.length(2);
    const [line] = await rig.store.activities(caller.name(), 0, 10);
    const [first] = (line?.payload.attachments ?? []) as readonly { name: string; contentUrl: string }[];
    expect(first?.name).to.equal('照片 0.jpg');
    expect(first?.contentUrl).to.match(/^file:/);
    expect(rig.errors).to.deep.equal([]);
  });

  it('sent twice at the same moment are one message, and nothing is left over', async () => {
    rig.stub.files.set('/a', { bytes: photo });
    const caller = new Caller(rig);
    const message = { id: 'twice', ...attached(at('/a')) };
    await Promise.all([1, 2, 3, 4].map(() => caller.say('', message)));
    expect(await heard(1)).to.include('收到 1 个文件');
    expect((await kept(caller)).count).to.equal(1);
  });

  it('are never fetched from elsewhere, and the person is told', async () => {
    const caller = new Caller(rig);
    const urls = [
      at('/a', other),
      'http://169.254.169.254/latest',
      'file:///etc/passwd',
      'data:image/png;base64,AAAA',
      'x',
    ];
    await caller.say('', attached(...urls, 'https://evil.example/a.jpg'));
    expect(await heard(1)).to.match(missing(6));
    expect([other.fetched, rig.stub.fetched, await kept(caller)]).to.deep.equal([[], [], { count: 0, bytes: 0 }]);
  });

  it('are not followed to another place', async () => {
    rig.stub.files.set('/a', { status: 302, headers: { location: at('/a', other) } });
    await new Caller(rig).say('', attached(at('/a')));
    expect(await heard(1)).to.match(missing(1));
    expect(other.fetched).to.deep.equal([]);
  });

  it('are judged by content, size and time, whatever they are said to be; the rest of the message counts', async function () {
    this.timeout(30_000);
    const { files } = rig.stub;
    files.set('/html', { bytes: Buffer.from('<script>alert(1)</script>'), headers: { 'content-type': 'image/jpeg' } });
    files.set('/svg', { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
    files.set('/cut', { bytes: photo.subarray(0, 30) });
    files.set('/empty', { bytes: Buffer.alloc(0) });
    files.set('/huge', { endless: true });
    files.set('/announced', { headers: { 'content-length': String(1e12) } });
    files.set('/gone', { status: 404 });
    files.set('/broken', { status: 500 });
    files.set('/good', { bytes: photo });
    const caller = new Caller(rig);
    const paths = ['/html', '/svg', '/cut', '/empty', '/huge', '/announced', '/gone', '/broken', '/good'];
    await caller.say('我要报案', attached(...paths.map((path) => at(path))));
    const said = await heard(3);
    expect(said).to.match(missing(8)).and.include('收到 1 个文件').and.include('先看人');
    expect((await kept(caller)).count).to.equal(1);
  });

  it('that do not come in time are asked for again; the open question stands', async () => {
    const caller = new Caller(rig);
    await caller.say('我要报案');
    await rig.stub.until(1);
    rig.stub.files.set('/slow', 'never');
    await caller.say('', attached(at('/slow')));
    expect(await heard(4))
      .to.match(missing(1))
      .and.match(/先看人[\s\S]*先看人/);
  });

  it('are ten a message at most, thirty a conversation', async function () {
    this.timeout(30_000);
    rig.stub.files.set('/a', { bytes: photo });
    const caller = new Caller(rig);
    const many = (count: number) => attached(...Array.from({ length: count }, () => at('/a')));
    await caller.say('', many(12));
    expect(await heard(2))
      .to.match(missing(2))
      .and.include('收到 10 个文件');
    for (let i = 0; i < 2; i += 1) await caller.say('', many(10));
    expect((await kept(caller)).count).to.equal(30);
    await caller.say('', many(1));
    await rig.runner.idle();
    expect((await kept(caller)).count).to.equal(30);
  });

  it('are only as many as the process has room for; the others are asked for again', async () => {
    const big = Buffer.concat([photo.subarray(0, -2), Buffer.alloc(MAX_FILE - photo.length), photo.subarray(-2)]);
    for (let i = 0; i < 10; i += 1) rig.stub.files.set(`/${i}`, { bytes: big });
    const caller = new Caller(rig);
    await caller.say('', attached(...Array.from({ length: 10 }, (_, i) => at(`/${i}`))));
    expect(await heard(1)).to.match(/没能收下/);
    expect((await kept(caller)).bytes).to.be.lessThan(64 * 1024 * 1024);
  });

  it('of Teams are where their card says; a message’s own HTML and cards are no files', async () => {
    rig.stub.files.set('/doc', { bytes: photo });
    const info = 'application/vnd.microsoft.teams.file.download.info';
    const attachments = [
      {
        contentType: info,
        contentUrl: 'https://x.sharepoint.com/a',
        name: 'a.jpg',
        content: { downloadUrl: at('/doc') },
      },
      { contentType: 'text/html', content: '<p>我要报案</p>' },
      { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
    ];
    await new Caller(rig, { channelId: 'msteams' }).say('', { attachments });
    expect(await heard(1)).to.include('收到 1 个文件');
  });
});

describe('files through a connector, with tokens', () => {
  it('show our token to the connector itself and to nobody else', async () => {
    const [issuer, stub, store] = [await openIssuer(), await openStub(), await openStub('127.0.0.3')];
    const config = { appId: APP, password: 'x', serviceHosts: [new URL(stub.url).origin] };
    const cloud = { ...issuer.cloud };
    // A file host with a plain address, as only a test can have one.
    const fileHosts = [new URL(store.url).origin];
    const rig = await openRig({ cloud, config: { ...config, fileHosts }, stub, token: async () => 'ours' });
    for (const one of [stub, store]) one.files.set('/a', { bytes: photo });
    const token = (activity: Given) => sign(issuer.privateKey, claims(String(activity.serviceUrl)));
    const attachments = [stub, store].map(({ url }) => ({ contentType: 'image/jpeg', contentUrl: `${url}a` }));
    await new Caller(rig, { token }).say('', { attachments });
    expect((await stub.until(1))[0]?.text).to.include('收到 2 个文件');
    const shown = [stub, store].map(({ fetched }) => fetched.map(({ headers }) => headers.authorization));
    expect(shown).to.deep.equal([['Bearer ours'], [undefined]]);
    await rig.stop();
    await Promise.all([issuer, stub, store].map((one) => one.stop()));
  });
});
