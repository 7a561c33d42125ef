/** Numbers of claims and policies: known only by the words beside them (“报案号…”, “保单号码…”), since every insurer writes its own. */

import { idNumber } from './id-number.ts';
import type { Finder, Found, Now } from './kind.ts';
import { matches } from './matches.ts';
import { normal } from './normal.ts';
import { phonesIn } from './phone.ts';
import { platesIn } from './plate.ts';

type Sort = 'claim' | 'policy';

/** “编号”, “号码” and the like; a label needs none where the code begins with letters. */
const NUMBER = '(?:编?号码?|编码|单号码?|no\\.?|number|#)';
const LABELS: Readonly<Record<Sort, string>> = {
  claim: `(?:报案|立案|赔案|案件|案子|理赔|出险|受理|查勘)${NUMBER}?|(?<![一-鿿])案号|\\b(?:claim|case|report)(?: reference)? ?${NUMBER}?`,
  policy: `(?:电子)?(?:保险|投|交强|商业)?保单${NUMBER}?|(?:保险单|投保单|保险合同|交强险|商业险)${NUMBER}?|保险(?:卡|凭证)?${NUMBER}|保险单|\\bpolicy ?${NUMBER}?`,
};
/** “单号” alone may belong to a parcel; whose it is shows the code itself. */
const BARE = '(?:^|[\\s,。;:(]|我的|这个|那个|的|查|是)单号';
const LABEL = new RegExp(`(${LABELS.claim})|(${LABELS.policy})|(${BARE})`, 'g');
/** Insurers begin the number of a policy with P, that of a report with R or C. */
const POLICY_CODE = /^P/;

/** Latin letters and digits; blanks and hyphens may part them into groups. */
const CODE = /[a-z]{0,6}[ -]?\d[a-z\d]*(?:[ -][a-z\d]+)*/y;
/** What stands between a label and its number. */
const LEAD = /(?: (?:is|was))?[^a-z\d,。;!?\n]{0,6}/y;
/** What stands between a number and the label behind it. */
const BACK = /^[ ,(]{0,2}(?:这个?|那个?|就|我们?的?|是|的|为){0,4}$/;
const FEWEST_SIGNS = 8;
/** So many digits count nothing else. */
const SURELY_A_CODE = 14;
const MOST_SIGNS = 30;
const FEWEST_DIGITS = 6;
/** A group of fewer signs begins something else: “…67890 2个人”. */
const SMALL_GROUP = 3;
const COUNTS = /[个位名人点号路栋楼年月日时分岁万元块千天辆]/;

interface Hit {
  readonly sort: Sort;
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

function codeAt(text: string, from: number, now: Now): Omit<Hit, 'sort'> | undefined {
  LEAD.lastIndex = from;
  const start = from + (LEAD.exec(text)?.[0].length ?? 0);
  CODE.lastIndex = start;
  const run = CODE.exec(text)?.[0].slice(0, MOST_SIGNS * 2) ?? '';
  const end = start + lengthOfCode(run, text.charAt(start + run.length));
  const code = text.slice(start, end).replace(/[ -]/g, '').toUpperCase();
  const whole = code.length >= FEWEST_SIGNS && code.length <= MOST_SIGNS && !/[a-z\d]/.test(text.charAt(end));
  const digits = code.replace(/\D/g, '').length;
  return whole && digits >= FEWEST_DIGITS && !isOther(text.slice(start, end), now) ? { code, start, end } : undefined;
}

/** Up to the group that is a phone by itself, or too short to belong to it. */
function lengthOfCode(run: string, next: string): number {
  let length = 0;
  for (const match of run.matchAll(/[a-z\d]+/g)) {
    const [group, end] = [match[0], match.index + match[0].length];
    const last = end === run.length;
    const small =
      group.length < SMALL_GROUP && !(last && length > group.length * SMALL_GROUP && /^[,。;!?]?$/.test(next));
    const foreign = phonesIn(group).length > 0 || small || (last && COUNTS.test(next));
    if (length >= FEWEST_SIGNS && foreign) return length;
    length = end;
  }
  return length;
}

const isOther = (code: string, now: Now): boolean =>
  phonesIn(code).length > 0 || platesIn(code).length > 0 || idNumber().find(code, now).length > 0;

/** “RDAA2026… 是我的报案号”: the code stands before its label. */
function codeBefore(text: string, label: number, now: Now): Omit<Hit, 'sort'> | undefined {
  const window = text.slice(Math.max(0, label - MOST_SIGNS * 2), label);
  const runs = [...window.matchAll(/[a-z]{0,6}\d[a-z\d]*(?:[ -][a-z\d]+)*/g)];
  const last = runs.at(-1);
  if (!last || !BACK.test(window.slice(last.index + last[0].length))) return undefined;
  return codeAt(text, label - window.length + last.index, now);
}

/** “快递单号” and “银行流水” never match a label; a label without a number behind it may have it before. */
function numbersIn(text: string, now: Now): Hit[] {
  const found: Hit[] = [];
  for (const match of matches(LABEL, text)) {
    const behind = match.index + match[0].length;
    const hit = codeAt(text, behind, now) ?? codeBefore(text, match.index, now);
    if (!hit || found.some((other) => hit.start < other.end && other.start < hit.end)) continue;
    const sure = /号|码|no|number|#/.test(match[0]) || /^[A-Z]/.test(hit.code) || hit.code.length >= SURELY_A_CODE;
    if (!sure) continue;
    const sort = match[1] ? 'claim' : match[2] || POLICY_CODE.test(hit.code) ? 'policy' : 'claim';
    found.push({ ...hit, sort });
  }
  return found;
}

const numbersOf = (kind: string, sort: Sort): Finder<string> => ({
  kind,
  find: (given, now): readonly Found<string>[] => {
    const plain = normal(given);
    if (!/\d{3}/.test(plain.text)) return [];
    return numbersIn(plain.text, now)
      .filter((hit) => hit.sort === sort)
      .map(({ code, start, end }) => ({ value: code, span: plain.span(start, end) }));
  },
});

export const claimNumber = (): Finder<string> => numbersOf('claimNumber', 'claim');
export const policyNumber = (): Finder<string> => numbersOf('policyNumber', 'policy');
