/** Words of the choices about people: who speaks, and how somebody is. */

import { list, type Vocabulary } from './choice.ts';
import { deathsIn, dyingIn } from './death-words.ts';
import { matches } from './matches.ts';

const stretches = (text: string, pattern: RegExp) =>
  matches(pattern, text).map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** “司机的妈妈”: who speaks for the driver or the owner, not one of them. */
const theirKin = ['司机', '车主', '驾驶员', '驾驶人', '开车的', '开车的人', '投保人'].flatMap((whose) =>
  [
    '妈妈',
    '妈',
    '母亲',
    '爸爸',
    '爸',
    '父亲',
    '老婆',
    '妻子',
    '爱人',
    '老公',
    '丈夫',
    '儿子',
    '女儿',
    '哥哥',
    '哥',
    '弟弟',
    '弟',
    '姐姐',
    '姐',
    '妹妹',
    '妹',
    '亲戚',
    '家人',
    '家属',
    '朋友',
    '同事',
    '邻居',
    '老板',
    '领导',
  ].flatMap((kin) => [`${whose}的${kin}`, `${whose}${kin}`, `我是${whose}的${kin}`, `我是${whose}${kin}`]),
);

const KIN =
  '(?:老公|老婆|爱人|丈夫|妻子|媳妇|爸爸?|妈妈?|父亲|母亲|儿子|女儿|[哥弟姐妹]{1,2}|朋友|同事|家人|亲戚|司机|车主)';
/** “打我老婆的 138…”, “我老婆的号码”: whose number it is. */
const THEIR_NUMBER = new RegExp(
  `(?:打|拨|联系|找|加|留|用)给?[我他她]?们?家?${KIN}|[我他她]?们?家?${KIN}(?:的 ?(?=\\+?\\d{3})|的?(?:电话|手机|号码|微信|联系方式))`,
  'g',
);
/** “我坐副驾”, “我老公开的车我坐后排”: a passenger, whoever drove. */
const RIDES =
  /(?:[^,。;!?\n ]{1,6}开的?车?[, ]?)?(?:我|本人|自己|(?:^|[,。;!? ])(?:是|当时)?)(?:当时|那时候?|就|是|也){0,2}(?:坐|在)(?:在|的)?(?:[^,。;!?\n我]{1,4}的?车的?)?(?:副驾驶?|后座|后排|后面|车后)(?!的(?:是|人|那))|我(?:当时|是|就)?(?:坐|搭|乘)[^,。;!?\n我]{0,5}(?:车|公交|网约车|滴滴|的士)(?![祸])|我是(?:坐车|搭车|乘车)的/g;
const ridesIn = (text: string) =>
  /车主|投保|我的车|车是我的|我自?己?开|我(?:也|都)?(?:受|骨折|断|伤)|伤者|受伤的是我/.test(text)
    ? []
    : stretches(text, RIDES);

export const role = {
  name: 'role',
  aside: THEIR_NUMBER,
  told: [['other', ridesIn]],
  /** family: of the injured person. insured: owner or policyholder who did not drive. other: anyone who reports for them, or passes by. */
  options: ['driver', 'insured', 'injured', 'family', 'other'],
  words: {
    driver: list(`
  我是司机, 我就是司机, 我是驾驶人, 我是驾驶员, 司机, 驾驶人, 驾驶员, 司机本人, 开车的人, 开车的, 我开的车, 我开车, 我开的, 俺开的车, 俺开的, 俺开车, 咱开的车,
  车是我开的, 是我开的, 开车的是我, 开车那个, 开车的那个, 司机是我, 我是开车的, 我在开, 我驾驶, 我自己开, 本人驾驶, 也是司机, 兼司机, 就是司机, 我撞的, 我撞了, 骑车的是我,
  driver, i am the driver, the driver, i'm the driver, i was driving, i drove, me driving`),
    insured: list(`
  车主或投保人，没开车, owner or policyholder, 投保人没开车,   车主, 我是车主, 车主，没开车, 没开车, 没有开车, 被保险人, 投保人, 保单是我的, 车是我的, 我的车, 不是我开的,
  别人开的, 别人开我的车, 借给别人, 借给朋友, 老公开的, 老婆开的, 儿子开的, 女儿开的, 家人开的, 朋友开的, 司机开的,
  员工开的, 他开的, 她开的, owner, car owner, the owner not driving, i own the car, policyholder, policy holder,
  insured, the insured, not driving, not the driver, someone else drove, my car`),
    injured: list(`
  伤者, 我是伤者, 伤者本人, 我就是伤者, 受伤的人, 受伤的是我, 我受伤了, 我受伤, 我受了伤, 我伤了, 被撞的人, 被撞的,
  我被撞, 我被车撞, 我让车撞, 被撞的是我, 受害人, 受害者, 受伤的本人, 骑车被撞, 走路被撞, injured,
  the injured person, i am injured, i'm injured, i am hurt, i'm hurt, i was hit, i was hurt, victim, hurt person`),
    family: list(`
  伤者家属, 伤者的家属, 伤者家人, 伤者的家人, 家属, 家人, 亲属, 亲戚, 亲人, 我是他老婆, 我是她老公, 老公, 老婆, 爱人,
  妻子, 丈夫, 老伴, 儿子, 女儿, 孩子, 小孩, 我爸, 我妈, 爸爸, 妈妈, 父亲, 母亲, 爷爷, 奶奶, 外公, 外婆, 姥姥, 姥爷,
  哥哥, 弟弟, 姐姐, 妹妹, 媳妇, 女婿, 侄, 我哥, 我弟, 我姐, 我妹, family, family of the injured, relative, wife,
  husband, son, daughter, mother, father, parent, my mum, my mom, my dad, brother, sister`),
    other: [
      ...theirKin,
      ...list(`
  其他, 其他人, 其它, 别的, 以上都不是, 都不是, 路人, 路过, 过路, 目击, 目击者, 热心, 朋友, 同事, 同学, 邻居, 乘客, 坐车的,
  代报案, 代报, 替别人, 替别人报案, 替朋友, 帮别人, 帮朋友, 帮司机, 帮车主, 代司机, 代车主, 司机家属, 司机的家属,
  车主家属, 车主的家属, 司机的老婆, 司机的朋友, 公司, 车队, 单位, 管车的, other, someone else,
  reporting for someone else, none of these, passer-by, passerby, bystander, witness, friend, colleague, passenger,
  on behalf, for the driver, for the owner, company, fleet, driver's family`),
    ],
  },
} as const satisfies Vocabulary<string>;

/** “住骨科12床”, “还住着院”: in a ward, but not in that for intensive care. */
const BED =
  /住(?:在|进|了|着|的是)?[^,。;!?\n 科床]{0,6}(?:科(?![技学目])|病[房区])|[\d一二三四五六七八九十]{1,4}号?(?:加)?床(?![被单垫])|住(?:了|过)?[^,。;!?\n ]{1,4}天(?:的)?院|还?住着(?:院|呢|的)|\b(?:bed|ward) (?:no\.? ?|number )?\d{1,3}\b/g;
const bedIn = (text: string) => (/icu|重症|抢救|昏迷|病危|没醒/.test(text) ? [] : stretches(text, BED));

/** “在ICU3床”. */
const ICU_ROOM = /icu(?=\d)/g;

/** Words for the state of one injured person; also read by casualties. */
export const injuredState = {
  name: 'injuredState',
  options: ['notTreated', 'outpatient', 'inpatient', 'critical', 'died', 'unknown'],
  residual: ['unknown'],
  told: [
    ['died', deathsIn],
    ['critical', (text) => [...dyingIn(text), ...stretches(text, ICU_ROOM)]],
    ['inpatient', bedIn],
  ],
  words: {
    notTreated: list(`
  没去医院, not in hospital yet, 没大碍, 不严重, 轻伤, 皮外伤, 擦伤, 擦破皮, 没有去医院, 还没去医院, 未去医院, 没上医院, 没到医院, 不用去医院, 不去医院, 不肯去医院, 没送医, 没就医,
  没看医生, 没有看医生, 没治疗, 没有治疗, 没看过, 还没看, 没去看, 在家休息, 自己擦药, 自己处理, 没住院, 不用住院,
  没有住院, not treated, no treatment, not in hospital, no hospital, did not go to hospital, didn't go to hospital,
  not been to hospital, has not been to hospital, not gone to hospital, no hospital visit, no doctor,
  not seen a doctor`),
    outpatient: list(`
  门诊, 门诊看过, 看过门诊, 看门诊, 急诊, 在急诊, 急诊看过, 急诊看了, 急诊看完, 急诊回来, 急诊处理, 急诊包扎, 急诊缝, 看急诊, 看了急诊, 看过急诊, 看的急诊, 去急诊看了, 挂了急诊, 看过医生, 看了医生, 看过了, 拍片, 拍了片, 拍了ct, 做了ct, 包扎,
  缝针, 缝了, 打石膏, 打了石膏, 检查过, 检查了, 做了检查, 在检查, 开了药, 拿了药, 回家养, 回家休养, 没住院, 不用住院,
  没有住院, 在医院, 送医院, 送去医院, 送到医院, 去医院了, 去了医院, 出院, outpatient, out-patient, emergency room,
  saw a doctor, seen a doctor, seen by a doctor, seen as outpatient, treated and released, went home, x-ray,
  checked at hospital, clinic, at the hospital, taken to hospital, went to hospital`),
    inpatient: list(`
  急诊, 在急诊, emergency room, 住院, 住院了, 住了院, 已住院, 正在住院, 在住院, 要住院, 住进, 住着院, 收住, 留院, 病房, 手术, 要手术, 做了手术,
  做手术, 动手术, 开刀, 在医院, 送医院, 送去医院, 送到医院, 去医院了, 去了医院, inpatient, in-patient, in hospital,
  admitted, admitted to hospital, hospitalised, hospitalized, stayed in hospital, staying in hospital, surgery,
  operation, ward, at the hospital, taken to hospital, went to hospital`),
    critical: list(`
  人没了意识, 没了意识, 没了知觉, 人没了知觉, 没了反应, 人没了反应,   抢救, 在抢救, 正在抢救, 还在抢救, 抢救中, 重症, 重症监护, 在抢救或重症室, 重症室, icu, 昏迷, 昏迷不醒, 没醒,
  还没醒, 没有醒, 病危, 危重, 生命危险, 有生命危险, 危险期, 植物人, 垂危, 脑死亡, 呼吸机, critical,
  in critical condition, in critical care, intensive care, coma, unconscious, life-threatening, life threatening,
  resuscitation, being resuscitated, fighting for life, emergency treatment`),
    died: list('有人去世, someone has died'),
    unknown: list(`
  不知道, 不清楚, 不了解, 不确定, 不晓得, 还不知道, 还不清楚, 说不清, 没消息, 未知, 不好说, 暂时不知道, unknown,
  not sure, don't know, do not know, no idea, unclear`),
  },
} as const satisfies Vocabulary<string>;
