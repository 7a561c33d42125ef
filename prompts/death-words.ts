/** Words by which people say that somebody has died, or is dying: one source for stories, counts and choices. */
import { matches } from './matches.ts';
import { clauseAround } from './negation.ts';
import { remembered } from './remembered.ts';

interface Hit {
  readonly start: number;
  readonly end: number;
}

/** Of the family: only of them does “走了” mean more than to leave. */
const KIN =
  '(?:爸爸?|妈妈?|爹|娘|父亲|母亲|老公|老婆|爱人|丈夫|妻子|媳妇|老伴儿?|孩子|小孩|娃|宝宝|儿子|女儿|闺女|哥哥?|弟弟?|姐姐?|妹妹?|爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|岳父|岳母|[叔舅姑姨伯]{1,2}|孙子|孙女|外孙|侄子|侄女)';
const COUNTED = '(?:两口子|夫[妻妇]俩?|[一二两三四五六七八九十俩仨几\\d](?:个|位|名|口)?人?)';
const PERSON = `(?:${KIN}|人|[他她]|老人家?|老太太|老头|老爷子|大[爷妈叔]|对方|司机|骑手|行人|乘客|伤者|病人|患者|同事|朋友|${COUNTED})`;
const TIMES =
  '今[天早晚]|昨[天晚]|前[天晚]|[早晚]上|凌晨|夜里|半夜|上午|中午|下午|[一二两三四五六七八九十\\d]{1,3}点[多半]?|刚刚?|刚才|已经?';
const LITTLE = `(?:${TIMES}|就|当场|现场|当时|立[刻马]|马上|一下子?|才|都|也|直接|突然|忽然|最后|后来|还是|终于|这么|那么|说没就|被?车?撞|永远|可能|好像|[在送去到]{0,2}(?:医院|路上|半路上?|途中|救护车上|icu|手术台上)[里的]?|人)`;

/** They say it whoever is spoken of. */
const SURE = new RegExp(
  [
    '[伤病]重不治|重伤不治|(?<!脑)死亡|[去过离逝]世|病逝|身[亡故]|亡故|丧[生命]|遇难|牺牲|毙命|[咽断](?:了)?气|死者|已死|当场死|人亡|亡(?=[一二两三四五六七八九十\\d]{1,3}[个名位人])|[一二两三四五六七八九十\\d]死(?=[一二两三四五六七八九十\\d]伤)',
    '[没未](?:能)?(?:抢?救|挺|撑|熬|活)(?:得|能)?(?:过|回|下)[来去]|没(?:挺|撑)住|[没未](?:能)?(?:抢?救)活|没(?:挺|撑|熬)过(?:今|昨|那|去|第|这|凌)|没(?:能)?抢救成功|抢救(?:无效|失败)|[人命]没保住|准备后事|(?:抢?救|挺|活|熬)不(?:过来|回来|过去|活)|没救了|没命了|[丢送](?:了|掉)性?命|命没了|出了人命',
    '[撞轧压碾砸摔烧夹]死(?!算了)',
    '(?<![吓急烦堵卡累气热冷冻饿渴困疼痛痒忙慌怕笑愁恨锁封抱憋闷焊钉拧关顶塞爱晒辣臭吵脏丑美苦酸贵慢晕恶受悔心张挤坑害该怪打弄砍捅装熄笨骂别拖耗逼蠢等])死(?:了(?!算|心|这条心|才好|一样|似的)|掉|人|在(?:了)?(?:医院|路上|现场|车|手术|icu|救护车)|(?=[一二两三四五六七八九十\\d]{1,3}[个名位人]))',
    "\\b(?:died|dead|killed|deceased|fatal|passed away|pass(?:ed)? on|did not survive|didn't (?:survive|make it)|did not make it|lost (?:his|her|their|my) li(?:fe|ves)|no longer with us)\\b",
  ].join('|'),
  'g',
);
/** These may tell of a thing lost, or of somebody who left: it takes a person before them. */
const GONE =
  /没了(?!意识|知觉|反应|呼吸|心跳|脉|力|声|动静|电|事|办法|气|血|信|联系|消息|影|踪|下文|油|钱|工作|胃口|食欲|精神|腿|手|脚|胳膊|牙|记忆|印象|耐心|话|驾|保险|证|车|房)|不在了|走了(?=$|[\s,。;!?…~、")]|啊|呀|呢)/g;
const LOST = new RegExp(
  `${PERSON} ?${LITTLE}{0,6}$|(?:^|[ ,。;!?])${LITTLE}{0,2}(?:当场|送(?:到|去)?医院|到了?医院|半?路上)${LITTLE}{0,3}$`,
);
const OF_KIN = new RegExp(KIN);
/** “回头一看人没了”: ran away. */
const RAN = /(?:回头|转[头身眼]|扭头|一看|再看|下车|出来|找|追|跑|逃|撞完|撞了)[^,。;!?\n]{0,4}$/;
const PASSED = new RegExp(
  `(?:(?<![等让叫带接送陪跟和把扶拉抬])(?:[我他她你咱俺]|孩子)(?:们?家?的?)${KIN}|(?:^|[ ,。;!?\n]|说)${KIN}|(?:^|[ ,。;!?\n])(?:${TIMES}|(?:医生|大夫|医院|护士)(?:刚刚?|刚才)?说){1,2} ?人|(?:^|[ ,。;!?\n])人(?=${TIMES}))(?:(?:${TIMES}|当场|出?车祸|出事|抢救|这么|还是|最后|终于|永远地?|安详地?|人|也|都)就?){0,4}$`,
);
/** Denied, asked, feared, nearly so, or said of the time to come. */
const UNSAID =
  /(?:没有?|不|未|无)(?:人|有人|再|能|会|想|是|至于|造成|发生|人员|任何){0,2}$|(?:有没有|是不是|是否|会不会|怕|担心|以为|如果|要是|万一|假如)[^,。;!?\n]{0,6}$|(?:差一?点儿?|险些|几乎|不如|想一?头?)[^,。;!?\n]{0,8}$|(?:快|要|会|想|得|能)$|(?:\b(?:not|never|no one|nobody|almost|nearly|if|could have|might have|without anyone)|n't)(?: (?:been|be|got|is|was|has|have|anyone|anybody)){0,2} $/;
const ASKED = /^(?:了)?(?:没有?|吗|么)(?:$|[?,。 ])/;
/** Animals and things die as well. */
const BEAST = '(?:狗|猫|鸡|鸭|鹅|羊|牛|猪|鸟|兔|鱼|野猪|动物|宠物)';
const BEAST_BEFORE = new RegExp(
  `${BEAST}[^,。;!?\n人我他她爸妈]{0,5}$|(?:phone|battery|engine|car|motor|laptop|dog|cat)(?: (?:is|was|has|just|then|almost)|'s)? $`,
);
/** “手机死了”, but “被车撞死了”. */
const THING_BEFORE = /(?:手机|电池|电瓶|发动机|机器|系统|屏幕|网|电脑|车子?)(?:也|都|就|已经|全|突然|直接|又)?$/;
const BEAST_AFTER = new RegExp(
  `^(?:了)?(?:[一两二三几个\\d]{0,2}[只条头匹]|(?:我|你|他|她|人|别人)?们?家?的?${BEAST})|^ (?:a|the|my|his|her|their|end|battery|tired|phone|zone|stop)? ?(?:dog|cat|chicken|end|battery|tired|phone|zone|stop|animal)\\b`,
);
const REACH = 24;
/** Nobody tells of more in one message. */
const MOST = 60;

/** Where a normal text says that somebody is dead. */
export const deathsIn = remembered(deathsOf);
function deathsOf(text: string): readonly Hit[] {
  const sure = matches(SURE, text)
    .slice(0, MOST)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const gone = matches(GONE, text)
    .slice(0, MOST)
    .flatMap((match) => {
      const before = clauseBefore(text, match.index);
      const subject = (match[0] === '走了' ? PASSED : LOST).exec(before);
      if (!subject || (!OF_KIN.test(subject[0]) && RAN.test(before.slice(0, subject.index)))) return [];
      return [{ start: match.index - subject[0].trimStart().length, end: match.index + match[0].length }];
    });
  return [...sure, ...gone].filter((hit) => holds(text, hit)).sort((a, b) => a.start - b.start);
}

function holds(text: string, { start, end }: Hit): boolean {
  const [before, after] = [clauseBefore(text, start), text.slice(end, end + REACH)];
  const beast = BEAST_BEFORE.test(before) || BEAST_AFTER.test(after);
  const thing = text.startsWith('死', start) && THING_BEFORE.test(before);
  return !beast && !thing && !UNSAID.test(before) && !ASKED.test(after);
}

const clauseBefore = (text: string, at: number): string => clauseAround(text, at, at, REACH).before;

const DYING = new RegExp(
  `${PERSON}(?:${LITTLE}|快|要|看着|感觉){0,5}不行了|(?:^|[ ,。;!?\n])(?:${LITTLE}|我)?快要?不行|当场(?:人|就){0,2}不行了|(?<![得的]|[得的]我)(?:快|就?要)死了|奄奄一息|命悬一线|[只就]?剩下?一口气|\\b(?:is|are|he's|she's|they're) dying\\b`,
  'g',
);

/** “人当场就不行了”, “他要死了”: alive as far as anybody knows, and in the utmost danger. */
export const dyingIn = (text: string): readonly Hit[] =>
  matches(DYING, text)
    .slice(0, MOST)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(
      ({ start }) => !/(?:没有?|不|怕|担心|以为|phone|battery|car) ?$/.test(text.slice(Math.max(0, start - 8), start)),
    );

/** “她刚刚走了”, from somebody of the family: the gentle word for a death, which elsewhere may mean to leave. */
export const saysPassedAway = (text: string): boolean => GENTLE.test(text.trim());
const GENTLE = new RegExp(
  `^(?:[他她]|人|老人|(?:[我咱]们?家?的?)?${KIN})?(?:${TIMES}|就|[今昨][早晚天]){0,5}(?:走了|没了)[。.!！…]{0,6}$`,
);
