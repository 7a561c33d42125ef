/** What is said about a talk that has just ended, and only looks like an answer to the question that is put again. */
import { asksSomething } from '../prompts/asking.ts';
import { casualties } from '../prompts/casualties.ts';
import { tellsAccident } from '../prompts/flags.ts';
import { hospital } from '../prompts/hospital.ts';
import type { Now } from '../prompts/kind.ts';
import { name } from '../prompts/name.ts';
import { bare } from '../prompts/normal.ts';
import { place } from '../prompts/place.ts';
import { isSentence } from '../prompts/place-sentence.ts';
import { restated } from '../prompts/restated.ts';
import { saysHowMany } from '../prompts/stated.ts';
import { takesIt } from './desk.ts';

/** Kinds of question that almost any words answer. */
const FREE: ReadonlySet<string> = new Set(['place', 'hospital', 'name', 'text']);
/** Longer words that name no place or hospital that is known are seldom one. */
const SHORT = { han: 8, latin: 24 };
/** What somebody or a car did on a road. */
const COURSE =
  /撞|碰|刮|蹭|剐|追|翻|摔|轧|压|滑|倒|闯|逆行|变道|并线|转弯|掉头|超车|超速|刹|直行|拐|冲|斑马线|过马路|红灯|绿灯|路口|车道|骑|开着?车|\b(?:hit|crash|ran|turn|brak|cross|lane|light|drove|driv|ride|riding|rode|cycl|walk|overt|slip|fell|fall)/i;
/** A policy or a bed has a number, or is of a ward. */
const NUMBERED = /[\d〇零一二三四五六七八九十]|床|病房|病区|科|室|楼|ward|bed|room|floor/i;

export const isFree = (kind: string): boolean => FREE.has(kind);

/** At a free question, right after a colleague: strict, since it is asked again anyway. */
export function looksLikeAnswer(
  { kind, name: asked }: { kind: string; name: string },
  text: string,
  now: Now,
): boolean {
  if (takesIt(text)) return false;
  const input = { text, files: [] };
  if (kind === 'place')
    return place().find(text, now).length > 0 || (isShort(text) && place().read(input, now).kind === 'value');
  if (kind === 'hospital') return hospital().find(text, now).length > 0 || (isShort(text) && !isSentence(bare(text)));
  if (kind === 'name') return name().read(input, now).kind === 'value';
  return asked === 'what' ? tellsAccident(text) || COURSE.test(text) : NUMBERED.test(text);
}

/** A picture or a recording of the accident: neither a name nor a number. */
const EVIDENCE = /录像|录了像|视频|监控|记录仪|照片|目击|证人|dash ?cam|footage|video|cctv|witness/i;
/** “行车记录仪有录像” tells of a recording, and asks nothing. */
export const tellsOfEvidence = (text: string): boolean => EVIDENCE.test(text) && !asksSomething(text);
/** Characters of a Chinese name without a dot. */
const LONGEST_NAME = 4;

/** At a question that almost any words would answer: they speak plainly of something else, or take back what was said. */
export function tellsOfElse({ kind, name: asked }: { kind: string; name: string }, text: string, now: Now): boolean {
  if (kind === 'hospital' && hospital().find(text, now).length > 0) return false;
  if (asked === 'policy') return !/\d/.test(text.normalize('NFKC'));
  if (!isFree(kind)) return false;
  if (kind === 'name' && name().find(text, now).length === 0 && isLongForName(text, now)) return true;
  return EVIDENCE.test(text) || countsHurt(text, now);
}

function isLongForName(text: string, now: Now): boolean {
  const read = name().read({ text, files: [] }, now);
  return read.kind === 'value' && /^\p{Script=Han}+$/u.test(read.value) && read.value.length > LONGEST_NAME;
}

/** “其实是三个人受伤”. */
const countsHurt = (text: string, now: Now): boolean =>
  (casualties().find(text, now)[0]?.value.count ?? 0) > 0 && (saysHowMany(text) || restated(text) !== undefined);

function isShort(text: string): boolean {
  const words = bare(text);
  return words.length <= (/\p{Script=Han}/u.test(words) ? SHORT.han : SHORT.latin);
}
