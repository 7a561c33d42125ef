/** “跟刚才一样” about the second person: what was answered about the first. */
import { saysSame } from '../prompts/index.ts';
import type { Json } from '../store/ports.ts';
import type { Position } from './flow.ts';

/** Undefined where the words say something else, or no such question was answered before. */
export function sameAsBefore({ ask, trail }: Position & { readonly at: 'question' }, text: string): Json | undefined {
  const parts = ask.name.split('.');
  if (!parts.some(isNumber) || !saysSame(text)) return undefined;
  const former = parts.map((part) => (isNumber(part) ? String(Number(part) - 1) : part)).join('.');
  const before = trail.find(({ name }) => name === former)?.value;
  return before !== undefined && ask.kind.accepts(before) ? before : undefined;
}

const isNumber = (part: string): boolean => /^\d+$/.test(part);
