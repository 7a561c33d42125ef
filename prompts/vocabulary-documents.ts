/** Names by which people call the papers of the list (claims/documents/rules), the one of our texts first. Data: grow it by reading transcripts. */
import { list } from './choice.ts';

export const paperNames = {
  claimForm: list('索赔申请书, 索赔申请, 申请书, 索赔书, 申请表, claim form'),
  policy: list('保单, 保险单, 电子保单, insurance policy'),
  insuredId: list('被保险人身份证, 车主身份证, 司机身份证, 被保险人的身份证, identity card of the insured'),
  companyLicence: list('单位营业执照, 公司营业执照, business licence of the company'),
  vehicleLicence: list('行驶证, 行车证, vehicle license, vehicle licence'),
  drivingLicence: list('驾驶证, 驾照, 驾驶本, driver’s licence, driving license, driving licence'),
  transportPermit: list('从业资格证和运输证, 从业资格证, 运输证, 道路运输证, transport permits'),
  determination: list('事故认定书, 认定书, 责任认定书, 交通事故认定书, accident determination, police determination'),
  otherProof: list('事故证明, 派出所证明, proof of the accident'),
  sceneEvidence: list(
    '现场照片和录像, 现场照片, 现场录像, 行车记录仪, 事故照片, scene photos, dashcam, photos and video of the scene',
  ),
  agreement: list(
    '调解书或赔偿协议, 调解书, 赔偿协议, 调解协议, 和解协议, settlement agreement, mediation record or agreement',
  ),
  paymentProof: list(
    '转账记录和收条, 转账记录, 收条, 转账截图, 付款凭证, transfer record, transfer record and receipt',
  ),
  bankCard: list('收款银行卡, 银行卡, 收款卡, 储蓄卡, bank card, bank card of the payee'),
  authorisation: list('授权委托书, 委托书, 授权书, power of attorney, authorisation'),
  agentId: list('代办人身份证, 代办人的身份证, 受托人身份证, identity card of the agent'),
  injuredId: list(
    '伤者身份证, 伤者的身份证, 病人身份证, 身份证, id card, identity card, identity card of the injured person',
  ),
  minorPapers: list(
    '出生证和监护人身份证, 出生证, 出生证明, 监护人身份证, birth certificate, birth certificate and a guardian’s card',
  ),
  urbanResidence: list('城镇居住证明, 居住证, 居住证明, 暂住证, 城镇证明, proof of living in town'),
  invoices: list(
    '医疗费发票, 医疗发票, 医药费发票, 住院发票, 门诊发票, 发票, 收费票据, invoice, invoices, medical invoice, bill, medical invoices',
  ),
  outpatientRecord: list('门诊病历, 门诊本, 病历本, 病历, outpatient records, medical record, outpatient record'),
  diagnosis: list('诊断证明, 诊断书, 诊断, 诊断证明书, diagnosis certificate, diagnosis'),
  examReports: list(
    '检查报告, ct报告, 片子, 检查单, 化验单, 核磁, x光, x光片, ct, mri, exam report, test results, x-ray, examination reports',
  ),
  expenseList: list('费用清单, 清单, 费用明细, 收费清单, 住院清单, cost list, itemised bill, list of costs'),
  outsideMedicine: list(
    '外购药的处方和发票, 外购药, 处方, 药店发票, prescription, prescription and invoice of medicine bought outside',
  ),
  dischargeSummary: list(
    '入院记录和出院小结, 出院小结, 出院记录, 入院记录, 出院证明, discharge summary, discharge paper, admission record and discharge summary',
  ),
  inpatientOrders: list(
    '病案首页和医嘱单, 病案首页, 医嘱单, 长期医嘱, 临时医嘱, first page of the file and order sheets',
  ),
  operationRecord: list('手术记录, 手术单, surgery record, operation record'),
  doctorOrders: list(
    '休息、护理、营养的医嘱, 医嘱, 病假条, 休息证明, 假条, 病休证明, 休假证明, doctor’s orders, doctor’s note, sick note',
  ),
  insuranceStatement: list('医保结算单, 医保单, 医保结算, 结算单, medical insurance statement'),
  workInjuryPapers: list('工伤认定书和支付凭证, 工伤认定书, 工伤认定, work-injury decision and payment record'),
  travelTickets: list(
    '交通和住宿票据, 车票, 打车票, 住宿票, 交通票据, 交通费票, tickets, taxi receipts, tickets for travel and lodging',
  ),
  labourContract: list('劳动合同, 合同, 用工合同, labor contract, employment contract, labour contract'),
  employerDeduction: list(
    '单位的扣工资证明, 误工证明, 扣工资证明, 单位证明, 收入证明, 误工扣薪证明, employer’s note, employer’s note on wages not paid',
  ),
  wageRecords: list(
    '工资银行流水, 工资流水, 银行流水, 流水, 工资单, 工资条, pay slips, wage slips, bank statement, bank record of wages',
  ),
  taxRecords: list('个人所得税记录, 个税记录, 完税证明, 个税, 纳税记录, tax record, income-tax record'),
  platformRecords: list(
    '平台接单和收入记录, 接单记录, 跑单记录, 骑手收入, 平台流水, platform records, platform’s record of orders and pay',
  ),
  payRecords: list('收款记录, 微信流水, 支付宝流水, 收款流水, 收款截图, records of money received'),
  foremanNote: list('用工证明, 工头证明, 雇主证明, 包工头证明, note of who hired you'),
  attendance: list('考勤或工地门禁记录, 考勤, 打卡记录, 考勤表, 门禁记录, attendance or site-gate record'),
  coworkerNote: list('工友的书面说明, 工友证明, 工友说明, 证人证言, written word of fellow workers'),
  businessLicence: list('营业执照, 个体执照, 执照, business license, business licence'),
  threeYearAccounts: list(
    '近三年的收入和纳税记录, 近三年收入, 三年流水, 账本, 三年纳税, income and tax of three years',
  ),
  closureProof: list('停业的证明, 停业证明, 关门证明, proof that the business stood still'),
  landContract: list('土地承包合同, 土地合同, 承包合同, land contract'),
  villageNote: list('村委会的务农证明, 村委会证明, 村里证明, 务农证明, village committee’s note'),
  salesRecords: list('卖农产品的记录, 卖粮记录, 销售记录, records of sales'),
  workProof: list('还在干活的证明, 在职证明, 干活的证明, proof that you still work'),
  periodOpinion: list('误工期的鉴定意见, 误工期鉴定, 三期鉴定, opinion on the days off work'),
  hiredCare: list('护工合同和发票, 护工合同, 护工发票, 护工票, carer’s contract and invoice'),
  familyRelation: list(
    '家属护理的关系证明, 护理关系证明, 陪护关系证明, proof of relation to the family member who cares',
  ),
  carerIncome: list(
    '家属护理的收入证明, 护理人收入证明, 陪护人收入证明, 家属误工证明, income of the family member who cares',
  ),
  appraisalOpinion: list(
    '伤残鉴定意见书, 鉴定意见书, 伤残鉴定, 鉴定书, 鉴定报告, 伤残鉴定书, disability appraisal, appraisal of disability',
  ),
  appraisalInvoice: list('鉴定费发票, 鉴定费, 鉴定发票, appraisal invoice, invoice of the appraisal'),
  aidsPapers: list('辅助器具的意见和发票, 轮椅发票, 假肢发票, 辅助器具发票, opinion and invoice for aids'),
  dependantsBook: list(
    '户口簿和亲属关系证明, 户口簿, 户口本, 亲属关系证明, household book, household book and proof of relation',
  ),
  supporters: list('兄弟姐妹人数的证明, 兄弟姐妹证明, proof of how many support an elder'),
  noMeans: list('老人没有收入的证明, 没有收入的证明, 无收入证明, 低保证, proof that an elder has no means'),
  deathCertificate: list('死亡医学证明, 死亡证明, 死亡证, death certificate, medical certificate of death'),
  cremationProof: list('火化证明, 火化证, cremation certificate, proof of cremation'),
  deregistration: list('户口注销证明, 销户证明, 户籍注销, 注销证明, proof of deregistration'),
  familyPapers: list('近亲属的身份证和关系证明, 近亲属身份证, 继承人身份证'),
  familyAuthorisation: list('近亲属共同的委托书, 共同委托书, authorisation by the whole family'),
  policeNotice: list(
    '交警的抢救费通知书, 抢救费通知书, 垫付通知书, 通知书, police notice of rescue fees, police notice of emergency fees',
  ),
  rescueFeeList: list('抢救费用清单, 抢救费清单, list of rescue fees, list of emergency fees'),
  hospitalAccount: list('医院的收款账户, 医院账户, 医院账号, the hospital’s account'),
  advanceForm: list('垫付申请书, 垫付申请, 垫付申请表, request for an advance'),
  fundForm: list('救助基金申请表, 救助基金申请, 救助基金表, request to the rescue fund'),
  summons: list('起诉状和传票, 传票, 起诉状, summons, statement of claim and summons'),
  judgment: list('判决书和生效证明, 判决书, 判决, 生效证明, judgment and proof that it is final'),
  courtFees: list('诉讼费票据, 诉讼费, 诉讼费发票, receipt of court fees'),
} as const;
