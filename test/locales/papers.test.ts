/** Words of the papers in a conversation: every template with and without what may be lacking, every fact and state by its name. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { FACTS } from '../../claims/documents/checklist.ts';
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import { createRenderer, languages } from '../../locales/render.ts';

const LOCALES = join(import.meta.dirname, '../../locales');
const { sentence, render, show, has } = createRenderer(LOCALES, { insurer: '', hotline: '', caller: '' });

const rows = [
  { n: 1, document: 'diagnosis' },
  { n: 2, document: 'invoices', state: { state: 'unreadable', why: 'blurred' } },
  { n: 3, document: 'operationRecord', because: ['surgery', 'inpatient'] },
  { n: 4, document: 'policy', state: { state: 'missing', why: 'noStamp' } },
  { n: 5, document: 'bankCard', state: { state: 'received' } },
];
const ROWS = { kind: 'paperRows', answer: rows };
const AWAITED = {
  kind: 'awaitedRows',
  answer: [
    { n: 1, document: 'dischargeSummary', asked: { who: 'Chen', why: 'days of rest' } },
    { n: 2, document: 'expenseList', state: { state: 'unreadable', why: 'blurred' } },
    { n: 3, document: 'travelTickets' },
  ],
};
const NAMES = { kind: 'paperNames', answer: ['diagnosis', 'invoices'] };
const TICKS = { kind: 'paperTicks', answer: ['diagnosis', 'invoices'] };
const NO_ROWS = { kind: 'paperRows', answer: [] };
const NO_NAMES = { kind: 'paperNames', answer: [] };
const DAY = { kind: 'day', answer: '2026-11-24T10:00:00+08:00' };
const PERHAPS = { kind: 'perhapsRows', answer: [{ fact: 'surgery', documents: ['operationRecord'] }] };
const SAID = { kind: 'sentences', answer: ['lostIncome.differs.industry'] };
const NONE = { kind: 'sentences', answer: [] };
const word = (answer: string) => ({ kind: 'words', answer });

/** Full, and as short as it may be. */
const CASES: Readonly<Record<string, readonly Parameters<typeof render>[1]['values'][]>> = {
  'papers.told': [
    { version: 1, day: DAY, items: 9, rows: ROWS, leaving: 3, later: 2, perhaps: 4 },
    { version: 2, day: DAY, items: 1, rows: ROWS, leaving: 0, later: 0, perhaps: 0 },
  ],
  'papers.sketch': [
    { rows: ROWS, leaving: NAMES, later: NAMES, perhaps: PERHAPS },
    { rows: NO_ROWS, leaving: NO_NAMES, later: NO_NAMES, perhaps: { kind: 'perhapsRows', answer: [] } },
  ],
  'papers.changed': [
    { version: 2, day: DAY, fresh: ROWS, gone: NAMES },
    { version: 2, day: DAY, fresh: NO_ROWS, gone: NO_NAMES },
  ],
  'papers.missing': [
    { awaited: AWAITED, now: ROWS, leaving: ROWS, later: ROWS, received: 2, accepted: 1 },
    { awaited: AWAITED, now: NO_ROWS, leaving: NO_ROWS, later: NO_ROWS, received: 0, accepted: 0 },
    { awaited: NO_ROWS, now: ROWS, leaving: NO_ROWS, later: NO_ROWS, received: 0, accepted: 0 },
    { awaited: NO_ROWS, now: NO_ROWS, leaving: NO_ROWS, later: NO_ROWS, received: 0, accepted: 0 },
  ],
  'papers.item': [
    {
      ...{ name: word('documents.paper.policy.name'), why: word('documents.paper.policy.why') },
      ...{ tip: word('documents.paper.policy.tip'), issuer: word('documents.issuer.insurer') },
      ...{
        copy: word('documents.copy.copy'),
        rests: 'law 1',
        state: { kind: 'paperState', answer: { state: 'received' } },
      },
    },
    { name: 'N', why: 'W', tip: 'T', issuer: 'I', copy: 'C', rests: '', state: '' },
  ],
  'papers.lostIncome': [
    {
      ...{ start: word('lostIncome.start.rider'), income: TICKS, instead: TICKS, days: TICKS, daysInstead: TICKS },
      ...{ fallback: SAID, differs: SAID, tells: SAID },
    },
    {
      ...{ start: word('lostIncome.start.housework'), income: NO_NAMES, instead: NO_NAMES, days: NO_NAMES },
      ...{ daysInstead: NO_NAMES, fallback: SAID, differs: NONE, tells: NONE },
    },
  ],
};

describe('words of the papers', () => {
  for (const lang of languages) {
    it(`${lang}: every template, full and short, with no line left empty`, () => {
      const names = readdirSync(join(LOCALES, lang, 'templates')).filter((name) => name.startsWith('papers.'));
      expect(Object.keys(CASES).sort()).to.deep.equal(names.map((name) => name.replace('.njk', '')).sort());
      for (const [key, cases] of Object.entries(CASES))
        for (const values of cases) {
          const { text } = render(lang, { key, ...(values && { values }) });
          expect(text, key)
            .to.match(/\S/)
            .and.not.match(/\{\{|undefined|\n\s*\n/);
        }
    });

    it(`${lang}: every fact and every paper has its name in a row`, () => {
      for (const fact of FACTS) expect(has(lang, `choices.caseFact.${fact}`), fact).to.equal(true);
      for (const { id } of DOCUMENTS)
        expect(show(lang, { kind: 'paperRows', answer: [{ n: 7, document: id }] }), id).to.match(/^7\. \S/);
    });

    it(`${lang}: how a paper stands is said by its reason, where there is one`, () => {
      const text = show(lang, ROWS).split('\n');
      expect(text[1]).to.include(sentence(lang, 'documents.because.unreadable.blurred'));
      expect(text[2]).to.include(sentence(lang, 'choices.caseFact.surgery'));
      expect(text[3]).to.include(sentence(lang, 'documents.because.askedAgain.noStamp'));
      expect(text[4]).to.include(sentence(lang, 'documents.state.received'));
    });

    it(`${lang}: each paper that is waited for has its own reason`, () => {
      const text = show(lang, AWAITED).split('\n');
      expect(text[0]).to.include('Chen').and.include('days of rest');
      expect(text[1]).to.include(sentence(lang, 'documents.because.unreadable.blurred')).and.not.include('Chen');
      expect(text[2]).to.match(/^3\. \S+/);
    });

    it(`${lang}: one page and several`, () => {
      for (const count of [1, 3]) {
        expect(sentence(lang, 'papers.filed', { count, name: 'X' })).to.include(String(count));
        expect(sentence(lang, 'papers.left', { count })).to.include(String(count));
      }
    });
  }
});
