/** “前面那个”, “后面说的对”, “以第二个为准”, “2”: which of two values that were put side by side is right. */
import { bare } from './normal.ts';

const AROUND = '(?:是|就|按|以|照|还是|应该是|用|选|那)*';
const END =
  '(?:说的?|填的?|写的?|报的?)?(?:那个|这个|个|次|一个)?(?:的)?(?:是?(?:对|准|正确)(?:的)?|为准|算|吧|了|来)*';
const FIRST = new RegExp(
  `^${AROUND}(?:第一|前面|之前|原来|原先|先前|最初|最早|开始|一开始|旧|上面|前者|头一)${END}$|^(?:no change|keep(?: it)?|the )?(?:first|earlier|former|old|original)(?: one)?(?: is (?:right|correct))?$|^(?:不用改|不改|没变|不变|按原来的|别改)$`,
);
const SECOND = new RegExp(
  `^${AROUND}(?:第二|后面|后来|刚才|刚刚|现在|最后|新|后者|下面|这次|改成?后?)${END}$|^(?:the )?(?:second|latter|later|new|last)(?: one)?(?: is (?:right|correct))?$|^(?:改|改吧|要改|改成新的|改一下|前面(?:说|填|写)?错了|第一个(?:说|填|写)?错了)$`,
);

/** The place of the one that is meant; a number names a place unless the values are numbers themselves. */
export function whichOfTwo(text: string, numbers: boolean): 0 | 1 | undefined {
  const core = bare(text);
  if (core.length > 20) return undefined;
  if (!numbers && /^[12](?:[.、)]|号)?$/.test(core)) return core.startsWith('1') ? 0 : 1;
  if (SECOND.test(core)) return 1;
  return FIRST.test(core) ? 0 : undefined;
}
