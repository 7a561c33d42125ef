/** What a question in the middle of a report is about: what to do at the scene, now. */
import { asksSomething } from '../prompts/asking.ts';

export { answersNothing, asksFirst, saysNone, saysSame, saysUnsure } from '../prompts/answers-nothing.ts';
export { asksPlainly, asksSomething } from '../prompts/asking.ts';
export { flagsIn, saysPassedAway, tellsAccident } from '../prompts/flags.ts';
export { saysOnlyFact } from '../prompts/stated.ts';

type SceneQuestion = 'moving' | 'leaving' | 'private' | 'police' | 'distance' | 'photos';

/** In order: the first that fits is meant. */
const TOPICS: readonly (readonly [SceneQuestion, RegExp])[] = [
  ['private', /私了|私下|快处|快速处理|自己谈|settle (?:it )?privately|pay cash/i],
  ['distance', /警[示告]牌|三角[牌架]|警[示告]标[志识]|反光牌|warning (?:triangle|sign)/i],
  ['photos', /拍(?:照|什么|哪些|些啥|哪里|视频)|照片|photos?|pictures?/i],
  [
    'moving',
    /[挪移]动?(?:一下|开)?(?:车|人|走)?|动车|搬(?:动|人|开)|把(?:车|人|他|她|伤者).{0,4}(?:移|挪|搬|抬|扶)|抬(?:人|起来|上车)|扶(?:他|她|起来)|move (?:the|my|our|his|her|him|them|it)/i,
  ],
  [
    'leaving',
    /(?:能|可以|可不可以|先|要|该).{0,3}(?:走|离开|回家|撤)(?!到|路)|离开(?:现场)?|送.{0,4}(?:医院|就医)|leave|go home|take (?:him|her|them) to/i,
  ],
  ['police', /报警|报交警|叫交警|叫警察|打\s?(?:122|110)|police|122/i],
];

/** “有人吗”, “人呢”. */
export const asksForSomebody = (text: string): boolean => /^\W*(?:有人(?:吗|在吗|没有?)|有没有人|人呢)/.test(text);

/** “身份证后四位2211”. */
export const saysEnding = (text: string): boolean => /身份证|证件|尾号|[后末]四|最后四|last four|\bID\b/i.test(text);

/** “押金单怎么发”. */
export const asksHowToSend = (text: string): boolean =>
  /(?:怎么|咋|如何|怎样)(?:发|传|寄|上传|交给|给你|给您)|(?:发|传|寄)(?:到|给)(?:哪|谁)|(?:how|where) (?:do|can|should) i send/i.test(
    text.slice(0, 60),
  );

/** “到底报上没有”, “这算报好了吗”. */
export const asksWhetherSent = (text: string): boolean =>
  text.length <= LONGEST_PROOF &&
  /(?:报|提交|交)(?:上|好|成|完)?(?:了)?(?:没有?|没报上|吗|么|不)[啊呀呢?？]*$|(?:算|是不是)[^,，。]{0,3}报(?:上|好|完|过)?(?:案)?了|is it (?:reported|sent)/i.test(
    text.trim(),
  );

/** “提交之后还能改吗”. */
export const asksToChangeLater = (text: string): boolean =>
  asksSomething(text) &&
  /(?:提交|报完|报了|交了|发了|之后|以后)[^,，。]{0,8}(?:改|补|修改|更正)|(?:change|correct|edit|add)[^.?]{0,20}(?:later|after)/i.test(
    text.slice(0, 60),
  );

/** Undefined where the words ask nothing, or something else. */
export function sceneQuestionIn(text: string): SceneQuestion | undefined {
  const words = text.slice(0, 200);
  return asksSomething(words) ? TOPICS.find(([, pattern]) => pattern.test(words))?.[0] : undefined;
}

const WHY =
  /^(?:你们?|您)?(?:为什么|为啥|为何|干嘛|干吗|凭什么|咋)(?:还|都)?(?:要|得|需要|非要|非得|必须)?(?:我)?(?:填|问|给|知道|提供|说|写|留|同意|这个|这些|那么多|这么多)|^(?:问|填|要)(?:这个|这些|这|那么多|这么多|我(?:电话|手机|名字|地址|车牌))(?:干嘛|干什么|干啥|做什么|做啥|有什么用|有啥用|有用吗|嘎哈)|^(?:有)?(?:什么|啥)(?:意思|用)[?？]?$|^(?:这|那)(?:是)?(?:什么|啥)意思|^(?:why (?:do|are) you (?:need|ask|asking|want)|what (?:is|do you need) (?:this|that|it) for|what does (?:this|that|it) mean|why)[^.]{0,40}\??$/i;

/** “为什么要填这个”, “问这个干嘛”, “什么意思”. */
export const asksWhy = (text: string): boolean => WHY.test(text.trim().slice(0, 60));

/** “怎么证明是我本人”, “要带身份证吗”. */
export const asksHowProved = (text: string): boolean =>
  text.length <= LONGEST_PROOF &&
  /(?:怎么|咋个?|如何|啷个|拿什么|用什么)[^,，。]{0,4}(?:证明|核对|验证)|(?:要|用|需要)[^,，。]{0,4}(?:身份证|证件)|how (?:do|can) i prove/i.test(
    text,
  );
const LONGEST_PROOF = 40;

/** “这个电话不是刚才给了吗”, “我说过了”; no number and no mistake in it. */
export const saysGiven = (text: string): boolean =>
  text.length <= LONGEST_PROOF &&
  !/\d{3}|错|不对/.test(text) &&
  /(?:电话|手机|号码|名字|姓名|时间|地点|地址|车牌)[^,，。]{0,4}(?:不是|刚才?|刚刚|前面|已经|早就|上面|都)[^,，。]{0,4}(?:给|说|发|报|填|留)(?:过|了)|^我?(?:刚才?|刚刚|前面|已经|早就|上面|都)(?:不是|都|已经)?(?:说|填|写)(?:过|了)|already (?:gave|told|said) /i.test(
    text,
  );
