/** Whether words ask something rather than tell something: “车能不能挪”, “要不要报警？”, “can I leave”. */
import { has } from './matches.ts';
import { normal } from './normal.ts';

/** Statements with the signs of a question in them. */
const TELLS = /[不没]需?要些?(?:什么|啥)|不怎么样|没过?多久|[这前过好]几(?:天|个月|周)/g;
const ENDS = /(?:[?？]|吗[。.!！]?|[行对]不|咋样|怎么样)$|^哪(?:个|些|几个)[啊呢呀]?$/;
const ASKS =
  /(?:怎么|咋|如何)(?:办|弄|整|处理|走|赔|算|报|写|做|才|交|拿|填|回事|搞)|能不能|要不要|可不可以|可以不可以|该不该|用不用|需不需要|行不行|算不算|是不是|会不会|有没有(?:用|事|必要|影响)|对不对|好不好|多少钱|多久|多远|多长时间|为什么|为啥|凭什么|凭啥|什么意思|啥意思/;
const ASKS_FOR =
  /谁(?:来|该|给)?(?:出|付|赔|负责|管|承担|掏)|(?:哪里|哪儿|在哪|上哪|去哪|到哪)(?:办|拿|交|领|开|取|找|修|查)|(?:赔|报|给|要|花|扣|交|涨|拿)得?多少|(?:什么|啥)时候(?:能|可以|给|打|来|赔|到|会|才|出|办|结|好|处理|回)|(?:要|得|需要|还有|还要)几(?:天|个月|年|周|次)|几(?:天|个月|周)(?:能|可以|才|内|赔|出|处理|到账|结)|哪个(?:先|好|对|部门|材料|科|号码|保险)|先?(?:要|交|选|填|找|走|点)哪(?:个|些|家)|(?:要|需要|得|准备|带|交|拍)(?:些)?(?:什么|啥)/;
const ASKS_IN_ENGLISH =
  /^(?:and |so |but |please )?(?:can|could|should|shall|must|may|do|does|did|how|what|why|who|which|where|when|is|are|am|will|would) /;

export function asksSomething(text: string): boolean {
  const plain = normal(text.slice(0, 400)).text.trim().replace(TELLS, '');
  return ENDS.test(plain) || ASKS.test(plain) || ASKS_FOR.test(plain) || ASKS_IN_ENGLISH.test(plain);
}

/** Questions that are no rhetorical ones: “什么是附加险”, “不签字会怎样”, “4200怎么算的”, “how is it worked out”. */
const PLAINLY =
  /^(?:什么是|啥是|请问)|(?:怎么|咋)(?:算|来|扣|得)的?[。.]?$|(?:会怎样|会怎么样|怎么办|是什么|是啥|是多少|什么意思|有什么区别)[。.]?$|^(?:how|what|when|where) /i;
export const asksPlainly = (text: string): boolean =>
  PLAINLY.test(
    text
      .trim()
      .slice(0, 200)
      .replace(/^(?:等(?:一下|下|等)?|那|先问一下)[,，\s]{0,3}/, '')
      .replace(/[?？]$/, ''),
  );

const TO_US =
  /[改删]|去掉|撤销|取消|不是|刚(?:才)?说|说过|问你|跟你说|你说句|你们|您|转人工|提交|remove|delete|change|cancel|wrong|submit|you /i;
/** “我不是刚说了吗”, “把第一句去掉”: said to us, not about the accident. */
export const saidToUs = (text: string): boolean => TO_US.test(text);

/** “我是她女儿”: who speaks, in the middle of something else. */
export const saysWho = (text: string): boolean => has(WHO, text);
const WHO = /我是|i am|i'm/i;
