/** Words that agree, and those of them that submit. */
import { choice } from '../prompts/choice.ts';
import type { Now } from '../prompts/kind.ts';
import { submit } from '../prompts/vocabulary.ts';

/** “提交”, “OK”, “都对” and nothing besides. */
export function saysOnlyYes(text: string, now: Now): boolean {
  const read = choice(submit).read({ text, files: [] }, now);
  return read.kind === 'value' && read.value === 'submit';
}

/** Says it in so many words. */
export const saysSubmit = (text: string): boolean => /提交|submit|send/i.test(text);
