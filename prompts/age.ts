/** How old somebody is, in whole years: “68岁”, “六十多岁”, “七旬老人”, “8个月大”, “我妈64”, “老人家82了”. */

import { spokenAges } from './age-spoken.ts';
import type { Finder, Found } from './kind.ts';
import { matches } from './matches.ts';
import { normal } from './normal.ts';
import { HAN_DIGITS, numeral } from './numerals.ts';

const OLDEST = 120;
/** Without 岁 a smaller number may be anything, unless a child is spoken of. */
const YOUNGEST_BARE = 10;
const OLDEST_BARE = 109;

const HAN = `[${HAN_DIGITS}十百]{1,5}`;
const NUMBER = `(\\d{1,3}|${HAN})`;
const MORE = '(?:多|来|几|好几|大几|出头|开外|[啷郎]当)?';
const YEARS = new RegExp(
  `(?<![\\d.${HAN_DIGITS}十百第])${NUMBER} ?${MORE}[个]?(?:周岁|虚岁|岁)(?!月|末|修|入|数|到(?=[\\d一二三四五六七八九])|以[上下前后内]|之[上下前后]|前|及以|\\/)`,
  'g',
);
/** “三十出头”. */
const JUST_OVER = /(?<![\d一二三四五六七八九百千万])([2-9]0|[二三四五六七八九]十)出头(?!的?[块元万千钱])/g;
const DECADES = /(?:年过|年逾|年近)?(?<![\d上中下每各本])([一二三四五六七八九])旬(?!前|后|内)/g;
const MONTHS = new RegExp(`(?<![\\d.${HAN_DIGITS}十])${NUMBER}个?(?:多)?(?:月|天|周)大(?!概|约|小)`, 'g');

const CHILD = '小?孩子?|娃儿?|宝宝|儿子|女儿|闺女|孙子|孙女|外孙女?|小朋友|小家伙|妞|小子';
const KIN =
  '爸爸?|妈妈?|爹|娘|父亲|母亲|老公|老婆|爱人|丈夫|妻子|媳妇|老伴儿?|爷爷|奶奶|外公|外婆|姥姥|姥爷|岳父|岳母|公公|婆婆|丈母娘|老丈人|[叔舅姑姨伯]{1,2}|[哥弟姐妹]{1,2}|嫂子|侄子|侄女|外甥女?|(?<=[我他她你俺咱])[奶爷婆]';
const ANYBODY = `老人家?|老太太|老太婆|老头儿?|老爷子|老爷爷|老奶奶|老汉|老大[爷妈娘]|大[爷妈叔娘姐哥]|阿姨|伯伯|司机|骑手|骑车的|受害[人者]|当事人|伤者|死者|病人|患者|行人|乘客|${KIN}|${CHILD}`;
const SAID =
  '(?:今年|现在|都|已经|才|刚刚?|快|也|就|有|是|满|虚岁|周岁|年龄|年纪|岁数|看着|看上去|估摸着?|大概|将近|少说|起码|得|奔|高寿|整|:| ){0,4}';
/** What may stand behind an age without 岁. */
const BOUNDARY = '(?:上下|左右|整)?(?=$|[,。;!?、)\\n ]|的(?:年纪|岁数|样子))';
/** “我妈64”, “年龄45”, “今年58”: a number beside a person, with nothing counted behind it. */
const BARE = new RegExp(
  `(?:(${ANYBODY})|今年|(?:年龄|年纪|岁数)(?:[都也]?[大老]了?,?)?)${SAID}${NUMBER}${MORE}(?:(?:了|啦|呢|的人了?|高龄)(?![解事结])|${BOUNDARY})`,
  'g',
);
/** “他67了”, “我今年45了”. */
const OF_PRONOUN = new RegExp(`(?:[我他她]|人家)(${SAID})${NUMBER}${MORE}(?:了|啦|的人了?)(?![解事结])`, 'g');
/** “给老太太100”: money. */
const PAID = /(?:给|赔|付|塞|转|垫|补|找|欠|还|交)(?:[了那个这一位过]|我们?|他们?|人家?|对方){0,3}$/;
const CHILD_SAID = new RegExp(`^(?:${CHILD})`);
/** “每增加一岁减一年”, “未满18岁”, “比我大3岁”: no age of anybody. */
const NO_AGE =
  /(?:每(?:增加|长|大|多)?|增加|减少?|相差|差|大|小|(?:^|[,。;!? ])满|未满|不满|没满|[要须需得]年?满|以[上下]至?|[-~至]|(?<![还才子儿女娃孩弟妹]不)到)$/;
/** Calls for help, not years. */
const EMERGENCY_NUMBERS = [110, 112, 119, 120, 122];

interface Hit {
  readonly years: number;
  readonly start: number;
  readonly end: number;
}

/** “十七八” is seventeen, “六七十” sixty: the lower of two. */
function lower(words: string): number | undefined {
  const tail = /^([一二三四五六七八九]?十)([一二三四五六七八])[二三四五六七八九]$/.exec(words);
  if (tail) return numeral(`${tail[1]}${tail[2]}`);
  const head = /^([一两二三四五六七八])[二两三四五六七八九](十?)$/.exec(words);
  return head ? numeral(`${head[1]}${head[2]}`) : numeral(words);
}

function agesIn(text: string): Hit[] {
  const found: Hit[] = [];
  const put = (years: number | undefined, start: number, end: number): void => {
    const before = text.slice(Math.max(0, start - 6), start);
    const taken = found.some((hit) => start < hit.end && hit.start < end);
    if (years === undefined || years > OLDEST || taken || NO_AGE.test(before)) return;
    found.push({ years, start, end });
  };
  const add = (match: RegExpMatchArray, years: number | undefined): void =>
    put(years, match.index ?? 0, (match.index ?? 0) + match[0].length);
  if (text.includes('岁')) for (const match of matches(YEARS, text)) add(match, lower(match[1] ?? ''));
  if (text.includes('出头')) for (const match of matches(JUST_OVER, text)) add(match, numeral(match[1] ?? ''));
  if (text.includes('旬')) for (const match of matches(DECADES, text)) add(match, (numeral(match[1] ?? '') ?? 0) * 10);
  if (text.includes('大')) for (const match of matches(MONTHS, text)) add(match, 0);
  for (const match of [...matches(BARE, text), ...matches(OF_PRONOUN, text)]) {
    const years = lower(match[2] ?? '');
    if (years !== undefined && !isPaid(text, match.index) && isBareAge(years, match[1] ?? '')) add(match, years);
  }
  for (const { words, start, end, english } of spokenAges(text)) {
    const years = lower(words);
    if (years !== undefined && (english || (isBareAge(years, '') && !isPaid(text, start)))) put(years, start, end);
  }
  return found.sort((a, b) => a.start - b.start);
}

const isPaid = (text: string, at: number): boolean => PAID.test(text.slice(Math.max(0, at - 6), at));

const isBareAge = (years: number, person: string): boolean =>
  years <= OLDEST_BARE &&
  !EMERGENCY_NUMBERS.includes(years) &&
  (years >= YOUNGEST_BARE || (years > 0 && CHILD_SAID.test(person)));

export function age(): Finder<number> {
  return {
    kind: 'age',
    find: (given): readonly Found<number>[] => {
      const plain = normal(given);
      return agesIn(plain.text).map(({ years, start, end }) => ({ value: years, span: plain.span(start, end) }));
    },
  };
}
