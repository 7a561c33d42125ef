/** Words by which somebody says how much she wants to be told. */
import { list } from '../prompts/choice.ts';
import type { Words } from './words.ts';

export const aboutNews = {
  fewerNews: {
    whole: list(`
  少发点, 少发一点, 少发些, 消息少发点, 通知少发点, 发少点, 太多消息, 消息太多, 消息太多了, 通知太多, 别老发, 别老发消息, 不要老发, 少打扰我, fewer notices, fewer messages, send less, too many messages, less notices`),
    within: list(`消息少发, 通知少发, 少发点消息, 少发点通知, 别老发消息, 不要老是发, fewer notices, fewer messages`),
  },
  noNews: {
    whole: list(`
  别发了, 不要发了, 别再发了, 不要再发了, 别发消息了, 不要发消息了, 别给我发了, 别给我发消息, 别通知我, 不要通知我, 停止通知, 关闭通知, 取消通知, 关掉通知, 别打扰我, 不要打扰我, 退订, stop notices, stop messages, stop sending, no more messages, unsubscribe, do not write to me`),
    within: list(`别再给我发, 不要再给我发, 别给我发消息, 不要给我发消息, 停止通知, 关闭通知, stop sending me`),
  },
  allNews: {
    whole: list(`
  恢复通知, 恢复, 恢复消息, 打开通知, 开启通知, 重新通知我, 继续通知我, 还是通知我, 有消息告诉我, 有消息通知我, resume notices, turn notices on, notify me again, tell me the news`),
    within: list(`恢复通知, 打开通知, 开启通知, 继续通知我, 重新通知我, resume notices`),
  },
} as const satisfies Readonly<Record<string, Words>>;
