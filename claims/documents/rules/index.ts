/** Every paper, in the order in which a list names them. One line a paper. */
import type { DocumentRule } from '../types.ts';
import { advanceForm } from './advanceForm.ts';
import { agentId } from './agentId.ts';
import { agreement } from './agreement.ts';
import { aidsPapers } from './aidsPapers.ts';
import { appraisalInvoice } from './appraisalInvoice.ts';
import { appraisalOpinion } from './appraisalOpinion.ts';
import { attendance } from './attendance.ts';
import { authorisation } from './authorisation.ts';
import { bankCard } from './bankCard.ts';
import { businessLicence } from './businessLicence.ts';
import { carerIncome } from './carerIncome.ts';
import { claimForm } from './claimForm.ts';
import { closureProof } from './closureProof.ts';
import { companyLicence } from './companyLicence.ts';
import { courtFees } from './courtFees.ts';
import { coworkerNote } from './coworkerNote.ts';
import { cremationProof } from './cremationProof.ts';
import { deathCertificate } from './deathCertificate.ts';
import { dependantsBook } from './dependantsBook.ts';
import { deregistration } from './deregistration.ts';
import { determination } from './determination.ts';
import { diagnosis } from './diagnosis.ts';
import { dischargeSummary } from './dischargeSummary.ts';
import { doctorOrders } from './doctorOrders.ts';
import { drivingLicence } from './drivingLicence.ts';
import { employerDeduction } from './employerDeduction.ts';
import { examReports } from './examReports.ts';
import { expenseList } from './expenseList.ts';
import { familyAuthorisation } from './familyAuthorisation.ts';
import { familyPapers } from './familyPapers.ts';
import { familyRelation } from './familyRelation.ts';
import { foremanNote } from './foremanNote.ts';
import { fundForm } from './fundForm.ts';
import { hiredCare } from './hiredCare.ts';
import { hospitalAccount } from './hospitalAccount.ts';
import { injuredId } from './injuredId.ts';
import { inpatientOrders } from './inpatientOrders.ts';
import { insuranceStatement } from './insuranceStatement.ts';
import { insuredId } from './insuredId.ts';
import { invoices } from './invoices.ts';
import { judgment } from './judgment.ts';
import { labourContract } from './labourContract.ts';
import { landContract } from './landContract.ts';
import { minorPapers } from './minorPapers.ts';
import { noMeans } from './noMeans.ts';
import { operationRecord } from './operationRecord.ts';
import { otherProof } from './otherProof.ts';
import { outpatientRecord } from './outpatientRecord.ts';
import { outsideMedicine } from './outsideMedicine.ts';
import { paymentProof } from './paymentProof.ts';
import { payRecords } from './payRecords.ts';
import { periodOpinion } from './periodOpinion.ts';
import { platformRecords } from './platformRecords.ts';
import { policeNotice } from './policeNotice.ts';
import { policy } from './policy.ts';
import { rescueFeeList } from './rescueFeeList.ts';
import { salesRecords } from './salesRecords.ts';
import { sceneEvidence } from './sceneEvidence.ts';
import { summons } from './summons.ts';
import { supporters } from './supporters.ts';
import { taxRecords } from './taxRecords.ts';
import { threeYearAccounts } from './threeYearAccounts.ts';
import { transportPermit } from './transportPermit.ts';
import { travelTickets } from './travelTickets.ts';
import { urbanResidence } from './urbanResidence.ts';
import { vehicleLicence } from './vehicleLicence.ts';
import { villageNote } from './villageNote.ts';
import { wageRecords } from './wageRecords.ts';
import { workInjuryPapers } from './workInjuryPapers.ts';
import { workProof } from './workProof.ts';

export const DOCUMENTS: readonly DocumentRule[] = [
  claimForm,
  policy,
  insuredId,
  companyLicence,
  vehicleLicence,
  drivingLicence,
  transportPermit,
  determination,
  otherProof,
  sceneEvidence,
  agreement,
  paymentProof,
  bankCard,
  authorisation,
  agentId,
  injuredId,
  minorPapers,
  urbanResidence,
  invoices,
  outpatientRecord,
  diagnosis,
  examReports,
  expenseList,
  outsideMedicine,
  dischargeSummary,
  inpatientOrders,
  operationRecord,
  doctorOrders,
  insuranceStatement,
  workInjuryPapers,
  travelTickets,
  labourContract,
  employerDeduction,
  wageRecords,
  taxRecords,
  platformRecords,
  payRecords,
  foremanNote,
  attendance,
  coworkerNote,
  businessLicence,
  threeYearAccounts,
  closureProof,
  landContract,
  villageNote,
  salesRecords,
  workProof,
  periodOpinion,
  hiredCare,
  familyRelation,
  carerIncome,
  appraisalOpinion,
  appraisalInvoice,
  aidsPapers,
  dependantsBook,
  supporters,
  noMeans,
  deathCertificate,
  cremationProof,
  deregistration,
  familyPapers,
  familyAuthorisation,
  policeNotice,
  rescueFeeList,
  hospitalAccount,
  advanceForm,
  fundForm,
  summons,
  judgment,
  courtFees,
];

const byId = new Map(DOCUMENTS.map((rule) => [rule.id, rule]));

/** Undefined for a name that came from outside and is none. */
export const findDocument = (id: string): DocumentRule | undefined => byId.get(id);
