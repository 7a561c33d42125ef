/** Facts in, list of papers out, as a claims expert would check them. `lacks` are the facts that are asked for. */
import type { CaseFacts, FactName } from '../../claims/documents/types.ts';

export interface DocumentCase {
  readonly is: string;
  readonly facts: CaseFacts;
  /** All papers that are needed, in any order. */
  readonly needs: string;
  /** Papers that depend on a fact nobody has told. */
  readonly depends?: string;
  readonly lacks?: readonly FactName[];
}

/** Everything is known, and nothing of it is so: each case says what is. */
export const NOTHING = {
  accident: '2026-03-01',
  offRoad: false,
  policeHandled: true,
  insuredIsCompany: false,
  commercialUse: false,
  agent: false,
  died: false,
  minor: false,
  outpatient: false,
  inpatient: false,
  surgery: false,
  outsideMedicine: false,
  medicalInsurancePaid: false,
  workInjury: false,
  lostIncome: false,
  care: false,
  travelled: false,
  disability: false,
  aids: false,
  childDependants: false,
  adultDependants: false,
  insuredPaid: false,
  advance: false,
  fund: false,
  lawsuit: false,
  ruralRegistered: false,
  settledBy: 'notYet',
} as const satisfies CaseFacts;

/** Asked of everybody. */
const BASE = 'claimForm policy insuredId vehicleLicence drivingLicence determination bankCard injuredId';
/** What everybody is asked for, and more; `without` what the case replaces. */
const base = (more: string, without = ''): string =>
  `${BASE} ${more}`
    .split(' ')
    .filter((id) => !without.split(' ').includes(id))
    .join(' ');
const SEEN = 'invoices diagnosis examReports expenseList';

export const DOCUMENT_CASES: readonly DocumentCase[] = [
  { is: 'nobody was treated', facts: NOTHING, needs: BASE },
  {
    is: 'a visit to the outpatient department',
    facts: { ...NOTHING, outpatient: true },
    needs: base(`${SEEN} outpatientRecord`),
  },
  {
    is: 'in hospital with an operation, part paid by medical insurance (解释二 10)',
    facts: { ...NOTHING, inpatient: true, surgery: true, medicalInsurancePaid: true },
    needs: base(`${SEEN} dischargeSummary inpatientOrders operationRecord insuranceStatement`),
  },
  {
    is: 'in hospital, wages not paid, cared for by the family',
    facts: { ...NOTHING, inpatient: true, lostIncome: true, occupation: 'payroll', care: true, carer: 'family' },
    needs: base(
      `${SEEN} dischargeSummary inpatientOrders doctorOrders labourContract employerDeduction wageRecords familyRelation carerIncome`,
    ),
  },
  {
    is: 'a delivery rider who was an outpatient, with tickets',
    facts: { ...NOTHING, outpatient: true, lostIncome: true, occupation: 'rider', travelled: true },
    needs: base(`${SEEN} outpatientRecord doctorOrders travelTickets platformRecords payRecords`),
  },
  {
    is: 'a child: no income of its own is asked for, the parents’ card is',
    facts: { ...NOTHING, outpatient: true, minor: true, lostIncome: true },
    needs: base(`minorPapers ${SEEN} outpatientRecord`),
  },
  {
    is: 'disability with a child and an old mother to support',
    facts: { ...NOTHING, disability: true, childDependants: true, adultDependants: true },
    needs: base('appraisalOpinion appraisalInvoice dependantsBook supporters noMeans'),
  },
  {
    is: 'a death: no appraisal, whoever had planned one',
    facts: { ...NOTHING, died: true, disability: true, childDependants: true },
    needs: base('dependantsBook deathCertificate cremationProof deregistration familyPapers familyAuthorisation'),
  },
  {
    is: 'rescue fees paid by the insurer first: police notice, list, the hospital’s account (条例 31)',
    facts: { ...NOTHING, inpatient: true, advance: true },
    needs: base(`${SEEN} dischargeSummary inpatientOrders policeNotice rescueFeeList hospitalAccount advanceForm`),
  },
  {
    is: 'the rescue fund',
    facts: { ...NOTHING, fund: true },
    needs: base('policeNotice rescueFeeList fundForm'),
  },
  {
    is: 'off the road, without a determination',
    facts: { ...NOTHING, offRoad: true, policeHandled: false },
    needs: base('otherProof sceneEvidence', 'determination'),
  },
  {
    is: 'off the road, but the police came and gave a determination',
    facts: { ...NOTHING, offRoad: true },
    needs: base('sceneEvidence'),
  },
  {
    is: 'a company’s lorry, an agent, and a payment already made (保险法 65)',
    facts: { ...NOTHING, insuredIsCompany: true, commercialUse: true, agent: true, insuredPaid: true },
    needs: base('companyLicence transportPermit paymentProof authorisation agentId', 'insuredId'),
  },
  {
    is: 'a lawsuit that has been judged',
    facts: { ...NOTHING, lawsuit: true, settledBy: 'judgment' },
    needs: base('summons judgment courtFees'),
  },
  { is: 'a mediation', facts: { ...NOTHING, settledBy: 'mediation' }, needs: base('agreement') },
  {
    is: 'work injury, medicine from outside, a wheelchair, a hired carer',
    facts: {
      ...NOTHING,
      workInjury: true,
      outsideMedicine: true,
      disability: true,
      aids: true,
      care: true,
      carer: 'hired',
    },
    needs: base('outsideMedicine doctorOrders workInjuryPapers hiredCare appraisalOpinion appraisalInvoice aidsPapers'),
  },
  {
    is: 'registered in the country, hurt on 2022-05-01: nobody is asked where he lives (人损解释 24)',
    facts: { ...NOTHING, accident: '2022-05-01', disability: true, ruralRegistered: true },
    needs: base('appraisalOpinion appraisalInvoice'),
  },
  {
    is: 'the same, one day earlier: the old rule goes by where one lived',
    facts: { ...NOTHING, accident: '2022-04-30', disability: true, ruralRegistered: true },
    needs: base('urbanResidence appraisalOpinion appraisalInvoice'),
  },
  {
    is: 'the same in 天津, whose pilot had begun: not asked for',
    facts: { ...NOTHING, accident: '2021-06-01', region: '天津', disability: true, ruralRegistered: true },
    needs: base('appraisalOpinion appraisalInvoice'),
  },
  {
    is: 'only whether income was lost is not known',
    facts: { ...NOTHING, outpatient: true, lostIncome: undefined },
    needs: base(`${SEEN} outpatientRecord`),
    depends:
      'doctorOrders labourContract employerDeduction wageRecords platformRecords payRecords foremanNote businessLicence threeYearAccounts landContract villageNote workProof',
    lacks: ['lostIncome'],
  },
  {
    is: 'income was lost, but nobody said how it is earned',
    facts: { ...NOTHING, outpatient: true, lostIncome: true },
    needs: base(`${SEEN} outpatientRecord doctorOrders`),
    depends:
      'labourContract employerDeduction wageRecords platformRecords payRecords foremanNote businessLicence threeYearAccounts landContract villageNote workProof',
    lacks: ['occupation'],
  },
];
