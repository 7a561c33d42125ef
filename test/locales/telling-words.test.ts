/** What is told of a claim: every kind in both languages, short, honest, and numbered where it is several things. */
import { join } from 'node:path';
import { expect } from 'chai';
import { CLOCKS } from '../../claims/clocks/rules/index.ts';
import { TOLD_CLOCKS } from '../../claims/telling/runsOut.ts';
import type { Item } from '../../claims/telling/types.ts';
import { createRenderer, languages } from '../../locales/render.ts';

const { render, sentence } = createRenderer(join(import.meta.dirname, '../../locales'), {
  ...{ insurer: '示例保险', hotline: '95500', caller: '理赔员' },
});
const law = { status: 'value', source: { title: '程序规定', article: '71' }, mark: 'confirmed' };
const still: Extract<Item, { kind: 'still' }> = {
  kind: 'still',
  stage: 'survey',
  actor: 'surveyor',
  because: 'stage',
  since: '2026-11-24',
  side: 'injured',
  papers: [],
};
const broken = { kind: 'broken', what: 'firstContact', by: '2026-11-24T11:00:00+08:00', who: '' } as const;
const ITEMS: readonly Item[] = [
  { kind: 'stage', stage: 'survey', own: false },
  { kind: 'stage', stage: 'papers', own: true },
  { kind: 'stage', stage: 'survey', own: false, name: '示例乙' },
  { kind: 'held', because: 'papers', side: 'injured' },
  { kind: 'held', because: 'papers', side: 'insured' },
  { kind: 'held', because: 'police', side: 'insured' },
  { kind: 'resumed', stage: 'papers' },
  ...(['entered', 'left', 'requested', 'papersMissing', 'approved', 'refused', 'paid'] as const).map((change) => ({
    ...{ kind: 'advance' as const, change, documents: ['diagnosis'] },
  })),
  { kind: 'paid' },
  { kind: 'costs' },
  { kind: 'handler', name: '陈晓', phone: '0731-88886666' },
  { kind: 'papers', wish: 'asked', documents: ['diagnosis', 'invoices'], why: '核对' },
  { kind: 'papers', wish: 'unreadable', documents: ['diagnosis'] },
  { kind: 'papers', wish: 'askedAgain', documents: ['diagnosis'] },
  { kind: 'settlement', again: false },
  { kind: 'settlement', again: true },
  ...(['police', 'parties', 'court'] as const).map((by): Item => ({ kind: 'liability', by })),
  ...TOLD_CLOCKS.map((clock): Item => ({ kind: 'clock', clock, by: '2026-11-27', law })),
  { kind: 'appraisal', from: '3', until: '6', head: '6', confirmed: false },
  { kind: 'appraisal', from: '3', until: '6', head: '6', confirmed: true },
  { kind: 'promised', what: '复核材料', by: '2026-11-26T18:00:00+08:00', who: '王敏' },
  { ...broken, next: '2026-11-25T10:00:00+08:00' },
  { ...broken, what: 'answer' },
  { ...broken, what: 'answerPressed' },
  still,
  { ...still, actor: 'client' },
  { ...still, actor: 'client', side: 'insured' },
  { ...still, papers: ['diagnosis'] },
  { ...still, because: 'papers' },
  { ...still, because: 'papers', side: 'insured' },
  { ...still, because: 'police' },
  { kind: 'unregistered' },
  { kind: 'door' },
];

describe('words of what is told', () => {
  for (const lang of languages) {
    const told = (...items: readonly Item[]): string =>
      render(lang, {
        key: 'telling.news',
        values: { number: { kind: 'number', answer: '20261124123456' }, news: { kind: 'news', answer: items } },
        quick: ['progress', 'fewerNews', 'human'],
      }).text;

    it(`${lang}: each kind says something of its own, without a value left out`, () => {
      const texts = ITEMS.map((item) => told(item));
      for (const [i, text] of texts.entries())
        expect(text, JSON.stringify(ITEMS[i]))
          .to.match(/^[^{}\n]+\n[^{}]{4,}$/)
          .and.not.match(/undefined|telling\./);
      expect(new Set(texts).size).to.be.at.least(ITEMS.length - 1);
    });

    it(`${lang}: several things are numbered`, () =>
      expect(
        told({ kind: 'settlement', again: false }, still)
          .split('\n')
          .slice(1)
          .map((line) => line.slice(0, 2)),
      ).to.deep.equal(['1.', '2.']));

    it(`${lang}: what she chooses is answered with what she misses, and the text message has no detail`, () => {
      for (const key of ['telling.fewer', 'telling.mute', 'telling.restored'])
        expect(sentence(lang, key)).to.match(/.{20}/);
      expect(sentence(lang, 'sms.news', { url: 'https://a.example/' })).to.include('https://a.example/');
    });
  }

  it('every time in which a person may act herself and that is about a claim is told', () => {
    const hers = CLOCKS.filter(({ who }) => ['party', 'allParties', 'insured', 'injured'].includes(who)).map(
      ({ id }) => id,
    );
    // At the roadside and with the examiner: told by the dialogs that are about them.
    const elsewhere = ['police.call', 'insurer.told', 'insurer.toldByContract', 'examination.anew'];
    expect(hers.filter((id) => !elsewhere.includes(id)).sort()).to.deep.equal([...TOLD_CLOCKS].sort());
  });
});
