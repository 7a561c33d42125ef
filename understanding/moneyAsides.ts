/** What is asked of money for treatment and holds for everybody: whether it is paid back, drink and licences, receipts, flight, funerals. */
import type { MoneyAside } from './moneyAsideNames.ts';
import {
  AT_MOST,
  BAD_DRIVING,
  BESIEGED,
  BORROWED,
  CAR_DAMAGED,
  CARRIED,
  DISCHARGED,
  DRIVER_SILENT,
  EMPLOYED,
  EXPOSED,
  FROM_THEM,
  FUND_LIMIT,
  IN_DAYS,
  ITEMS,
  LATE_REPORT,
  LICENCE,
  LIST_HELD,
  NO_DETERMINATION,
  NO_LIST,
  NO_NOTICE,
  NO_POLICE,
  NUMBER_USE,
  OF_INSURANCE,
  ORDINARY,
  OWN_PART,
  OWN_SHARE,
  PAID_TO,
  PLATFORM,
  PLEDGE,
  PRISON,
  PRIVATELY,
  RECEIPT_LOST,
  SECRET,
  STOPS_CARE,
  SUED,
  THE_NOTICE,
  TO_WHOM,
  TRANSFER,
  UNSURE_REPORTED,
  VEHICLE,
  WHEN_DETERMINED,
  WHERE_NUMBER,
  WHY_FIRST,
} from './moneyPatterns.ts';
import { plain } from './plain.ts';
import { routeNamed } from './routes.ts';

/** In order: the first that fits is meant. `anywhere`: the words name this money, or can be of nothing else, whatever was spoken of. */
const ASKED: readonly (readonly [MoneyAside, 'anywhere' | 'speaking', RegExp])[] = [
  ['carried', 'anywhere', CARRIED],
  ['whenDetermined', 'speaking', WHEN_DETERMINED],
  ['noDetermination', 'speaking', NO_DETERMINATION],
  ['fromThem', 'speaking', FROM_THEM],
  ['carDamaged', 'speaking', CAR_DAMAGED],
  ['licence', 'speaking', LICENCE],
  ['numberUse', 'speaking', NUMBER_USE],
  ['vehicle', 'anywhere', VEHICLE],
  ['fundLimit', 'anywhere', FUND_LIMIT],
  ['driverSilent', 'speaking', DRIVER_SILENT],
  ['platform', 'speaking', PLATFORM],
  ['paidTo', 'anywhere', PAID_TO],
  ['pledge', 'speaking', PLEDGE],
  ['unsureReported', 'anywhere', UNSURE_REPORTED],
  ['whereNumber', 'speaking', WHERE_NUMBER],
  ['privately', 'speaking', PRIVATELY],
  [
    'expired',
    'anywhere',
    /(?:驾照|驾驶证)[^,，。]{0,4}(?:过期|到期|没换证?)(?!.{0,8}(?:注销|吊销))|(?:licen[cs]e)[^.]{0,12}expired/,
  ],
  [
    'recourse',
    'anywhere',
    new RegExp(
      `${BAD_DRIVING}.{0,16}${OF_INSURANCE}|${OF_INSURANCE}.{0,16}${BAD_DRIVING}|追偿|(?:保险|公司|你们)[^,，。]{0,8}(?:找|向|问)(?:我|司机|他|车主)(?:要(?:钱|回)?|追)|(?:逃逸|跑)了[^,，。]{0,4}(?:还能|能|还)[^,，。]{0,3}(?:垫|赔|付)`,
    ),
  ],
  ['recourse', 'speaking', new RegExp(BAD_DRIVING)],
  [
    'repay',
    'anywhere',
    /(?:垫付?|先付|预付)(?:的|了)?(?:钱|款|费用?)?[^,，。]{0,6}(?:要不要|需不需要|用不用|要|得|用)(?:我们?|自己)?还(?:吗|么|不|钱|$)|(?:从|在)(?:以后的?)?赔款里?(?:面)?扣/,
  ],
  [
    'repay',
    'speaking',
    /^(?:这个|这笔钱?|那|钱)?(?:以后)?(?:要不要|需不需要|用不用|要|得|用)还(?:吗|么|不|的吗)?$|要(?:不要)?还(?:给)?(?:你们|公司|保险)|do (?:i|we) (?:have to )?(?:pay it back|repay)/,
  ],
  [
    'whatIs',
    'speaking',
    /(?:什么|啥)(?:叫|是)(?:申请)?(?:垫付|先付|预付)|(?:垫付|先付|预付)(?:申请)?是(?:什么|啥)|(?:跟|向|找|问)(?:谁|哪个|哪里)申请|what is an? advance/,
  ],
  [
    'today',
    'speaking',
    /(?:今[天晚日]|明[天早]|这[次回]|现在|到底|这个?钱|还|马上)[^,，。]{0,6}(?:给不给|垫不垫|给还是不给|该不该(?:给|垫)|要不要(?:给|垫)|(?:先)?(?:给|垫)多少)|(?:给|垫|付)多少(?:钱)?(?:合适|好|才|算|比较)|^(?:那)?我?(?:到底)?(?:给不给|垫不垫)|(?:should i|do i) pay (?:today|now)|how much should i (?:pay|give)/,
  ],
  ['employed', 'speaking', EMPLOYED],
  ['secret', 'anywhere', SECRET],
  ['prison', 'speaking', PRISON],
  ['noPolice', 'speaking', NO_POLICE],
  ['ownShare', 'speaking', OWN_SHARE],
  ['items', 'anywhere', ITEMS],
  ['whyFirst', 'speaking', WHY_FIRST],
  ['theNotice', 'speaking', THE_NOTICE],
  ['howMuch', 'speaking', AT_MOST],
  ['whenPaid', 'speaking', IN_DAYS],
  ['ownPart', 'speaking', OWN_PART],
  ['stopsCare', 'speaking', STOPS_CARE],
  ['exposed', 'speaking', EXPOSED],
  ['borrowed', 'speaking', BORROWED],
  ['ordinaryCare', 'speaking', ORDINARY],
  ['noNotice', 'speaking', NO_NOTICE],
  ['noList', 'speaking', NO_LIST],
  ['heldByThem', 'speaking', LIST_HELD],
  [
    'heldByThem',
    'anywhere',
    /[票单据][^。]{0,6}在(?:他们?|她们?|对方|家属|人家|伤者)|(?:他们?|她们?|对方|家属|人家)(?:都|就|也)?(?:拿着|不给|不肯给)[^,，。]{0,4}(?:票|清单|单据)|票[^,，。]{0,8}不给我/,
  ],
  ['lateReport', 'anywhere', LATE_REPORT],
  ['sued', 'anywhere', SUED],
  [
    'noTrace',
    'anywhere',
    /现金[^。]{0,8}(?:没|无|咋办|怎么办|怎么算)|没有?[^,，。]{0,3}收[条据][,，]?(?:也|又)?没有?(?:转账|记录|凭|微信)|(?:啥|什么)(?:凭证|凭据|证据|记录)都没|cash[^.]{0,20}no (?:receipt|proof)/,
  ],
  ['besieged', 'speaking', BESIEGED],
  [
    'fleeing',
    'anywhere',
    /不(?:给|垫|付|交)[^,，。]{0,12}(?:逃逸|坐牢|拘留|犯法|违法|抓我|判刑|起诉我|告我|罚)|is it (?:a )?(?:hit.and.run|fleeing) if/,
  ],
  [
    'admission',
    'anywhere',
    /(?:垫付?|先付|给钱|给了钱|交钱|垫了钱?|垫的钱)[^,，。]{0,8}(?:等于|算|就是|是不是|会不会|代表|说明)[^,，。]{0,6}(?:认|全责|责任|赔的?|赔偿)|does paying mean/,
  ],
  ['receiptLost', 'anywhere', RECEIPT_LOST],
  ['iou', 'anywhere', /欠条|借条|\biou\b/],
  ['transfer', 'anywhere', TRANSFER],
  ['toWhom', 'anywhere', TO_WHOM],
  [
    'funeral',
    'anywhere',
    /(?:丧葬|殡葬|后事|火化|安葬|办丧|funeral)[^,，。]{0,8}(?:费|钱|谁|垫|先|出|pay|cost|first|$)/,
  ],
  ['discharged', 'anywhere', DISCHARGED],
  [
    'refused',
    'anywhere',
    /(?:垫付?|先付|申请)[^,，。]{0,4}(?:被拒|拒了|没批|不批|不给批|驳回)|(?:没批|不批)[^,，。]{0,4}(?:为什么|为啥|原因)|被拒[^,，。]{0,4}(?:为什么|为啥|原因|怎么办)|why was (?:it|the advance) refused/,
  ],
  ['who', 'anywhere', /通知(?:书)?(?:是个?什么|是啥|找谁|[^,，。]{0,3}谁(?:去|来)?(?:要|开|办))/],
  [
    'who',
    'speaking',
    /(?:谁|我们?|我)(?:去|来)?(?:找|问|向)?(?:交警|医院)?(?:要|开|申请|办)[^。]{0,8}还是(?:医院|交警|你们)|我去还是|谁[去来]?(?:跟|找|问|向|和)?(?:交警|医院)?(?:去|来)?[^,，。]{0,2}(?:申请|办|要|开|拿|找)|(?:通知书?|清单)[^,，。]{0,8}(?:我|谁|自己)(?:去|来)|(?:通知书?|清单)[^,，。]{0,4}(?:找谁|谁开|哪里开|怎么要|在哪)/,
  ],
  ['who', 'speaking', /^(?:这个|那)?(?:由|是|该|要)?谁(?:来|去)?(?:申请|办|跑|提)(?:呢|啊)?$|who applies/],
  ['affects', 'anywhere', /(?:提交|申请|垫付?|先付)[^,，。]{0,6}(?:会不会|会)?影响[^,，。]{0,8}(?:赔|以后|后面|结果)/],
  [
    'limit',
    'anywhere',
    /保险[^,，。]{0,4}最多[^,，。]{0,6}(?:付|垫|给|赔|出)[^,，。]{0,3}多少|(?:强制险|交强险)[^,，。]{0,8}(?:限额|上限|最多|封顶|多少钱)|(?:为什么|怎么|咋)[^,，。]{0,4}只能?(?:垫|付|给)[^,，。]{0,6}(?:一万八|1\.8万|18000|一千八)|(?:强制险|交强险)[^,，。]{0,6}(?:用完|用光|花完)了?[吗没]/,
  ],
  ['limit', 'speaking', /^(?:有没有|有)?(?:上限|限额|封顶)[^,，。]{0,4}$|^最多(?:能)?(?:给|垫|付)?多少/],
  [
    'others',
    'anywhere',
    /(?:能|可以|能不能)?(?:让|叫|要)(?:司机|对方|车主|肇事方?)(?:先)?(?:垫|付|出钱|交)|(?:司机|对方|车主|肇事)[^,，。]{0,6}(?:没钱|不(?:肯|愿意?|给)?(?:垫|付|出|管)|一分[^,，。]{0,3}没)|躲着不见/,
  ],
  [
    'atFault',
    'anywhere',
    /(?:没|无)责(?:任)?[^,，。]{0,4}(?:也)?要(?:垫|付|给)|全责[^,，。]{0,8}(?:我|自己)(?:全|都)?(?:出|垫|付|赔)|闯红灯[^,，。]{0,6}(?:也)?(?:要|得)(?:垫|给|付)|(?:没|还没)(?:定责|出认定|认定)[^,，。]{0,8}(?:要不要|该不该|能|用)(?:不能)?(?:给|垫|付)/,
  ],
];
const OF_ITS_OWN: ReadonlySet<ReturnType<typeof routeNamed>> = new Set([
  'rescueFund',
  'medicalInsurance',
  'courtOrder',
]);
const LONGEST = 40;
const LONGEST_ENGLISH = 100;

/** `speaking`: the last answer was about this money. */
export function moneyAside(text: string, speaking: boolean): MoneyAside | undefined {
  const words = plain(text).replace(/[?？。.!！~呢啊呀]{1,6}$/, '');
  if (words === '' || words.length > (/^[ -~]+$/.test(words) ? LONGEST_ENGLISH : LONGEST)) return undefined;
  const found = ASKED.find(([, where, pattern]) => (speaking || where === 'anywhere') && pattern.test(words))?.[0];
  // “救助基金找谁申请”: of that way, and not of the insurer's.
  return (found === 'whatIs' || found === 'who') && OF_ITS_OWN.has(routeNamed(text)) ? undefined : found;
}
