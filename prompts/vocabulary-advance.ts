/** Words of the choices about money for treatment. Labels of the buttons are in locales and are tested to be among them. */
import { list, type Vocabulary } from './choice.ts';

/** What the money is for. */
export const purpose = {
  name: 'advancePurpose',
  options: ['rescue', 'treatment'],
  words: {
    rescue: list(`
  抢救，马上要做的手术, 抢救, 救命, 抢救费, 急救, 急诊手术, 马上要做的手术, 马上手术, 马上要手术, 等着手术, 做手术, 手术费, 手术, 开刀, 开颅, 救人, 进icu, 重症,
  rescue or urgent surgery, rescue, surgery, urgent surgery, operation, emergency, emergency treatment, to save life, icu`),
    treatment: list(`
  后面的治疗、住院费, 住院费, 后面治疗, 后头的治疗, 住院的钱, 治疗的钱, 后面的医药费, 后头的医药费, 后续治疗, 后面的治疗, 后期治疗, 继续治疗, 普通治疗, 药费, 医药费, 康复, 康复费, 护理费, 检查费, 换药, 床位费, 复查, 营养费,
  ongoing treatment or the stay, ongoing treatment, later treatment, the stay, hospital stay, medicine, drugs, rehabilitation, nursing, aftercare, check-ups`),
  },
} as const satisfies Vocabulary<string>;

/** Who said that it must be paid. */
export const askedBy = {
  name: 'advanceAskedBy',
  options: ['hospital', 'family', 'police', 'nobody'],
  words: {
    hospital: list(`
  医院, 医生, 护士, 护士长, 收费处, 收费室, 住院部, 主治医生, 大夫, 科室, 主任, hospital, the hospital, doctor, the doctor, nurse, the nurse, the ward, cashier`),
    family: list(`
  伤者或家属, 伤者, 家属, 伤者家属, 对方, 对方家属, 对方家里, 他家里人, 他家人, 她家人, 他老婆, 他儿子, 他女儿, 伤者家里, 受伤的人, the injured or family, the family, family, the injured person,
  his family, her family, the other side, his wife, his son`),
    police: list(`交警, 警察, 交警队, 民警, 办案民警, 事故科, police, the police, traffic police, officer`),
    nobody: list(`
  没人催，先问问, 没人催, 没有人催, 没人要, 先问问, 我先问问, 我自己想问, 自己问的, 还没人说, nobody, nobody yet, no one, just asking, i am just asking`),
  },
} as const satisfies Vocabulary<string>;
