/** Words that agree, and those of them that submit. */
import { asksSomething } from '../prompts/asking.ts';
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

/** “您问吧”: to whether something may be asked. */
export const letsAsk = (text: string): boolean =>
  /^(?:(?:好的?|可以的?|行|嗯|方便)[吧啊呀]?|(?:您|你)?请?(?:问|说)吧|(?:yes|ok(?:ay)?|sure|go ahead|please do))[\s,.!。，！~]*$/i.test(
    text.trim().slice(0, 40),
  );

/** “先不说了”, “等等”; longer words tell something else. */
export const saysNotNow = (text: string): boolean =>
  text.length <= 12 && /^(?:不|先不|现在不|等|以后|没心情|让我|我想)|^(?:no|not now|later)\b/i.test(text.trim());

/** “行行行你记吧”, “同意同意都说了几遍了”, “别记了我就问钱”: a consent given or refused in a sentence. Undefined: neither, or both. */
export function consentIn(text: string): 'agree' | 'decline' | undefined {
  if (text.length > LONGEST_CONSENT || asksSomething(text)) return undefined;
  const declines =
    /不(?:同意|记(?!得)|要记|想记|用记|愿意)|别(?:给我)?记(?!恨)|先不记|拒绝|do not (?:agree|note)|don't note/i.test(
      text,
    );
  const agrees = /(?<!不)同意|(?:你|您)(?:们)?(?:就|先)?记(?!得)|记(?:吧|嘛|呗|上)|i (?:do )?agree/i.test(
    text.replace(/不同意/g, ''),
  );
  if (declines === agrees) return undefined;
  return declines ? 'decline' : 'agree';
}
const LONGEST_CONSENT = 40;
