/** Ages told without 岁 behind a number of years: “78的老太”, “八十有二”, “年近古稀”, “高龄八十八”, “女，52”, “my mother (72)”. */
import { matches } from './matches.ts';
import { HAN_DIGITS, numeral } from './numerals.ts';

export interface SpokenAge {
  /** As it was said: “十五六”, “78”. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly english: boolean;
}

const TWO = `(\\d{2}|[${HAN_DIGITS}十]{1,4})`;
const APART = `(?<![\\d.:/${HAN_DIGITS}十百千万第-])`;
const ENDS = '(?=$|[,。;!?、) ])';
const CLASSIC: Readonly<Record<string, string>> = { 花甲: '60', 古稀: '70', 耄耋: '80' };
const KIN = '爸|妈|爹|娘|爷爷|奶奶|公公|婆婆|老公|老婆|儿子|女儿|闺女|孩子|孙子|孙女|外孙女?|弟弟?|妹妹?|哥|姐';
const WHO =
  '(?:he|she|(?:my|his|her|our|the)(?: old| elderly)? (?:mother|mum|mom|father|dad|wife|husband|son|daughter|child|kid|grandmother|grandma|grandfather|grandpa|grandson|granddaughter|victim|brother|sister|uncle|aunt))';

/** Each with the age in its first group. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `${APART}${TWO}(?:多|来|几|好几|大几|出头|[啷郎]当)?的(?:半大)?(?:老(?:太|头|人|汉|大[爷妈娘]|[爷奶]|伯|婆)|大[爷妈叔娘姐哥]|阿姨|小伙|小年轻|小子|小孩|孩子|娃|女人|男人|女的|男的|人了)`,
    'g',
  ),
  new RegExp(`${APART}([二三四五六七八九]十有[一二三四五六七八九])(?=$|[,。;!? 了岁])`, 'g'),
  /(?:年[近过逾届]|将近|已[近过])(花甲|古稀|耄耋)|(?:花甲|古稀|耄耋)(?=之年|老[人太汉头翁]|高龄)/g,
  new RegExp(`(?:${APART}${TWO}(?=高龄|大寿)|(?:高龄|高寿)${TWO}(?!分))`, 'g'),
  /(?<![一-鿿])[男女][,、 /]{1,2}(\d{2})(?=$|[,。;、) ](?!\d))/g,
  new RegExp(
    `(?:[我他她]|人家|对方|那人|司机)(?:今年|现在|刚满|才刚|才|刚|都){1,2}${TWO}${ENDS}(?!,[^,。;]{0,4}(?:码|迈|速))`,
    'g',
  ),
  new RegExp(
    `(?:${KIN}|老丈人|丈母娘|岳[父母]|侄[子女]|老人|伤者|老太太|老头|大[爷妈]|阿姨|患者|死者)[^,。;!?\\n\\d]{0,5},${TWO}(?=$|[,。])`,
    'g',
  ),
  new RegExp(`(?:${KIN})[^,。;!?\\n\\d]{0,8},(?:今年|现在|已经|才|都|快){0,2}${TWO}(?:了|啦)${ENDS}`, 'g'),
  new RegExp(`(?<![a-z])${WHO} (?:is|was) (\\d{1,3})(?=$| and |[,.;!?)](?!\\d))`, 'g'),
  new RegExp(`(?<![a-z])${WHO}(?: \\((\\d{1,3})\\)|, ?(\\d{1,2}),)`, 'g'),
  /(?<![\d.])(\d{1,3})(?: years?[ -]old|-years?-old)(?![a-z])|\bage(?:d|:| is)? (\d{1,3})(?!\d)/g,
];
/** “车速60的小伙”, “他才40码”. */
const SPEED = /(?:速|码|迈|开)[^,。;]{0,4}$/;

export function spokenAges(text: string): SpokenAge[] {
  return PATTERNS.flatMap((pattern) =>
    matches(pattern, text).flatMap((match) => {
      const said = match.slice(1).find((group) => group !== undefined) ?? match[0];
      const start = match.index + match[0].indexOf(said);
      if (SPEED.test(text.slice(Math.max(0, start - 8), start))) return [];
      return [
        {
          words: CLASSIC[said] ?? said.replace('有', ''),
          start,
          end: match.index + match[0].length,
          english: /[a-z]/.test(match[0]),
        },
      ];
    }),
  ).filter(({ words }) => words.length > 1 || numeral(words) !== undefined);
}
