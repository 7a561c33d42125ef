/** After despair: words that say it is better now. Whole sentences, so that nothing else is taken for them. */
import { list } from '../prompts/choice.ts';
import { clausesOf } from './clauses.ts';

const BETTER = list(`
  我没事了, 没事了, 我没事, 现在没事了, 我现在没事了, 我好多了, 好多了, 现在好多了, 我现在好多了, 我好些了, 好些了, 我好一点了, 好一点了, 感觉好多了, 我感觉好多了, 心情好多了, 我想通了, 想通了, 我想开了, 想开了, 我不会做傻事了, 我不会做傻事, 不会做傻事的, 我不会想不开的, 我不想死了, 别担心我, 不用担心我, 刚才是气话, 我刚才是气话, 我刚刚冲动了,
  i am ok now, i'm ok now, i am okay now, i'm okay now, i am fine now, i'm fine now, i am better now, i'm better now, i feel better, i feel better now, feeling better, i won't hurt myself, don't worry about me`);

/** “不是不是，我没想不开，我是说人家堵门”. */
const DENIES = /(?:我)?(?:没有?|不是|不会)想不开|我不是(?:要|想)(?:死|自杀)|not suicidal/;

/** Said before or after it. */
const ROUND: ReadonlySet<string> = new Set(list(`嗯, 好, 好的, 谢谢, 谢谢你, 谢谢您, 了, thanks, thank, you`));

const within = (words: readonly string[]): string => {
  const says = (word: string): boolean => !ROUND.has(word);
  const [first, last] = [words.findIndex(says), words.findLastIndex(says)];
  return first < 0 ? '' : words.slice(first, last + 1).join(' ');
};

export function isBetter(text: string): boolean {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s,.!?，。！？、~～]+/g, ' ')
    .trim();
  if (words.length <= 90 && DENIES.test(words)) return true;
  return words.length <= 60 && (BETTER.includes(words) || BETTER.includes(within(words.split(' '))));
}

/** “我不是想不开，我是怕他们上门闹。医药费到底哪个出”: what is said besides, if it asks something. */
export const besidesBetter = (text: string): string =>
  clausesOf(text)
    .filter((one) => !isBetter(one) && !/^(?:不是|没有|哎|唉|哦|嗯)+$/.test(one))
    .join('，');
