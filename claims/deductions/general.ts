/** What can be said of a reason without a settlement, or without what is the injured person's own: no item, no paper, no arithmetic. */
import type { LawView } from '../../law/types.ts';
import type { Fen } from '../money.ts';
import { lawOf } from './explain.ts';
import { reasonOf } from './reasons/index.ts';
import { money, restsSayings, type Saying, say, withFigures } from './sayings.ts';

/** The sentence, the texts it rests on, who has to prove it, what would change it. `toPay`: what whoever is liable bears of it. */
export function reasonSayings(code: string, now: LawView, toPay?: Fen): readonly Saying[] {
  const reason = reasonOf(code);
  const found = lawOf(reason, now, undefined);
  return [
    ...withFigures(found, `reason.${code}`),
    ...(toPay === undefined ? [] : [say('toPay', { amount: money(toPay) })]),
    ...restsSayings(found.rests),
    ...(reason.proves === 'nobody' ? [] : [say(`proves.${reason.proves}`)]),
    ...reason.changes.flatMap((name) => withFigures(found, `change.${name}`)),
  ];
}
