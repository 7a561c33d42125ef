/** When an accident happened, in everyday words or as a date. */
import { type Found, type Input, type Kind, type Now, problem, type Read, value } from './kind.ts';
import { normal } from './normal.ts';
import { justNow } from './time-ago.ts';
import { amended, narrowed } from './time-amend.ts';
import { momentOf, type TimeSpan } from './time-calendar.ts';
import { impossibleClock } from './time-clock.ts';
import { isAccidentTime, isForCall, isNews } from './time-context.ts';
import { hinted } from './time-hints.ts';
import { joined } from './time-joined.ts';
import { type Phrase, phrasesIn } from './time-phrase.ts';
import { type Resolved, resolve } from './time-resolve.ts';
import { shifted } from './time-shift.ts';

export type { TimeSpan } from './time-calendar.ts';

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/;
const GRAINS: readonly unknown[] = ['now', 'minute', 'hour', 'daypart', 'day'];

export function time(): Kind<TimeSpan> {
  return {
    kind: 'time',
    find: (text, now): readonly Found<TimeSpan>[] => {
      const plain = normal(text);
      const moment = momentOf(now);
      const phrases = phrasesIn(plain.text, moment, true).filter((phrase) => isAccidentTime(plain.text, phrase));
      return joined(phrases)
        .filter((phrase) => !isNews(plain.text, phrase))
        .flatMap((phrase) => {
          const found = resolve(phrase, moment);
          if (typeof found === 'string') return [];
          const [first, ...others] = hinted(plain.text, phrase, [...found.strong, ...found.weak]);
          if (!first) return [];
          return [
            {
              value: first,
              span: plain.span(phrase.start, phrase.end),
              ...(others.length > 0 && { alternatives: others }),
            },
          ];
        });
    },
    read,
    accepts: isTimeSpan,
    amend: (before, input, now) => {
      const moved = shifted(before, normal(input.text).text, momentOf(now));
      if (moved === 'inTheFuture') return problem(moved);
      return moved ? value(moved) : (amended(before, phrasesOf(input, now), momentOf(now)) ?? read(input, now));
    },
    narrow: (options, input, now) => narrowed(options, phrasesOf(input, now), momentOf(now)),
  };
}

function isTimeSpan(v: unknown): v is TimeSpan {
  if (typeof v !== 'object' || v === null) return false;
  const { start, end, approx, grain } = v as Record<string, unknown>;
  if (typeof start !== 'string' || typeof end !== 'string' || !ISO.test(start) || !ISO.test(end)) return false;
  return typeof approx === 'boolean' && GRAINS.includes(grain) && Date.parse(start) <= Date.parse(end);
}

/** “不是八点，是九点”: what is taken back does not count, nor does the “刚才” of other news. */
function phrasesOf({ text }: Input, now: Now): Phrase[] {
  const plain = normal(text).text;
  const all = phrasesIn(plain, momentOf(now), false);
  const counts = all.filter(
    (phrase) =>
      !/(?:不是|不对|并非|not)\s?(?:在|at )?$/.test(plain.slice(Math.max(0, phrase.start - 6), phrase.start)) &&
      !isOfMistake(plain, phrase) &&
      !isForCall(plain, phrase),
  );
  return joined(counts).filter((phrase) => !isNews(plain, phrase));
}

/** “刚才时间填错了，是八点半”: when the mistake was made, and not when the accident was. */
const isOfMistake = (text: string, { span, end }: Phrase): boolean =>
  span?.grain === 'now' && /^[^,。;!?]{0,8}(?:[填写说输选记点打搞弄]?错|不对|有误)/.test(text.slice(end, end + 12));

function read(input: Input, now: Now): Read<TimeSpan> {
  const moment = momentOf(now);
  const plain = normal(input.text).text;
  const results = phrasesOf(input, now).map((phrase) => ({ phrase, found: resolve(phrase, moment) }));
  const good = results.flatMap(({ phrase, found }) => (typeof found === 'string' ? [] : [{ phrase, found }]));
  const impossible = impossibleClock(plain) || leftDate(plain, results);
  if (good.length > 0 && !impossible) return answer(best(good));
  if (/^\s*(?:就|就是|是)?(?:现在|目前|这会儿?|此刻|马上|just now|now|right now)(?:的|了|。|\.)*\s*$/.test(plain))
    return value(justNow(moment));
  // “下午两点打给我”: a wish, and no answer.
  if (results.length === 0 && phrasesIn(plain, moment, false).some((phrase) => isForCall(plain, phrase)))
    return problem('forACall');
  const wrong = results.map(({ found }) => found).find((found) => typeof found === 'string');
  return problem(wrong ?? (impossible ? 'notADate' : 'notATime'));
}

/** Something written like a date that no phrase has taken: half of the answer must not pass for the whole. */
function leftDate(text: string, results: readonly { phrase: Phrase }[]): boolean {
  const taken = results.map(({ phrase }) => phrase);
  return [
    ...text.slice(0, 400).matchAll(/(?<!\d)\d{1,4}[/.]\d{1,2}(?:[/.]\d{1,4})?(?!\d)|\d{4}-\d{1,2}-\d{1,2}|\d{2,4}年/g),
  ].some((match) => !taken.some((phrase) => match.index >= phrase.start && match.index < phrase.end));
}

type Good = { readonly phrase: Phrase; readonly found: Resolved };

/** The phrases that say most: a clock time before a part of a day before a day. */
function best(good: readonly Good[]): readonly Resolved[] {
  const weight = ({ phrase }: Good): number =>
    (phrase.clock || phrase.span ? 2 : 0) + (phrase.readings ? 1 : 0) + (phrase.parts.length > 0 ? 0.5 : 0);
  const most = Math.max(...good.map(weight));
  return good.filter((one) => weight(one) === most).map((one) => one.found);
}

function answer(found: readonly Resolved[]): Read<TimeSpan> {
  const options = new Map(found.flatMap(({ strong }) => strong).map((span) => [`${span.start} ${span.end}`, span]));
  const [first, ...rest] = options.values();
  if (!first) return problem('notATime');
  return rest.length === 0 ? value(first) : { kind: 'ambiguous', options: [first, ...rest].slice(0, 4) };
}
