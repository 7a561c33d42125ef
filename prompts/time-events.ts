/** Words beside a time that tell what happened then: the accident, or something else in the life of a claim. */

export const ACCIDENT =
  /撞|碰|刮|蹭|剐|追尾|翻(?:车|了|进|沟)|侧翻|轧|压(?:到|了|伤)|碾|摔|(?<![晕昏病])倒(?:了|地|车)|事故|车祸|出(?:的|了)?(?:险|事)|发生|怼|擦(?:到|了|碰)|伤了|受伤|那次|那[一两几]?天|失控|急刹|crash|accident|collision|\bhit\b|knocked|happened|bumped/;

const CARE =
  '出(?:了)?院|出的院|住(?:了|的)?院|住[在进到]|入院|转院|手术|开刀|医生|大夫|护士|护工|打(?:的|了)?针|输液|拍(?:的|了)?片|核磁|(?<![a-z])ct|检查|石膏|钢[板钉]|换药|理疗|康复|病房|复查|复诊|拆线|火化|下葬|discharged|surgery|operation';
const PAPERS =
  '鉴定|调解|签(?:了|的|字)|寄(?:了|的|出)|交(?:了|的)|交(?:材料|资料|费|钱)|报(?:的|了)案|报的|报警时间|立案|结案|撤案|查勘|定损|理赔|审核|保单|年检|到期|投保|续保|收到|提交|上传|补交|申请|办理|咨询|快递|证明|认定|判决|上诉|起诉|法院|律师|开庭|仲裁|court|appointment';
const MONEY = '打款|到(?:的)?账|汇款|工资|发票|赔款|[给赔付垫转收送]了(?!个?电话)|[百千万\\d]块|钱|涨价|垫付|欠费';
const TALK = '打(?:了)?(?:个)?电话|来电|答复|回复|回电|通知|告诉|说|问|发(?:了|来|给)|短信|微信|家属|闹|催|called back';
const LIFE =
  '快乐|愉快|心情|天气|下雨|下雪|农历|登记|填[成错]?|写[成错]|急诊|睡|上班(?!路|途|的|高峰|时|那)|请假|买(?:的|了)(?!菜)|生人|出生|生日|每[天次周月]|现在';
export const OTHER_EVENT = new RegExp([CARE, PAPERS, MONEY, TALK, LIFE].join('|'));

/** “下午三点前把发票寄来”: until when. */
export const UNTIL = /^(?:之|以)后|^(?:之|以)?前(?![后方面车轮边天年])/;
