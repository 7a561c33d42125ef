/**
 * Words by which requests are recognised. Data, to be grown by reading transcripts. `whole`: the message is little else than
 * these words. `within`: they mean the request wherever they stand.
 */
import { list } from '../prompts/choice.ts';
import { everyday } from './words-acts.ts';
import { aboutNews } from './words-news.ts';
import { urgent } from './words-urgent.ts';

export interface Words {
  readonly whole: readonly string[];
  readonly within: readonly string[];
}

export type Command = keyof typeof urgent | keyof typeof everyday | keyof typeof aboutNews;

/** In order of priority. */
export const commandWords: Readonly<Record<Command, Words>> = { ...urgent, ...everyday, ...aboutNews };

/** Little words around a request that change nothing. */
export const fillers: readonly string[] = list(`
  请, 我, 要, 想, 帮我, 给我, 一下, 吧, 呀, 啊, 了, 呢, 哦, 麻烦, 现在, 可以, 能, 吗, please, i want to, i'd like to, can i,
  could you`);

/** A word before danger words that takes them back. */
export const negations: readonly string[] = list(
  `没, 没有, 不, 未, 无, 没人, 并未, 不是, 不会, no, not, nobody, isn't, never`,
);
