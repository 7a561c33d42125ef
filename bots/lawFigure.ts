/** A figure of law as it stands on the day of the turn, as it is written; empty where there is none. */
import type { Scope } from './scope.ts';

export function lawFigure({ deps, draft }: Pick<Scope, 'deps' | 'draft'>, id: string): string {
  const found = deps.law(id, draft.at);
  return found.status === 'value' ? String(found.value) : '';
}
