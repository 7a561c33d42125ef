import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { clockFactsOf } from '../../claims/progress/clockFacts.ts';
import { leastFar, progressOf } from '../../claims/progress/progress.ts';
import { RECORDINGS, refusalsOf } from '../../claims/recording/record.ts';
import type { RecordingName } from '../../claims/recording/types.ts';
import { STAGES } from '../../claims/stages/rules/index.ts';
import { nextSteps } from '../../claims/stages/standing.ts';
import { loadCalendar } from '../../law/calendar.ts';
import { loadLaw } from '../../law/load.ts';
import type { ClaimEvent, ClaimId, JsonObject } from '../../store/ports.ts';

const ROOT = join(import.meta.dirname, '../..');
const law = { law: loadLaw(join(ROOT, 'law')), calendar: loadCalendar(join(ROOT, 'law/calendar')) };
const at = (day: string): number => Date.parse(`${day}T10:00:00+08:00`);
const event = (type: ClaimEvent['type'], data: JsonObject, when = at('2026-09-01')): ClaimEvent => ({
  ...{ id: `e${when}`, claim: 'c' as ClaimId, type, v: 1, at: when, by: 'insurer', via: 'api', data },
});
const policies = [
  { number: 'A', kind: 'compulsory' },
  { number: 'B', kind: 'commercial' },
];
const parties = [
  { id: 'v1', role: 'injured', name: '甲' },
  { id: 'v2', role: 'injured', name: '乙' },
  { id: 'i1', role: 'insured', name: '丙' },
];
const begun = fold([event('registered', { number: 'P1', accident: { on: '2026-09-01' }, parties, policies })]);

/** Records what happened; what cannot be fails the test. */
function recordedOf(facts: ClaimFacts, ...happened: readonly [RecordingName, JsonObject][]): ClaimFacts {
  return happened.reduce((known, [type, data]) => {
    const refused = refusalsOf(known, { type, data }, { now: at('2026-12-31'), law: law.law });
    expect(refused, JSON.stringify(data)).to.deep.equal([]);
    return fold([event(RECORDINGS[type], data)], known);
  }, facts);
}
const of = (person: string, side: 'insured' | 'injured' = 'injured') => ({ person, side });
const joined = (person: string, day: string): [RecordingName, JsonObject] => [
  'stage',
  { change: 'joined', person, at: day },
];
const on = (person: string, stage: string, day: string, change = 'entered'): [RecordingName, JsonObject] => [
  'stage',
  { change, person, stage, at: day },
];
const way = (person: string, ...days: readonly [string, string][]) =>
  days.map(([stage, day]) => on(person, stage, day));
const toAssessment: readonly [string, string][] = [
  ['firstVisit', '2026-09-02'],
  ['treatment', '2026-09-03'],
  ['treatmentEnded', '2026-10-01'],
  ['papers', '2026-10-10'],
  ['assessment', '2026-10-20'],
];
const inAssessment = recordedOf(begun, joined('v1', '2026-09-01'), ...way('v1', ...toAssessment));

describe('progress of a claim', () => {
  it('is not known before anybody has recorded a step', () => {
    expect(progressOf(begun, of('v1'), at('2026-10-01'), law)).to.equal(undefined);
    expect(leastFar(begun, at('2026-10-01'))).to.equal(undefined);
  });

  it('under review: whose turn, and the earliest clock', () => {
    // Papers complete on 20 October, five days (交强险条例 29): 25 October is a Sunday, so the 26th (民法典 203).
    const found = progressOf(inAssessment, of('v1'), at('2026-10-22'), law);
    expect(found).to.include({ stage: 'assessment', next: 'approval' });
    expect(found?.turn).to.deep.equal({ who: 'assessor', stage: 'assessment', since: '2026-10-20', because: 'stage' });
    expect(found?.due).to.include({ status: 'due', by: '2026-10-26', overdue: false });
    expect(found?.last).to.include({ stage: 'assessment' });
  });

  it('overdue is said, with its source', () => {
    const due = progressOf(inAssessment, of('v1'), at('2026-11-03'), law)?.due;
    expect(due).to.include({ status: 'due', by: '2026-10-26', overdue: true });
    const source = due?.status === 'due' && due.source.kind === 'clock' ? due.source.reading : undefined;
    expect([source?.clock, source?.law.status === 'value' && source.law.source.id]).to.deep.equal([
      'compulsory.decision',
      'JQX-29',
    ]);
  });

  it('an insurer that is not in it has no clock', () => {
    const commercial = {
      ...inAssessment,
      registered: { ...inAssessment.registered, policies: [{ kind: 'commercial' }] },
    };
    const due = progressOf(commercial as unknown as ClaimFacts, of('v1'), at('2026-11-03'), law)?.due;
    // Papers were first handed in on 10 October, 30 days (保险法解释二 15, 保险法 23): 9 November.
    expect(due).to.include({ status: 'due', by: '2026-11-09', overdue: false });
  });

  it('a promise stands beside the clock, until it is kept; of another injured person it is none of hers', () => {
    const promise = event(
      'promiseMade',
      { what: '核完回您', to: 'v1', by: '2026-10-23T17:00:00+08:00', who: '小王' },
      at('2026-10-21'),
    );
    const promised = fold([promise], inAssessment);
    const found = progressOf(promised, of('v1'), at('2026-10-24'), law);
    expect(found?.promised).to.deep.equal([
      { what: '核完回您', who: '小王', by: '2026-10-23T17:00:00+08:00', late: true },
    ]);
    expect(found?.due).to.include({ by: '2026-10-26', overdue: false });
    const kept = fold([event('promiseKept', { promise: promise.id, who: '小王' })], promised);
    expect(progressOf(kept, of('v1'), at('2026-10-24'), law)?.promised).to.deep.equal([]);
    const both = recordedOf(promised, joined('v2', '2026-10-01'));
    expect(progressOf(both, of('v2'), at('2026-10-24'), law)?.promised).to.deep.equal([]);
  });

  it('what was promised to the other side, and its papers, are not told', () => {
    const promise = event(
      'promiseMade',
      { what: '回电', by: '2026-10-23T17:00:00+08:00', who: '小王' },
      at('2026-10-21'),
    );
    const facts = recordedOf(fold([promise], inAssessment), [
      'paperRequest',
      { document: 'drivingLicence', who: '小王', why: '核对驾驶资格', at: '2026-10-21' },
    ]);
    const [injured, insured] = (['injured', 'insured'] as const).map((side) =>
      progressOf(facts, of('v1', side), at('2026-10-22'), law),
    );
    expect([injured?.awaited.length, insured?.awaited.map(({ document }) => document)]).to.deep.equal([
      0,
      ['drivingLicence'],
    ]);
    expect(injured?.due).to.include({ by: '2026-10-26' });
    expect(insured?.promised.map(({ by }) => by)).to.deep.equal(['2026-10-23T17:00:00+08:00']);
    expect(injured?.promised).to.deep.equal([]);
  });

  it('papers that lack: it is the person’s turn, the time stands still, and what is awaited is named', () => {
    const asked: [RecordingName, JsonObject] = [
      'paperRequest',
      { document: 'dischargeSummary', person: 'v1', who: '小王', why: '要看休息天数', at: '2026-10-12' },
    ];
    const facts = recordedOf(
      begun,
      joined('v1', '2026-09-01'),
      ...way('v1', ...toAssessment.slice(0, 4)),
      on('v1', 'papers', '2026-10-12', 'paused'),
      asked,
    );
    const found = progressOf(facts, of('v1'), at('2026-10-15'), law);
    expect(found?.turn).to.include({ who: 'client', because: 'papers', since: '2026-10-12' });
    expect(found?.awaited).to.deep.equal([
      { document: 'dischargeSummary', state: 'missing', asked: { who: '小王', why: '要看休息天数', at: '2026-10-12' } },
    ]);
    expect(found?.due.paused.map(({ clock }) => clock)).to.deep.equal(['commercial.decision']);
    const came = recordedOf(facts, [
      'paper',
      { change: 'received', document: 'dischargeSummary', person: 'v1', at: '2026-10-16' },
    ]);
    expect(progressOf(came, of('v1'), at('2026-10-16'), law)?.awaited).to.deep.equal([]);
  });

  it('papers of the other injured person are none of this one’s', () => {
    const facts = recordedOf(begun, joined('v1', '2026-09-01'), joined('v2', '2026-09-01'), [
      'paperRequest',
      { document: 'injuredId', person: 'v2', who: '小王', why: '核对身份', at: '2026-09-02' },
    ]);
    expect(progressOf(facts, of('v1'), at('2026-09-03'), law)?.awaited).to.deep.equal([]);
    expect(progressOf(facts, of('v2'), at('2026-09-03'), law)?.awaited.length).to.equal(1);
  });

  it('of two people the claim is as far as the one who is behind', () => {
    const facts = recordedOf(inAssessment, joined('v2', '2026-09-01'), on('v2', 'firstVisit', '2026-09-05'));
    expect(leastFar(facts, at('2026-10-22'))).to.equal('v2');
  });

  it('the police stand still: they have the turn, and why is said', () => {
    const facts = recordedOf(
      begun,
      joined('v1', '2026-09-01'),
      ['stage', { change: 'entered', stage: 'determination', at: '2026-09-01' }],
      ['stage', { change: 'paused', stage: 'determination', at: '2026-09-08' }],
    );
    expect(progressOf(facts, of('v1'), at('2026-09-10'), law)?.beside.map(({ turn }) => turn)).to.deep.equal([
      { who: 'police', stage: 'determination', since: '2026-09-08', because: 'police' },
    ]);
    expect(clockFactsOf(facts, 'v1').events).to.include({ sceneInvestigated: '2026-09-01', suspended: '2026-09-08' });
  });

  it('no sequence of steps that can be makes an answer that contradicts the claim', () => {
    const step = fc.record({ next: fc.nat(5), days: fc.nat(20), beside: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let facts = recordedOf(begun, joined('v1', '2026-01-01'));
        let now = at('2026-01-01');
        for (const { next, days, beside } of steps) {
          now += days * 86_400_000;
          const { main, mayBegin } = nextSteps(facts.stages ?? [], 'v1');
          const from = beside ? mayBegin : main;
          const stage = from[next % Math.max(from.length, 1)];
          if (!stage) continue;
          const whole = STAGES.find(({ id }) => id === stage)?.ofClaim;
          const day = new Date(now).toISOString().slice(0, 10);
          const data = { change: 'entered', stage, at: day, ...(whole ? {} : { person: 'v1' }) };
          if (refusalsOf(facts, { type: 'stage', data }, { now: now + 1, law: law.law }).length > 0) continue;
          facts = fold([event('stageChanged', data, now)], facts);
          const found = progressOf(facts, of('v1'), now, law);
          expect(found?.turn.stage).to.equal(found?.stage);
          const overdue = found?.due.status === 'due' && found.due.overdue;
          if (overdue && found?.due.status === 'due')
            expect(Date.parse(`${found.due.by.slice(0, 10)}T00:00:00+08:00`)).to.be.lessThan(now);
          // It is never somebody's turn in a stage that was left.
          const entered = (facts.stages ?? []).findLast(
            (one) => one.type === 'entered' && 'person' in one && one.stage !== 'advance',
          );
          if (entered?.type === 'entered') expect(found?.stage).to.equal(entered.stage);
        }
      }),
      { numRuns: 200 },
    );
  });
});
