import { join } from 'node:path';
import { expect } from 'chai';
import { STAGES } from '../../claims/stages/rules/index.ts';
import { loadLaw } from '../../law/load.ts';
import { createRenderer, languages, type Speech } from '../../locales/render.ts';

const root = join(import.meta.dirname, '../..');
const renderer = createRenderer(join(root, 'locales'), { insurer: '', hotline: '', caller: '' });
const law = loadLaw(join(root, 'law')).at('2026-11-24').get('compulsory.clock.decision', 'test');
const day = (answer: string) => ({ kind: 'day', answer });

const PROMISES = [{ what: 'answerPressed', who: '陈晓', by: '2026-11-10T18:00:00+08:00', late: true }];
const BESIDE = { stage: 'determination', who: 'police', because: 'stage', by: '2026-12-01', late: false };

/** Everything that can be said of a stage: whose turn, late or not, what lacks, who handles it. */
function* all(): Generator<Speech> {
  for (const { id, actor, next, hold } of STAGES)
    for (const side of ['insured', 'injured'])
      for (const because of hold ? ['stage', hold, ...(hold === 'papers' ? ['received'] : [])] : ['stage'])
        for (const due of ['due', 'overdue', 'none', 'paused'])
          for (const papers of [[], ['dischargeSummary', 'expenseList']])
            for (const bySource of [true, false])
              for (const key of ['progress.standing', 'progress.why'])
                yield {
                  key,
                  values: {
                    ...{
                      stage: id,
                      next: next[0] ?? '',
                      because,
                      side,
                      due,
                      lastStep: { kind: 'step', answer: { change: 'entered', stage: id } },
                    },
                    ...{
                      actor: because === 'papers' ? 'client' : actor,
                      since: day('2026-11-03'),
                      began: day('2026-11-02'),
                      coarse: bySource && due === 'none',
                      by: day('2026-11-10'),
                    },
                    beside: bySource ? { kind: 'beside', answer: [BESIDE] } : '',
                    source: bySource ? { kind: 'law', answer: law } : '',
                    promises: { kind: 'promises', answer: bySource ? [] : PROMISES },
                    awaited: { kind: 'awaited', answer: papers.map((document) => ({ document, state: 'missing' })) },
                    papers: { kind: 'papers', answer: papers },
                    name: side === 'insured' ? '甲' : '',
                    ...{
                      handler: bySource ? '陈晓' : '',
                      reach: papers.length > 0 ? '0731-88886666 09:00–18:00' : '',
                      lastDay: day('2026-11-03'),
                    },
                  },
                };
}

describe('words of progress', () => {
  for (const lang of languages)
    it(`${lang}: every combination is whole, short, and without gaps`, () => {
      for (const speech of all()) {
        const { text } = renderer.render(lang, speech);
        expect(text).to.not.match(/undefined|\{\{|\n\n|：。|：：| \.|^\s|\s$/);
        expect(text.length, text).to.be.lessThan(lang === 'en' ? 620 : 330);
      }
    });

  it('says who is late and by which text, and that a promise is one', () => {
    const late = {
      ...[...all()].find(
        ({ key, values }) => key === 'progress.why' && values?.due === 'overdue' && values.source !== '',
      ),
    };
    const text = renderer.render('zh-CN', late as Speech).text;
    expect(text)
      .to.include('2026年11月10日')
      .and.to.match(/条例》第 29 条/);
  });

  it('numbers the steps that happened', () => {
    const steps = [
      { day: '2026-09-01', change: 'joined', stage: 'report' },
      { day: '2026-09-03', change: 'entered', stage: 'treatment' },
      { day: '2026-09-04', change: 'paused', stage: 'papers' },
    ];
    for (const lang of languages) {
      const values = { number: { kind: 'number', answer: 'P1' }, steps: { kind: 'steps', answer: steps } };
      const lines = renderer.render(lang, { key: 'progress.timeline', values }).text.split('\n');
      expect(lines.length).to.equal(4);
      expect(lines[2]).to.match(/^2\. /);
    }
  });
});
