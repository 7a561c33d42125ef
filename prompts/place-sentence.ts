/** Sentences that tell, ask or complain and name no place: known by the signs of a sentence, not by a noun that is missing. */
import { matches } from './matches.ts';

/** Before what is meant: “说错了，…”, “等一下 …”. */
const OPENERS =
  /^(?:(?:不对|不是(?=[\s,，。是])|[说搞写填弄]错了?|错了|等一?[下等会]儿?|稍等(?:一下|一会儿?)?|好的?|嗯+|哦+|喂|你好)[\s,，。.!！、]*)+(?:应该|其实)?是?/;
const PRONOUN =
  '(?:我|你|您|[他她它](?!山)|咱|俺|人家|大家|谁|对方|有人|没人)(?:们|(?!们))(?!的?(?:家|单位|公司|村|小区|学校|楼|厂|店|老家|住|那|这|门|院子?|园|镇|乡|县|市|区|街|巷)|就?(?:是|现在)?[在从到往沿])';
const SOMEBODY =
  '(?:老公|老婆|医生|大夫|警察|交警|救护车|120|110|122|保安|护士|司机|保险|客服|机器人|人工|骗子|垃圾)(?!局|所|家|店|门|楼|亭|室|站|[大中支]队|学院|学校|公司[^,。]{0,4}(?:门|楼|旁|附近|对面))';
const SIGNS = new RegExp(
  [
    '了(?=$|[吗吧啊呀呢没])|(?<![过出到拐下进上离转])了(?![望解然凡])',
    '[吗呢]$|(?<![酒网茶水氧])吧.{0,3}啊$|(.)不\\1(?!酒)|[把被](?:我|你|他|她|人|车|撞|追|碰|刮|蹭|轧|压|这|那|一)',
    PRONOUN,
    SOMEBODY,
    '受伤|住院|抢救|骨折|昏|晕|疼|流血|出血|害怕|好怕|叫不醒|报警|报案|承认|全责|主责|赔|骗|垃圾|知道|清楚|记得|明白|听得懂|说|没电|没人|没事|死我|气死|挂断|人工|客服|谢谢|对不起|不好意思|怎么|什么|为啥|多久|多少',
    '问(?![津天鼎道])|处理(?![厂站中])|看看|等一?[下会等]|稍[等后]|别(?![墅院业山])|请(?=[你您问给让稍帮尽快])|能不能|可不可以|要不要|是不是|有没有|不(?:对|是|要|想|行|用|能|会|敢|好)|想(?=要|问|找|知)|好吧|一直(?![走往到开向])|让(?=[我你他她交报去])|哭|快[点来]|太[慢烦差坑难大多远贵好]|聊(?!城)|修车(?![店厂铺行摊])|放放',
    // How somebody is, what there is, what is to come: “王经理人挺好的”, “行车记录仪有录像”, “材料明天发”.
    '挺|很|非常|还(?:在|是|好|行|可以|能|要|有(?!一?[个条家座]))|正在|(?:已经|刚[才刚])(?!过|到|快|进|出|[上下](?!班|课))|没(?!有?(?:名|路|红绿灯|门牌|牌子|监控))|着$|发烧|咳嗽|态度|录像|录音|牌照|辛苦|麻烦|感谢|多谢|拜托|放心|吃饭|睡觉|出院|发(?:票|给|过[来去]|[你您我])|寄(?=[给来到去出过]|材料|快递)|转账|到账|打款|签字|垫付?|挂号|缴费|联系(?=[你您我他她不]|电话|方式|人)|回电|打电话|通知|回复|收到|接到|请假|稳定|有点|肿|真好|送过[来去]|一会儿?(?!就到)|材料(?![城厂店]|市场|公司|学院)|等(?:消息|电话|通知|结果)|(?:[今明后]天|下午|晚上|回头|待会儿?|晚点)(?:再|就|来|去|发|给|交|送)',
  ].join('|'),
);
const CLAUSE = /[\s,，。;；!！?？、…~]+/;
/** Where a sentence says all the same where it was. */
const LOCATED =
  /(?:附近|旁边|对面|那边|那儿|那里|门口|楼下|路口|边上|村[头口]|桥[上下头]|的地方|那条[路街]|高速上?|太古里)(?:$|撞|被|出|摔|追|碰|蹭|刮|翻|发生)|(?:旁边|附近|对面|前面|后面|门口)(?:就?是|有)/;
const SPOT =
  /(?<![现正实存还内])(?:在|经过|路过)([^,，。;；!！?？\s了我你他她]{2,14}?)(?:撞|被|跟|和|追尾|出|摔|翻|蹭|刮|碰|发生|附近|那边|那儿|$)/g;
/** Behind 在 no place: a state, a deed, or where somebody is now. */
const NO_SPOT =
  /医院(?![东西南北正后侧前对附旁门路边院])|[一二三四五六七八九十]院$|急诊|icu|病|发烧|着$|陪|手机里|包里|上课|上学$|开会|家$|手术|门诊|住院|抢救|开车|骑车|走路|电话|怎么|什么|派出所|交警队|路上$|^(?:家里|这|那(?![曲坡])|哪|现场|车上|车里|处理|忙|上班|下班|流血|流泪|哭|一起|外面|睡觉|吃饭|回家|原地|排队|做检查|看着|等(?:着|你|交警|警察|人|救护|消息|结果)|说|问(?![津天鼎道])|找人|想办法|吵架|发抖|报案|报警|路边$)/;
/** “我在医院”, “我在开车”: says how things are now. */
const NOW_AT = /^(?:我|他|她|人|伤者)们?(?:现在|还|正|就|都){0,2}在(.{1,14})$/;

const IN_ENGLISH =
  /(?<![a-z'])(?:i|i'm|i've|i'll|he|she|they|we|you|it|it's|he's|she's|you're|please|can|could|will|won't|don't|doesn't|didn't|is|was|are|were|has|have|had|just|want|wait|hold on|thanks?|sorry|help|useless|not)(?![a-z'])/;
/** “near where I work”, “at the corner near my house”. */
const NEAR =
  /^(?:just |right )?(?:near|outside|opposite|behind|beside|next to|in front of|across from|close to|at|on)(?![a-z])|(?<![a-z])(?:near|outside|opposite|behind|beside|next to|in front of|across from|close to|at|on) (?:the |a |my |our )?(?:[a-z]+ ){0,2}(?:road|street|avenue|corner|crossing|junction|bridge|mall|park|school|market|shop|store|square|gate|station|house|home|exit|tunnel|highway|motorway|lights?)(?![a-z])/;

/** What is left of an answer behind “说错了” or “等一下”. */
export const behindOpeners = (core: string): string => core.replace(OPENERS, '');

/** Whether an answer without an opener only tells, asks or complains. `rest` is bare. */
export function isSentence(rest: string): boolean {
  if (!/[一-鿿]/.test(rest)) return IN_ENGLISH.test(rest) && !NEAR.test(rest);
  const clauses = rest.split(CLAUSE).filter((clause) => clause.length >= 2);
  const signs = clauses.filter((clause) => SIGNS.test(clause));
  if (signs.length === 0) return NO_SPOT.test(NOW_AT.exec(rest)?.[1] ?? '');
  return !clauses.some((clause) => LOCATED.test(clause)) && spotIn(rest) === undefined;
}

/** Whether some clause tells something: then only the place in it counts. */
export const tells = (text: string): boolean => text.split(CLAUSE).some((clause) => SIGNS.test(clause));

/** “天安门” in “我在天安门被撞了”: behind 在, where nothing of ours names its kind. */
export function spotIn(text: string): string | undefined {
  return matches(SPOT, text)
    .map((match) => match[1] ?? '')
    .find((spot) => !NO_SPOT.test(spot));
}
