/** Reasons and items of a settlement by their names: 非医保, 责任比例, 误工费. */
import { plain } from './plain.ts';

/** Reasons and items that words name, as claims/deductions calls them. */
export interface Named {
  readonly codes: readonly string[];
  readonly items: readonly string[];
}

const CODES: Readonly<Record<string, RegExp>> = {
  nonMedicare:
    /非医保|医保外|自费药|进口药|进口的药|(?:不在|没在)医保|医保目录|超医保|超出医保|imported (?:drug|medic)|not covered by (?:medical|health)|outside (?:the )?(?:medical |health |basic )?insurance|non-?medicare/,
  unrelatedTreatment: /和事故无关|跟事故无关|不是这次|老毛病|降压|糖尿病|unrelated/,
  priorCondition: /参与度|旧伤|旧病|原来就有|骨质疏松|old injury|pre-?existing/,
  faultRatio:
    /责任比例|责任(?:那|这)[条笔项]|按责任|按比例|七成|三成|[1-9]0%|主责|次责|主要责任|我(?:儿子|家人|们)?(?:也)?(?:要|得|该)?(?:担|负)[^,，。]{0,3}责|fault share|share of (?:the )?fault/,
  limbLimit:
    /分项|一格|(?:1\.8万|一万八(?!千)|18000)[^,，。]{0,4}(?:怎么分|限额|上限|封顶|够)|只(?:付|赔|给)[^,，。]{0,3}(?:1\.8万|一万八|18000)|限额怎么分|(?:强制险|交强险)[^,，。]{0,8}(?:上限|限额|只付|只赔|只给|才付|才赔|才给|怎么分|怎么只)|limit (?:is )?shared|compulsory (?:insurance )?limit/,
  policyLimit: /保额|限额不够|超过限额/,
  deductible: /免赔率|绝对免赔|自担|deductible/,
  paidByFund:
    /医保(?:已经?|都)?报(?:销)?(?:过|了)|工伤(?:已经?)?(?:赔|付)|already (?:paid|reimbursed) by (?:medical|health)/,
  advance: /(?:之前|先|已经?)垫付?的|垫过的|advance/,
  excessTreatment: /挂床|过度(?:治疗|医疗|住院)|住院天数/,
  fees: /鉴定费|诉讼费|受理费|court fee|appraisal fee/,
  reappraisal: /重新鉴定|重鉴|appraised again/,
};
const ITEMS: Readonly<Record<string, RegExp>> = {
  medical: /医疗费|医药费|药费|看病(?:的)?钱|住院费|治疗费|(?<!营养)药(?!店)|medical|medicine|drug|hospital bill/,
  followUp: /后续治疗|取钢板|二次手术|拆钢板|follow-?up|second operation/,
  hospitalMeals: /伙食|meals/,
  nutrition: /营养费|营养|nutrition/,
  lostIncome: /误工|工资|收入损失|lost (?:income|wages)|wages/,
  nursing: /护理|护工|陪护|nursing|carer/,
  transport: /交通费|车费|打车|transport|travel/,
  lodging: /住宿|lodging/,
  aids: /辅助器具|轮椅|假肢|拐杖|wheelchair|aids/,
  disability: /残疾赔偿|伤残赔偿|残疾金|disability/,
  death: /死亡赔偿|death compensation/,
  funeral: /丧葬|funeral/,
  dependants: /被扶养|抚养费|扶养费|赡养费|生活费|dependant/,
  mentalDistress: /精神(?:损害|损失|抚慰|损失费)|抚慰金|mental distress/,
  appraisal: /鉴定费|appraisal fee/,
  property: /车损|财物|电动车修|手机坏|property/,
};
const found = (all: Readonly<Record<string, RegExp>>, words: string): string[] =>
  Object.keys(all).filter((name) => all[name]?.test(words));

export function namedIn(text: string): Named | undefined {
  const words = plain(text);
  const [codes, items] = [found(CODES, words), found(ITEMS, words)];
  return codes.length + items.length > 0 ? { codes, items } : undefined;
}
