import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LawError, loadLaw } from '../../law/load.ts';
import type { LawView } from '../../law/types.ts';

const LAW = join(import.meta.dirname, '../../law');

type Loose = Record<string, unknown>;
const source = (more: Loose = {}) => ({
  id: 'act-1',
  title: 'An act',
  body: 'A body',
  number: '1',
  inForceFrom: '2020-01-01',
  ...more,
});
const value = (more: Loose = {}) => ({ from: '2021-01-01', value: '5', source: 'act-1', mark: 'verified', ...more });
const parameter = (more: Loose = {}) => ({
  id: 'some.limit',
  about: 'A limit made up for this test.',
  unit: 'days',
  values: [value()],
  checkedOn: '2026-01-01',
  ...more,
});

describe('law/load', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'law-'));
    mkdirSync(join(dir, 'parameters'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** Writes sources and parameter files (name → content, or a list named after the ids) and loads them. */
  function load(sources: unknown, parameters: Loose[] | Record<string, unknown>) {
    const files = Array.isArray(parameters)
      ? Object.fromEntries(parameters.map((p, i) => [`${p.id}.${i}.json`, p]))
      : parameters;
    writeFileSync(join(dir, 'sources.json'), JSON.stringify(sources));
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(dir, 'parameters', name), typeof content === 'string' ? content : JSON.stringify(content));
    return loadLaw(dir);
  }

  describe('answers with the value of the day, or says that it is missing', () => {
    const later = value({ from: '2023-05-01', value: '7', mark: 'secondary' });
    const ask = (view: LawView) => {
      const answer = view.get('some.limit', 'test');
      return answer.status === 'value' ? answer.value : answer.status;
    };

    it('carries value, unit, source, mark and the day of the last look', () => {
      const answer = load([source()], [parameter()]).at('2022-02-02').get('some.limit', 'test');
      expect(answer).to.deep.equal({
        status: 'value',
        parameter: 'some.limit',
        from: '2021-01-01',
        value: '5',
        unit: 'days',
        source: source(),
        mark: 'verified',
        checkedOn: '2026-01-01',
      });
    });

    it('changes on the very day', () => {
      const law = load([source()], [parameter({ values: [value(), later] })]);
      expect(['2021-01-01', '2023-04-30', '2023-05-01'].map((d) => ask(law.at(d)))).to.deep.equal(['5', '5', '7']);
    });

    it('has nothing before the first day, and says who asked', () => {
      const answer = load([source()], [parameter()]).at('2020-12-31', '湖南').get('some.limit', 'scene.card');
      const missing = { status: 'missing', parameter: 'some.limit', date: '2020-12-31', region: '湖南' };
      expect(answer).to.deep.equal({ ...missing, asker: 'scene.card' });
    });

    it('has nothing after the last day of the source', () => {
      const law = load([source({ inForceTo: '2022-12-31' })], [parameter()]);
      expect(['2022-12-31', '2023-01-01'].map((d) => ask(law.at(d)))).to.deep.equal(['5', 'missing']);
    });

    it('has nothing after the last day of the value', () => {
      const ended = value({ to: '2021-12-31', basedOnYear: 2020, grade: 'B' });
      const law = load([source()], [parameter({ values: [ended, value({ from: '2023-01-01', value: '6' })] })]);
      const days = ['2021-12-31', '2022-01-01', '2023-01-01'];
      expect(days.map((d) => ask(law.at(d)))).to.deep.equal(['5', 'missing', '6']);
      expect(law.at('2021-06-01').get('some.limit', 'test')).to.include({ basedOnYear: 2020, grade: 'B' });
    });

    it('gives a regional value to its own region only', () => {
      const law = load([source()], [parameter({ region: '北京' }), parameter({ region: '湖南', values: [later] })]);
      const views = [law.at('2024-01-01', '北京'), law.at('2024-01-01', '湖南'), law.at('2024-01-01', '上海')];
      expect([...views, law.at('2024-01-01')].map(ask)).to.deep.equal(['5', '7', 'missing', 'missing']);
      expect(ask(law.at('2022-01-01', '湖南'))).to.equal('missing');
    });

    it('gives a national value to every region', () => {
      expect(ask(load([source()], [parameter()]).at('2024-01-01', '上海'))).to.equal('5');
    });

    it('knows no parameter by a misspelt name', () => {
      expect(load([source()], [parameter()]).at('2024-01-01').get('some.limt', 'test').status).to.equal('missing');
    });

    it('refuses a day that is none', () => {
      const law = load([source()], [parameter()]);
      for (const day of ['2024-02-30', '2024-1-1', '昨天', ''])
        expect(() => law.at(day)).to.throw(RangeError, 'no day');
    });
  });

  describe('refuses', () => {
    const bad: [name: string, says: string, sources: unknown, files: Loose[] | Record<string, unknown>][] = [
      [
        'an unknown key of a parameter',
        'must NOT have additional properties (note)',
        [source()],
        [parameter({ note: 1 })],
      ],
      [
        'an unknown key of a value',
        'additional properties (until)',
        [source()],
        [parameter({ values: [value({ until: 1 })] })],
      ],
      ['an unknown key of a source', 'additional properties (url)', [source({ url: 'x' })], [parameter()]],
      ['a parameter without values', 'fewer than 1 items', [source()], [parameter({ values: [] })]],
      ['a value without a mark', 'must be equal to one of', [source()], [parameter({ values: [value({ mark: '' })] })]],
      ['a number in place of a string', 'must be string', [source()], [parameter({ values: [value({ value: 5 })] })]],
      [
        'a value that does not fit its unit',
        'must match pattern',
        [source()],
        [parameter({ values: [value({ value: '5 d' })] })],
      ],
      [
        'a day that is none',
        'must match format "date"',
        [source()],
        [parameter({ values: [value({ from: '2021-02-30' })] })],
      ],
      ['a file that is no JSON', 'cannot be read', [source()], { 'some.limit.json': '{' }],
      ['a file under another name', 'call it some.limit.json', [source()], { 'other.json': parameter() }],
      ['the same parameter twice', 'some.limit is there twice', [source()], [parameter(), parameter()]],
      [
        'the same region twice',
        'is there twice',
        [source()],
        [parameter({ region: '北京' }), parameter({ region: '北京' })],
      ],
      [
        'national and regional under one id',
        'national and regional',
        [source()],
        [parameter({ region: '北京' }), parameter()],
      ],
      ['a day twice', 'Days must ascend', [source()], [parameter({ values: [value(), value()] })]],
      [
        'days that go back',
        'Days must ascend',
        [source()],
        [parameter({ values: [value(), value({ from: '2020-06-01' })] })],
      ],
      ['a value that ends first', 'ends on', [source()], [parameter({ values: [value({ to: '2020-12-31' })] })]],
      [
        'a value that ends after the next began',
        'must not hold on one day',
        [source()],
        [parameter({ values: [value({ to: '2023-05-01' }), value({ from: '2023-05-01' })] })],
      ],
      [
        'a source that is not there',
        'no source act-2',
        [source()],
        [parameter({ values: [value({ source: 'act-2' })] })],
      ],
      ['a source that nobody uses', 'Source act-2 is not used', [source(), source({ id: 'act-2' })], [parameter()]],
      ['a source twice', 'Source act-1 is there twice', [source(), source()], [parameter()]],
      ['a source that ends first', 'ends before it begins', [source({ inForceTo: '2019-01-01' })], [parameter()]],
      ['a value older than its source', 'lies outside act-1', [source({ inForceFrom: '2022-01-01' })], [parameter()]],
    ];
    bad.push(
      ['a region that is in no list', 'region 湖南省: write 湖南', [source()], [parameter({ region: '湖南省' })]],
      [
        'more than the whole',
        '101 percent from 2021-01-01',
        [source()],
        [parameter({ unit: 'percent', values: [value({ value: '101' })] })],
      ],
      [
        'more than the whole in a row',
        '100 110 percent',
        [source()],
        [parameter({ unit: 'percents', values: [value({ value: '100 110' })] })],
      ],
    );
    for (const [name, says, sources, files] of bad)
      it(name, () => expect(() => load(sources, files)).to.throw(LawError, says));

    it('a look on a day that is still to come, where the day is told', () => {
      load([source()], [parameter()]);
      expect(() => loadLaw(dir, '2025-12-31')).to.throw(LawError, 'checkedOn 2026-01-01 is after 2025-12-31');
      expect(() => loadLaw(dir, '2026-01-01')).to.not.throw();
    });

    it('and lists every problem with what, why and fix', () => {
      try {
        load([source({ id: 'act-2' })], [parameter()]);
        expect.fail('nothing was refused');
      } catch (error) {
        if (!(error instanceof LawError)) throw error;
        expect(error.problems).to.have.length(2);
        for (const p of error.problems) expect(p).to.have.all.keys('what', 'why', 'fix');
      }
    });
  });

  describe('our own files', () => {
    const law = loadLaw(LAW);
    const get = (id: string, region?: string) => law.at('2026-11-22', region).get(id, 'test');

    it('load, one figure a file', () => {
      expect(law.parameters).to.have.length(readdirSync(join(LAW, 'parameters')).length);
    });

    it('answer what reporting and the scene ask', () => {
      const expected = {
        'scene.warning.ordinary.min': '50',
        'scene.warning.ordinary.max': '100',
        'scene.warning.motorway.min': '150',
        'report.toInsurer.habit': '48',
        'compulsory.medical.limit': '18000',
        'compulsory.medical.limit.noFault': '1800',
        'fund.rescueFee.period': '7',
        'hotline.ambulance': '120',
      };
      for (const [id, wanted] of Object.entries(expected)) expect(get(id), id).to.include({ value: wanted });
    });

    it('say what nobody has read yet', () => {
      for (const id of ['hotline.motorway', 'hotline.legalAid']) expect(get(id)).to.include({ mark: 'unconfirmed' });
      expect(law.parameters.flatMap((p) => p.values).filter((v) => v.source === 'unread' && v.mark !== 'unconfirmed'))
        .to.be.empty;
    });

    it('keep the rule of Beijing in Beijing', () => {
      expect(get('scene.notPreserved.fault', '北京').status).to.equal('value');
      expect(get('scene.notPreserved.fault', '湖南').status).to.equal('missing');
    });
  });
});
