/** What danger words tell of, and whether somebody looks after it already. */
import { choice } from '../prompts/choice.ts';
import type { Now } from '../prompts/kind.ts';
import { dangerNow } from '../prompts/vocabulary.ts';

export type Danger = Exclude<(typeof dangerNow.options)[number], 'none' | 'away' | 'unsure'>;

/** What danger the words tell of, the gravest first; undefined where they tell of none in particular. */
export function dangerIn(text: string, now: Now): Danger | undefined {
  const told = choice(dangerNow)
    .find(text.replace(NO_PROMISE, ''), now)
    .map((found) => found.value);
  return dangerNow.options.find(
    (option): option is Danger => !['none', 'away', 'unsure'].includes(option) && told.includes(option),
  );
}

/** “也不答应每天付”: nothing is promised, and nobody lies there without an answer. */
const NO_PROMISE =
  /(?:数|钱|条件|要求|先|也|都|别|我)?不答应(?=[“"「]|每|先?付|给|出|赔|私了|他们?|她们?|你们?|家属|对方|总|条件|要求|任何|什么|多少)|(?:数|钱|条件|要求)[^,，。]{0,2}不答应/g;

/** “已经送医院了”, “在抢救”: doctors are there, nobody needs to be told to call them. */
export const isLookedAfter = (text: string): boolean =>
  /(?:送|去|到|在|进|住).{0,6}(?:医院|急诊|ICU|重症|[0-9]床)|送医|抢救|出(?:了)?院|住(?:着|了|起|到)院|医院头|医院(?:里)?(?:躺|住|治)|开(?:了|过)刀|医生(?:说|讲|诊断|告诉|通知)|住院|手术|救护车.{0,4}(?:拉走|接走|带走|送)|the doctors? (?:says?|said|told)|in (?:the )?(?:hospital|icu|intensive care)|taken to|hospitali[sz]ed/i.test(
    text,
  );

/** “半个月了”, “上个礼拜撞的”: nobody lies on the road any more. */
export const tellsDaysAgo = (text: string): boolean =>
  /(?:[\d一二两三四五六七八九十几]{1,3}|半)个?(?:天|礼拜|星期|周|月)(?:多)?(?:前|了|以前|之前)|(?:上|前)个?(?:礼拜|星期|周|月)|前天|(?:two|three|\d{1,2}|a few|last) (?:day|week|month)/i.test(
    text.slice(0, 400),
  );

/** “我当时昏迷”, of somebody whose claim is in hand. */
export const tellsOfThen = (text: string): boolean =>
  /(?:半个?|[\d一二两三四五六七八九十几]{1,3}个?)(?:天|周|星期|月|年)(?:多)?了|用的药|的药|也不[认报赔]|当时|那时候?|那会儿?|那天|那几天|事故(?:那天|当天)|后来|醒了以后|醒来|at the time|back then|that day|when it happened/i.test(
    text.slice(0, 200),
  ) && !/现在|刚刚|又|\bnow\b/i.test(text.slice(0, 200));

/** “我材料发了怎么没反应”, “被你们气得快断气了”: of papers, calls and offices, or of anger, and of no body. */
export const isOfThings = (text: string): boolean =>
  text.length <= 24 && (OF_OFFICES.test(text) || OF_ANGER.test(text));
const OF_OFFICES =
  /(?:材料|照片|单子|申请|电话|系统|清单|异议|垫付|你们|公司|微信|短信|消息|理赔员)[^,，。]{0,8}没有?(?:反应|动静|回应)/;
const OF_ANGER = /气得[^,，。]{0,4}(?:断气|要死|吐血)|要死了?[,，\s]{0,2}(?:天天|老是|一直|整天)/;
