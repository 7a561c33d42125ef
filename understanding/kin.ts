/** “我爸的案子到哪一步了”: who asks, where the words say it. */
import { choice } from '../prompts/choice.ts';
import { asWhom } from '../prompts/vocabulary-kin.ts';

const kinds = choice(asWhom);

/** As whom somebody asked before. */
export const asWhomOf = (relation: string): (typeof asWhom.options)[number] =>
  asWhom.options.find((one) => one === relation) ?? 'other';

export function asWhomIn(text: string): (typeof asWhom.options)[number] | undefined {
  const found = new Set(kinds.find(text, { at: 0 }).map(({ value }) => value));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
