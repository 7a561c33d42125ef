/** How long somebody was in hospital, off work, cared for, resting or on special food: “住院19天”, “三个月没上班”, “护理期60日”. */

import { englishDurations } from './duration-english.ts';
import { type Length, lengthsIn } from './duration-length.ts';
import type { Finder, Found } from './kind.ts';
import { matches, searched } from './matches.ts';
import { normal } from './normal.ts';

export type Purpose = 'inpatient' | 'work' | 'care' | 'rest' | 'nutrition';
export interface Duration {
  readonly purpose: Purpose;
  readonly days: number;
}

/** Words before a length, the later ones winning; `住了` needs no hospital in “住了26天，花了三万”. */
const LEADS: readonly (readonly [Purpose, string])[] = [
  ['nutrition', '营养(?:期限|期|费|时间)?|补(?:充)?营养'],
  ['care', '(?:护理|陪护|看护|照护|照顾|照料|伺候|侍候|陪床|护工)(?:期限|期|费|时间|依赖)?'],
  [
    'work',
    '误工(?:期限|期|费|时间|损失日?)?|耽误(?:上班|工作|干活)?|误了|停工留薪(?:期间?)?|停(?:工|业|产)|歇(?:工|业)|旷工|(?:没有?|冇|未|不能|无法|没法|没能|没去)(?:去)?(?:上|开|出|做|干|复)(?:过)?(?:班|工|活|车|摊)|上不了班|干不了活|请(?:了|过)?(?:病|事|长)?假',
  ],
  [
    'rest',
    '(?:全|建)?休(?!克|业)(?:息|养|假)?|静养|疗养|歇|养(?!老|殖|护|车|活|家|路)(?:伤|病|着)?|卧床|病假(?:条|单)?|假条|躺(?=[^,。;]{0,3}床|家|[了着])|在家(?:里)?(?:躺|待|呆)',
  ],
  [
    'inpatient',
    '(?<!出)住(?:的)?(?:了|过|着)?(?:医)?院(?:期间|期|时间|天数|治疗|观察)?|(?:医院|病房|icu|重症(?:监护)?(?:室|病房)?|卫生院|骨科|[一二三四附]院|急诊|留观室?)(?:里|那边|又)?(?:总共|一共|都|也)?(?:躺|住|待|呆|睡)?|留院观察|留观|inpatient|住(?=[了过满])',
  ],
];
/** Words behind a length. */
const TRAILS: readonly (readonly [Purpose, RegExp])[] = [
  ['nutrition', /^的?(?:加强)?营养/],
  ['care', /^的?(?:护理|陪护|看护|护工)/],
  [
    'work',
    /^(?:都|一直|里|内|就|也|了|还|的|时间|我|他|她){0,3}(?:误工|(?:没有?|冇|未|不能|无法|没法|没能|不让)(?:去|能|法|办法)?(?:正常)?(?:上|开|出|做|干|复|接|跑|挣|赚|下|工)(?:过|到|了)?(?:班|工|活|车|摊|钱|地|单|作)|没(?:有)?(?:收入|进账|工资|工作)|上不了班|干不了活|的?(?:事|长)?假(?!条|单)|停工|歇业)/,
  ],
  ['rest', /^的?(?:病假|假条|假单|休息|休养|静养|全休|卧床)/],
  ['inpatient', /^的?(?:住?院(?!子|长)|住院)/],
];
const LEAD = new RegExp(LEADS.map(([, words]) => `(${words})`).join('|'), 'g');
/** What may stand between the word and the length. */
const GAP =
  /^(?:[了的是为有过满约共近达到:, (]|一共|总共|合计|共计|大概|大约|差不多|将近|不到|超过|至少|整整|足足|已经|前后|时间|期限|天数|(?:\d{4}[年.-])?\d{1,2}[月.-]\d{1,2}[日号]?|陪|快|都|也|得|要|至|就|又|给|我|他|她|人|才|好|各|请|均|评定|鉴定|建议|医嘱|上|期|费|治疗|医治|观察|日数|条|单|在家|床|家里|里|开|躺|住|待|呆|三期|现在|目前|按|算|以|着|满|院|假|头尾|加起来|没人|了有){0,6}$/;
/** “在城里住了三年”: where somebody lives. */
const DWELLS = /城|镇上|小区|租|房|居住|定居|这[里儿边]|那[里儿边]|广州|深圳|北京|上海|宿舍|村|娘家|家/;
const LONGEST_STAY = 400;
const REACH = 30;

interface Hit extends Duration {
  readonly start: number;
  readonly end: number;
}

/** The purpose that the words right before or right behind a length tell. */
function purposeOf(text: string, length: Length, from: number): Purpose | undefined {
  const before = text.slice(Math.max(from, length.start - REACH), length.start);
  const clause = before.slice(Math.max(...[...'。;!?\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  const lead = searched(LEAD, clause).findLast((match) => GAP.test(clause.slice(match.index + match[0].length)));
  const after = text.slice(length.end, length.end + REACH);
  if (lead && !isPrice(lead[0], length, after)) {
    const purpose = LEADS[lead.slice(1).findIndex((group) => group !== undefined)]?.[0];
    return purpose === 'inpatient' && !isStay(lead[0], clause, length, after) ? undefined : purpose;
  }
  return lead || length.named || length.days === 1 ? undefined : TRAILS.find(([, words]) => words.test(after))?.[0];
}

/** “住院一天就走了”, but “护理一天给多少”. */
const isPrice = (lead: string, length: Length, after: string): boolean =>
  length.days === 1 && (!/住|院/.test(lead) || !/^(?:$|[,。;!?]|就|院)/.test(after));

function isStay(lead: string, clause: string, length: Length, after: string): boolean {
  if (length.days > LONGEST_STAY && lead.startsWith('住') && !lead.includes('院')) return false;
  return lead !== '住' || /^的?(?:医?院|icu|重症)/.test(after) || !DWELLS.test(clause);
}

const LIST =
  /((?:(?:误工|护理|营养|休息|住院)(?:期限?|费|时间)?[、,和及与]{0,2}){2,3})(?:三期)?(?:分别|各|均|都)(?:自)?[^\d,。;]{0,8}/g;
const NAMED: Readonly<Record<string, Purpose>> = {
  误工: 'work',
  护理: 'care',
  营养: 'nutrition',
  休息: 'rest',
  住院: 'inpatient',
};

/** “误工期、护理期、营养期分别为180日、90日、60日”, “护理期和营养期各60天”. */
function listed(text: string, lengths: readonly Length[]): Hit[] {
  return matches(LIST, text).flatMap((match) => {
    const end = match.index + match[0].length;
    const purposes = [...(match[1] ?? '').matchAll(/误工|护理|营养|休息|住院/g)].flatMap((m) => NAMED[m[0]] ?? []);
    const behind = lengths.filter(({ start }) => start >= end && start < end + REACH * 2);
    const each = !match[0].includes('分别');
    return purposes.flatMap((purpose, i) => {
      const length = behind[each ? 0 : i];
      return length ? [{ purpose, ...length }] : [];
    });
  });
}

function durationsIn(text: string): Hit[] {
  const lengths = lengthsIn(text);
  const rows = lengths.length > 0 ? listed(text, lengths) : [];
  const found: Hit[] = [];
  let from = 0;
  for (const length of lengths) {
    const inRow = rows.filter(({ start }) => start === length.start);
    const purpose = inRow.length > 0 ? undefined : purposeOf(text, length, from);
    if (purpose) found.push({ purpose, ...length });
    found.push(...inRow);
    from = length.end;
  }
  return [...found, ...numbered(text)];
}

/** “住院天数：14”. */
const NUMBERED = /(误工|护理|营养|休息|住院)[天日]数(?:为|是|共|:| ){0,2}(\d{1,3})(?![\d.天日月周个])/g;
const numbered = (text: string): Hit[] =>
  matches(NUMBERED, text).flatMap((match) => {
    const [purpose, days] = [NAMED[match[1] ?? ''], Number(match[2])];
    const [start, end] = [match.index, match.index + match[0].length];
    return purpose && days > 0 ? [{ purpose, days, start, end, named: false }] : [];
  });

export function duration(): Finder<Duration> {
  return {
    kind: 'duration',
    find: (given): readonly Found<Duration>[] => {
      const plain = normal(given);
      return [...durationsIn(plain.text), ...englishDurations(plain.text)].map(({ purpose, days, start, end }) => ({
        value: { purpose, days },
        span: plain.span(start, end),
      }));
    },
  };
}
