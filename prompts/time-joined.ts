/** Phrases that stand apart and mean one moment. */
import type { Phrase } from './time-phrase.ts';

/** A day and the time that belongs to it stand at most this far apart. */
const REACH = 30;
/** “刚才” and the hour that it is said of. */
const NEAR = 8;

/** “昨天，下班回家，晚上八点”: a day and a time of day that stand apart belong together, in either order. */
export function joined(phrases: readonly Phrase[]): Phrase[] {
  const result: Phrase[] = [];
  for (const phrase of withJust(phrases)) {
    const last = result.at(-1);
    const near = last !== undefined && phrase.start - last.end <= REACH;
    if (last && near && lacksTime(last, phrase) && isTimeOfDay(phrase))
      result.splice(-1, 1, together(last, phrase, phrase));
    else if (last && near && isTimeOfDay(last) && last.clock && phrase.readings && !phrase.clock)
      result.splice(-1, 1, together(phrase, last, phrase));
    else result.push(phrase);
  }
  return result;
}

const lacksTime = (day: Phrase, time: Phrase): boolean =>
  day.readings !== undefined && !day.clock && (time.clock !== undefined || day.parts.length === 0);
const isTimeOfDay = (phrase: Phrase): boolean => !phrase.readings && !phrase.span && !phrase.problem;

/** “刚才十一点左右”, “十一点多，就刚刚”: the hour tells more than “刚才”, and “刚才” tells which of the hours. */
function withJust(phrases: readonly Phrase[]): Phrase[] {
  const result: Phrase[] = [];
  for (const phrase of phrases) {
    const last = result.at(-1);
    const near = last !== undefined && phrase.start - last.end <= NEAR;
    if (last && near && isJust(last) && isTimeOfDay(phrase) && phrase.clock)
      result.splice(-1, 1, { ...phrase, start: last.start, bare: false, just: true });
    else if (last && near && isJust(phrase) && isTimeOfDay(last) && last.clock)
      result.splice(-1, 1, { ...last, end: phrase.end, bare: false, just: true });
    else result.push(phrase);
  }
  return result;
}

const isJust = (phrase: Phrase): boolean => phrase.span?.grain === 'now';

function together(day: Phrase, timeOfDay: Phrase, last: Phrase): Phrase {
  const { readings = [], weak } = day;
  const parts = [...day.parts, ...timeOfDay.parts];
  return {
    ...timeOfDay,
    start: Math.min(day.start, timeOfDay.start),
    end: last.end,
    bare: false,
    readings,
    parts,
    ...(weak && { weak }),
  };
}
