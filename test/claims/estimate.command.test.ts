/** The command and the words: what goes in is checked, what comes out can be read in both languages. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { estimate } from '../../claims/compensation/estimate.ts';
import { explain } from '../../claims/compensation/explain.ts';
import { loadLaw } from '../../law/load.ts';
import { explained, type SentenceOf, worded } from '../../locales/estimate.ts';
import { createRenderer, languages } from '../../locales/render.ts';
import { ALL_CASES } from '../cases/all.ts';
import type { Worked } from '../cases/case.ts';
import { ITEM_CASES } from '../cases/items.cases.ts';
import { REGIME_CASES } from '../cases/regimes.cases.ts';
import { ROUTE_CASES } from '../cases/routes.cases.ts';

const ROOT = join(import.meta.dirname, '../..');
const law = loadLaw(join(ROOT, 'law'));
const words = createRenderer(join(ROOT, 'locales'), { insurer: '', hotline: '' });

const usual = ROUTE_CASES[0]?.given;
const run = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts/estimate.ts'), ...args], { input, encoding: 'utf8' });

describe('npm run estimate', function () {
  this.timeout(60_000);

  it('one case in, one result out', () => {
    const { status, stdout } = run(JSON.stringify(usual));
    expect(status).to.equal(0);
    expect(JSON.parse(stdout)).to.include({ status: 'amount' });
  });

  it('prints its schema', () => expect(JSON.parse(run('', '--schema').stdout)).to.include({ type: 'object' }));

  it('wrong input: exit 2, a line a problem with its pointer', () => {
    const wrong = {
      ...usual,
      asOf: '2020-01-01',
      colour: 1,
      victims: [{ id: 'v1', outcome: 'hurt', items: { medical: { amount: 5 }, nursing: [{ dais: 1 }] } }],
      vehicles: [{ id: 'A', fault: '3/2' }],
    };
    const { status, stderr } = run(JSON.stringify(wrong));
    expect(status).to.equal(2);
    for (const pointer of [
      '/colour',
      '/victims/0/outcome',
      '/victims/0/items/medical/amount',
      '/victims/0/items/nursing/0/dais',
      '/vehicles/0/fault',
    ])
      expect(stderr).to.match(new RegExp(`^${pointer}: expected `, 'm'));
    expect(run('not json')).to.include({ status: 2, stderr: '/: expected one JSON value\n' });
  });

  it('what a schema cannot see: names that point nowhere, doubles, faults above one, days that go back', () => {
    const [victim] = usual?.victims ?? [];
    const wrong = {
      ...usual,
      asOf: '2020-01-01',
      victims: [victim, { ...victim, rides: { vehicle: 'X', as: 'driver', gratuitousReduction: '0.1' } }],
      vehicles: [
        { id: 'A', fault: 'primary' },
        { id: 'B', fault: '0.4' },
      ],
      nonMedicare: [{ victim: 'v9', amount: '1' }],
      advances: [
        { by: 'insurer', victim: 'v1', amount: '1' },
        { by: 'driver', vehicle: 'Z', victim: 'v8', amount: '1' },
      ],
    };
    const lines = run(JSON.stringify(wrong)).stderr.trim().split('\n').sort();
    expect(lines).to.deep.equal([
      '/advances/0: expected a vehicle',
      '/advances/1/vehicle: expected known vehicle',
      '/advances/1/victim: expected known victim',
      '/asOf: expected not before accidentDate',
      '/nonMedicare/0/victim: expected known victim',
      '/vehicles: expected faults at most 1',
      '/victims/1/id: expected unique id',
      '/victims/1/rides/gratuitousReduction: expected passenger',
      '/victims/1/rides/vehicle: expected known vehicle',
    ]);
  });

  it('explains in the language asked for, and knows no other', () => {
    expect(run(JSON.stringify(usual), '--explain', 'zh-CN').stdout).to.include('51,243 元 × 20 年 × 10% = 102,486 元');
    expect(run(JSON.stringify(usual), '--explain', 'en').stdout).to.include(
      '51,243 yuan × 20 years × 10% = 102,486 yuan',
    );
    expect(run(JSON.stringify(usual), '--explain', 'fr')).to.include({ status: 2 });
  });
});

describe('explanations', () => {
  const text = (lang: (typeof languages)[number], given: Worked['given']): string => {
    const sentence: SentenceOf = (key, values) => words.sentence(lang, key, values);
    return explained(explain(estimate(given, law), given, law, worded(sentence)), sentence);
  };

  for (const lang of languages)
    it(`${lang}: every case has words, says that it is no promise, and leaves no name of the code`, () => {
      for (const { name, given } of ALL_CASES) {
        const said = text(lang, given);
        expect(said, name).to.match(/测算，不是赔偿承诺|not a promise to pay/);
        expect(said, name).to.not.match(/undefined|\[object|estimate\.|\{\{|NaN/);
      }
    });

  it('say why less was paid, only where it stands in the arithmetic', () => {
    const [usualCase] = ROUTE_CASES;
    const said = usualCase ? text('zh-CN', usualCase.given) : '';
    expect(said).to.include('非医保').and.include('按责任比例').and.not.include('绝对免赔');
  });

  it('name the figure that is missing, its day and region, and who can supply it', () => {
    const lacking = REGIME_CASES.find((one) => one.name.startsWith('no nearest year'));
    const said = lacking ? text('zh-CN', lacking.given) : '';
    expect(said).to.include('缺 城镇居民人均可支配收入（湖南，2026-03-01）').and.include('统计部门');
  });

  it('say what is lacking once, however many figures it is', () => {
    const lacking = REGIME_CASES.find((one) => one.name.startsWith('before the limits of 2008'));
    const said = lacking ? text('zh-CN', lacking.given) : '';
    expect(said.match(/当时的交强险/g)).to.have.length(1);
  });

  it('mark what nobody has confirmed', () => {
    const funeral = ITEM_CASES.find((one) => one.name.startsWith('funeral: six'));
    expect(funeral ? text('zh-CN', funeral.given) : '').to.include('（待确认）');
  });
});
