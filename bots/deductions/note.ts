/** One note for the desk of an objection that was made, instead of a talk to read. */
import type { Objection } from '../../claims/deductions/objection.ts';
import type { Scope } from '../scope.ts';

export function note({ draft, deps }: Scope, { code, item, amount, why = '', way, n, version }: Objection): void {
  const { renderer } = deps;
  const word = (kind: string, answer: string) => renderer.show('zh-CN', { kind, answer });
  const values = {
    n,
    version,
    amount,
    why: why || word('choice.objectionWhy', 'unknown'),
    item: word('item', item),
    code: word('cutReason', code),
    way: word('choice.way', way),
  };
  const text = renderer.sentence('zh-CN', 'objection.note', values);
  const payload = {
    type: 'message',
    text,
    textFormat: 'plain',
    from: { id: 'bot', role: 'bot' },
    channelData: { key: 'objection.note', speaker: 'note' },
  };
  draft.said.push({ direction: 'note', payload });
}
