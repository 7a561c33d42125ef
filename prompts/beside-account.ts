/** What stands in a story of an accident, and is no part of how it happened. */
import { asksSomething } from './asking.ts';
import { tellsAccident } from './flags.ts';

/** “天天晚上给我发语音” is no time of an accident. */
export const withoutHabits = (text: string): string => text.replace(HABIT, '');
const HABIT = /(?:天天|每天|每晚|成天|整天|一天到晚|隔天)[^,，。\s]{0,6}/g;

/** Of money, court and insurance nothing is told that belongs to it. */
export const tellsOfMoney = (text: string): boolean =>
  /(?:要|让|叫|逼)我[^,，。]{0,8}(?:拿|出|给|交|转|垫)[^,，。]{0,4}(?:\d|[一二两三四五六七八九十])|[拦堵]着?我|不敢|好怕|求求|咋办|怎么办|咋个?[整弄搞]|来[^,，。]{0,6}闹|钱|押金|保险|赔|告我|坐牢|官司|[要退]得?回|退不退/.test(
    text,
  );

/** “就一个人啊，哪来的两个”: how many, against what was understood. */
export const onlySoMany = (text: string): string | undefined =>
  /^(?:就|只有?|才|明明|总共)(?:是|有)?([一二两三四五六\d]个?人)/.exec(text.trim())?.[1];

const GREETS = /^(?:你|您)好[,，。!！\s]{0,2}$/;

/** Of a long story the clauses that tell how it happened: no plea, no question, no money. */
export function accountOf(text: string): string {
  const parts = text.split(/(?<=[。！？!?；;\n,，])|(?<=\p{Script=Han})(?= )/u);
  const own = parts.filter((part) => !tellsOfMoney(part) && !asksSomething(part) && !GREETS.test(part));
  const left = own.join('').trim();
  return own.length < parts.length && tellsAccident(left) ? left.replace(/[,，;；\s]{1,4}$/, '') : text;
}
