/** A way to money for treatment that words name, and whether it is asked about. */
import { normal } from '../prompts/normal.ts';

const LONGEST = 140;

/** A way that words name: “救助基金怎么申请”, “医保能先付吗”, “先予执行是什么”. */
const NAMED_ROUTES = [
  ['rescueFund', /救助基金|rescue fund/],
  ['courtOrder', /先予执行|court order|法院先/],
  [
    'compulsory',
    /(?:强制险|交强险)[^,，。]{0,8}(?:先走|能先|先付|抢救费|付给医院|那(?:部分|份|块))|(?:还没用|没用过)(?:强制险|交强险)/,
  ],
  ['rescueFund', /(?:对方|肇事|司机|车主?|撞我的)[^,，。]{0,4}(?:跑|逃)[^。]{0,16}(?:谁|钱|住院|医院|垫|费|押金)/],
  [
    'rescueFund',
    /(?:对方|肇事|司机|车主?|撞(?:我|他|她)的|那车|他)[^,，。]{0,6}(?:跑|逃|没(?:有)?买?(?:交强险|强制险|保险))[^。]{0,16}(?:谁|钱|怎么办|咋办|咋整|垫|费)/,
  ],
  ['rescueFund', /(?:没|查不到)监控.{0,8}(?:谁|钱|费)/],
  ['rescueFund', /(?:对方|他)[^,，。]{0,4}没(?:有)?买?(?:交强险|强制险|保险)[^。]{0,10}(?:谁|钱|怎么办|垫|费)/],
  ['commercial', /(?:车主|司机|对方|他|她|开车的)[^,，。]{0,3}不(?:肯|愿意?|去|给|来)?申请/],
  [
    'commercial',
    /(?:三者险|三责险|商业险|第三者险?|商业保险)[^。]{0,12}(?:先付|先给|先出|先垫|垫付|预付|给医院|付手术)|commercial (?:policy|cover|insurance)[^.]{0,12}first/,
  ],
  [
    'medicalInsurance',
    /(?:医保|新?农合|城乡居民)[^,，。]{0,6}(?:先付|垫|先行|能.{0,2}付|报)|medical insurance (?:pay|first)/,
  ],
] as const;
export const routeNamed = (text: string): (typeof NAMED_ROUTES)[number][0] | undefined =>
  text.length <= LONGEST ? NAMED_ROUTES.find(([, pattern]) => pattern.test(normal(text).text))?.[0] : undefined;
/** “我有三者险200万，能用不”, of whoever is asked for money. */
export const ownsPolicy = (text: string): boolean =>
  /(?:我|车)[^,，。]{0,6}(?:有|买了?|上了?|投了?|保了?)[^,，。]{0,6}(?:三[者责]险?|商业险|第三者|全险)|(?:三[者责]险?|商业险|全险)[^,，。]{0,10}(?:能|可以|顶|管)[^,，。]{0,4}(?:用|上|付|管|赔|出)|(?:have|got) [^.]{0,20}(?:third.party|commercial) (?:cover|policy|insurance)/i.test(
    text,
  );
const ASKS =
  /怎么|咋|如何|谁|没钱|停药|催|押金|先走|能先|是什么|是啥|什么意思|能不能|能.{0,4}[吗么]|可以.{0,4}[吗么]|[?？吗呢]$|申请|how|what|can /;
export const asksOfRoute = (words: string): boolean => ASKS.test(words);
