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
