/** Words of despair, of danger, and of the wish for a person. */
import { list } from '../prompts/choice.ts';
import type { Words } from './words.ts';

export const urgent = {
  crisis: {
    whole: [],
    within: list(
      `不想活, 想死, 自杀, 活着没意思, 活不下去, 跳楼, 了断自己, 结束生命, 去死算了, kill myself, suicide, want to die, end my life`,
    ),
  },
  emergency: {
    whole: list(`
  救命, 有人受伤，先救人, 有人受伤先救人, 先救人, 救人, 急救, 有人受伤了怎么办, help someone is hurt, someone is hurt help first, someone is hurt,
  emergency`),
    within: list(`
  流血不止, 血止不住, 止不住血, 大出血, 一直流血, 没有呼吸, 没呼吸, 不呼吸, 呼吸困难, 喘不上气, 不喘气, 呼吸停, 停止呼吸, 没气儿了, 没气了, 断气, 没心跳, 没有心跳, 叫不醒, 昏迷不醒, 昏过去, 晕过去, 没有意识, 没意识, 失去意识, 没反应了,
  卡在车里, 困在车里, 被困, 压在车下, 着火, 起火, 冒烟, 漏油, 快不行了, 要死了, bleeding badly, won't stop bleeding, heavy bleeding,
  unconscious, not breathing, can't breathe, trapped, on fire, smoke coming`),
  },
  human: {
    whole: list(`
  人工, 转人工, 人工服务, 人工客服, 找人工, 真人, 客服, 找客服, 转接人工, 找个人, 我要人工, 我要找人, 和人说话, 联系人工, 请人来电, 打给我, 给我打电话, 让人给我打电话,
  agent, human, a person, talk to a person, speak to a human, call me, operator, representative`),
    within: list(`
  转人工, 人工客服, 要投诉, 我要投诉, 找你们领导, 真人客服, 找真人, 找个真人, 找位真人, 找一个真人, 要个真人, 要真人, 换真人, 真人来, 真人接, 真人说, 真人聊, 活人, 找个人说, 找个人跟我, 找个人和我, 找人跟我说, 找人和我说, 不跟机器人, 别跟我机器人, 不要机器人, 不想跟机器人,
  别用机器人, 接人工, 要人工, 找人工, 叫人工, 人工在哪, 怎么找人工, 找你们的人, 叫你们的人, 找个人来, 让人来电, 让你们的人, not a bot, no bot, a real human, want a human, want a person, talk to a human, real person, speak to someone, talk to someone, speak with someone, talk with someone, speak to somebody, talk to somebody,
  speak to a person, talk to a person, speak with a person, talk with a person, speak to a human, speak with a human, talk with a human, an actual person,
  human please`),
  },
} as const satisfies Record<string, Words>;
