/** People that a text speaks of: “我妈”, “一个老太太”, “司机和两个乘客”, “我老婆 and me”. */

import { countsIn } from './count.ts';
import { matches } from './matches.ts';
import { numeral } from './numerals.ts';

/** reference: may be somebody named before. rest: “其他人”. me: who speaks. */
export type Sort = 'count' | 'named' | 'reference' | 'rest' | 'me';

export interface Mention {
  readonly start: number;
  readonly end: number;
  /** How many people; null where that is not said. */
  readonly n: number | null;
  readonly sort: Sort;
  readonly word: string;
  /** “伤者是我老婆”: says who it is. */
  readonly named?: boolean;
  /** “我女儿三人”: how many the words before the number name. */
  readonly last?: number;
}

const WHOSE = '(?:(?:我们?|咱们?|他们?|她们?|你|人家|对方|孩子|娃)(?:家的?|的)?)';
const KIN =
  '爸爸|妈妈|父亲|母亲|老公|老婆|丈夫|妻子|爱人|媳妇|老伴|儿子|女儿|闺女|爷爷|奶奶|外公|外婆|姥姥|姥爷|岳父|岳母|公公|婆婆|丈母娘|老丈人|哥哥|弟弟|姐姐|妹妹|叔叔|舅舅|姑姑|阿姨|伯父|侄子|侄女|外甥女?|孙子|孙女|女婿|儿媳妇?|(?:表|堂)[哥弟姐妹]|对象|男朋友|女朋友|朋友|同事|同学|邻居|亲戚|嫂子|姑娘';
/** One character alone may be anything. */
const SHORT = '爸|妈|爹|娘|哥|弟|姐|妹|叔|舅|姑|姨|伯|嫂|娃';
const PAIR =
  '(?:爸妈|父母|爹妈|公婆|爷爷奶奶|外公外婆|夫妻|夫妇|两口子|母女|母子|父子|父女|爷孙|兄弟俩|姐妹俩)(?:俩|两个人?|两人|二人)?|(?:老[婆公]|媳妇)(?:孩子|娃)|(?:爷|娘)俩|我们俩|咱俩';
const ROLE =
  '司机|驾驶[员人]|乘车人|乘员|车主|骑手|骑车(?:的|人)(?:人)?|行人|老人家?|老太太|老太婆|老头|老爷子|老大[爷妈]|大[爷妈叔]|小孩子?|孩子|小朋友|宝宝|婴儿|学生|女的|男的|小伙子?|孕妇|大人|副驾驶?|后座|外卖员|快递员|环卫工';
const MANY = '我们|咱们|他们|她们|大家|家人|家里人|乘客|大人小孩|孩子们|全车人|一车人';
const BODY = '腿|手|脚|胳膊|头|腰|肋骨|脖子|肩|膝|脸|背|胸';
const PATTERNS: readonly (readonly [Sort, number | null, RegExp])[] = [
  [
    'named',
    2,
    new RegExp(
      `${WHOSE}?(?:${PAIR})|(?:my|his|her|the|both) parents|(?:the|an old|old) couple|(?:my|his|her|our|the) two (?:kids|children|sons|daughters|boys|girls|friends|passengers)|both (?:of (?:us|them|you)|drivers|riders|passengers|cyclists|men|women|kids|children)`,
      'g',
    ),
  ],
  ['rest', null, /(?:其他|其它|其余|剩下|另外)的?人|别的人|别人|其余的|剩下的|the (?:others|rest)/g],
  [
    'named',
    null,
    new RegExp(
      `${MANY}|(?<![a-z])(?:we|they|(?:the |my |her |his )?(?:kids|children|passengers|people))(?![a-z])`,
      'g',
    ),
  ],
  [
    'named',
    1,
    new RegExp(
      `(?:孩子|娃)[他她](?:${SHORT})|${WHOSE}?(?:${KIN})|${WHOSE}(?:${SHORT})(?!夫|们)|(?<![一-鿿])[爸妈]`,
      'g',
    ),
  ],
  ['named', 1, new RegExp(`(?:对方|前车|后车)?的?(?:${ROLE})(?!们)`, 'g')],
  [
    'reference',
    1,
    /伤者|病人|患者|[他她](?!们|人)|对方(?!的?车|公司|保险|全责|主责|次责|责任)|(?<![a-z])(?:he|she|the victim)(?![a-z])/g,
  ],
  [
    'me',
    1,
    new RegExp(`我(?:自己|本人)?(?!们|的(?!${BODY})|[车家这那方想要])|本人|(?<![a-z])(?:i|me|myself)(?![a-z])`, 'g'),
  ],
  [
    'named',
    1,
    /(?<![a-z])(?:(?:my|his|her|our|the|a|an|their)(?: old| elderly| young| little| own| other)? )(?:mother|mum|mom|father|dad|wife|husband|son|daughter|child|kid|baby|driver|passenger|pedestrian|cyclist|rider|friend|colleague|brother|sister|grandmother|grandma|grandfather|grandpa|grandson|granddaughter|girl|boy|man|woman|lady|boyfriend|girlfriend|uncle|aunt|neighbour|student)(?:'s (?:mother|father|wife|husband|son|daughter|friend))?(?![a-z'])/g,
  ],
];
const ENGLISH_COUNT =
  /(?<![a-z])(?:the )?(?:other )?(two|three|four|five|\d{1,2})(?: others?| more| of (?:us|them))?(?= (?:are|were|have|got|is|others?|more|of)(?![a-z]))/g;
const ENGLISH_NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };
const FAMILY = /一家([两二三四五六七八九十\d]{1,2})口人?/g;
/** “两个乘客” says who, “两个” and “两个伤者” only how many. */
const TELLS_WHO = /(?:乘客|行人|老人|小孩|孩子|大人|学生|男的|女的|路人|passengers?|pedestrians?|men|women|children)$/;
/** Nobody names more people in one message. */
const MOST = 60;

export function mentionsIn(text: string): Mention[] {
  const all: Mention[] = [];
  const add = (match: RegExpMatchArray, n: number | null, sort: Sort): void => {
    const start = match.index ?? 0;
    all.push({ start, end: start + match[0].length, n, sort, word: match[0] });
  };
  for (const match of matches(FAMILY, text)) add(match, numeral(match[1] ?? '') ?? null, 'count');
  for (const match of matches(ENGLISH_COUNT, text))
    add(match, ENGLISH_NUMBERS[match[1] ?? ''] ?? Number(match[1]), 'count');
  for (const { n, start, end } of countsIn(text)) {
    const word = text.slice(start, end);
    // The word for whom an English number counts stands behind it.
    const noun =
      /^ (?:passengers?|pedestrians?|men|women|children|people|persons?|victims?)(?![a-z])/.exec(
        text.slice(end),
      )?.[0] ?? '';
    all.push({
      start,
      end: end + noun.length,
      n,
      sort: TELLS_WHO.test(word + noun) ? 'named' : 'count',
      word: word + noun,
    });
  }
  for (const [sort, n, pattern] of PATTERNS) for (const match of matches(pattern, text)) add(match, n, sort);
  return apart(all).slice(0, MOST);
}

/** Of words that overlap the first, and there the longest. */
function apart(all: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const one of [...all].sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
