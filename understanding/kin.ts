/** “我爸的案子到哪一步了”: who asks, where the words say it. */
import { choice } from '../prompts/choice.ts';
import { asWhom } from '../prompts/vocabulary-kin.ts';

const kinds = choice(asWhom);

/** As whom somebody asked before. */
export const asWhomOf = (relation: string): (typeof asWhom.options)[number] =>
  asWhom.options.find((one) => one === relation) ?? 'other';

/** “我儿子的药”, “俺的误工费”. */
export const ofOwn = (text: string): boolean =>
  /(?:我|俺|咱)(?:们|家)?[^,，。的]{0,4}的|(?:我|俺)(?:儿|闺女|女儿|妈|爸|爹|娘|老|媳妇|爱人|孩子|哥|姐|弟|妹)|\bmy\b/i.test(
    text,
  );

export function asWhomIn(text: string): (typeof asWhom.options)[number] | undefined {
  const found = new Set(kinds.find(text, { at: 0 }).map(({ value }) => value));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

const KIN =
  '(?:爸|妈|父亲|母亲|老爸|老妈|爹|娘|儿子|崽|女儿|闺女|老公|老婆|丈夫|妻子|爱人|媳妇|哥|弟|姐|妹|爷爷|奶奶|外公|外婆|姥爷|姥姥|孩子|娃|叔|伯|舅|家里?人|岳父|岳母|公公|婆婆)';
/** “我爸走路被车撞了”, “我不是司机，我是他儿子”: somebody of theirs was hurt. */
const OWN_HURT = new RegExp(
  `(?:我|俺|咱)(?:家|屋里?|们家?)?(?:的)?${KIN}[^,，。;；!！?？]{0,16}(?:被|让|给|叫|挨)[^,，。;；]{0,8}(?:撞|碰|刮|压|轧)|(?:我|俺)(?:们)?(?:走路|骑车|过马路)?(?:被|让|给|叫|挨)[^,，。;；]{0,8}(?:撞|碰|刮)|(?:我|俺)(?:又|可|都)?(?:不是|没)(?:司机|开车的?|车主|肇事|开车)|我(?:就是|是)(?:他|她|伤者|病人)的?(?:家属|${KIN})|我就是家属|\\bmy (?:dad|mum|mom|father|mother|husband|wife|son|daughter|brother|sister|child)\\b[^.]{0,30}\\b(?:was|got|has been) (?:hit|run over|knocked)|\\bi was (?:hit|run over|knocked)`,
  'i',
);
export const tellsOfOwnHurt = (text: string): boolean => OWN_HURT.test(text);
