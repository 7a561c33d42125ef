/** “跟刚才一样” about the second person: what was answered about the first. */
import { saysSame } from '../prompts/index.ts';
import type { Json } from '../store/ports.ts';
import type { Position } from './flow.ts';

/** Undefined where the words say something else, or no such question was answered before. */
export function sameAsBefore({ ask, trail }: Position & { readonly at: 'question' }, text: string): Json | undefined {
  const [, head, n, tail] = /^(.*?\.)(\d+)(\..*)$/.exec(ask.name) ?? [];
  if (!n || !saysSame(text)) return undefined;
  const before = trail.find(({ name }) => name === `${head}${Number(n) - 1}${tail}`)?.value;
  return before !== undefined && ask.kind.accepts(before) ? before : undefined;
}
