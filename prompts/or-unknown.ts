/** A question that may be answered with “不知道”. A real value in the same words wins. */
import { type Input, type Kind, type Now, type Read, value } from './kind.ts';
import { bare } from './normal.ts';
import { saysNoPlate } from './plate-temporary.ts';

const DONT_KNOW =
  /不知道|不清楚|不晓得|不记得|不确定|不了解|不认识|记不(?:清|得|住|起)|没(?:有)?(?:记住|看清|看到|看见|注意|留意|问|留|记)|忘了|忘记|想不起|说不(?:清|上|好)|不好说|没印象|唔知|唔记得|跳过|略过|以后再|稍后|不想说|不方便|先不填|don't know|do not know|dunno|not sure|no idea|unsure|unknown|can't (?:remember|recall|say)|cannot remember|don't (?:remember|recall|have)|forgot|didn't (?:see|get|notice)|did not (?:see|get|notice)|skip|later|n\/a/;
/** Says only that there is nothing: unknown, unless the question itself has an answer for it. */
const NOTHING =
  /^(?:没有?|无|冇|没得|暂无|暂时没有|还没有?|没有呢|没了|不填|不用|none?|nothing|nope|no|-+|\/|\?+)(?:了|啊|呢|的)?(?:电话|手机|号码|车牌|保单|保单号|phone|number)?$/;
/** Characters beside “不知道” (“…在哪家医院”); with more of them an answer says something. */
const LITTLE = 9;
const LITTLE_ENGLISH = 30;

export function orUnknown<T>(kind: Kind<T>): Kind<T | 'unknown'> {
  const read = (input: Input, now: Now): Read<T | 'unknown'> => {
    const core = bare(input.text);
    if (input.files.length > 0 || input.location) return kind.read(input, now);
    if (isLastPlace(kind, core)) return value('unknown');
    if (saysNothingElse(core) && !saysMore(kind, input.text, now)) return value('unknown');
    const direct = kind.read(input, now);
    if (NOTHING.test(core.slice(0, 20)) && (direct.kind === 'problem' || isEcho(direct, input.text)))
      return value('unknown');
    if (direct.kind === 'problem' && kind.kind === 'plate' && saysNoPlate(core)) return value('unknown');
    return direct.kind === 'problem' && DONT_KNOW.test(core.slice(0, 200)) ? value('unknown') : direct;
  };
  return {
    ...kind,
    find: (text, now) => kind.find(text, now),
    read,
    accepts: (v): v is T | 'unknown' => v === 'unknown' || kind.accepts(v),
    choices: [...(kind.choices ?? []), 'unknown'],
    ...amending(kind),
  };
}

/** “7” behind six buttons is the button “不清楚”. */
function isLastPlace<T>({ choices = [] }: Kind<T>, core: string): boolean {
  return choices.length > 0 && !choices.includes('unknown') && core === String(choices.length + 1);
}

function saysNothingElse(core: string): boolean {
  const match = core.length <= 60 ? DONT_KNOW.exec(core) : null;
  return match !== null && core.length - match[0].length <= (/^[ -~]*$/.test(core) ? LITTLE_ENGLISH : LITTLE);
}

/** Whether the words hold a value besides “不知道” itself. */
const saysMore = <T>(kind: Kind<T>, text: string, now: Now): boolean =>
  kind.find(text, now).some(({ span }) => !DONT_KNOW.test(bare(text.slice(...span))));

/** Questions for free text take any words; “没有” is none even there. */
const isEcho = <T>(read: Read<T>, text: string): boolean => read.kind === 'value' && read.value === text.trim();

/** Corrections and picks of the question itself; “unknown” before has nothing to be amended. */
function amending<T>(kind: Kind<T>): Pick<Kind<T | 'unknown'>, 'amend' | 'narrow'> {
  const { amend, narrow } = kind;
  return {
    ...(amend && {
      amend: (before: T | 'unknown', input: Input, now: Now) =>
        kind.accepts(before) ? amend(before, input, now) : kind.read(input, now),
    }),
    ...(narrow && {
      narrow: (options: readonly (T | 'unknown')[], input: Input, now: Now) =>
        narrow(options.filter(kind.accepts), input, now),
    }),
  };
}
