/** What words tell of a request for money: the sum in all, the hospital, the bed, who has asked; and what they put right. */
import {
  asksBack,
  byHowMuch,
  hospitalAsks,
  isOwnMoney,
  ofHospital,
  spoken,
  stateNow,
  sumInstead,
  sumKept,
} from '../../prompts/advanceSum.ts';
import { hospital, hospitalInstead, isByDay, money, phone, ward } from '../../prompts/index.ts';
import { type Input, type Now, problem } from '../../prompts/kind.ts';
import type { Json, JsonObject } from '../../store/ports.ts';
import type { Answers } from '../flow.ts';
import type { Revision } from '../restated.ts';

/** “医院要五万”, while everything is read back: that is what is asked for then; “不是湘雅二，是湘雅三” is another hospital. */
export function revises(said: string, now: Now, open: string, answers: Answers): Revision | undefined {
  const name = open === 'hospital' ? undefined : hospitalInstead(said, answers.hospital?.value);
  if (name !== undefined) return { name: 'hospital', value: name };
  const other = open === 'asked' || answers.asked === undefined ? undefined : sumInstead(said, now);
  if (other !== undefined) return { name: 'asked', value: { fen: other, approx: false } };
  if (open === 'ward' && isOnlyHospital(said, now)) return { name: 'hospital', value: said.trim() };
  const state = open === 'check' ? stateNow(said, now) : undefined;
  if (state !== undefined && state !== answers.state?.value) return { name: 'state', value: state };
  if (open !== 'check' && open !== 'askedBy') return undefined;
  const before = answers.asked?.value;
  const asked = otherSum(said, now, before);
  return asked === undefined || JSON.stringify(asked) === JSON.stringify(before)
    ? undefined
    : { name: 'asked', value: asked };
}

/** A whole name where the bed is asked for: it was the hospital that was not understood. */
function isOnlyHospital(said: string, now: Now): boolean {
  const [found] = hospital().find(said, now);
  return found !== undefined && found.span[1] - found.span[0] >= said.trim().length - 1;
}

/** Her own money is none of it; “再加五千” is so much more. */
function otherSum(said: string, now: Now, before: Json | undefined): Json | undefined {
  if (isOwnMoney(said) || asksBack(said)) return undefined;
  const kept = sumKept(said, now);
  const asked = kept === undefined ? factsIn(said, now).asked : { fen: kept, approx: false };
  const by = byHowMuch(said);
  const was = before as { readonly fen?: number } | undefined;
  if (asked === undefined || by === undefined || was?.fen === undefined) return asked;
  const change = (asked as { readonly fen: number }).fen;
  const fen = by === 'more' ? was.fen + change : was.fen - change;
  return fen > 0 ? { fen, approx: false } : undefined;
}

/** “湘雅医院催我们交三万”. */
export function factsIn(said: string, now: Now): JsonObject {
  const told = spoken(ofHospital(said));
  const kept = sumKept(told, now);
  const [sum, ...sums] = kept === undefined ? money().find(told, now) : [{ value: { fen: kept, approx: false } }];
  const [named, ...others] = hospital().find(said, now);
  const bed = ward().find(said, now)[0];
  const by = hospitalAsks(said) ? { askedBy: 'hospital' } : {};
  // A number to call is no sum, nor is what was paid already.
  const isSum =
    sum !== undefined &&
    !isOwnMoney(said) &&
    !isByDay(said) &&
    sums.length === 0 &&
    phone().find(said, now).length === 0;
  return {
    ...by,
    ...(isSum && { asked: { ...sum.value } }),
    ...(bed && { ward: bed.value }),
    ...(named && others.length === 0 && { hospital: named.value }),
  };
}

/** “一天五千” is no total, “再加五千” says not to what, and “3.5” is no sum that a hospital asks for. */
export function total(): ReturnType<typeof money> {
  const kind = money();
  const read = (input: Input, now: Now): ReturnType<typeof kind.read> => {
    if (isByDay(input.text)) return problem('byDay');
    if (isOwnMoney(input.text)) return problem('paid');
    if (byHowMuch(input.text) !== undefined) return problem('inAll');
    if (asksBack(input.text)) return problem('asks');
    const found = kind.read({ ...input, text: spoken(ofHospital(input.text)) }, now);
    return found.kind === 'value' && found.value.fen < LEAST ? problem('tooLittle') : found;
  };
  // “是四万五不是五万” holds one sum.
  const find = (text: string, now: Now): ReturnType<typeof kind.find> => {
    const kept = sumKept(spoken(text), now);
    return kept === undefined
      ? kind.find(text, now)
      : [{ value: { fen: kept, approx: false }, span: [0, text.length] }];
  };
  return { ...kind, read, find };
}
/** Fen. Smaller sums were meant in thousands or ten thousands. */
const LEAST = 10_000;
