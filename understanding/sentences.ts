/** The sentences of a message, each with its mark; “1、…2、…” and “一是…二是…” begin one each. */
import { clausesOf } from './clauses.ts';

const BEHIND_MARK = /(?<=[。！!？?；;\n])|(?<=[a-z)\d]\.{1,3})\s+/iu;
const AT_NUMBER = /(?=(?<=[\s，,：:。；;？?！!]|^)[（(]?(?:[1-9]|[一二三四五])[、.．)）](?!\d))/u;

export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(BEHIND_MARK)
    .flatMap((sentence) => sentence.split(AT_NUMBER))
    .map((sentence) => sentence.replace(/^[\s（(]*(?:[1-9]|[一二三四五])[、.．)）]/u, '').trim())
    .filter((sentence) => /[\p{L}\p{N}]{2}/u.test(sentence));

/** “请替我写成信交上去”, “转给同事”, “帮我登记”: what is to be done with what she says, and no reason of hers. */
export const saysToSend = (clause: string): boolean =>
  clause.length <= LONGEST &&
  (SEND.test(clause) || /\b(?:put (?:it|this) in writing|send (?:it|this) (?:on|to))\b/i.test(clause));
const SEND =
  /^(?:那|就|所以|你|您|恁|麻烦|帮忙)*(?:请|帮|替|给|把它?|直接)*(?:你们?|您|我|俺|咱)?(?:们)?(?:把(?:这个|它|这些|信|话)?)?(?:再|先|就|给)?(?:写|拟|弄|转|交|递|登记|提交?|报|发)(?:成|个|一?封|份)?(?:我的|这个)?(?:异议|书面)?(?:的)?信?(?:[,，]?(?:并且?|再|然后)?(?:转|交|递|提|报|发))?(?:上去|过去|出去|下来|给(?:你们)?(?:同事|公司|领导|理赔员|他们|人)|给上面)?(?:吧|啊|呀|谢谢|去)?$/;
const LONGEST = 24;

export const wantsSent = (text: string): boolean =>
  /书面(?:地)?提(?:出)?异议|提(?:出)?书面异议|正式提(?:出)?异议|登记我的异议/.test(text) ||
  clausesOf(text).some((one) => saysToSend(one) && /上去|过去|出去|下来|给|信|提交|登记|send|writing/i.test(one));
