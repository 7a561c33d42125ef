import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { Raw } from './raw.ts';
import { type Running, serve } from './server.ts';

describe('directline: the page', () => {
  let running: Running;
  let dir: string;
  let card = '现场';
  const html = `<!doctype html>${'<p>hello</p>'.repeat(100)}`;
  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'page-'));
    mkdirSync(join(dir, 'sub'));
    const files = {
      'index.html': html,
      'sw.js': '//sw',
      'app.js': 'a',
      'sub/x.css': 'b',
      'icon.png': 'c',
      '.env': 'd',
      'x.ts': 'e',
      'x.d.ts': 'f',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
    running = await serve({
      pageDir: dir,
      words: {
        page: (lang) => (lang === 'en' ? { hello: 'Hello' } : undefined),
        card: (lang) => (lang === 'zh-CN' ? { title: card } : undefined),
        config: () => ({ hotline: '95500' }),
      },
    });
  });
  after(async () => {
    await running.stop();
    rmSync(dir, { recursive: true });
  });

  const get = async (path: string, headers: Record<string, string> = {}) => {
    // Not fetch: it would unpack what was packed.
    const raw = new Raw(running.port).head('GET', path, { Connection: 'close', ...headers });
    return raw.answer();
  };

  it('comes with its parts, each with its type, and nothing else', async () => {
    const types: [string, string][] = [
      ['/', 'text/html; charset=utf-8'],
      ['/page/index.html', 'text/html; charset=utf-8'],
      ['/page/app.js', 'text/javascript; charset=utf-8'],
      ['/page/sub/x.css', 'text/css; charset=utf-8'],
      ['/page/icon.png', 'image/png'],
      ['/sw.js', 'text/javascript; charset=utf-8'],
    ];
    for (const [path, type] of types) {
      const { status, headers } = await get(path);
      expect([status, headers.get('content-type')], path).to.deep.equal([200, type]);
    }
    expect((await get('/')).body.toString()).to.equal(html);
    expect((await get('/sw.js')).headers.get('service-worker-allowed')).to.equal('/');
    const nothing = [
      '.env',
      'x.ts',
      'x.d.ts',
      '../routes.ts',
      '%2e%2e/routes.ts',
      '..%2froutes.ts',
      'sub',
      'sub/',
      '',
      'toString',
      '__proto__',
    ];
    for (const path of nothing) expect((await get(`/page/${path}`)).status, path).to.equal(404);
  });

  it('brings its words, its card and its settings', async () => {
    const json = async (path: string) => JSON.parse((await get(path)).body.toString());
    expect(await json('/page/words/en.json')).to.deep.equal({ hello: 'Hello' });
    expect(await json('/page/card/zh-CN.json')).to.deep.equal({ title: '现场' });
    expect(await json('/page/config.json')).to.deep.equal({ hotline: '95500' });
    for (const path of ['words/fr.json', 'card/en.json', 'words/..%2fen.json', 'words/en', 'card/.json'])
      expect((await get(`/page/${path}`)).status, path).to.equal(404);
  });

  it('shows a changed card after an hour', async () => {
    const title = async () => JSON.parse((await get('/page/card/zh-CN.json')).body.toString()).title;
    expect(await title()).to.equal('现场');
    card = '新的';
    running.fake.now += 3_599_000;
    expect(await title()).to.equal('现场');
    running.fake.now += 1000;
    expect(await title()).to.equal('新的');
    card = '现场';
  });

  it('is strict about what may run on it', async () => {
    const { headers } = await get('/');
    const csp = headers.get('content-security-policy') ?? '';
    expect(csp.split('; ')).to.have.members([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self' ws://localhost wss://localhost",
      "img-src 'self' blob: data:",
      "manifest-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    const named = await get('/', { Host: 'chat.example.com:8443' });
    expect(named.headers.get('content-security-policy')).to.include(
      "connect-src 'self' ws://chat.example.com:8443 wss://chat.example.com:8443;",
    );
    const odd = await get('/', { Host: 'x;script-src' });
    expect(odd.headers.get('content-security-policy') ?? '').not.to.include('x;');
    expect(headers.get('permissions-policy')).to.include('camera=(self)').and.include('geolocation=(self)');
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
  });

  it('travels packed, and not at all when the client has it', async () => {
    const br = await get('/', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(br.headers.get('content-encoding')).to.equal('br');
    expect(brotliDecompressSync(br.body).toString()).to.equal(html);
    const gz = await get('/', { 'Accept-Encoding': 'gzip;q=0.8, br;q=0' });
    expect(gz.headers.get('content-encoding')).to.equal('gzip');
    expect(gunzipSync(gz.body).toString()).to.equal(html);
    expect(gz.body.length).to.be.below(html.length / 4);
    const etag = br.headers.get('etag') ?? '';
    expect(br.headers.get('vary')).to.equal('Accept-Encoding');
    const same = await get('/', { 'If-None-Match': `W/"x", ${etag}` });
    expect([same.status, same.body.length, same.headers.get('etag')]).to.deep.equal([304, 0, etag]);
    expect((await get('/', { 'If-None-Match': '"old"' })).status).to.equal(200);
  });
});
