/** Grades of disability (one, the gravest, to ten): “十级伤残”, “10级”, “两个十级”, “九级加十级”, “拾级”. */

import type { Finder, Found } from './kind.ts';
import { matches } from './matches.ts';
import { clauseAround } from './negation.ts';
import { normal } from './normal.ts';
import { numeral } from './numerals.ts';

const SIGNS = '一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾';
const GRADE = `(?:10|[1-9]|[${SIGNS}]|[Ⅰ-Ⅹⅰ-ⅹ]|iv|i{1,3}|ix|vi{0,3}|x)`;
const ROMAN: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((word, i) => [word, i + 1])),
  ...Object.fromEntries([...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ', ...'ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ'].map((sign, i) => [sign, (i % 10) + 1])),
};
const TIMES = '(?:([一二两三四五六2-6])(?:个|处|项)|([俩仨双两])(?:个|处)?)';
/** “两个十级”, “九、十级”, “十级两处”. */
const GRADES = new RegExp(
  `(?<![\\d.a-z${SIGNS}百第Ⅰ-ⅿ])${TIMES}?(${GRADE})(?:[、,和及](${GRADE}))? ?级(?:伤残|残疾|残)?(?:[x×*]([2-5])|([一二两三四五2-5])(?:个|处|项)(?!${GRADE}级))?`,
  'g',
);
const MOST = 10;
/** Nobody tells more of them in one message. */
const MOST_TOLD = 60;
/** Up to grade four hardly anybody says it without naming what it is. */
const GRAVEST_BARE = 5;
const NAMED = /伤残|残疾|评残|定残|致残|残级|构成|鉴定|评|定|等级/;
/** Other things that have grades. */
const OTHER_BEFORE =
  /(?:(?:医院|信用|风险|安全|防护|驾驶|服务|会员)等级|地震|震级|烈度|里氏|风力?|台风|大风|阵风|海况|浪|英语|日语|钢琴|考|年|防火|抗震|工龄|技工|驾照|机动车|事故|信用|会员|vip|功勋|电梯|楼梯|台阶|风险|预警|响应|保密|污染|pm|酒|电压|护理|医院|公路|高度|伤情)$/;
const OTHER_AFTER =
  /^(?:甲等|乙等|医院|医生|护理|公路|风|大风|台风|地震|余震|台阶|楼梯|石阶|英语|考试|建造|技工|技师|工|证|医疗|响应|预警|警|防护|风险|标准|跳|以上医院|及以上医院|消防|保安|运动员|烧烫?伤|残废军人|伤害|轻伤|重伤|子)/;
/** “没评上十级”, “够不上十级”, “能评十级吗”: not given, or asked. */
const DENIED =
  /(?:没有?|未|不|无)(?:能|够|够得)?(?:评|达|到|上|构成|够|是|定|鉴定|认定)(?:到|上|为|成|出|得)?(?:个|一个)?$|(?:够|评|达|定)不(?:上|到|了)(?:个|一个)?$|(?:差一?点|差点儿?)(?:就)?(?:评|到|够)?(?:上|到)?$/;
const ASKED_BEFORE =
  /(?:能不能|会不会|能否|是否|可不可以|够不够|算不算|是不是|够得上|能|可以|会|算)(?:被)?(?:够|评|定|鉴定|达|到|构成|算|判|认定){0,2}(?:得|到|上|为|成|出|个|一个){0,3}$/;
const ASKED_AFTER = /^(?:伤残|残疾|残)?(?:标准)?(?:吗|么|不\?|不$|没$|没有$)/;

interface Hit {
  readonly grades: readonly number[];
  readonly start: number;
  readonly end: number;
}

const gradeOf = (word: string): number | undefined => ROMAN[word] ?? numeral(word);

function gradesIn(text: string): Hit[] {
  const found: Hit[] = [];
  for (const match of matches(GRADES, text).slice(0, MOST_TOLD)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const [, counted, pair, one, another, by, behind] = match;
    const both = [one, another].flatMap((word) => (word ? (gradeOf(word) ?? []) : []));
    const times = timesOf(counted ?? pair) * timesOf(by ?? behind);
    const first = both[0] ?? 0;
    if (/^还是|^或者?/.test(text.slice(end)) || isAgain(text, start, first, found)) continue;
    if (both.some((grade) => grade < 1 || grade > MOST) || !isDisability(text, start, end, first, found.at(-1)))
      continue;
    found.push({ grades: both.flatMap((grade) => Array<number>(times).fill(grade)), start, end });
  }
  return found;
}

/** “评了七级…还按七级算”: spoken of again. */
const isAgain = (text: string, start: number, grade: number, found: readonly Hit[]): boolean =>
  found.some(({ grades }) => grades.includes(grade)) &&
  /(?:按|照|算|才|就|还是|这|那)[^,。;、加和]{0,3}$/.test(clauseAround(text, start, start, 8).before);

const timesOf = (word: string | undefined): number => (word === '双' ? 2 : word ? (numeral(word) ?? 1) : 1);

function isDisability(text: string, start: number, end: number, grade: number, last: Hit | undefined): boolean {
  const after = text.slice(end, end + 8);
  const clause = clauseAround(text, start, start, 12).before;
  const ofBody = text.slice(start, end).includes('残');
  if (!ofBody && (OTHER_BEFORE.test(clause.trimEnd()) || OTHER_AFTER.test(after))) return false;
  if (DENIED.test(clause)) return false;
  if (ASKED_AFTER.test(after) || (ASKED_BEFORE.test(clause) && /[吗么不没?]/.test(after))) return false;
  const named = ofBody || NAMED.test(clause) || after.includes('残');
  const joined = last !== undefined && /^[加和及跟与、,+ 一个处]{1,4}$/.test(text.slice(last.end, start));
  return named || joined || grade >= GRAVEST_BARE || (start === 0 && end === text.trimEnd().length);
}

/** “grade 10 disability”, “disability grade nine”. */
const ENGLISH =
  /(?<![a-z])(?:disability (?:of )?(?:grade|level) (\d{1,2})|(?:grade|level)[- ](\d{1,2}) disability)(?![a-z\d])/g;

export function disabilityGrade(): Finder<number> {
  return {
    kind: 'disabilityGrade',
    find: (given): readonly Found<number>[] => {
      const plain = normal(given);
      const hits = plain.text.includes('级') ? gradesIn(plain.text) : [];
      const english = plain.text.includes('disability')
        ? matches(ENGLISH, plain.text).map((match) => ({
            grades: [Number(match[1] ?? match[2])].filter((grade) => grade >= 1 && grade <= MOST),
            start: match.index,
            end: match.index + match[0].length,
          }))
        : [];
      return [...hits, ...english].flatMap(({ grades, start, end }) =>
        grades.map((value) => ({ value, span: plain.span(start, end) })),
      );
    },
  };
}
