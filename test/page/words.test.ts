import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'channels/directline/page');
const read = (file: string): string => readFileSync(join(PAGE, file), 'utf8');
const words = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(join(ROOT, 'locales', lang, 'page.json'), 'utf8'));
const zh = words('zh-CN');
const en = words('en');
const scripts = readdirSync(PAGE).filter((file) => file.endsWith('.js'));
const html = read('index.html');

describe('page: words', () => {
  it('has every key in both languages, with the same values', () => {
    expect(Object.keys(en)).to.deep.equal(Object.keys(zh));
    const values = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(zh)) {
      expect(values(en[key] ?? ''), key).to.deep.equal(values(text));
      expect(text.trim(), key).to.not.equal('');
      expect(en[key]?.trim(), key).to.not.equal('');
    }
  });

  it('has no key that is not used, and uses none that is not there', () => {
    const source = [html, ...scripts.map(read)].join('\n');
    const used = new Set([...source.matchAll(/['"]([a-z]+\.[A-Za-z0-9]+)['"]/g)].map((m) => m[1] ?? ''));
    for (const key of Object.keys(zh)) expect(used, key).to.include(key);
    const areas = new Set(Object.keys(zh).map((key) => key.split('.')[0]));
    for (const key of used) if (areas.has(key.split('.')[0])) expect(Object.keys(zh), key).to.include(key);
  });

  it('stands in index.html word for word, so that the first frame needs no other file', () => {
    for (const [, key = '', text = ''] of html.matchAll(/data-w="([\w.]+)"[^>]*>([^<]+)</g)) {
      expect(text, key).to.equal(zh[key]);
    }
    for (const [, label = '', key = ''] of html.matchAll(/aria-label="([^"]+)" data-w-label="([\w.]+)"/g)) {
      expect(label, key).to.equal(zh[key]);
    }
    expect(html.match(/<title>(.*)<\/title>/)?.[1]).to.equal(zh['home.title']);
  });

  it('says with its buttons what the bot knows as its own quick words', () => {
    for (const [lang, page] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      const quick = JSON.parse(readFileSync(join(ROOT, 'locales', lang, 'quick.json'), 'utf8'));
      expect(page['say.rescue']).to.equal(quick.emergency);
      for (const name of ['report', 'progress', 'human', 'keep']) expect(page[`say.${name}`]).to.equal(quick[name]);
    }
  });

  it('has no Chinese in its scripts', () => {
    for (const file of scripts) {
      const code = read(file).replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code.match(/[\u4e00-\u9fff]+/)?.[0], file).to.equal(undefined);
    }
  });
});

describe('page: parts', () => {
  it('are all kept by the service worker', () => {
    const kept = read('sw.js')
      .match(/const SCRIPTS =\s*'([^']+)'/)?.[1]
      ?.split(' ');
    expect(kept?.toSorted()).to.deep.equal(
      scripts.map((file) => file.replace('.js', '')).filter((name) => name !== 'sw'),
    );
  });

  it('are fetched early: every script that app.js or chat.js needs is named in index.html', () => {
    const needed = new Set<string>();
    const follow = (file: string): void => {
      if (needed.has(file)) return;
      needed.add(file);
      for (const [, next = ''] of read(file).matchAll(/^(?:import|export) .*from '\.\/([\w-]+\.js)'/gm)) follow(next);
    };
    follow('app.js');
    follow('chat.js');
    const named = [...html.matchAll(/(?:src|href)="\/page\/([\w-]+\.js)"/g)].map((m) => m[1]);
    expect(named.toSorted()).to.deep.equal([...needed, 'early.js'].toSorted());
  });

  it('have no inline script, style or handler', () => {
    expect(html).to.not.match(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
    for (const file of scripts)
      expect(read(file), file).to.not.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
  });
});
