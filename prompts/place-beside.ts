/** Places known only by a word such as 附近 behind them: “在三里屯附近被追尾”, “在外滩那边撞的”. */
import { matches } from './matches.ts';
import { isGeneric } from './place-words.ts';

const BESIDE =
  /(?<![现正实存还内不])[在到于]([一-鿿a-z\d]{2,10}?)(?:附近|那边|那儿|那块儿?|一带|旁边|边上|对面|楼下)(?=[^,。;!?\n]{0,12}(?:撞|追尾|刮|蹭|剐|碰|带倒|摔|翻车|出(?:了|的)?(?:事|车祸)))/g;
/** A person, a time, a vehicle or a deed is no place. */
const NO_NAME =
  /[我你他她它您咱俺谁的了着过被把]|们|医(?!院)|车(?!站|库|城)|[早晚午夜]|[今昨前明]天|周[一二三四五六日]|时候|司机|老[人头太]|孩子|交警|保安|走|跑|开|骑|坐|站(?=着|在)|等|停|方向|左|右|前面|后面|路边|道边|机动车|什么|哪/;

export interface Beside {
  readonly start: number;
  readonly end: number;
}

/** In a normal text. */
export function besideIn(text: string): Beside[] {
  if (!/附近|那边|那儿|那块|一带|旁边|边上|对面|楼下/.test(text)) return [];
  return matches(BESIDE, text).flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + 1;
    return NO_NAME.test(name) || isGeneric(name) ? [] : [{ start, end: match.index + match[0].length }];
  });
}
