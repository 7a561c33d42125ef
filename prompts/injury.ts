/** What is hurt and how, as far as it is told: not what is denied, asked, feared or done to a car. */

import { deathsIn } from './death-words.ts';
import { BODY, INJURIES, type Injury } from './injury-words.ts';
import type { Finder, Found } from './kind.ts';
import { matches } from './matches.ts';
import { clauseAround } from './negation.ts';
import { normal } from './normal.ts';
import { remembered } from './remembered.ts';

export type { Injury } from './injury-words.ts';

export interface InjuryHit {
  readonly injury: Injury;
  readonly start: number;
  readonly end: number;
  readonly denied: boolean;
}

const REACH = 16;
const NOT =
  "(?:(?<!有|是|能)没有?|未|无|冇|并无|不是|并非|不算|没能?|排除|否认|不存在|不至于|(?<![a-z])(?:no|not|without|never)|n't)";
const FOUND =
  '(?:明显|发现|查出|检查出|见|看到|看见|看出|伤到|伤着|任何|什么|啥|大|新鲜|继发|再|有|造成|出现|发生|导致|很|太|急性|a|any|got|been|been any|is|has|his|her|my|into a|到|有过|了| )';
const NEGATED = new RegExp(`${NOT}${FOUND}{0,3}$`);
/** “骨头没断”, “骨折没有”, “血没怎么流”: denied within the words or right behind them. */
const NOT_WITHIN =
  /没(?!了|保住|清?醒|有?知觉|有?意识|有?感觉)|(?<!醒|止|叫|喊|摇|动|意识|不)不(?!了|住|省|清|知|应|醒|停|弹|能|会|遂)/;
const DENIED_AFTER = /^(?:倒)?(?:是|的)?(?:没有?|不存在|排除了?|不明显)(?:$|[,。;!?、]|发生|出现|的)/;
/** Asked, feared, supposed. */
const UNSURE =
  /(?:有没有|有无|是不是|是否|会不会|要不要|算不算|怕|担心|害怕|怀疑|疑似|不排除|如果|要是|假如|万一|以防|防止|避免|不知道|不清楚|不确定|看看|查查|可能|也许|说不定|搞不好|差一?点儿?|险些|几乎|if |whether |maybe |possible |suspected |afraid of )[^,。;!?\n]{0,6}$/;
const ASKED_AFTER =
  /^(?:了|的)?(?:吗|么|没有?(?:$|[?,。])|不(?:$|[?,。])|还是|是不是(?:要|得)?|\?|还不(?:知道|清楚|确定)|的可能|与否|待查)/;
/** “死亡赔偿金”, “出血点”: a term, told of nobody. */
const TERM_AFTER = /^(?:赔偿|补偿|证明|限额|伤残|率|保险|标准|险|通知)/;
/** Cars are scratched and bumped too. */
const THING =
  /(?:车(?:门|身|头|尾|灯|漆|子|窗|顶|胎|轴|架|牌|屁股|损)?|保险杠|后视镜|漏?油漆|漆|轮胎|胎|玻璃|挡风|前?挡|引擎盖|机盖|叶子板|翼子板|大灯|底盘|护栏|栏杆|电线杆?|树|墙|柱子|衣服|裤子|手机|头盔|路牙|水箱|轮毂|牌子|门|灯)[^,。;!?\n人我他她腿手脸头]{0,6}$/;
/** “划伤了我的车”. */
const THING_AFTER =
  /^了?(?:我|他|她|对方|人家|别人|你)?(?:们)?(?:家)?的?(?:新)?(?:车(?!里|上的?人|内)|门|漆|保险杠|后视镜|大灯|玻璃|护栏|手机|衣服|裤子)/;
const ON_THINGS: readonly Injury[] = ['abrasion', 'laceration', 'softTissue', 'fracture'];
const OF_BODY = new RegExp(BODY);
/** A row such as “没有骨折、出血和昏迷” is denied as a whole. */
const ROW = /^(?:[、,和或及与/ ]|以及|或者|也没有?|也无|没有?|or|and){1,3}$/;
const MOST = 80;

function rawHits(text: string): InjuryHit[] {
  const dead = deathsIn(text).map((hit) => ({ ...hit, injury: 'death' as Injury, denied: false }));
  const hurt = INJURIES.flatMap(([injury, words]) =>
    matches(words, text)
      .slice(0, MOST)
      .map((match) => {
        const [start, end] = [match.index, match.index + match[0].length];
        return { injury, start, end, denied: NOT_WITHIN.test(match[0]) };
      }),
  );
  return [...dead, ...hurt.filter((hit) => !hurt.some((other) => covers(other, hit)))].sort(
    (a, b) => a.start - b.start,
  );
}

/** “肝脏裂伤” is one of the liver: of words that overlap the longer count. */
const covers = (longer: InjuryHit, hit: InjuryHit): boolean =>
  longer.start < hit.end && hit.start < longer.end && longer.end - longer.start > hit.end - hit.start;

function isUnsure(text: string, { injury, start, end }: InjuryHit): boolean {
  const { before, after } = clauseAround(text, start, end, REACH);
  if (ASKED_AFTER.test(text.slice(end, end + REACH)) || TERM_AFTER.test(after) || UNSURE.test(before)) return true;
  const words = text.slice(start, end);
  return (
    ON_THINGS.includes(injury) && ((!OF_BODY.test(before + words) && THING.test(before)) || THING_AFTER.test(after))
  );
}

/** Everything told of bodies in a normal text, in order; what is denied is marked, what is asked or feared left out. */
export const injuriesTold = remembered(toldIn);

function toldIn(text: string): readonly InjuryHit[] {
  const told: InjuryHit[] = [];
  let row = -1;
  for (const hit of rawHits(text)) {
    const before = text.slice(Math.max(0, hit.start - REACH), hit.start);
    const denied =
      hit.injury !== 'death' &&
      (hit.denied ||
        NEGATED.test(before) ||
        DENIED_AFTER.test(text.slice(hit.end, hit.end + REACH)) ||
        (row >= 0 && row <= hit.start && ROW.test(text.slice(row, hit.start))));
    if (denied) row = hit.end;
    if (!isUnsure(text, hit)) told.push({ ...hit, denied });
  }
  return told;
}

export function injury(): Finder<Injury> {
  return {
    kind: 'injury',
    find: (given): readonly Found<Injury>[] => {
      const plain = normal(given);
      return injuriesTold(plain.text)
        .filter(({ denied }) => !denied)
        .map(({ injury: value, start, end }) => ({ value, span: plain.span(start, end) }));
    },
  };
}
