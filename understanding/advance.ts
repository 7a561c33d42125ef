/** What a message wants of the money for treatment: that it is paid first, another way, how it stands, or whether to go on paying. */
import { normal } from '../prompts/normal.ts';
import { spelt } from './homophones.ts';
import { asksOfRoute, routeNamed } from './routes.ts';

export type AdvanceAsked =
  | 'wish'
  | 'next'
  | 'first'
  | 'papers'
  | 'stops'
  | 'amount'
  | 'status'
  | 'keep'
  | 'proof'
  | 'reply'
  | 'back'
  | 'mine'
  | 'change'
  | 'after'
  | 'payee'
  | 'route'
  | 'withdraw'
  /** “那我咋办”. */
  | 'whatNow';

/** Longer ones tell a story. */
const LONGEST = 60;
const LONGEST_ENGLISH = 140;

const FIRST = '(?:垫付|先垫|垫钱|垫款|预付|先付|抢救费|救急的?钱|advance)';

/** Words of the buttons, and of whoever asks for the same while money is spoken of. */
const BESIDE: readonly (readonly [AdvanceAsked, RegExp])[] = [
  [
    'next',
    /(?:还有|有没有|有)(?:没有)?(?:别的|其他的?|其它的?|另外的?)(?:办法|法子|路子?|途径|渠道)|(?:还能|还可以)(?:怎么办|找谁)|换(?:一)?条路|any other way|another way|other ways|what else can/,
  ],
  ['next', /^(?:那)?还有(?:吗|没有?|别的吗|呢)?$|^(?:别的|其他)(?:路|办法|途径)/],
  [
    'first',
    /^(?:垫付|垫款|预付|抢救费)(?:的)?(?:申请)?(?:一般|大概)?(?:要|得|需要)?(?:多久|多长时间|几天)|^how long does (?:the|an) advance/,
  ],
  ['first', /^(?:先|应该先|该先)(?:走|办|找)(?:哪条路|哪一条|哪个|哪条)$|^which way first/],
  [
    'papers',
    /^这条路(?:要|需要)?(?:的|什么|哪些)?材料|^(?:the )?papers for this(?: way)?|^(?:要|需要)?(?:什么|哪些)(?:材料|手续)$/,
  ],
  [
    'stops',
    /^(?:什么|哪些)(?:情况|时候|情形)(?:下)?(?:不行|不能|不给|垫不了|不垫)|^when does it not work|^what can stop it/,
  ],
  [
    'amount',
    /^(?:垫付)?(?:的)?(?:金额|数目|数额)(?:是)?(?:怎么|咋|如何)(?:定|算)|^(?:怎么|咋|如何)定(?:的)?(?:金额|数目|多少)|^how is the (?:amount|sum) set|(?:垫|批|付)(?:的|得)?(?:也)?太少|垫付[^,，。]{0,4}(?:能不能|可以|能)(?:再)?多|(?:能|可以|最多|会)给?(?:垫付?|先付|预付)多少|(?:不服|不满|不认可?)[^,，。]{0,4}(?:垫付?|预付)(?:的)?(?:金额|数)|(?:垫付?|预付)(?:的)?(?:金额|数目?)[^,，。]{0,4}(?:不服|不满|少|申诉)|只(?:批|垫|给|付)(?:了|我)?[^,，。]{1,8}(?:太少|不够|少了)/,
  ],
  [
    'proof',
    /^垫钱(?:时|的时候)?要?留(?:好|下|着)?(?:什么|哪些|啥)$|^(?:那)?我?(?:该|应该|要|得)?留(?:好|下|着)?(?:哪些|什么|啥)(?:凭证|凭据|单据|证据|东西)?$|^(?:还)?(?:要|得|该)留(?:好|下|着)?(?:哪些|什么|啥)(?:东西)?$|^what to keep|what (?:do|should|must) i (?:have to |need to )?keep|^which (?:papers|proof) (?:to|should i) keep/,
  ],
  [
    'reply',
    /^(?:怎么|咋|如何|该怎么)(?:跟|和|对)?(?:家属|对方|他们|伤者)?(?:回|说|回复|答复|回答|交代)(?:家属|对方|他们|伤者)?$|^what (?:to|should i) (?:tell|say to) (?:the family|them)/,
  ],
  [
    'after',
    /^(?:交|提交|申请)?(?:了|上去|之后|以后|后)?(?:大概|一般)?(?:要)?(?:多久|几天|什么时候|多长时间)(?:能|会|才|可以)?(?:给|有)?(?:批|下来|结果|答复|回复|到账)|^(?:要是|如果|万一)?(?:不批|没批|批不下来|不给批)(?:了)?(?:怎么办|咋办|呢|会怎样)?$|^how long (?:until|does it take)|^what if (?:it is|they) (?:refuse|refused|not)/,
  ],
  [
    'payee',
    /(?:钱|款)(?:是)?(?:打|付|给|转)(?:给|到)(?:谁|哪)|(?:能不能|可以|能|可不可以)?(?:直接)?(?:打|付|转|给|打款|打钱)(?:给|到)(?:我|我们|家属|我卡|我账|个人)|(?:pay|send) (?:it )?(?:directly )?to (?:me|us)/,
  ],
  [
    'back',
    /^(?:那)?(?:怎么|咋|如何)(?:才能)?(?:拿|要|退)(?:得)?回来?|how does (?:it|that|the money) come back|how (?:do|can) i get (?:it|that|my [\w ,.]{1,14}) back/,
  ],
  ['wish', /^(?:那就?|请|麻烦)?(?:你们?|您)?(?:帮|替|给)我们?(?:去)?(?:申请|办)(?:一下|吧)*$|^apply for (?:me|us)$/],
  ['change', /^(?:改|修改|更改|变更)(?:一下)?(?:垫付)?(?:的)?申请|^change the request/],
];

const IS_STATUS = new RegExp(
  `${FIRST}[^,，。]{0,10}(?:批|到账|到位|下来|审|进度|怎么样了|动静|消息|回音|答复|回复|下文|有结果|打到|打给|给医院|付了|付没|到了)|(?:批|审)(?:下来)?了?没?[^,，。]{0,4}垫付|(?:advance|rescue fees?|hospital money)[^.]{0,24}(?:approved|paid|arrived|come|through|status|decided)|(?:was|is|has) the advance`,
);
const KEEP =
  /我(?:们)?(?:需要|必须|一定要|应该|用不用)(?:先|继续)?垫付?[^,，。]{0,3}(?:吗|么|不|$)|(?:要不要|该不该|还要不要|是不是|用不用|需不需要|必须|得|还要|还得|还用)(?:再|继续|一直|接着)?(?:给[^,，。]{0,4})?(?:垫|掏钱|出钱|给钱|付钱|交钱)[^,，。]{0,6}(?:吗|么|不|呢|下去|[?？]|$)|(?:不垫|不给|不再垫|不想垫)[^,，。]{0,4}(?:行不行|行吗|可以吗|会怎么样|会怎样|违法)|(?:天天|每天|老是|一直|整天|隔三差五|动不动)[^,，。]{0,8}(?:要钱|让我(?:垫|给|交|打)|问我要|逼我|催我)|(?:keep|go on|continue|still have to|have to keep) (?:on )?paying|(?:asks?|asking|demands?|demanding|wants?)[^.]{0,20} (?:for )?money (?:every|each) ?day|(?:every|each) ?day[^.]{0,24}(?:ask|demand|want)[^.]{0,12}money/;
/** “给不给”, “又要我交五千”, “我怀疑他们骗我”. */
const PRESSED = [
  /(?:谁|保险|公司)先(?:付|给|出|垫)|先(?:给|付|垫)还是/,
  /(?:用不用|用不着|需不需要|要不要|该不该|必须)(?:我)?(?:垫|给钱|付钱|出钱)|(?:我)?用(?:垫|给)(?:钱|他们)?(?:不|吗|么)|垫不垫/,
  /不给钱就|不理他们|能不能不给|要不要给(?!你们)/,
  /(?:该|还|到底|要不要)[^,，。]{0,3}(?:给他们|要不要给)|给不给|先别垫了|先不垫了/,
  /(?:家属|他们|对方|伤者|家里人?)[^,，。]{0,8}(?:要钱|让我拿钱|让我出钱|堵|闹到|上门)|(?:家属|他们)(?:找|跟|问)我要/,
  /又(?:让|要|催)我再?(?:交|给|垫|打|付|出)|一天(?:打)?[一二两三四五六七八九十几\d]{1,2}[个遍次]?[^,，。]{0,3}电话/,
  /^(?!.{0,30}(?:谈|协商|私了|调解|和解|大开口)).{0,20}(?:家属|对方|他们|伤者)[^,，。]{0,4}(?:说|开口|张口)?要[^,，。]{0,2}[\d一二两三四五六七八九十]/,
  /(?:先垫|垫)[^,，。]{0,6}(?:行不行|行吗|可以吗)|没钱了?[,，]?[^,，。]{0,4}(?:能不能|可不可以)?不给/,
  /怕[^,，。]{0,6}(?:说错话|被骗|骗我)|怀疑[^,，。]{0,4}骗/,
];
/** “家属还要”, of somebody who has paid. */
const ASK_ON =
  /(?:家属|对方|伤者|他们|他家里?人?|人家|家里人)[^。]{0,12}(?:还|又|再|天天|一直|老|一天)[^,，。]{0,4}(?:要|催|闹|逼|电话)|还要我再|(?:calls?|calling|phones?) me every day/;
/** Somebody has paid, and asks whose it is or how it comes back. */
export const HAS_PAID =
  /垫(?!付)|垫付了|先付|先交|掏的|(?:交|付|出|给|掏)了|收据|收条|\bi (?:have )?(?:paid|put)|my money|what i paid/;
const COMES_BACK =
  /怕[^,，。]{0,6}(?:拿|要)不回|垫的[^,，。]{0,4}(?:要|拿)回来|保险[^,，。]{0,4}(?:什么时候|啥时候|几时)(?:还)?给我|保险不(?:认|给|赔)|退(?:不|吗|么|给|回|还|得|我)|能退|要(?:得)?回(?!家|来|去|电)|拿(?:得)?回|还(?:得|给)?我|(?:能|可以|从)[^,，。]{0,6}(?:扣|抵)|还给谁|算谁的|归谁|怎么回来|能不能报|给报|come back|get (?:it|that|my money|the money) back|(?:refunded|reimbursed|paid back)/;
/** Who has paid something already tells it, and asks nothing: what to keep and how it comes back is told. */
const PAID_ALREADY =
  /^(?:我|我们|我家|家里)?(?:已经|都|先|一共|总共|昨天|今天|又)*(?:给(?:他们?|家属|伤者|对方|医院)?)?(?:垫付?|付|交|给|掏|出)(?:了|过)(?:他们?|家属|伤者|对方|医院)?[^,，。]{0,3}(?:\d{3,}|(?:\d|[一二两三四五六七八九十几])[^,，。]{0,8}(?:[万千百块元w]|现金))[^,，。]{0,8}$|^我?[^,，。]{0,4}(?:转|给|交|垫)(?:给)?了[^,，。]{0,3}(?:\d{3,}|[\d一二两三四五六七八九十]+[万千百])[^,，。]{0,3}(?:给|到)(?:家属|他们|伤者|对方|医院)|^i (?:have |already )*(?:paid|gave|put)[^.]{0,30}\d/;
/** “我前天转了5000给家属”, “还有昨天给了一万二现金”: a payment, and how much it was; no question. */
const PAID_SUM =
  /(?:给|交|垫|付|转|掏|缴)(?:了|过)[^,，。?？]{0,10}?(?:\d{3,7}|[\d一二两三四五六七八九十几]{1,6}[^,，。?？]{0,2}[万千百])|直接(?:付|交|打|转)给医院[^,，。]{0,3}(?:\d{3,7}|[一二两三四五六七八九十]{1,4}[万千百])|(?:昨天|今天|前天|微信|已经|现金)[^,，。]{0,6}(?:转|给|交|垫|付)[^,，。]{0,6}(?:\d{3,7}|[一二两三四五六七八九十]{1,4}[万千百])/;
export const tellsPaid = (text: string): boolean =>
  text.length <= LONGEST &&
  spelt(normal(text).text)
    .split(/[,，。;；?？\s]/)
    .some(isPayment);
const isPayment = (clause: string): boolean =>
  PAID_SUM.test(clause) &&
  !/吗|对吧|是吧|要不要|再不|不转|不给|不打|该不该|给不给|多少|怎么|让我|要我|叫我|催|必须|非得|非要|逼|要交|得交|该交/.test(
    clause,
  );
const MINE =
  /(?:垫|付|给)[^,，。]{0,8}(?:记上|记下|入账)了?没|(?:我|我们|谁|一共|总共|公司|保险公司|各)(?:一共|总共|到底|都|已经|各|家)?(?:垫|垫付|先付|预付)(?:了|过)(?:有)?(?:多少|几)|垫(?:付|款)?(?:了)?(?:的)?(?:明细|账|清单|记录|流水)|what have i paid|how much (?:have i|did i|has been|was) (?:paid|put forward|advanced)|who (?:has )?(?:paid|advanced) (?:what|how much)/;
const WISH = new RegExp(
  [
    '申请[^,，。]{0,4}(?:抢救费|救命钱|医疗费)',
    '(?:能|可以|可不可以|能不能|能否|可否|帮忙|帮我|请|申请|想|要|让|求)[^,，。?？]{0,10}(?:垫付|先垫|垫钱|垫款|预付|先付|先出钱|先出一部分|先给一部分|先行赔付)',
    '(?:没钱|没有钱|钱不够|凑不[齐够出]|拿不出钱?|交不[起上]|借不到钱|付不[起出])[^,，。]{0,10}(?:手术|治|看病|住院|交|押金|抢救|医院|开刀|药)',
    '医院[^,，。]{0,8}(?:催|欠费|停药|断药)|(?:催费|催缴|催款|欠费)(?:了|单|通知)?',
    '不交(?:钱)?就(?:停|断|不给)|停药|断药|停治|(?:要|让)我们?(?:先)?交[^,，。]{0,6}(?:万|千|押金)',
    '(?:垫付|预付|先行赔付|先予支付)[^,，。]{0,8}(?:怎么|咋|如何|吗|么|流程|手续|办|申请|[?？]|$)',
    '(?:要|让|得|先)[^,，。]{0,4}(?:[\\d一二两三四五六七八九十半]+(?:\\.\\d)?(?:万|千|w|百)|\\d{4,})[^,，。]{0,3}(?:押金|手术费|住院费)',
    '(?:手术|抢救|住院|治)[^,，。]{0,8}(?:没钱|没有钱|钱不够|谁出钱?|谁来交|谁付|哪来的?钱)',
    "(?:advance payment|pay (?:the )?hospital (?:first|now|in advance|for us)|pay in advance|put (?:the )?money forward|no money for|cannot (?:pay|afford)|can't (?:pay|afford)|hospital (?:wants|asks|is asking|demands|keeps asking)[^.]{0,10}money)",
  ].join('|'),
);

/** “取消垫付”, “钱凑到了，不用垫了”. */
const WITHDRAWS =
  /(?:取消|撤销|撤回|撤掉|撤了|(?<!要)不要|不想要|(?<!用)不用)(?:了)?(?:这个|那个|我的)?(?:垫付?|预付|先付)|(?:取消|撤销|撤回)(?:我的|这个|那个)?申请|(?:垫付?|预付)?申请[^,，。]{0,3}(?:撤|取消)|凑[齐够到](?:了)?.{0,6}不(?:用|要)|不(?:用|要)[^,，。]{0,3}[,，]?[^,，。]{0,3}凑[齐够到]|cancel (?:the|my) (?:request|advance)|withdraw(?:$| (?:the|my|it))/;

const WITHDRAWS_TOO = [
  /不垫付?了[,，]?.{0,3}撤|(?:垫付?|预付|先付)(?:申请)?[的了]?[^,，。]{0,3}(?:撤|不要了|不用了|不办了)/,
  /^我?(?:不申请了|不要了|不用了|撤了|撤回|撤销)[,，。!！]?(?:撤回?|谢谢)?$/,
  /^我?(?:不申请了|不要了|不用了)[,，]?(?:亲戚|朋友|家里)[^,，。]{0,8}(?:借|凑|有)/,
];

/** “撤回” alone is of what was spoken of. */
const BARE = /^我?(?:不要了|不用了|撤了|撤回|撤销|withdraw(?: it)?)(?:$|[,，。])/;
const OF_OBJECTION = /异议|申诉|objection/;

/** Money for something else. */
const OTHER = /保费|续保|罚款|修车|车贷|拖车|停车费|premium|fine\b|repair/;

/** “我该留什么凭证”: who asks so has paid. */
const OWN_PROOF =
  /^那?我(?:该|应该|得|要)留(?:好|下|着)?(?:哪些|什么|啥)|^垫[^,，。]{0,4}留(?:好|下|着)?(?:哪些|什么|啥)/;

/** “那我怎么跟家属说”, “家属再要钱我咋回”. */
const TO_FAMILY =
  /(?:怎么|咋|如何)(?:跟|和|对|给)(?:家属|他们|对方|人家|伤者)[^,，。]{0,2}(?:说|回|讲|交代|开口)|(?:家属|他们|对方)[^,，。]{0,8}我(?:该)?(?:怎么|咋)(?:回|说|答)/;

/** The words of a button, or as short. */
export const isButtonOfMoney = (text: string): boolean =>
  text.length <= 10 && BESIDE.some(([, pattern]) => pattern.test(normal(text).text.trim()));

/** `speaking`: the last answer was about this money. */
export function advanceAsked(text: string, speaking: boolean): AdvanceAsked | undefined {
  if (text.length > (/^[ -~]+$/.test(text) ? LONGEST_ENGLISH : LONGEST)) return undefined;
  const words = spelt(normal(text).text)
    .trim()
    .replace(/[。.!！~]{1,9}$/, '');
  if (words === '') return undefined;
  const beside = BESIDE.find(([, pattern]) => pattern.test(words.replace(/[?？吗呢啊]{1,9}$/, '')));
  if (beside && (speaking || ALWAYS.has(beside[0]))) return beside[0];
  if (OWN_PROOF.test(words)) return 'proof';
  if (TO_FAMILY.test(words)) return 'reply';
  if (routeNamed(words) && asksOfRoute(words)) return 'route';
  const takesBack = WITHDRAWS.test(words) || WITHDRAWS_TOO.some((one) => one.test(words));
  if (takesBack && !OF_OBJECTION.test(words) && (speaking || !BARE.test(words))) return 'withdraw';
  if (MINE.test(words)) return 'mine';
  if (IS_STATUS.test(words)) return 'status';
  if (
    KEEP.test(words) ||
    (PRESSED.some((one) => one.test(words)) && !/你们[^,，。]{0,6}给不给/.test(words)) ||
    (HAS_PAID.test(words) && ASK_ON.test(words))
  )
    return 'keep';
  if ((HAS_PAID.test(words) && COMES_BACK.test(words)) || PAID_ALREADY.test(words)) return 'back';
  return WISH.test(words) && !OTHER.test(words) ? 'wish' : undefined;
}
/** Which insurance a request goes to, when it is answered, when money comes: of one that was made, and else of the claim. */
const OF_REQUEST =
  /(?:^|我(?:们)?(?:交|提|递)?的?(?:这个|那个)?|这个|那个|那份)申请(?:书)?[^,，。]{0,6}(?:怎么样|到哪|批|进度|结果|多久|什么时候|啥时候|是(?:走)?(?:哪|强制险|交强险|商业险|什么))|(?:申请|垫付|先付|这笔钱)[^,，。]{0,6}(?:是|走|属于|算)[^,，。]{0,4}(?:强制险|交强险|商业险|哪个险|哪种险|哪条路)|^(?:钱|款)(?:什么时候|啥时候|几时|多久|到底)?[^,，。]{0,4}(?:到账|到位|能到|下来|打过来|到医院|到了吗|到了没)|医院说(?:还)?没(?:有)?收到|^(?:还)?没到账|^(?:批|审)(?:下来)?了(?:没有?|吗)|^(?:多久|什么时候|几天)(?:能)?批|(?:my|the) (?:request|application)[^.]{0,24}(?:\bgoing\b|status|approved|answered|decided|come|which)|when (?:does|will) the money (?:come|arrive)/;
export const asksOfRequest = (text: string): boolean =>
  text.length <= LONGEST_ENGLISH && OF_REQUEST.test(normal(text).text.trim());

/** These name by themselves what they are of. */
const ALWAYS: ReadonlySet<AdvanceAsked> = new Set(['papers', 'reply', 'change', 'first', 'amount']);
