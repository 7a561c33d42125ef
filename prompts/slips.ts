/** Cantonese signs, and slips of the pen that do not even sound alike, as what they stand for; always as long as they were. */
import { canMatch } from './matches.ts';

const SLIPS: Readonly<Record<string, string>> = {
  咗: '了',
  喺: '在',
  嘅: '的',
  佢: '他',
  冇: '没',
  债任: '责任',
  全债: '全责',
  主债: '主责',
  主则: '主责',
  次债: '次责',
  骨拆: '骨折',
  勒骨: '肋骨',
  索骨: '锁骨',
  护里: '护理',
  户理: '护理',
  营样: '营养',
  爆案: '报案',
  报井: '报警',
  晕迷: '昏迷',
  截枝: '截肢',
  截支: '截肢',
  摊痪: '瘫痪',
  擦商: '擦伤',
};
const ANY = new RegExp(Object.keys(SLIPS).join('|'), 'g');

export const corrected = (text: string): string =>
  !canMatch(ANY, text) ? text : text.replace(ANY, (slip) => SLIPS[slip] ?? slip);
