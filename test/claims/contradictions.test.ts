/** Which answers of one report cannot both be right, by cases. */
import { expect } from 'chai';
import { graverThan, withinReport } from '../../claims/contradictions.ts';
import type { Report } from '../../claims/report.ts';
import { dueState } from '../../desk/due.ts';

const HOUR = 3_600_000;
const T = Date.parse('2026-11-24T10:00:00+08:00');
const one = (state: string, hospital?: string) => ({ n: 1, state, ...(hospital ? { hospital } : {}) }) as never;

const CASES: readonly (readonly [name: string, report: Partial<Report>, what: readonly string[]])[] = [
  ['nothing was said', {}, []],
  ['as many as were told', { injuredCount: 1, injured: [one('inpatient')], dead: 0 }, []],
  ['two, and one person was told', { injuredCount: 2, injured: [one('inpatient')], dead: 0 }, ['persons']],
  ['more died than were hurt', { injuredCount: 1, dead: 2 }, ['deaths']],
  ['one died, and nobody of those told', { injuredCount: 1, dead: 1, injured: [one('outpatient')] }, ['deaths']],
  ['one died, and of one it is not known', { injuredCount: 1, dead: 1, injured: [one('unknown')] }, []],
  ['the plates are one', { ownPlate: '湘A12345', other: { kind: 'car', plate: '湘A12345' } }, ['plates']],
  ['the plates are two', { ownPlate: '湘A12345', other: { kind: 'car', plate: '湘A54321' } }, []],
  ['police by the scene, and not', { scene: 'hereCalled', policeCalled: false }, ['police']],
  ['no police by the scene, and yes', { scene: 'leftNotCalled', policeCalled: true }, ['police']],
  ['police both times', { scene: 'movedCalled', policeCalled: true }, []],
  ['a scene that says nothing of them', { scene: 'tookToHospital', policeCalled: false }, []],
  ['police unknown', { scene: 'hereCalled', policeCalled: null }, []],
  ['not treated, in a hospital', { injuredCount: 1, injured: [one('notTreated', '市一医院')] }, ['injured']],
];

describe('contradictions within a report', () => {
  for (const [name, report, what] of CASES)
    it(name, () => expect(withinReport(report, T).map((found) => found.what)).to.deep.equal(what));

  it('name both statements, and which field the right one settles', () => {
    const [found] = withinReport({ injuredCount: 2, injured: [one('inpatient')] }, T);
    expect(found).to.deep.equal({
      what: 'persons',
      settles: { field: 'injuredCount', values: [2, 1] },
      statements: [
        { kind: 'count', answer: 2, source: 'report', at: T },
        { kind: 'count', answer: 1, source: 'report', at: T },
      ],
    });
  });

  it('slight in the report and in hospital by later words differ; getting well does not', () => {
    const slight = { injured: [one('notTreated')] };
    expect(graverThan(slight, { count: 1, dead: 0, state: 'inpatient' })).to.include({ answer: 'inpatient' });
    expect(graverThan(slight, { count: 2, dead: 0, states: [null, 'critical'] })).to.include({ answer: 'critical' });
    expect(graverThan(slight, { count: 1, dead: 0, state: 'outpatient' })).to.equal(undefined);
    expect(graverThan({ injured: [one('inpatient')] }, { count: 1, dead: 0, state: 'critical' })).to.equal(undefined);
    expect(graverThan({}, { count: 1, dead: 0, state: 'inpatient' })).to.equal(undefined);
  });
});

describe('a promise', () => {
  const made = { at: T, by: '2026-11-24T20:00:00+08:00' };
  for (const [hours, state] of [
    [0, 'open'],
    [7.99, 'open'],
    [8, 'soon'],
    [9.99, 'soon'],
    [10, 'over'],
    [100, 'over'],
  ] as const)
    it(`of ten hours is ${state} after ${hours}`, () => expect(dueState(made, T + hours * HOUR)).to.equal(state));

  it('that was kept is due no more', () => {
    expect(dueState({ ...made, kept: { who: '王敏', at: T } }, T + 100 * HOUR)).to.equal('kept');
  });
});
