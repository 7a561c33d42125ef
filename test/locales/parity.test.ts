import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { languages } from '../../locales/render.ts';

const dir = join(import.meta.dirname, '../../locales');
type Words = Readonly<Record<string, string>>;

/** `people_one`, `people_other` are one text in two numbers. */
const base = (key: string): string => key.replace(/_(one|other|few|many)$/, '');
const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1]))].sort().join(' ');
const templateNames = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)|\{% (?:if|for \w+ in) (\w+)/g)].map((match) => match[1] ?? match[2]))]
    .sort()
    .join(' ');

function flat(value: unknown, path: string, into: Record<string, string>): Record<string, string> {
  if (typeof value === 'string') into[path] = value;
  else for (const [name, child] of Object.entries(value as object)) flat(child, path ? `${path}.${name}` : name, into);
  return into;
}

function words(lang: string): Words {
  const into: Record<string, string> = {};
  for (const file of readdirSync(join(dir, lang)).filter((name) => name.endsWith('.json'))) {
    flat(JSON.parse(readFileSync(join(dir, lang, file), 'utf8')), file.replace('.json', ''), into);
  }
  return into;
}
const templates = (lang: string): Words =>
  Object.fromEntries(
    readdirSync(join(dir, lang, 'templates')).map((file) => [
      file.replace('.njk', ''),
      readFileSync(join(dir, lang, 'templates', file), 'utf8'),
    ]),
  );

describe('words: every language says the same', () => {
  const chinese = words('zh-CN');
  for (const lang of languages.filter((one) => one !== 'zh-CN')) {
    const other = words(lang);
    it(`${lang} has every key of zh-CN and no other`, () => {
      const keys = (all: Words): string[] => [...new Set(Object.keys(all).map(base))].sort();
      expect(keys(other)).to.deep.equal(keys(chinese));
      expect(Object.keys(templates(lang)).sort()).to.deep.equal(Object.keys(templates('zh-CN')).sort());
    });
    it(`${lang} uses the same values in every text`, () => {
      for (const [key, text] of Object.entries(other)) {
        const twin = chinese[key] ?? Object.entries(chinese).find(([name]) => base(name) === base(key))?.[1] ?? '';
        if (key.startsWith('show.date')) continue; // one language names the month, the other numbers it
        expect(placeholders(text), key).to.equal(placeholders(twin));
      }
      for (const [key, text] of Object.entries(templates(lang)))
        expect(templateNames(text), key).to.equal(templateNames(templates('zh-CN')[key] ?? ''));
    });
  }

  it('uses every key somewhere', () => {
    const sources = ['bots', 'claims', 'dialogs', 'locales', 'channels', 'desk', 'scripts', 'index.ts']
      .flatMap(sourcesOf)
      .join('\n');
    // `deductions`, `documents`, `lostIncome` and `stages` are checked against what names them: test/claims/.
    const dynamic =
      /^(deductions|documents|lostIncome|stages|choices|labels|show|prompts|page|sceneCard|common\.(call|unset|link)|quick)\.|\.ask(_\w+)?$|^report\.danger\.|^consents\.version\.|^advance\.(aside|step|name|what|way|applies|fact|skipped|clock|stop|stands|payer)\.|^scene\.(topic|distance)\.|^explanation\.(payer|reason|term|sum)\.|^progress\.share\.|^letter\.wish\.|^objection\.agreed_|^telling\.(advance|appraisal|papers|settlement|liability|clock|what|still)\.|^estimate\.(parameter|fact|word|item|limb|unit|payer|mark|leaf|why|line|layer|advanced)\.|^desk\.(settleRule|settle\.(layer|unit|problem|done)|bearer|advancer|basisName|basisWord|proposal|proposalState|proposalProblem|advanceState|advanceChange|advanceRoute|reason|urgency|ticket|role|lang|who|by|problem|flag|severity|nextWhy|revealReason|event|template|party|relation|consents|policy|change|hold|paper|paperWhy|actor|clockState|clockName|clockWho|claimProblem|communication|accountProblem|accountState|did|audit(Subject|Name|Field|Why)|label|source|police|about|handoff|refused\.\d)/;
    const unused = Object.keys(chinese)
      .concat(Object.keys(templates('zh-CN')))
      .filter((key) => !dynamic.test(key) && !sources.includes(base(key)));
    const shelved = unused.filter((key) => !key.startsWith('common.shelved.'));
    expect(shelved).to.deep.equal([]);
  });

  it('is short: no text of a conversation is longer than 160 characters of Chinese', () => {
    const long = Object.entries(chinese).filter(([key, text]) => !key.startsWith('page.') && text.length > 160);
    expect(long.map(([key]) => key)).to.deep.equal([]);
  });

  it('never promises money and never pretends to be a person', () => {
    const forbidden = /一定(会)?赔|保证赔|肯定赔|全额赔付|我是人工|我是真人/;
    expect(Object.entries(chinese).filter(([, text]) => forbidden.test(text))).to.deep.equal([]);
  });
});

function sourcesOf(name: string): string[] {
  const path = join(dir, '..', name);
  if (name.endsWith('.ts')) return [readFileSync(path, 'utf8')];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') || file.endsWith('.njk'))
    .map((file) => readFileSync(join(path, file), 'utf8'));
}
