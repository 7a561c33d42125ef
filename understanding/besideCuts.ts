/** What is asked beside the lines of a settlement: a word of it, whose money was paid before, who has to prove, which ways stand outside. */
import { clausesOf } from './clauses.ts';
import { saysAgree } from './objector.ts';
import { plain } from './plain.ts';

export type BesideCuts =
  | 'accepts'
  | 'simpler'
  | 'advanced'
  | 'notReceived'
  | 'courtFee'
  | 'forecast'
  | 'noPaper'
  | 'doctorsPaper'
  | 'proof'
  | 'review'
  | 'shareFrom'
  | 'signed'
  | 'partFirst'
  | 'howAnswered'
  | 'isItRight'
  | 'readPaper'
  | 'inWriting'
  | 'wrongPerson'
  | 'everyLine'
  | 'limit'
  | 'refuses'
  | 'theirMoney'
  | 'whenPaid'
  | 'myShare'
  | 'sued'
  | 'nextStep'
  | 'outside'
  | 'missed';

/** In order: the first that fits is meant. */
const ASKED: readonly (readonly [BesideCuts, RegExp])[] = [
  [
    'everyLine',
    /(?:每一?|逐)笔[^,，。]{0,8}(?:列|讲|说|看|算)|一笔一笔|(?:[两三几]|每一?|所有|全部)条?(?:都|全)(?:给我)?(?:说|讲|解释|看)|(?:每|逐)一?条(?:都|地)?(?:说|讲|解释)|一条一条(?:地)?(?:说|讲|解释)|explain (?:all|both|every)/,
  ],
  [
    'inWriting',
    /(?<!提)书面(?!(?:地)?提|异议|申诉)(?:的)?(?:答复|回复|回答|说明|给|形式|通知|东西)|(?:要|给)[^,，。]{0,4}(?:书面(?!(?:地)?提|异议|申诉)|白纸黑字|盖章)|(?:reply|answer) in writing|written (?:reply|answer)/,
  ],
  // “没争议的能不能先付”, “收了钱算不算同意”.
  [
    'partFirst',
    /(?:没|无|冇|不)(?:有)?争(?:议)?的|(?:没|无|冇)(?:有)?争议|算好(?:的|该)[^。?？]{0,14}(?:给|付|打|到|\d)|(?:钱|部分|\d{4,6})[^,，。?？]{0,5}先[^,，。?？]{0,3}(?:给|付|打|领|拿|俾|畀)|先(?:给|付|打|领|拿|俾|畀)[^,，。?？]{0,4}(?:\d{4,6}|认|那部分)|收(?:了|下)?(?:这|那)?(?:笔|些|个)?钱[^,，。?？]{0,4}(?:算|等于|就是|是不是)|(?:undisputed|pay part)/,
  ],
  [
    'howAnswered',
    /(?:电话|短信|微信|上门|这里)(?:给我|通知我?)?(?:还是|或者)|(?:怎么|咋个?|么样|么子样|啷个|如何)(?:样)?(?:回|答复|回复|通知|联系)(?:我|俺|咱)|how (?:will|do) (?:you|they|he|she) answer/,
  ],
  // “认定书上头要看哪一句”.
  [
    'readPaper',
    /认定书[^。？?]{0,14}(?:看哪|哪一?句|怎么看|咋看|咋写|怎么写|写的啥|写的什么)|(?:上头|上面)[^,，。]{0,3}看哪/,
  ],
  [
    'isItRight',
    /对不对|合不合(?:法|规|理)|(?:合法|合规|合理|应该|有道理)(?:吗|么|不|啵)|该不该扣|有没有道理|is (?:it|that|this) (?:right|legal|fair)/,
  ],
  [
    'limit',
    /(?:强制险|交强险)[^,，。]{0,8}(?:不是)?[^,，。]{0,4}(?:1万8|一万八|18,?000|1\.8万)|(?:1万8|一万八|18,?000|1\.8万)[^,，。]{0,6}(?:怎么|咋|为什么|为啥|的问题|呢)|compulsory[^.]{0,20}18,?000/,
  ],
  [
    'refuses',
    /(?:司机|开车的?|车主|责任人|撞人的|对方|他)[^,，。]{0,6}(?:不肯|不给|不愿意?|不认|赖账?|没钱|不出|躲)[^。?？]{0,10}(?:咋|怎么|呢|谁|找|$)|(?:driver|owner) (?:refuses|won.t|will not) pay/,
  ],
  ['sued', /(?:告|起诉)(?:了)?我|收到(?:法院)?(?:的)?传票|sue me|summons/],
  [
    'nextStep',
    /^(?:那|那么|我|接下来|下一步|然后|现在|这|该|要|得){0,5}(?:做什么|做啥|干什么|干啥|干嘛|怎么办|咋办|咋整|怎么弄)[啊呀呢?？。]{0,2}$|what (?:do|should) i do|what(?:'s| is) next/,
  ],
  [
    'simpler',
    /(?:看|听|搞|弄)不(?:太)?(?:懂|明白|清楚)|说人话|说简单点|简单(?:点|一点)?(?:说|讲)|(?:太|好)复杂|(?:do not|don't|can't) understand|in plain words|too complicated/,
  ],
  [
    'notReceived',
    /(?:没|没有)(?:收到|拿到|见到)过?[^,，。]{0,4}(?:一万|1万|10000|垫|先付|预付|这笔钱)|(?:did not|didn't|never) (?:get|receive)[^.]{0,20}(?:10,?000|advance)/,
  ],
  [
    'advanced',
    /(?:先付|先垫|垫付|预付|一万(?![一二两三四五六七八九\d])|10000|1万)[^,，。]{0,8}(?:哪来|怎么来|谁|什么钱|啥钱|打给|是不是|哪去|干嘛)|(?:paid|advance)[^.]{0,20}(?:10,?000|to whom|who paid)/,
  ],
  [
    'theirMoney',
    /(?:还)?能(?:不能)?[^,，。]{0,3}(?:要|拿|讨)(?:得)?回来?[^?？。]{0,12}(?:找|问|向|跟)(?:谁|哪)|(?:药|护理|误工|费|(?<!垫的)钱|[0-9])[^,，。]{0,8}(?:还)?能(?:不能)?(?:要|拿|讨)(?:得)?回来?(?:不|吗|么|$)|(?:找|问|向)(?:哪个|哪一个|谁)(?:去)?(?:要|讨|拿)/,
  ],
  ['courtFee', /(?:诉讼费|受理费|打官司)[^,，。]{0,6}(?:多少|谁|贵不贵|怎么|咋)|court fees?/],
  [
    'forecast',
    /(?:法院|法官)[^,，。]{0,4}(?:会|能)(?:不会|不能)?(?:支持|判)|(?:能|会)(?:不能|不会)?(?:打)?赢|^(?:这个|这笔|钱)?能(?:不能)?(?:要|拿|补)(?:得)?回来?[吗么?？]{0,2}$|打得赢|赢面|胜算|will (?:i|we|the court) (?:win|agree|side)/,
  ],
  [
    'noPaper',
    /(?:医生|医院|大夫|主任)[^,，。]{0,6}(?:不肯|不愿意?|不给|不帮|不会|没法|不)(?:我|我们|给)?(?:写|开|出|签)[^?？。]{0,10}(?:怎么办|咋办|咋整|怎么弄|呢|[?？])/,
  ],
  [
    'doctorsPaper',
    /(?:医生|医院)?的?证明(?:上|里|要|该)*(?:怎么|咋|如何)(?:写|开)|证明(?:要|上|里)*写(?:什么|啥|哪些|哪几样|些啥)/,
  ],
  [
    'proof',
    /举证|谁(?:来)?(?:证明|拿证据)|(?:要|需要|得|拿|交|补|带)(?:些)?(?:什么|啥|哪些)(?:样的)?(?:证据|单子|凭据)|补(?:些)?(?:什么|啥|哪些)(?:材料)?|怎么证明|^(?:那)?我?(?:该|要|得)?准备(?:些)?(?:什么|啥|哪些)$|who (?:has to|must) prove|what (?:evidence|proof)/,
  ],
  [
    'review',
    /复核[^,，。]{0,6}(?:怎么|咋|期限|几天|多久|过|来得及)|(?:三|3)个?(?:工作日|天)[^,，。]{0,4}过了|认定书[^,，。]{0,4}(?:没收到|丢)|没收到[^,，。]{0,2}认定书/,
  ],
  [
    'shareFrom',
    /(?:斑马线|非机动车道|自行车道|绿灯)[^。？?]{0,10}(?:担|背)[^。？?]{0,4}(?:成|30%)|(?:70%|30%|百分之[七三]十|七成|三成|[几多]成|主责|比例)[^,，。]{0,8}(?:谁定|哪个定|哪个说|怎么定|一定是|凭什么|没写|法律规定|固定)|认定书[^,，。]{0,6}没写|主责[^,，。]{0,4}(?:就|一定|必须)?是?(?:70|七成)/,
  ],
  [
    'wrongPerson',
    /(?:搞|弄|认|打|写)错(?:了)?人|(?:大姐|大哥|先生|女士|阿姨|师傅)(?:到底)?是(?:哪个|谁|哪位|什么人|啥人)|wrong person|who is (?:this )?(?:mr|mrs|ms)/,
  ],
  [
    'signed',
    /签(?:了|过)?(?:字)?(?:以后|之后|了)?[^,，。]{0,4}(?:反悔|后悔|作废|还能改)|(?:反悔|后悔)(?:行|可以|来得及)?[吗么不]|after (?:i )?sign/,
  ],
  [
    'whenPaid',
    /(?:什么时候|啥时候|几时|多久|几天)[^,，。]{0,5}(?:付|给钱|到账|打款|打过来|拿到|交钱)|(?:付|到账|打款)[^,，。]{0,3}(?:什么时候|啥时候)|when (?:will|do|must) (?:i|we|you|it)[^.]{0,12}(?:paid|pay|get)/,
  ],
  [
    'theirMoney',
    /(?:一共|总共)?(?:给|赔)(?:了)?(?:他们|对方|伤者|人家)[^,，。]{0,4}(?:一共|总共)?(?:赔|给)?(?:了)?多少/,
  ],
  [
    'myShare',
    /(?:我|自己|个人|车主)(?:自己)?(?:要|得|需要|该|一共|总共)*(?:承担|出|赔|掏|付|负担)多少|(?:要|得|让)我(?:出|付|掏|承担)[吗么?？]|(?:凭什么|凭啥|为什么|为啥)[^,，。]{0,4}(?:要|得|让|叫|该)?我(?:出|付|赔|掏)|(?:找|问|跟)我要[^,，。]{0,8}[吗么?？]|也要我出|(?:do|must|will|should) i (?:have to )?(?:also )?pay|how much (?:do|must|will) i/,
  ],
  [
    'outside',
    /诉讼时效|时效|(?:多久|多长时间|几年|什么时候|期限)[^,，。]{0,6}(?:起诉|去告|打官司|提?异议|投诉)|(?:起诉|去告|打官司|投诉)[^,，。]{0,6}(?:期限|怎么|咋|去哪|找谁|多久|材料)|我(?:要|想|就)?(?:去)?(?:起诉|投诉|告你|打官司|上法院|去法院)|(?:去|上|到)法院|告你们|投诉你们|(?:起诉|告)[^,，。]{0,6}准备|12378|how long[^.]{0,20}sue|how (?:do|can) i (?:sue|complain)/,
  ],
];
const LONGEST = 40;
const LONGEST_ENGLISH = 80;

/** These are told of each clause of a longer message, whatever it wants besides. */
const IN_CLAUSES: ReadonlySet<BesideCuts> = new Set([
  'everyLine',
  'inWriting',
  'limit',
  'shareFrom',
  'theirMoney',
  'wrongPerson',
  'partFirst',
  'howAnswered',
  'isItRight',
  'readPaper',
]);
export const besideInClauses = (text: string): readonly BesideCuts[] =>
  [...new Set(clausesOf(text).flatMap((one) => besideCuts(one) ?? []))].filter((one) => IN_CLAUSES.has(one));

export function besideCuts(text: string): BesideCuts | undefined {
  const words = plain(text);
  if (saysAgree(text)) return 'accepts';
  if (words.length > (/^[ -~]+$/.test(words) ? LONGEST_ENGLISH : LONGEST)) return undefined;
  return ASKED.find(([, pattern]) => pattern.test(words))?.[0];
}
