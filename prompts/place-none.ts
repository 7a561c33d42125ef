/** Clauses that tell what somebody did and name no place: “他突然冲出来”, “对方闯红灯”. */
import { PLACE_END, roadOf } from './place-words.ts';

/** Who did it, and the deed at once behind: in “我三里屯撞的” a name stands between. */
const TELLS =
  /^(?:因为|是|就是)?(?:(?:我|你|他|她|对方|司机|那个?人|人家|伤者|行人|老人|小孩|孩子|前车|后车)(?:们)?(?:的车)?(?:自己|自个|突然|忽然|一下子?|直接|就|是|也|又|正|还|都|把我|被|没|不|先|全责){0,4}|(?:突然|忽然|自己|自个|被|把我|一下子?){1,3}|)(?:冲|窜|蹿|撞|摔|跌|滑倒|倒下|倒车|闯|追尾|刮|蹭|剐|碰|逆行|超速|酒驾|喝酒|喝了|跑|逃|变道|并道|掉头|拐|急刹|刹车|看手机|打电话|违章|看路|看到|看见|让行|打灯)/;
/** Alone these may begin a name. */
const NAMED = /在|附近|旁|边上|对面|楼|[镇乡县区村屯]|国贸/;
const TELLS_IN_ENGLISH =
  /^(?:he|she|they|i|we|it|someone|the (?:other )?(?:car|driver|man|woman|truck|bike)) (?:just |suddenly |was |had |has |did |didn't |not |then ){0,3}(?:ran|run|rushed|jumped|hit|fell|fallen|crashed|braked|turned|stopped|jumping|running|speeding|drunk|came out|drove off)(?![a-z])/;
const NEAR_IN_ENGLISH = /(?<![a-z])(?:at|on|near|in|by|outside|opposite|along|behind|beside|next to)(?![a-z])/;

/** `core` is bare. */
export function onlyTells(core: string): boolean {
  if (TELLS_IN_ENGLISH.test(core))
    return !NEAR_IN_ENGLISH.test(core) && !/(?<!crossing the )(?:road|street)$/.test(core);
  return TELLS.test(core) && !NAMED.test(core) && core.search(PLACE_END) < 0 && roadOf(core) === undefined;
}
