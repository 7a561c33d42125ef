/** Words of the choices of somebody who disagrees with a settlement. */
import { list, type Vocabulary } from './choice.ts';

/** “我理解得对吗”. */
export const understood = {
  name: 'understood',
  binding: true,
  options: ['right', 'amend'],
  words: {
    right: list(`
  对, 对的, 是, 是的, 没错, 正确, 就是这样, 就是这个意思, 嗯, 嗯嗯, 好, 好的, 可以, 是嘞, 是哒, 对头, 对对, 对对对, 要得, 中, 没毛病, 同意, 认同, 提交, 交上去, 交吧, 快提交, 👍, 👌, yes, yeah, right, correct, that's right, exactly, ok, submit, send it`),
    amend: list(`
  不对, 不是, 不是这样, 不是这个意思, 说错了, 我再说, 再说一遍, 我再说一遍, 改一下, 要改, 不准确, 没说清, 👎, no, not quite, wrong, that's wrong, let me say it again`),
  },
} as const satisfies Vocabulary<string>;

/** What somebody wants to be done about it. Each can be taken back, so that words in a sentence will do. */
export const way = {
  name: 'way',
  options: ['addPaper', 'itemisedList', 'recheck', 'supervisor', 'outside', 'notNow'],
  words: {
    addPaper: list(
      `补材料, 我补材料, 补充材料, 补病历, 补给你们, 补交, 补, 我去补, 交材料, 加材料, 补证据, 补单子, 开证明, 去开证明, 去医院开, 补个证明, add a paper, add papers, i will add a paper, more papers`,
    ),
    itemisedList: list(
      `要公司拿出证明, 拿出证明, 要公司拿证明, 公司拿证明, 拿证明, 拿证据, 拿依据, 要证明, 证明给我, 证明拿出来, 把证明, 那个证明, 证明给, 要清单, 给我清单, 逐项清单, 要逐项清单, 明细, 要明细, 清单, 列出来, itemised list, itemized list, the list, ask for the proof, the proof, proof`,
    ),
    recheck: list(
      `再核, 重新核, 请理赔员再核, 重算, 再算, 重新算, 再看看, 再看一遍, 再查一遍, 再查查, 再查一下, 重新查, 重新看看, 再看一下, 重新看, 再审, 重新审, 再核一遍, 补起, 补给我, 补回来, 核对一下, check again, recheck, review, look again`,
    ),
    supervisor: list(
      `主管, 请主管看, 找主管, 领导, 找领导, 你们领导, 上级, 经理, 上面的人, supervisor, a supervisor, ask a supervisor, manager, your boss`,
    ),
    outside: list(
      `调解, 投诉, 起诉, 打官司, 告你们, 告保险公司, 去告, 上法院, 法院, 评评理, 评理, 仲裁, 银保监, 监管, 12378, 投诉或起诉, 调解、投诉或起诉, 别的路, 外面的路, 别的办法, mediation, complain, complaint, sue, court, lawsuit, mediation, complaint or court, other ways`,
    ),
    notNow: list(
      `先不了, 不用了, 算了, 先不, 先这样, 以后再说, 不办了, 想一想, 考虑一下, not now, nothing, never mind, later, think about it`,
    ),
  },
  /** “投诉不用了” is of no use but to let it be. */
  residual: ['notNow'],
} as const satisfies Vocabulary<string>;

/** “我没钱打官司”, “你们必须补给我”, “早就交过了” agree to nothing. */
export const saysOnlyWish = (text: string): boolean =>
  text.trim().length <= (/^[ -~]+$/.test(text) ? 40 : 18) &&
  !/补充(?!材料)|没钱|没法|没空|不想|不敢|不能|怎么|必须|早就|已经|发给|不会|if i|no money|cannot|can't/i.test(text);

/** “写错了，是医生开的”, “我刚才说的不对，…”: what stands behind it takes the place of what was said. “不是A，是B” tells something, and stays whole. */
const INSTEAD = [
  /^(?:等一下|等等|哎|唉)?[,，\s]{0,2}我?(?:刚才|刚刚)?[写说记填]?的?(?:理由|原因)?(?:不对|错了|[写说记填]错了|不是这样的?|不是这个意思|不是这个(?:理由|原因))(?:的|了)?[\s,，。:：;；!！]{1,3}/,
  /^(?:我)?(?:要|想)?(?:改一下|改一改|重新说|我的意思是)[\s,，。:：;；!！]{1,3}/,
  /^(?:理由|原因)?(?:改成|改为|应该是|应该写)[\s:：]{0,2}/,
  /^(?:sorry,? |wait,? )?(?:please )?(?:change|correct) (?:the|my) reason(?: to)?[:,.\s]{1,3}/i,
  /^(?:(?:the|my) reason (?:is|was) wrong|no|wrong|that's wrong|i meant)[,.:;\s]{1,3}/i,
];
const LEAD = /^(?:(?:应该)?是(?!不)|改成|it (?:is|was) )\s?/i;
export function reasonInstead(text: string): string | undefined {
  const said = text.trim();
  const found = INSTEAD.find((one) => one.test(said));
  const words = found && said.replace(found, '').replace(LEAD, '').trim();
  return words !== undefined && words.length >= SHORTEST ? words : undefined;
}
/** Shorter words are no reason. */
const SHORTEST = 5;

/** Said to us, and no part of a reason: “你帮我写”, “写好了给我看”, “交上去之后呢”, “不会少给我吧”. */
const TO_US =
  /电话(?:是)?(?:多少|给我)|[你您](?:们)?帮|帮我|给谁|念给我|不识字|怎么弄|然后呢|给我看|发给我|(?:之后|接下来|然后)(?:呢|干[啥嘛什])|什么时候|啥时候|多久|(?:吧|呢)[?？。]?$|^(?:上一?条|回到上面|上面|写好了?)/;
export const saysToUs = (text: string): boolean => text.trim().length <= 20 && TO_US.test(text.trim());

/** “补充一点，国产的没有货”: what is to be added to an objection; empty: it comes yet. */
const ADDS = [
  /^(?:第.条)?我?(?:再|还想|还要|想|要){0,2}(?:补充|[添加])(?:一点|一句|一下|一条|个)?(?:理由|说明|内容)?[，,。:：\s]{0,3}/,
  /^(?:另外|还有(?:一[点条个])?|以及)[，,：:]\s?/,
  /^我?还(?:想|要|得)再?(?:说|讲)(?:一下|一点|一句|的是)?[，,：:\s]{0,2}(?=\S{4})/,
];
export function addedIn(text: string): string | undefined {
  const said = text.trim();
  const found = ADDS.find((one) => one.test(said));
  const words = found && said.replace(found, '').trim();
  if (words === undefined || /^(?:材料|证明|单子|证据|发票|病历)[吧了。]{0,2}$/.test(words)) return undefined;
  return words;
}
