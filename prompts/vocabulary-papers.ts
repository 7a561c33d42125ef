/** Words of the questions about papers: what is so in a case, how somebody earns, who cared, whose papers they are. */
import { list } from './choice.ts';

/** By the names of the facts (claims/documents/types.ts). */
export const caseFact = {
  offRoad: list(
    '小区、工地等道路外出的事, 道路外, 小区里, 停车场, 工地上, 厂里, off the road, in a yard, parking lot, building site',
  ),
  policeHandled: list(
    '交警在处理或处理过, 交警处理, 交警来过, 交警在处理, 报过警, 报了警, 认定书出了, 有认定书, the police dealt with it, the police came, police',
  ),
  insuredIsCompany: list(
    '保单是单位的, 单位的车, 公司的车, 公司车, the policy is a company’s, company car, company’s policy',
  ),
  commercialUse: list(
    '车用来载客或拉货挣钱, 营运, 网约车, 出租车, 货车, 载客, 拉货, 跑货运, the vehicle earns money, taxi, truck, commercial',
  ),
  insuredPaid: list(
    '已经付钱给伤者, 付过钱, 给过钱, 垫过钱, 垫付了, 垫了, 已经付钱, I have paid the injured person, I paid, already paid',
  ),
  minor: list(
    '伤者不满十八岁, 不满十八, 不到十八, 未成年, 小孩, 孩子受伤, 学生, the injured person is under eighteen, under eighteen, under 18, minor',
  ),
  outpatient: list('看过门诊或急诊, 看过门诊, 门诊, 急诊, treated as an outpatient, outpatient, emergency room'),
  inpatient: list('住过院, 住院, 住了院, 在住院, stay in hospital, in hospital, hospitalised, inpatient'),
  surgery: list('做过手术, 做手术, 做了手术, 开刀, 开了刀, 开过刀, 动了刀, 手术, had an operation, operation, surgery'),
  outsideMedicine: list(
    '在医院外面买过药, 外面买药, 外面买过药, 外面买了药, 外面的药, 自己买药, 自己买过药, 院外买药, 外购药, 在外面买的药, 药是在外面买的, 药在外面买的, 药店买, medicine bought outside, bought medicine, pharmacy',
  ),
  medicalInsurancePaid: list(
    '医保报销过, 医保报了, 医保报销, 用了医保, 刷医保, 医保, medical insurance paid a part, medical insurance',
  ),
  workInjury: list(
    '工作时或上下班路上受的伤, 上班路上, 下班路上, 上下班, 工作时, 上班时, 工伤, hurt at work or on the way, at work, on the way to work, work injury',
  ),
  lostIncome: list(
    '因为受伤少挣了钱, 误工, 没上班, 请假, 扣工资, 少挣, 没法干活, 不能上班, earned less because of the injury, lost income, missed work, off work',
  ),
  care: list('要人照顾, 有人照顾, 照顾, 护理, 陪护, 护工, somebody has to care, care, carer, nursing'),
  travelled: list(
    '看病花了车费或住宿费, 车费, 打车, 住宿费, 路费, 交通费, costs of travel or lodging, travel, taxi fares, lodging, hotel',
  ),
  disability: list('可能要评伤残, 评残, 评伤残, 伤残, 伤残鉴定, disability may be appraised, disability, appraisal'),
  aids: list(
    '要用轮椅、假肢这类器具, 轮椅, 假肢, 拐杖, 支具, 辅助器具, aids such as a wheelchair, wheelchair, prosthesis, crutches',
  ),
  childDependants: list(
    '有没满十八岁的孩子要养, 要养孩子, 有孩子, 小孩要养, 未成年孩子, children under eighteen to support, children, child to support',
  ),
  adultDependants: list(
    '有没收入、要养的老人或亲人, 要养老人, 有老人, 养老人, 父母要养, elders or others to support, elders, parents to support',
  ),
  ruralRegistered: list(
    '户口在农村、人住在城里, 农村户口, 户口在农村, registered in the country but living in town, rural registration',
  ),
} as const;

export const occupation = {
  name: 'occupation',
  options: [
    'payroll',
    'rider',
    'dayWages',
    'selfEmployed',
    'farmer',
    'pastRetirement',
    'housework',
    'minorsParent',
    'familyCarer',
  ],
  words: {
    payroll: list(
      '每月领工资, 领工资, 上班, 打工, 工资, 职工, 员工, 公司, 单位, 工厂, wages every month, salary, employed, employee, payroll',
    ),
    rider: list(
      '送外卖、送快递, 送外卖, 送快递, 外卖, 骑手, 快递, 跑单, 网约车, delivery rider, rider, courier, delivery',
    ),
    dayWages: list(
      '打零工、日结, 打零工, 零工, 日结, 工地, 现金工资, 临时工, 瓦工, 小工, paid by the day, day labour, casual work, cash wages',
    ),
    selfEmployed: list(
      '自己做生意, 做生意, 开店, 个体, 个体户, 老板, 摆摊, 自己干, own business, self-employed, my own shop, own shop',
    ),
    farmer: list('种地、养殖, 种地, 务农, 农民, 养殖, 种田, 养猪, farming, farmer, farm'),
    pastRetirement: list('到了退休年龄还在干活, 退休了还在, 退休, 过了退休年龄, working past retirement age, retired'),
    housework: list(
      '在家做家务, 家务, 家庭主妇, 没上班, 没工作, 不上班, 全职妈妈, 无业, housework, housewife, no job, unemployed',
    ),
    minorsParent: list('照顾受伤孩子的父母, 孩子受伤, 照顾孩子, 我孩子, parent of a hurt child, my child'),
    familyCarer: list('照顾伤者的家人, 照顾家人, 陪护的家人, 照顾伤者, 陪护, family member who cares, looking after'),
  },
} as const;

export const carer = {
  name: 'carer',
  options: ['family', 'hired'],
  words: {
    family: list('家人照顾, 家人, 家属, 自己人, 老婆, 老公, 父母, 儿子, 女儿, 亲戚, family, relatives, wife, husband'),
    hired: list('请了护工, 护工, 请人, 花钱请, 保姆, a hired carer, hired, carer, nurse'),
  },
} as const;

export const side = {
  name: 'paperSide',
  options: ['insured', 'injured'],
  words: {
    insured: list(
      '开车的一方, 开车的, 开车那边, 开车这边, 我们是开车的, 我老公开的车, 我老婆开的车, 我开的车, 我撞的, 我撞了, 我们撞了, 肇事方, 肇事的, 司机家属, 司机家里, 我们撞的, 司机, 车主, 开车一方, 被保险人, 保险公司的客户, 撞人的, the driver’s side, driver, insured, car owner',
    ),
    injured: list(
      '受伤的一方, 受伤的, 伤者, 受伤一方, 被撞的, 家属, 病人, the injured side, injured, the victim, family',
    ),
  },
} as const;
