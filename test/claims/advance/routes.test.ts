/** Which route to money for treatment applies to which case (facts §8). Facts in, route out; the article stands beside each. */
import { expect } from 'chai';
import { findings, isWay } from '../../../claims/advance/find.ts';
import { ROUTES } from '../../../claims/advance/routes/index.ts';
import type { AdvanceFacts, Finding, Verdict } from '../../../claims/advance/types.ts';
import { DOCUMENTS } from '../../../claims/documents/rules/index.ts';
import type { AdvanceRoute } from '../../../claims/recording/types.ts';
import { realLaw as law } from '../../cases/invented.ts';

const ways = (...given: Parameters<typeof findings>) => findings(...given).filter(isWay);

const TODAY = '2026-11-24';
const yuan = (amount: number): bigint => BigInt(amount) * 100n;
/** A pedestrian was hit by an insured car, and is being rescued. */
const hit: AdvanceFacts = { accident: '2026-11-20', compulsory: true, commercial: true, purpose: 'rescue' };
const ready: AdvanceFacts = { ...hit, papers: ['policeNotice', 'rescueFeeList'] };

function of(facts: AdvanceFacts, route: AdvanceRoute): Finding {
  const found = findings(facts, law, TODAY).find((one) => one.route === route);
  if (!found) throw new Error(`no ${route}`);
  return found;
}
const verdict = (facts: AdvanceFacts, route: AdvanceRoute): Verdict => of(facts, route).verdict;
const why = (facts: AdvanceFacts, route: AdvanceRoute): string => {
  const found = verdict(facts, route);
  return found.status === 'notThisRoute' ? found.why : found.status;
};

describe('the routes to money for treatment', () => {
  it('stand in the order of the law: compulsory insurance, commercial, the fund, medical insurance, the court', () => {
    expect(ROUTES.map(({ route }) => route)).to.deep.equal([
      ...['compulsory', 'compulsoryRecourse', 'commercial', 'rescueFund', 'medicalInsurance', 'courtOrder'],
    ]);
  });

  describe('A. compulsory insurance pays rescue fees (条例 31; 程序规定 42)', () => {
    it('with the written notice of the police and the list of the hospital', () =>
      expect(verdict(ready, 'compulsory')).to.deep.equal({ status: 'eligible' }));

    it('without the notice nobody may pay: that is what is needed', () =>
      expect(verdict({ ...hit, papers: ['rescueFeeList'] }, 'compulsory')).to.deep.equal({
        ...{ status: 'needs', facts: [], papers: ['policeNotice'] },
      }));

    it('at most 18,000 of a vehicle at fault, 1,800 of one that is not (条例 23; limits of 2020-09-19)', () => {
      expect(of(ready, 'compulsory').limit?.most).to.equal(yuan(18_000));
      expect(of({ ...ready, fault: 'none' }, 'compulsory').limit?.most).to.equal(yuan(1_800));
      expect(of({ ...ready, accident: '2020-09-18' }, 'compulsory').limit?.most, 'the day before').to.equal(
        yuan(10_000),
      );
    });

    it('less what was paid already, of all who were hurt; two insured vehicles pay side by side', () => {
      const used = { ...ready, used: { compulsory: yuan(5_000) } };
      expect(of(used, 'compulsory').limit).to.include({ most: yuan(18_000), left: yuan(13_000) });
      expect(of({ ...used, vehicles: 2 }, 'compulsory').limit?.left).to.equal(yuan(31_000));
      expect(why({ ...ready, used: { compulsory: yuan(18_000) } }, 'compulsory')).to.equal('limitUsed');
    });

    it('not for ordinary later treatment: a rescue fee saves life and function (条例 41(3))', () =>
      expect(why({ ...ready, purpose: 'treatment' }, 'compulsory')).to.equal('notRescue'));

    it('not where there is no cover, or nobody knows which car it was; a car that fled and is known pays (民法典 1216)', () => {
      expect(why({ ...ready, compulsory: false }, 'compulsory')).to.equal('noCompulsory');
      expect(why({ ...ready, compulsory: undefined, uninsured: true }, 'compulsory')).to.equal('noCompulsory');
      expect(why({ ...ready, compulsory: undefined, fled: true }, 'compulsory')).to.equal('fled');
      expect(why({ ...ready, fled: true }, 'compulsory')).to.equal('eligible');
    });

    it('says beforehand what stops it: open liability, drugs outside (条款 21), the people inside the car (条例 21)', () => {
      const { stops } = of(hit, 'compulsory');
      expect(stops).to.include.members(['liabilityOpen', 'excludedDrugs', 'insideVehicle']);
      expect(of({ ...hit, fault: 'full' }, 'compulsory').stops).not.to.include('liabilityOpen');
    });
  });

  describe('B. with recourse: drunk, unlicensed, stolen, on purpose (条例 22)', () => {
    const recourse = { ...ready, recourse: true };
    it('the hospital is paid all the same; the other way does not count then', () => {
      expect(why(recourse, 'compulsoryRecourse')).to.equal('eligible');
      expect(why(recourse, 'compulsory')).to.equal('recourse');
      expect(of(recourse, 'compulsoryRecourse').stops).to.include('repaid');
    });
    it('never where nothing of the kind was told', () => expect(why(ready, 'compulsoryRecourse')).to.equal('ordinary'));
  });

  describe('C. commercial insurance pays a part first (保险法 25)', () => {
    const beyond = { ...hit, asked: yuan(60_000), fault: 'primary', papers: ['determination', 'expenseList'] } as const;
    it('what is beyond the compulsory limit, once the police have determined', () => {
      expect(why(beyond, 'commercial')).to.equal('eligible');
      expect(verdict({ ...beyond, papers: [] }, 'commercial')).to.deep.include({
        papers: ['determination', 'expenseList'],
      });
    });
    it('not within the compulsory limit, not without fault, not without such a policy, and no exclusion is read here', () => {
      expect(why({ ...beyond, asked: yuan(18_000) }, 'commercial')).to.equal('withinCompulsory');
      expect(why({ ...beyond, fault: 'none' }, 'commercial')).to.equal('notAtFault');
      expect(why({ ...beyond, commercial: false }, 'commercial')).to.equal('noCommercial');
      expect(why({ ...beyond, recourse: true }, 'commercial')).to.equal('excluded');
    });
    it('sixty days are the law; whether and how much comes before is the insurer’s habit and unconfirmed', () => {
      const { clock, rests, limit } = of({ ...beyond, commercialLimit: yuan(1_000_000) }, 'commercial');
      expect(clock[0]).to.include({ value: '60', unit: 'days', mark: 'verified' });
      expect(rests.find(({ parameter }) => parameter === 'practice.advance.prepay')).to.include({
        mark: 'unconfirmed',
      });
      expect(limit?.most).to.equal(yuan(1_000_000));
    });
  });

  describe('D. the rescue fund (条例 24; 令107号)', () => {
    const notice = { accident: '2026-11-20', purpose: 'rescue', papers: ['policeNotice'] } as const;
    it('where it fled, was not insured, or rescue costs more than the compulsory limit', () => {
      expect(why({ ...notice, fled: true }, 'rescueFund')).to.equal('eligible');
      expect(why({ ...notice, uninsured: true }, 'rescueFund')).to.equal('eligible');
      expect(why({ ...notice, compulsory: true, asked: yuan(18_001) }, 'rescueFund')).to.equal('eligible');
    });
    it('at the limit to the yuan compulsory insurance is enough; without the sum it is asked for', () => {
      expect(why({ ...notice, compulsory: true, asked: yuan(18_000) }, 'rescueFund')).to.equal('withinCompulsory');
      expect(verdict({ ...notice, compulsory: true }, 'rescueFund')).to.deep.include({ facts: ['asked'] });
    });
    it('three working days to look, two to pay (secondary)', () => {
      const days = of({ ...notice, fled: true }, 'rescueFund').clock;
      expect(days.map((one) => one.status === 'value' && [one.value, one.unit, one.mark])).to.deep.equal([
        ...[
          ['3', 'workingDays', 'secondary'],
          ['2', 'workingDays', 'secondary'],
        ],
      ]);
    });
  });

  describe('E. medical insurance pays first (社会保险法 30)', () => {
    it('where whoever should pay does not, or is unknown', () => {
      expect(why({ papers: ['expenseList'], unpaid: true }, 'medicalInsurance')).to.equal('eligible');
      expect(why({ papers: ['expenseList'], fled: true }, 'medicalInsurance')).to.equal('eligible');
      expect(verdict({ papers: ['expenseList'] }, 'medicalInsurance')).to.deep.include({ facts: ['unpaid'] });
      expect(why({ unpaid: false }, 'medicalInsurance')).to.equal('paid');
    });
    it('also for treatment that is no rescue; what it has paid is not claimed again (解释二 10)', () => {
      const found = of({ unpaid: true, purpose: 'treatment' }, 'medicalInsurance');
      expect(found.verdict.status).to.equal('needs');
      expect(found.stops).to.include('notAgainLater');
    });
  });

  it('F. a court orders medical fees before it decides, where it is clear who owes (民诉法 109, 110)', () => {
    expect(why({ papers: ['determination', 'expenseList'] }, 'courtOrder')).to.equal('eligible');
    expect(why({ papers: ['expenseList'] }, 'courtOrder')).to.equal('needs');
    expect(why({ fault: 'none' }, 'courtOrder')).to.equal('notAtFault');
  });

  it('a hit-and-run on a pedestrian: the fund first, then medical insurance, then the court', () => {
    const told: AdvanceFacts = { accident: '2026-11-20', purpose: 'rescue', fled: true, commercial: false };
    expect(ways(told, law, TODAY).map(({ route }) => route)).to.deep.equal([
      ...['rescueFund', 'medicalInsurance', 'courtOrder'],
    ]);
  });

  it('nothing known: every way but recourse stays open, and none of them throws', () => {
    expect(ways({}, law, TODAY).map(({ route }) => route)).to.deep.equal([
      ...['compulsory', 'commercial', 'rescueFund', 'medicalInsurance', 'courtOrder'],
    ]);
    expect(of({}, 'compulsory').limit, 'no day, no limit').to.equal(undefined);
  });

  it('each names papers of the list, and law that is there with source and mark', () => {
    const ids = DOCUMENTS.map(({ id }) => id);
    for (const { route, papers, rests, clock, applies } of findings(hit, law, TODAY)) {
      expect(ids, route).to.include.members([...papers]);
      expect(applies, route).not.to.be.empty;
      for (const one of [...rests, ...clock]) expect(one.status, `${route} ${one.parameter}`).to.equal('value');
    }
  });
});
