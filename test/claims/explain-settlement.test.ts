/** The command as a person or another program meets it: text on one side, problems on the other, exit code. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';

const ROOT = join(import.meta.dirname, '../..');
function run(input: unknown, ...args: readonly string[]) {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/explain-settlement.ts', ...args], {
    cwd: ROOT,
    input: text,
    encoding: 'utf8',
  });
  return { lines: stdout.trim().split('\n'), problems: stderr.trim().split('\n'), status };
}

/** facts §2.4: 6,000 outside medical insurance × 70 % and 47,000 × 30 % less; 18,000 were paid before. */
const settlement = {
  claim: 'LP-1',
  victim: 'v1',
  version: 1,
  at: '2025-11-20T10:00:00+08:00',
  lines: [
    {
      item: 'medical',
      asked: '65000.00',
      accepted: '46700.00',
      reasons: [
        { code: 'nonMedicare', amount: '4200.00', basis: { billed: '6000', standard: '0', share: '0.7' } },
        { code: 'faultRatio', amount: '14100.00', basis: { excess: '47000' } },
      ],
    },
  ],
  layers: { compulsory: { medical: '18000.00' }, commercial: '28700.00', fault: '0.7', deductibleRate: '0' },
  advances: [{ by: 'insurer', amount: '18000.00' }],
  payable: [{ to: 'v1', amount: '28700.00' }],
};

describe('explain-settlement', function () {
  // Every run starts a process of its own.
  this.timeout(90_000);

  it('says why, how much and how, on which text, who shows it, who bears it, what can be done by when', () => {
    const { lines, status } = run(settlement);
    expect(status).to.equal(0);
    const text = lines.join('\n');
    for (const said of [
      '(6,000 − 0) × 70%',
      '47,000 × (100% − 70%)',
      '道路交通安全法 第 76 条',
      '3 个工作日',
      '28,700 元',
    ])
      expect(text).to.include(said);
  });

  it('speaks English', () => {
    const { lines, status } = run(settlement, '--lang', 'en');
    expect([status, lines[2]]).to.deep.equal([
      0,
      'Treatment: 65,000 yuan asked, 46,700 accepted. That is 18,300 less.',
    ]);
  });

  it('says nothing but the difference where the sums do not agree', () => {
    const { lines, problems, status } = run({ ...settlement, payable: [{ to: 'v1', amount: '28700.01' }] });
    expect([status, lines.length, problems.length]).to.deep.equal([2, 1, 1]);
    expect(lines[0]).to.include('0.01');
    expect(problems[0]).to.match(/^\/payable: .*28700\.00, not 28700\.01$/);
  });

  it('refuses what is no settlement, with every problem and its pointer', () => {
    const { lines, problems, status } = run({ ...settlement, victim: '', total: 1 });
    expect([status, lines]).to.deep.equal([2, ['']]);
    expect(problems.join('\n')).to.include('/victim').and.include('total');
    expect(run('{', '--lang', 'zh-CN')).to.include({ status: 2 });
    expect(run(settlement, '--lang', 'fr').problems).to.deep.equal(['--lang: one of zh-CN, en']);
  });

  it('explains an estimate from its case', () => {
    const vehicle = { id: 'A', fault: '0.7', compulsory: { insured: true }, commercial: { limit: '1000000' } };
    const victims = [{ id: 'v1', age: 45, outcome: 'injury', items: { medical: { amount: '65000' } } }];
    const of = { accidentDate: '2025-03-02', asOf: '2025-11-20', region: '湖南', victims, vehicles: [vehicle] };
    const { lines, status } = run(of, '--case');
    expect(status).to.equal(0);
    expect(lines[1]).to.match(/^受伤的人（v1）：.*65,000 元.*50,900 元.*14,100 元/);
    const unknown = { id: 'v1', age: 45, outcome: 'disability', items: { disability: {} } };
    const [lacks, what, ...rest] = run({ ...of, victims: [unknown] }, '--case').lines;
    expect([lacks, rest]).to.deep.equal(['测算还缺数字，先不说明差额。', []]);
    expect(what).to.match(/^残疾赔偿金 · 缺 .*几级（看鉴定机构的鉴定意见）。$/);
    expect(run({ ...of, region: 7 }, '--case').problems[0]).to.match(/^\/region: /);
  });
});
