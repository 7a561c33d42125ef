/** 催一下: who should act hears of it, then the supervisor; then the person is told where else to turn. */

import { wallClock } from '../../claims/clocks/days.ts';
import { answersFor } from '../../claims/promises.ts';
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId, JsonObject } from '../../store/ports.ts';
import { promise } from '../duePromise.ts';
import { callBackBy } from '../look.ts';
import type { Scope } from '../scope.ts';
import type { Looked } from './tell.ts';
import { moment } from './values.ts';

/** How often it was pressed, and until when an answer was asked for last. */
export interface Pressed {
  readonly claim: string;
  readonly times: number;
  readonly by: string;
}

const MOST_INSIDE = 2;

export function pressSays(scope: Scope, claim: ClaimId, { facts, progress, grant }: Looked): readonly Say[] {
  const { draft, deps } = scope;
  const { due, turn, awaited, promised } = progress;
  const late = promised.some((one) => one.late);
  if (turn.who === 'client' && progress.side === 'insured')
    return [{ key: 'progress.theirMove', quick: ['why', 'human'] }];
  if (turn.who === 'client' && !late) return [theirs(awaited.map(({ document }) => document))];
  if (due.status === 'due' && !due.overdue && !late)
    return [{ key: 'progress.notLate', values: { by: moment(due.by) }, quick: ['why', 'human'] }];
  const before = draft.state.pressed?.claim === claim ? draft.state.pressed : undefined;
  if (before && Date.parse(before.by) > draft.at)
    return [{ key: 'progress.pressedToday', values: { by: moment(before.by) }, quick: ['why', 'human'] }];
  const times = (before?.times ?? 0) + 1;
  if (times > MOST_INSIDE) return outside(deps.law('hotline.complaints', draft.at), facts.number);
  const by = wallClock(callBackBy(deps, draft.at, 'nextAfternoon'));
  draft.set({ pressed: { claim, times, by } });
  const reason = times === 1 ? 'pressed' : 'pressedAgain';
  draft.ticket('serious', { reason, number: facts.number, stage: progress.stage, phone: draft.state.phone });
  promise(draft, grant, { what: 'answerPressed', by, who: answersFor(facts) });
  const quick = ['why', 'human'];
  const first: Say[] = due.status !== 'none' ? [] : [{ key: 'progress.notLateUnknown' }];
  return [
    ...first,
    { key: times === 1 ? 'progress.pressed' : 'progress.pressedAgain', values: { by: moment(by) }, quick },
  ];
}

/** Pressing others moves nothing while it waits for her. */
const theirs = (papers: readonly string[]): Say =>
  papers.length > 0
    ? {
        key: 'progress.yourTurn',
        values: { papers: { kind: 'papers', answer: [...papers] } },
        quick: ['documents', 'human'],
      }
    : { key: 'progress.yourMove', quick: ['why', 'human'] };

function outside(law: JsonObject, number: string): readonly Say[] {
  const phone = law.status === 'value' ? String(law.value) : '';
  const values = { phone, number: { kind: 'number', answer: number } };
  return [{ key: 'progress.pressedOut', values, calls: ['12378'], quick: ['human'] }];
}
