/** Whether a time in running text is that of an accident, and not of a discharge, a call or a question about today. */
import { clauseAround } from './negation.ts';
import { remembered } from './remembered.ts';
import { ACCIDENT, OTHER_EVENT, UNTIL } from './time-events.ts';
import type { Phrase } from './time-phrase.ts';

/** “今天都周四了”, “这周末会下雪吗”. */
const ASKS = /^第|^(?:都|已经|是)(?:周|星期|礼拜|\d|第)|^(?:会|能|可以|要|想|有)|[吗么?]/;
const BLANK = /(?<=[一-鿿\d]) (?=[一-鿿])/g;
/** So little beside the time itself that it can only be the answer. */
const LITTLE = 6;

/** `text` is normal. */
export function isAccidentTime(text: string, phrase: Phrase): boolean {
  const { before, after } = clauseAround(text, phrase.start, phrase.end);
  const rest = `${before} ${after}`;
  // “早”, “晚上好” greet; what happened “今天” needs to be told.
  if (
    /^好/.test(after) ||
    text.trim() === '早' ||
    (isToday(text, phrase) && rest.trim() !== '' && !ACCIDENT.test(rest))
  )
    return false;
  if (/不是$|不对$/.test(before) || UNTIL.test(after) || /(?:after|before|by|until) $/.test(before)) return false;
  if (/^是?(?:吗|么|几|多少|能不能|能否|可以吗)/.test(after)) return false;
  // In a chat a blank stands for a comma: “去法院是昨天 车祸是前年8月15号”.
  if (isForCall(text, phrase)) return false;
  const told = tellsOf(breathAround(text, phrase)) ?? tellsOf(rest);
  if (told !== undefined) return told === 'accident';
  if (phrase.bare) return isClearHour(text, phrase);
  if (ASKS.test(after) || /(?:都|已经)是?$/.test(before)) return false;
  if (phrase.clock || phrase.span || (phrase.readings && phrase.parts.length > 0)) return true;
  if (!phrase.readings && phrase.parts.length > 0) return before.length === 0 && after.length === 0;
  return rest.trim().length <= LITTLE || ACCIDENT.test(text.slice(phrase.end, phrase.end + NEARBY));
}

/** When somebody is to be called: “下午两点打给我”, “早上八点半我才有空接电话”. A call that was made is told otherwise. */
const TO_CALL =
  /打(?:个|一个)?电话|打给我|打我(?:的)?(?:电话|手机|这个)|给我(?:打|来|回)|回(?:个|我)?电|来电话|联系我|找我|接电话|才?有空|(?:call|phone|ring|reach|contact) me/;
const CALLED = /打(?:了|过|通|的)|没打|电话(?:里|中)|called|phoned/;

/** `text` is normal. */
export function isForCall(text: string, phrase: Phrase): boolean {
  const words = breathAround(text, phrase);
  return TO_CALL.test(words) && !ACCIDENT.test(words) && !CALLED.test(words);
}

function breathAround(text: string, phrase: Phrase): string {
  const spaced = text.includes(' ') ? text.replaceAll(BLANK, ',') : text;
  const { before, after } = clauseAround(spaced, phrase.start, phrase.end);
  return `${before} ${after}`;
}

const tellsOf = remembered((words): 'accident' | 'other' | undefined =>
  ACCIDENT.test(words) ? 'accident' : OTHER_EVENT.test(words) ? 'other' : undefined,
);

const isToday = (text: string, { start, end, clock, parts }: Phrase): boolean =>
  !clock && parts.length === 0 && /^今[天日儿]个?$/.test(text.slice(start, end));

/** A day may stand in one clause and the accident in the next. */
const NEARBY = 30;

/** What has just happened besides an accident: “医生刚刚说…”, “刚才打了122”, “刚才醒不过来了”. */
const NEWS =
  /说|告诉|问|打(?:了|通|过|完|电话(?!的?时))|报(?:了|警|案)|通知|警察|交警|医生|医院|救护|1[12][02]|送|走了|来了|到了|醒|晕|昏|没了|不行|住院|拉走|联系|[点转说讲填写]错|登记|said|called|told|arrived|police|doctor/;
/** Little words around “刚才” that leave it an answer by itself. */
const ALONE = /^(?:[ 就在是于也才这的吧啊呢了大概嗯对]|应该|事情?|发生|(?:it )?(?:was|happened)|about){0,6}$/;

/** “刚才” with something else than the accident behind it, which is no answer to when that was. `text` is normal. */
export function isNews(text: string, phrase: Phrase): boolean {
  if (phrase.span?.grain !== 'now') return false;
  const { before, after } = clauseAround(text, phrase.start, phrase.end);
  if (ALONE.test(before) && ALONE.test(after)) return false;
  const told = ACCIDENT.exec(after);
  const nearby = told ?? ACCIDENT.exec(text.slice(phrase.end, phrase.end + NEARBY));
  if (!nearby) return !ACCIDENT.test(before);
  return NEWS.test(told ? after.slice(0, told.index) : after);
}

/** “三点” is an hour, “有一点”, “三点要求” and “一点都不” are not. */
function isClearHour(text: string, phrase: Phrase): boolean {
  const before = text.slice(Math.max(0, phrase.start - 1), phrase.start);
  const after = text.slice(phrase.end, phrase.end + 2);
  if (/^一点/.test(text.slice(phrase.start)) || /[有快差早晚慢多少大小好第这那几]/.test(before)) return false;
  return /^(?:$|[ ,。.!?;、在的被出撞到从我时之])/.test(after) && !/^(?:时)/.test(after);
}
