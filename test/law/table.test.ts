/** A year's table from an insurer: checked, sourced, and nothing overwritten silently. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadLaw } from '../../law/load.ts';
import { usedDuring } from '../../law/statistics.ts';
import { planImport, readTable } from '../../law/table.ts';

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

  it('confirms what is the same, refuses what would overwrite, replaces when told', () => {
    const same = planImport(readTable(table(line('湖南', 'urbanIncome', '2024', '51243'))), law, '2026-11-22', false);
    expect(same.told[0]).to.include('confirmed');
    const other = readTable(table(line('湖南', 'urbanIncome', '2024', '51244')));
    expect(() => planImport(other, law, '2026-11-22', false)).to.throw('51243 is there already');
    expect(planImport(other, law, '2026-11-22', true).told[0]).to.include('in place of 51243');
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
    const later = run('law-doctor.ts', '--on', '2031-11-02').stdout;
    expect(later).to.match(/days off not on file:\n {2}2031: .*\n {2}2032: /);
  });
});
