/** A legal figure in a conversation: the value in force today, or undefined where the law's data has none for this day. */
import { fetch, type Script } from './flow.ts';

export function* legalNumber(id: string): Script<number | undefined> {
  const found = yield* fetch('law', { id });
  return found.status === 'value' ? Number(found.value) : undefined;
}
