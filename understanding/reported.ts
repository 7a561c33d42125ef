/** “我已经报过案了”: there is a claim already, and nothing new is to be reported. Of the police (报警) nothing is said here. */

import { spelt } from './homophones.ts';

const REPORTED =
  /报(?:过|了|完|好)(?:了)?案|案子(?:公司|单位|老板|家里)报(?:过|了)|报案(?:了|过|完)|案子?(?:都|早就|已经)?报(?:过|了)|(?:已经?|早就?|都|之前|昨天|前几?天)报(?:过|了)(?![警]|110|122)|^(?:早就|已经|都)?报过(?:了|的)|打(?:了|过)?(?:你们|保险公司?)的?(?:客服)?(?:热线|电话)[^,，。]{0,4}报(?:了|过)?案|打(?:了|过)?(?:你们)?保险(?:公司)?(?:的)?电话(?!.{0,4}(?:没打|打不|没人))|我(?:早|就|都|已经|上个?月|那天|昨天|当天|当时)*报(?:过了?|了)(?:[,，。!！ ]|的|$)|^已报案?|^报了[,，\s]|保险(?:公司)?(?:的人)?(?:已经|都)?(?:来|到)(?:过|了)(?:人|现场)?|(?:有|立)(?:了)?(?:一个|个)?案子|不用重新报|不是新报|案子(?:早就|已经)?(?:有了|在办)|在(?:办|走)理赔|有理赔员|(?:有|拿到)(?:了)?(?:报案号|案件号|案号|受理号)|\balready (?:been )?(?:reported|filed|made a claim)|\b(?:have|has|i've|we've) (?:already )?(?:been )?(?:reported|filed)\b|\b(?:i|we) (?:did )?report(?:ed)? (?:it|this|the accident) (?:already|before|yesterday|last)|\b(?:have|got) a claim number|\bi (?:already |have )?(?:rang|called|phoned|told) (?:the |my )?insur/;
const NOT_YET = /(?:没|未|别|not|never|n't)[^,，。;；!！?？]{0,8}$/;
/** “我得先把案报了吧，三天了还没报”: of one who has still to do it. */
const STILL_TO =
  /(?:还没|没有?|未)(?:来得及|给|跟|向|往)?[^,，。;；!！?？]{0,8}报(?![警])|(?:得|要|想|该|先|赶紧|赶快|现在|马上)(?:先|去|就)?(?:把)?案?(?:子)?报(?:了|上)(?:吧|再|$)|我要报案|从头报|重新报案/;
const ASKS_WHETHER = /^(?:案)?(?:了|过)?(?:吗|没|么|嘛)/;
/** Longer ones tell a story. */
const LONGEST = 160;
const LONGEST_ENGLISH = 240;

export function saysReported(text: string): boolean {
  // “抱过案了”, as it is heard by a phone.
  const words = spelt(text.normalize('NFKC').toLowerCase()).replace(/抱(?=[过了]?案)/g, '报');
  if (STILL_TO.test(words) && !/(?:已经?|早就?|都)报(?:过|了)/.test(words)) return false;
  if (words.length > (/^[ -~]+$/.test(words) ? LONGEST_ENGLISH : LONGEST)) return false;
  const found = REPORTED.exec(words);
  if (!found || NOT_YET.test(words.slice(Math.max(0, found.index - 12), found.index))) return false;
  return !ASKS_WHETHER.test(words.slice(found.index + found[0].length));
}

/** “继续报案”: of all that waits the report is meant. */
export const namesReport = (text: string): boolean => /报案|report/i.test(text);

/** “没报过啊，我要报案”, while a claim is looked for: there is none. */
export const saysNotReported = (text: string): boolean =>
  text.length <= LONGEST &&
  /我要报案(?!号)|从头报|新报|没报过|(?:还没|没有?)(?:给|跟|向|往)?(?:你们|保险(?:公司)?)[^,，。]{0,4}报|(?:have not|haven't|never) reported|i want to report/i.test(
    text,
  );

/** “咋又整报案了？我上个月就报了”, whatever else stands in it: no answer to a question of a new report. */
export const insistsReported = (text: string): boolean =>
  saysReported(text) &&
  /查|进度|哪一?步|咋又|怎么又|咋还|重复|[俩两]个?案|上个?月|不是(?:要|来)?(?:报|抱)案|look (?:it )?up|again/i.test(
    text,
  );

/** “我要报案，…” at the head of more. */
export const saysReportNow = (text: string): boolean =>
  /^(?:那)?(?:我|俺)?(?:现在|先)?要报案(?![吗么不号])|[\s,，。；;！!？?](?:那)?(?:我|俺)要报案(?:[。！!\s]|$)/.test(
    text.trim(),
  );
