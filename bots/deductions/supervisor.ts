/** “找你们领导” where it is asked what is to be done about an objection: that is one of the ways, and no wish for a call. */
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import type { Scope } from '../scope.ts';

export function wantsSupervisor({ draft, runtime }: Scope, input: Input): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  if (open?.frame.flow !== 'objectionWay') return false;
  const read = open.position.ask.kind.read(input, runtime.now);
  return read.kind === 'value' && (read.value === 'supervisor' || read.value === 'outside');
}
