/** A figure of law as it stands on the day of the turn, as it is written, and the text it stands in; empty where there is none. */
import type { Scope } from './scope.ts';
import { shown } from './shown.ts';

export function lawFigure({ deps, draft }: Pick<Scope, 'deps' | 'draft'>, id: string): string {
  const found = deps.law(id, draft.at);
  return found.status === 'value' ? String(found.value) : '';
}

/** Named as people read it, with its mark. */
export function lawSource({ deps, draft }: Pick<Scope, 'deps' | 'draft'>, id: string) {
  const found = deps.law(id, draft.at);
  return found.status === 'value' ? shown('law', found) : '';
}
