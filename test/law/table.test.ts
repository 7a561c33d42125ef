/** A year's table from an insurer: checked, sourced, and nothing overwritten silently. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadLaw } from '../../law/load.ts';
import { planImport } from '../../law/plan.ts';
import { isDay, usedDuring } from '../../law/statistics.ts';
import { readTable } from '../../law/table.ts';

const ROOT = join(import.meta.dirname, '../..');
const law = loadLaw(join(ROOT, 'law'));
const HEAD = 'region,metric,year,value,title,body,number,address,grade';
const line = (region: string, metric: string, year: string, value: string) =>
  `${region},${metric},${year},${value},"统计公报, 摘要",统计局,1号,https://example.org/a,A`;
const table = (...lines: string[]) => [HEAD, ...lines].join('\n');

describe('law/statistics: what “the year before” means', () => {
  it('a calendar year, from the change-over day of the region', () => {
    expect(usedDuring(2024)).to.deep.equal({ from: '2025-01-01', to: '2025-12-31' });
    expect(usedDuring(2024, '05-01')).to.deep.equal({ from: '2025-05-01', to: '2026-04-30' });
  });
});

describe('law/table', () => {
  it('plans a new value with its period and source', () => {
    const plan = planImport(readTable(table(line('河南', 'urbanIncome', '2025', '43000'))), law, '2026-11-22', false);
    const [parameter] = plan.parameters;
    expect(parameter).to.include({
      id: 'stats.urbanIncome',
      region: '河南',
      unit: 'CNYPerYear',
      checkedOn: '2026-11-22',
    });
    expect(parameter?.values[0]).to.include({ from: '2026-01-01', to: '2026-12-31', value: '43000', mark: 'verified' });
    expect(plan.sources[0]).to.include({ title: '统计公报, 摘要', address: 'https://example.org/a' });
  });

  it('uses the change-over day of the region (Sichuan: 1 May)', () => {
    const plan = planImport(readTable(table(line('四川', 'urbanIncome', '2024', '47000'))), law, '2026-11-22', false);
    expect(plan.parameters[0]?.values[0]).to.include({ from: '2025-05-01', to: '2026-04-30' });
  });

  /** What is on file for Hunan, 2024, written as a row. */
  const hunan = (more: Readonly<Record<string, string>> = {}): string => {
    const old = law.parameters
      .find((p) => p.id === 'stats.urbanIncome' && p.region === '湖南')
      ?.values.find((value) => value.basedOnYear === 2024);
    const source = law.source(old?.source ?? '');
    const row = { region: '湖南', metric: 'urbanIncome', year: '2024', value: '51243', ...source, ...more };
    const head = 'region,metric,year,value,title,body,number,grade,from,to'.split(',');
    const cell = (name: string) => `"${Object.entries(row).find(([key]) => key === name)?.[1] ?? ''}"`;
    return [head.join(','), head.map(cell).join(',')].join('\n');
  };
  const plan = (text: string, replace = false) => planImport(readTable(text), law, '2026-11-29', replace);

  it('confirms what is the same: only the day of the look changes', () => {
    const before = law.parameters.find((p) => p.id === 'stats.urbanIncome' && p.region === '湖南');
    for (const same of [hunan(), hunan({ value: '51243.00', from: '2025-01-22' })]) {
      const { parameters, sources, unused, told } = plan(same);
      expect(told[0]).to.include('confirmed');
      expect(parameters).to.deep.equal([{ ...before, checkedOn: '2026-11-29' }]);
      expect([...sources, ...unused]).to.deep.equal([]);
    }
  });

  const changes: readonly [change: Readonly<Record<string, string>>, said: string][] = [
    [{ value: '51244' }, 'value 51243 → 51244'],
    [{ from: '2025-01-01' }, 'from 2025-01-22 → 2025-01-01'],
    [{ to: '2026-01-31' }, 'to 2025-12-31 → 2026-01-31'],
    [{ grade: 'A' }, 'mark secondary → verified'],
    [{ title: 'Another text' }, 'source stats-hunan-2024 → import-2024-'],
    [{ from: '2025-01-01', grade: 'A' }, 'from 2025-01-22 → 2025-01-01, grade B → A, mark secondary → verified'],
  ];
  for (const [change, said] of changes)
    it(`refuses to change what is there, and does it when told: ${said}`, () => {
      expect(() => plan(hunan(change)))
        .to.throw('51243 is there already')
        .with.property('message')
        .that.includes(said);
      const done = plan(hunan(change), true);
      expect(done.told[0]).to.include('replaced').and.include(said);
      const value = done.parameters[0]?.values.find((one) => one.basedOnYear === 2024);
      const { title: _, ...stands } = change;
      expect(value).to.include(stands);
    });

  it('refuses statistics of a year that is not over', () => {
    for (const year of ['2026', '2027'])
      expect(() => plan(table(line('河南', 'urbanIncome', year, '43000')))).to.throw(`the year ${year} is not over`);
  });

  it('refuses a region that is not in the list, and says what to write where that is plain', () => {
    const of = (region: string) => () => readTable(table(line(region, 'urbanIncome', '2025', '43000')));
    expect(of('湖南省')).to.throw('line 2: region 湖南省: write 湖南');
    expect(of('深圳市')).to.throw('write 深圳');
    expect(of('广西壮族自治区')).to.throw('write 广西');
    expect(of('湖南长沙')).to.throw('region 湖南长沙 is none of the statistical names');
    for (const known of ['全国', '青岛']) expect(of(known)).to.not.throw();
  });

  it('refuses a file without rows, a comma without quotes and a quote that is not closed', () => {
    expect(() => readTable(`${HEAD}\n\n`)).to.throw('no row');
    const unquoted = '河南,urbanIncome,2025,53,000,t,b,n,a,A';
    expect(() => readTable(table(unquoted))).to.throw('line 2: 10 cells under 9 columns: quote it');
    expect(() => readTable(table('河南,urbanIncome,2025,"53000,t,b,n,a,A'))).to.throw('opened and not closed');
    expect(() => readTable(table('河南,urbanIncome,2025,53000,t,b,n,a,A,,'))).to.not.throw();
  });

  it('knows a day of the calendar', () => {
    expect(['2024-02-29', '2025-02-29', '2025-13-40', '2025-1-1', ''].map(isDay)).to.deep.equal([
      true,
      ...[false, false, false, false],
    ]);
    const dated = 'region,metric,year,value,title,body,number,from\n河南,urbanIncome,2025,1,t,b,n,2026/1/1';
    expect(() => readTable(dated)).to.throw('from 2026/1/1: expected a day YYYY-MM-DD');
  });

  it('names every line that cannot be used', () => {
    const bad = table('河南,urbanIncom,25,"4,300",t,b,,,D');
    expect(() => readTable(bad))
      .to.throw('line 2: number is empty')
      .with.property('message')
      .that.includes('metric urbanIncom is not known')
      .and.includes('year 25')
      .and.includes('value 4,300')
      .and.includes('grade D');
    expect(() => readTable('region,colour\n'))
      .to.throw('no column colour')
      .with.property('message')
      .that.includes('column value is missing');
  });
});

/** The sources that something still rests on. */
const sourcesUsed = (dir: string): unknown[] => {
  const all = readdirSync(join(dir, 'parameters')).map((name) => readFileSync(join(dir, 'parameters', name), 'utf8'));
  const sources: { id: string }[] = JSON.parse(readFileSync(join(dir, 'sources.json'), 'utf8'));
  return sources.filter(({ id }) => all.some((text) => text.includes(`"source": "${id}"`)));
};

describe('npm run law:import and npm run law', function () {
  this.timeout(60_000);
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'law-'));
    cpSync(join(ROOT, 'law'), dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts', script), ...args], {
      encoding: 'utf8',
      env: { ...process.env, LAW_DIR: dir },
    });

  it('writes files that load, and the value is there', () => {
    writeFileSync(join(dir, 'table.csv'), table(line('河南', 'urbanIncome', '2025', '43000.5')));
    expect(run('law-import.ts', join(dir, 'table.csv'))).to.include({ status: 0 });
    const found = loadLaw(dir).at('2026-06-01', '河南').get('stats.urbanIncome', 'test');
    expect(found).to.include({ status: 'value', value: '43000.5', basedOnYear: 2025 });
  });

  it('changes nothing when one line is refused', () => {
    const before = readFileSync(join(dir, 'sources.json'), 'utf8');
    writeFileSync(
      join(dir, 'table.csv'),
      table(line('河南', 'urbanIncome', '2025', '43000'), line('湖南', 'urbanIncome', '2024', '1')),
    );
    const done = run('law-import.ts', join(dir, 'table.csv'));
    expect(done.status).to.equal(2);
    expect(done.stderr).to.include('51243 is there already').and.include('Nothing was changed');
    expect(readFileSync(join(dir, 'sources.json'), 'utf8')).to.equal(before);
  });

  it('takes out a source that nothing rests on any more', () => {
    const text = (value: string, title: string) =>
      `region,metric,year,value,title,body,number\n河南,urbanIncome,2025,${value},${title},b,n`;
    writeFileSync(join(dir, 'table.csv'), text('43000', 'first'));
    expect(run('law-import.ts', join(dir, 'table.csv'))).to.include({ status: 0 });
    writeFileSync(join(dir, 'table.csv'), text('43001', 'second'));
    const done = run('law-import.ts', join(dir, 'table.csv'), '--replace');
    expect(done.stdout).to.include('value 43000 → 43001').and.include('nothing rests on it any more');
    expect(
      loadLaw(dir)
        .sources.filter((source) => source.body === 'b')
        .map(({ title }) => title),
    ).to.deep.equal(['second']);
  });

  it('one sentence for a file that is not there, is a directory or is not UTF-8, and for none', () => {
    writeFileSync(join(dir, 'gbk.csv'), Buffer.from([0xba, 0xfe, 0xc4, 0xcf]));
    const said = (...args: string[]) => {
      const { status, stderr } = run('law-import.ts', ...args);
      expect(status).to.equal(2);
      expect(stderr).to.not.match(/^ +at /m);
      return stderr;
    };
    expect(said(join(dir, 'none.csv'))).to.include('there is no such file');
    expect(said(dir)).to.include('it is a directory');
    expect(said(join(dir, 'gbk.csv'))).to.include('it is not UTF-8');
    expect(said()).to.include('Usage: npm run law:import');
  });

  const misused: readonly (readonly [script: string, ...args: string[]])[] = [
    ['law.ts', '--foo'],
    ['law.ts', 'urbanIncome', '--at', '2025-13-40'],
    ['law.ts', 'urbanIncome', '湖南'],
    ['law.ts', 'urbanIncome', '--region', '湖南省'],
    ['law-doctor.ts', '--foo'],
    ['law-doctor.ts', '--on', '2025-13-40'],
    ['law-import.ts', 'a.csv', '--foo'],
    ['estimate.ts', '--foo'],
    ['estimate.ts', '--explain'],
    ['explain-settlement.ts', '--foo'],
  ];
  for (const [script, ...args] of misused)
    it(`one sentence with the usage: ${script} ${args.join(' ')}`, () => {
      const { status, stderr } = run(script, ...args);
      expect(status).to.equal(2);
      expect(stderr).to.match(/^[^\n]+Usage: npm run [^\n]+\n$/);
      expect(run(script, '--help')).to.include({ status: 0, stderr: '' });
    });

  it('prints a value with its source, or says that it is missing', () => {
    const found = run('law.ts', 'urbanIncome', '--region', '湖南', '--at', '2025-11-20');
    expect(found.stdout).to.include('51243').and.include('xixuedongjian');
    const missing = run('law.ts', 'urbanIncome', '--region', '湖北', '--at', '2025-11-20');
    expect(missing).to.include({ status: 1 });
    expect(missing.stderr).to.include('Missing: stats.urbanIncome, 2025-11-20, 湖北');
  });

  it('the doctor names gaps and what is to be confirmed', () => {
    const { stdout } = run('law-doctor.ts');
    expect(stdout).to.include('stats.urbanIncome (湖南): nothing between 2023-12-31 and 2025-01-22');
    expect(stdout).to.include('practice.severalGrades').and.include('missing today');
    expect(stdout).to.include('practice.wageSeries (funeral)').and.not.include('for the whole country');
    rmSync(join(dir, 'parameters/award.years.json'));
    rmSync(join(dir, 'parameters/compulsory.medical.limit.json'));
    writeFileSync(join(dir, 'sources.json'), JSON.stringify(sourcesUsed(dir)));
    expect(run('law-doctor.ts').stdout).to.match(
      /missing today for the whole country:\n {2}award\.years\n {2}compulsory\.medical\.limit\n/,
    );
    const later = run('law-doctor.ts', '--on', '2031-11-02').stdout;
    expect(later).to.match(/days off not on file:\n {2}2031: .*\n {2}2032: /);
  });
});
