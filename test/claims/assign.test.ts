import { expect } from 'chai';
import fc from 'fast-check';
import { assign, type Candidate, isGrave, TAKING, type ToAssign } from '../../claims/assign.ts';
import { RIGHTS } from '../../desk/people/rights.ts';

const REPORT: ToAssign = { severity: 'hospital', lang: 'zh-CN', branch: 'hunan' };
/** An adjuster of the branch who is here and has nothing to do. */
const one = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  ...{ id, name: id, role: 'adjuster', branch: 'hunan', languages: ['zh-CN'], active: true, here: true },
  ...{ open: 0, grave: 0, lastAt: null, ...over },
});
const toWhom = (report: Partial<ToAssign>, ...colleagues: readonly Candidate[]): string | undefined =>
  assign({ ...REPORT, ...report }, colleagues)?.id;

describe('a report is assigned', () => {
  it('to nobody where nobody may have it', () => {
    expect(toWhom({})).to.equal(undefined);
    expect(toWhom({}, one('disabled', { active: false }))).to.equal(undefined);
    expect(toWhom({}, one('auditor', { role: 'auditor' }))).to.equal(undefined);
    expect(toWhom({}, one('elsewhere', { branch: 'hubei' }))).to.equal(undefined);
  });

  it('of no known branch to anybody, of a branch to whoever sees it', () => {
    expect(toWhom({ branch: null }, one('hubei', { branch: 'hubei' }))).to.equal('hubei');
    expect(toWhom({}, one('all', { branch: null }), one('hubei', { branch: 'hubei' }))).to.equal('all');
    expect(toWhom({}, one('all', { branch: null }), one('hers'))).to.equal('hers');
  });

  it('to whoever speaks the language, before whoever is here', () => {
    const english = one('english', { languages: ['zh-CN', 'en'], here: false, open: 9 });
    expect(toWhom({ lang: 'en' }, one('chinese'), english)).to.equal('english');
    expect(toWhom({ lang: 'en' }, one('chinese')), 'rather somebody than nobody').to.equal('chinese');
  });

  it('to an adjuster; to who leads only where there is none', () => {
    const lead = one('lead', { role: 'supervisor' });
    expect(toWhom({}, lead, one('away', { here: false }))).to.equal('away');
    expect(toWhom({}, lead, one('admin', { role: 'administrator' }))).to.equal('lead');
  });

  it('to whoever is here, before whoever is away', () => {
    expect(toWhom({}, one('away', { here: false }), one('here', { open: 7 }))).to.equal('here');
  });

  it('to whoever has the least to do; a grave one to whoever has the fewest grave ones', () => {
    const [calm, busy] = [one('calm', { open: 1, grave: 1 }), one('busy', { open: 4 })];
    expect(toWhom({}, busy, calm)).to.equal('calm');
    expect(toWhom({ severity: 'death' }, calm, busy)).to.equal('busy');
    expect(toWhom({ severity: 'critical' }, calm, one('also', { open: 5, grave: 1 }))).to.equal('calm');
  });

  it('between equals to whoever got none for the longest time, and always to the same one', () => {
    expect(toWhom({}, one('late', { lastAt: 20 }), one('early', { lastAt: 10 }))).to.equal('early');
    expect(toWhom({}, one('early', { lastAt: 10 }), one('never'))).to.equal('never');
    expect(toWhom({}, one('b'), one('a'))).to.equal(toWhom({}, one('a'), one('b')));
  });

  it('evenly: of colleagues who are alike none has two grave ones more than another, and none is lost', () => {
    const severities = fc.array(fc.constantFrom('death', 'light', 'hospital', 'critical'), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), severities, (many, filed) => {
        let staff = Array.from({ length: many }, (_, i) => one(`c${i}`));
        for (const [at, severity] of filed.entries()) {
          const to = assign({ ...REPORT, severity }, staff)?.id;
          const grave = isGrave(severity) ? 1 : 0;
          staff = staff.map((c) =>
            c.id === to ? { ...c, open: c.open + 1, grave: c.grave + grave, lastAt: at + 1 } : c,
          );
        }
        const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
        expect(spread(staff.map(({ grave }) => grave))).to.be.at.most(1);
        expect(staff.reduce((sum, { open }) => sum + open, 0)).to.equal(filed.length);
      }),
    );
  });

  it('to those who may act, and to no others', () => {
    expect([...TAKING].sort()).to.deep.equal([...RIGHTS.act].sort());
  });
});
