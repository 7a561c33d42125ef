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

/** “您问吧”: to whether something may be asked. */
export const letsAsk = (text: string): boolean =>
  /^(?:(?:好的?|可以的?|行|嗯|方便)[吧啊呀]?|(?:您|你)?请?(?:问|说)吧|(?:yes|ok(?:ay)?|sure|go ahead|please do))[\s,.!。，！~]*$/i.test(
    text.trim().slice(0, 40),
  );

/** “先不说了”, “等等”; longer words tell something else. */
export const saysNotNow = (text: string): boolean =>
  text.length <= 12 && /^(?:不|先不|现在不|等|以后|没心情|让我|我想)|^(?:no|not now|later)\b/i.test(text.trim());

/** “行行行你记吧”, “记可以，同意”, “先不记。那钱咋办”: a consent given or refused beside other words. Undefined: neither, or both. `rest`: the other words. */
export function consentIn(text: string): { readonly said: 'agree' | 'decline'; readonly rest: string } | undefined {
  if (/^[ -~]+$/.test(text)) return englishConsent(text);
  const words = text.replace(/同意不同意/g, '');
  const clauses = words.split(/[,，。.!！;；\s]+/).filter((clause) => clause !== '' && !/[吗么?？]$/.test(clause));
  const declines = clauses.filter((clause) => DECLINES.test(clause));
  const agrees = clauses.filter((clause) => !DECLINES.test(clause) && AGREES.test(clause) && !NOT_HERS.test(clause));
  if (declines.length > 0 === agrees.length > 0) return undefined;
  const own = [...declines, ...agrees];
  const rest = text.split(/[,，。.!！;；\s]+/).filter((clause) => clause !== '' && !own.includes(clause));
  return { said: declines.length > 0 ? 'decline' : 'agree', rest: rest.join('，') };
}
const DECLINES = /不同意|不记(?!得)|不(?:要|想|用)记|别(?:给我)?记(?!恨)|先不记|拒绝/;

/** “ok I agree. but what about my question”. */
function englishConsent(text: string): ReturnType<typeof consentIn> {
  const clauses = text.split(/(?<=[.,!;?])\s{1,9}|\s{1,9}(?=but\b)/i);
  const [first = '', ...rest] = clauses;
  const words = first.replace(/[.,!;]{1,9}$/, '').trim();
  const said =
    /^(?:no[, ]+)?(?:i (?:do not|don't) (?:agree|want)|do(?: not|n't) note|leave (?:them|injuries) out)\b/i.test(words)
      ? 'decline'
      : /^(?:ok(?:ay)?|yes|yeah|sure|fine|well)?[, ]*i (?:do |said i |already said i |have already )?agreed?$/i.test(
            words,
          )
        ? 'agree'
        : undefined;
  return said && { said, rest: rest.join(' ') };
}
/** Grumbled (“你想记就记嘛”) it is no consent: of injuries it has to be given plainly. */
/** “我老公没同意”, “她会同意的”: nobody has agreed, or somebody else. */
const NOT_HERS = /[没未别]|不(?!是说)|他|她|对方|家属|老公|老婆|爱人|家里|\bnot\b|n't/i;
const AGREES = /同意|可以记|记可以|^(?:行|好|可以|那|你|您|就|先){0,6}记(?:吧|嘛|呗|上)/;
