/** Words for colleagues only, among the lines of a conversation. */
import type { JsonObject } from '../store/ports.ts';
import type { Adjuster } from './acts.ts';
import type { Scope } from './scope.ts';

export const speaker = ({ id, name }: Adjuster): JsonObject => ({ id: `adjuster:${id}`, name, role: 'bot' });

export function note({ draft }: Scope, adjuster: Adjuster, text: string): void {
  const channelData = { key: 'human.note', speaker: 'note' };
  const payload = { type: 'message', text: text.trim(), textFormat: 'plain', from: speaker(adjuster), channelData };
  draft.said.push({ direction: 'note', payload });
}
