/** Puts values into a sentence where that is all there is to do: i18next, which can do more, takes ten times as long. */

/** Text and names by turns; nothing for what only i18next can do (formats, nesting, paths into values). */
export function partsOf(sentence: string): readonly string[] | undefined {
  const parts = sentence.split(/\{\{(\w+)\}\}/);
  return parts.some((part, i) => i % 2 === 0 && (part.includes('{{') || part.includes('$t('))) ? undefined : parts;
}

type Values = Readonly<Record<string, unknown>>;

/** Names by which i18next picks another sentence. */
const picks = (values: Values): boolean => 'count' in values || 'context' in values;

/** The sentence with its values; nothing where a value is missing or is no plain one. What a value says is never read again. */
export function fill(parts: readonly string[], values: Values, common: Values): string | undefined {
  if (picks(values)) return undefined;
  let text = '';
  for (const [i, part] of parts.entries()) {
    const value = i % 2 === 0 ? part : Object.hasOwn(values, part) ? values[part] : common[part];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    text += value;
  }
  return text;
}
