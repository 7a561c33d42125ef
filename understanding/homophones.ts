/**
 * Slips of the ear and of the keyboard: 理陪, 债任, 误公费. Only words of the trade are looked for, by their sound without tones
 * (zh = z, ng = n); ordinary words that sound alike stand in `DIFFERENT`. The sounds are a table (model/sounds.json, made with pinyin-pro, MIT).
 */
import { list } from '../prompts/choice.ts';
import { ROOT, Trie } from '../prompts/trie.ts';
import sounds from './model/sounds.json' with { type: 'json' };
import { once } from './once.ts';

const TERMS = list(`
  理赔, 报案, 出险, 责任, 定责, 全责, 次责, 同责, 认定书, 责任认定, 调解, 调解书, 和解, 谅解书, 赔偿协议, 误工, 误工费, 误工证明, 护理费, 营养费, 伙食补助, 伤残, 伤残等级, 伤残鉴定, 鉴定, 评残,
  垫付, 预付, 抢救费, 医药费, 医疗费, 住院费, 住院, 出院小结, 出院, 病历, 发票, 材料, 保单, 保险公司, 交强险, 商业险, 三者险, 非医保, 自费药, 免赔, 拒赔, 扣款, 进度, 结案, 立案, 核赔, 赔款, 赔付, 赔偿, 到账, 打款, 审核, 催一下,
  撤案, 销案, 投诉, 转人工, 人工客服, 理赔员, 查勘员, 起诉, 法院, 律师, 逃逸, 追尾, 骨折, 电动车, 电瓶车, 三轮车, 救护车, 交警, 挪车, 警示牌, 昏迷, 流血, 呼吸, 抽搐, 抚养费, 抚慰金, 精神损失, 被扶养人, 丧葬费, 死亡赔偿, 轻微伤, 复核, 诊断证明, 银行卡, 身份证`);

/** What is written for itself and not for a word of the trade. */
const DIFFERENT = new Set(
  list(`
  保安, 保鲜, 商场, 伤参, 上缠, 伤厂, 故责, 股着, 骨这, 故这, 服合, 五公, 弃书, 进肚, 路是, 到张, 才聊, 电服, 着人, 者人, 何赔, 算伤, 一估, 意愿, 议员, 一员, 医院, 遗愿, 祝愿, 注院, 坚定, 监定, 互利, 条街, 报岸, 暴案, 立岸, 力案, 进度, 近度, 金毒, 审合, 沈河, 深河, 诺车, 傲车, 有法, 法元, 旅师, 历史, 历时, 理事, 其实, 期数, 骑士, 器俗, 追为, 撤岸, 骨者, 固着, 陪长, 培长, 富和, 符合, 负荷, 负和, 附和, 复合, 夫和, 互车, 户车, 交经, 叫精,
  无则, 五折, 无责, 全者, 主者, 祝则, 次则, 同则, 铜泽, 流学, 留学, 刘雪, 六月, 护车, 昏米, 没用, 大宽, 大款, 打宽, 倒张, 到场, 道长, 刀长, 结岸, 节案, 借案, 姐案, 叫警, 估这, 姑这, 顾这, 责人`),
);

/** For each sign the number of its sound; 0 has none. */
const soundOf = once(() => {
  const numbers = new Uint16Array(0x1_0000);
  for (const [number, characters] of Object.values(sounds).entries())
    for (const one of characters) numbers[one.charCodeAt(0)] = number + 1;
  return numbers;
});

const LONGEST = Math.max(...TERMS.map((term) => term.length));
/** The terms by their sounds; of those that sound alike the last. */
const bySound = once(() => {
  const terms = new Map(TERMS.map((term) => [spoken(term), term]));
  return { trie: new Trie([...terms.keys()]), terms: [...terms.values()] };
});

/** Its sounds as signs of a trie. */
const spoken = (word: string): string =>
  String.fromCharCode(...Array.from(word, (one) => soundOf()[one.charCodeAt(0)] ?? 0));

const KNOWN = new Set(TERMS);

/** The text with words of the trade as they are spelt; the same length, so that places stay. */
export function spelt(text: string): string {
  let result = '';
  /** From here on it is spelt as it was written. */
  let same = 0;
  for (let at = 0; at < text.length; ) {
    const term = termAt(text, at);
    const end = at + (term?.length ?? 1);
    if (term !== undefined && !text.startsWith(term, at)) {
      result += text.slice(same, at) + term;
      same = end;
    }
    at = end;
  }
  return result + text.slice(same);
}

function termAt(text: string, at: number): string | undefined {
  const { trie, terms } = bySound();
  const sound = soundOf();
  let node = ROOT;
  let found: string | undefined;
  for (let end = at; end < text.length && end - at < LONGEST; end += 1) {
    const one = sound[text.charCodeAt(end)] ?? 0;
    node = one > 0 ? trie.next(node, one) : ROOT;
    if (node === ROOT) break;
    const term = terms[trie.wordAt(node)];
    if (term !== undefined) found = written(text.slice(at, end + 1), term) ?? found;
  }
  return found;
}

/** What words that sound like a term stand for, if for one. */
const written = (words: string, term: string): string | undefined =>
  KNOWN.has(words) ? words : DIFFERENT.has(words) ? undefined : term;
