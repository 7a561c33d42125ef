/** “继续” with nothing open: what was put aside last goes on, be it a report or something else. */
import { begin } from '../dialogs/begin.ts';
import type { Frame } from '../dialogs/flow.ts';
import type { Talk } from '../dialogs/runtime.ts';
import { proceed, type Scope } from './scope.ts';

/** What can be put aside and taken up again; a code is too old by then. */
const LASTING: ReadonlySet<string> = new Set([
  'report',
  'details',
  'documents',
  'advance',
  'objection',
  'objectionWay',
]);

/** The flow that was put aside last: by when it was begun, or last answered. */
export function putAside({ shelf }: Talk): Frame | undefined {
  const lasting = Object.values(shelf).filter(({ flow }) => LASTING.has(flow));
  return lasting.sort((one, other) => heardAt(one) - heardAt(other)).at(-1);
}

/** When it was begun, or last answered. */
export const heardAt = ({ startedAt, answers }: Frame): number =>
  Math.max(startedAt, ...Object.values(answers).map(({ at }) => at));

/** False where nothing waits, or the report does. */
export async function takesUp(scope: Scope): Promise<boolean> {
  const { draft, runtime } = scope;
  const waits = putAside(draft.state.talk);
  if (!waits || waits.flow === 'report') return false;
  scope.say({ key: 'common.takenUp' });
  await proceed(scope, await begin(runtime, draft.state.talk, waits.flow, { params: waits.params }));
  return true;
}
