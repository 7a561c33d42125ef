/** What somebody can do about a settlement, with its times and with what helps if nobody answers: told once by itself, behind the first line, and whenever it is asked. */
import { wallClock } from '../../claims/clocks/days.ts';
import type { Say } from '../../dialogs/say.ts';
import { lawFigure } from '../lawFigure.ts';
import { callBackBy } from '../look.ts';
import type { Scope } from '../scope.ts';
import { shown } from '../shown.ts';

/** The number of the regulator's hotline, as far as it is on file. */
export const hotline = (scope: Pick<Scope, 'deps' | 'draft'>): string => lawFigure(scope, 'hotline.complaints');

/** If it is sent now. */
const answerBy = ({ deps, draft }: Scope) => shown('instant', wallClock(callBackBy(deps, draft.at, 'nextAfternoon')));

export const pathSay = (scope: Scope): Say => ({
  key: 'explanation.path',
  values: { phone: hotline(scope), by: answerBy(scope) },
  quick: ['object', 'nextCut', 'human'],
});

/** What each way is good for, and by when the first of them are answered. */
export const waysSay = (scope: Scope): Say => ({ key: 'objection.waysDiffer', values: { by: answerBy(scope) } });

/** By when somebody would answer what is still being said. */
export const notSentSay = (scope: Scope): Say => ({ key: 'objection.notSent', values: { by: answerBy(scope) } });

/** Behind the first line that was explained: whoever has read it need not ask what she can do. */
export function tellsPath(scope: Scope): void {
  if (LINE.has(scope.draft.state.lastSaid)) scope.say(...pathOnce(scope));
}
export function pathOnce(scope: Scope): readonly Say[] {
  const { cuts } = scope.draft.state;
  if (!cuts || cuts.pathTold) return [];
  scope.draft.set({ cuts: { ...cuts, pathTold: true } });
  return [pathSay(scope)];
}
const LINE: ReadonlySet<string> = new Set(['explanation.one', 'explanation.oneForPerson']);
