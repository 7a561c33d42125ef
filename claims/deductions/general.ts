/** What can be said of a reason without a settlement, or without what is the injured person's own: no item, no paper, no arithmetic. */
import type { LawView } from '../../law/types.ts';
import { money } from '../figure.ts';
import type { Fen } from '../money.ts';
import { lawOf } from './explain.ts';
import { reasonOf } from './reasons/index.ts';
import { restsSayings, type Saying, say, withFigures } from './sayings.ts';

/** What helps only whoever was hurt is not told to whoever is liable. */
const FOR_INJURED: ReadonlySet<string> = new Set([
  'compulsoryStillPays',
  'compulsoryFirstAsked',
  'courtAssesses',
  'guidingCase',
]);

/** The sentence, the texts it rests on, who has to prove it, what would change it. `toPay`: what whoever is liable bears of it. */
export function reasonSayings(code: string, now: LawView, toPay?: Fen): readonly Saying[] {
  const reason = reasonOf(code);
  const found = lawOf(reason, now, undefined);
  return [
    ...withFigures(found, `reason.${code}`),
    ...(toPay === undefined ? [] : [say(reason.sharedAlready ? 'toPayShared' : 'toPay', { amount: money(toPay) })]),
    ...restsSayings(found.rests),
    ...(toPay !== undefined && code === 'exclusion' ? [say('also.recourseLiable')] : []),
    ...(reason.proves === 'nobody' || (toPay !== undefined && reason.proves === 'claimant')
      ? []
      : [say(`proves.${reason.proves}`)]),
    ...reason.changes
      .filter((name) => toPay === undefined || !FOR_INJURED.has(name))
      .flatMap((name) => withFigures(found, `change.${name}`)),
  ];
}
