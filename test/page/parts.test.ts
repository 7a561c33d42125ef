import { expect } from 'chai';
import { wallClock } from '../../channels/directline/page/answers.js';
import { cardText } from '../../channels/directline/page/cardtext.js';
import { problemOf, typeOf } from '../../channels/directline/page/files.js';
import { Failure } from '../../channels/directline/page/http.js';
import { LONGEST, pieces } from '../../channels/directline/page/pieces.js';
import { ownFile, ownUrl, randomId, telUrl } from '../../channels/directline/page/safe.js';
import { around } from '../../channels/directline/page/summary.js';

const ORIGIN = 'https://page.test';

describe('page: links', () => {
  it('follows receipts and files of this server only', () => {
    expect(ownUrl('/receipt/abc.def-1?x=1', ORIGIN)).to.equal('/receipt/abc.def-1?x=1');
    expect(ownUrl('/chat/papers/abc.def', ORIGIN)).to.equal('/chat/papers/abc.def');
    for (const other of ['/chat/other', '/chat/papers', '/chat/papers/../../api'])
      expect(ownUrl(other, ORIGIN)).to.equal('');
    expect(ownUrl(`${ORIGIN}/files/abc`, ORIGIN)).to.equal('/files/abc');
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://evil.test/receipt/1',
      '//evil.test/receipt/1',
      '/\\evil.test/receipt/1',
      '/receipt/../api/chat/forget',
      '/receipt/%2e%2e/api',
      '/workbench',
      '',
      null,
      7,
    ]) {
      expect(ownUrl(bad, ORIGIN), String(bad)).to.equal('');
    }
  });

  it('dials numbers only', () => {
    expect(telUrl('tel:120')).to.equal('tel:120');
    expect(telUrl('tel:+8695518')).to.equal('tel:+8695518');
    for (const bad of ['120', 'tel:', 'tel:1;x=javascript:', 'javascript:tel:120', undefined])
      expect(telUrl(bad)).to.equal('');
  });

  it('finds a file on this host, whatever host the server believes in', () => {
    (globalThis as { location?: unknown }).location = { origin: ORIGIN };
    expect(ownFile('http://10.0.0.1:3978/files/abc')).to.equal('/files/abc');
    expect(ownFile('javascript:alert(1)')).to.equal('');
    expect(ownFile('data:image/svg+xml,x')).to.equal('');
  });

  it('makes ids that do not repeat', () => {
    expect(new Set(Array.from({ length: 100 }, randomId)).size).to.equal(100);
  });
});

describe('page: files', () => {
  it('takes JPEG, PNG and PDF up to 10 MB', () => {
    expect(problemOf({ name: 'a.jpg', type: 'image/jpeg', size: 10 * 1024 * 1024 })).to.equal('');
    expect(problemOf({ name: 'a.jpg', type: 'image/jpeg', size: 10 * 1024 * 1024 + 1 })).to.equal('file.tooLarge');
    expect(problemOf({ name: 'a.heic', type: 'image/heic', size: 1 })).to.equal('file.badType');
    expect(problemOf({ name: 'a.pdf', type: 'application/pdf', size: 0 })).to.equal('file.empty');
  });

  it('goes by the ending where the phone tells no type', () => {
    expect(typeOf({ name: 'IMG.JPG', type: '' })).to.equal('image/jpeg');
    expect(typeOf({ name: 'a.html', type: '' })).to.equal('');
    expect(typeOf({ name: 'a.jpg', type: 'text/html' })).to.equal('');
  });
});

describe('page: read-back', () => {
  const summary = [{ question: 'when', label: '时间', value: '8:00' }];

  it('leaves out what the list shows, and nothing else', () => {
    expect(around('请核对：\n时间：8:00\n都对吗？', summary)).to.deep.equal({ before: '请核对：', after: '都对吗？' });
    expect(around('请核对：\n别的时间', summary)).to.deep.equal({ before: '请核对：\n别的时间', after: '' });
  });
});

describe('page: long texts', () => {
  const story = (n: number) => '我直行，他从右边出来。'.repeat(n);

  it('leaves a text alone that fits, and makes nothing of blanks', () => {
    expect(pieces(` ${'一'.repeat(LONGEST)}\n`)).to.deep.equal(['一'.repeat(LONGEST)]);
    expect(pieces(' \n ')).to.deep.equal([]);
  });

  it('is cut after a sentence, loses nothing, and keeps its order', () => {
    const parts = pieces(story(1_000));
    for (const part of parts) expect(part.length).to.be.at.most(LONGEST);
    for (const part of parts) expect(part).to.match(/。$/);
    expect(parts.join('')).to.equal(story(1_000));
    expect(pieces(`${'word '.repeat(1_500)}`).join(' ')).to.equal('word '.repeat(1_500).trim());
  });

  it('is cut at the limit where there is no better place, never within one sign', () => {
    expect(pieces('一'.repeat(5_000)).map((p) => p.length)).to.deep.equal([LONGEST, 1_000]);
    for (const part of pieces(`x${'🚑'.repeat(3_000)}`)) expect(part.isWellFormed()).to.equal(true);
    expect(pieces(`x${'🚑'.repeat(3_000)}`).join('')).to.equal(`x${'🚑'.repeat(3_000)}`);
  });
});

describe('page: small things', () => {
  it('writes the clock of China for the picker', () => {
    expect(wallClock(Date.UTC(2026, 10, 20, 16, 5))).to.equal('2026-11-21T00:05');
  });

  it('tells a refusal for good from one that passes', () => {
    expect([0, 403, 404, 408, 429, 500, 503].map((s) => new Failure(s).passing)).to.not.include(false);
    expect([400, 413, 415].map((s) => new Failure(s).passing)).to.not.include(true);
    expect(Failure.of(400, '3', '{"error":{"code":"FileBroken"}}')).to.include({ code: 'FileBroken', retryAfter: 3 });
    expect(Failure.of(502, null, '<html>')).to.include({ code: '', retryAfter: 0 });
  });

  it('writes the card as text', () => {
    const card = {
      title: 'T',
      steps: ['s1', 's2'],
      photos: ['p1', 'p2'],
      distances: [{ road: 'r', text: 'd' }],
      dont: ['n'],
      note: 'N',
    };
    const text = cardText(
      card,
      (p) => p === 'p2',
      (key) => key,
      '120',
    );
    expect(text).to.equal(
      'T\n120\n\n1. s1\n2. s2\n\ncard.distances\n- d\n\ncard.photos\n[ ] p1\n[x] p2\n\ncard.dont\n- n\n\nN\n',
    );
  });
});
