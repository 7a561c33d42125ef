/** “责任认定出来了吗”: what the police, the parties or a court have determined, or by when it is due. */
import { sectionsOf } from '../../claims/sections.ts';
import { visible } from '../../claims/visible.ts';
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Input } from '../../prompts/kind.ts';
import { asksOfLiability } from '../../understanding/liability.ts';
import { grantsOf, viewerOf } from '../identity/index.ts';
import { goOnLater, type Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import { askAbout } from './asking.ts';
import type { Looked } from './tell.ts';
import { moment } from './values.ts';

/** True where it is asked of a claim that is open here. */
export async function asksWhoIsLiable(scope: Scope, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  if (!asksOfLiability(input.text) || grantsOf(scope).length === 0) return false;
  const ask = openQuestion(runtime, draft.state.talk)?.position.ask;
  if (ask && (ask.kind.kind === 'text' || ask.kind.read(input, runtime.now).kind !== 'problem')) return false;
  if (!(await askAbout(scope, 'liability', input))) goOnLater(scope);
  return true;
}

/** As far as whoever asks may see it. */
export function liabilitySays({ draft }: Scope, { facts, grant, progress }: Looked): readonly Say[] {
  const viewer = viewerOf(grant, facts);
  const seen = viewer && visible(viewer, sectionsOf(facts), draft.at).claim.determination;
  const { liability } = facts;
  const quick = ['progress', 'human'];
  if (!liability || !seen) return [openSay(progress, quick)];
  const [share] = (seen as { shares?: readonly { share: string }[] }).shares ?? [];
  const values = {
    what: shown('news', [{ kind: 'liability', by: liability.by }]),
    made: moment(liability.made),
    share: share ? shown('words', `progress.share.${share.share}`) : '',
  };
  return [{ key: share ? 'progress.liabilityShare' : 'progress.liability', values, quick }];
}

function openSay({ stage, due, beside }: Looked['progress'], quick: readonly string[]): Say {
  const own = stage === 'determination' ? due : beside.find(({ turn }) => turn.stage === 'determination')?.due;
  if (own?.status !== 'due') return { key: 'progress.liabilityOpen', quick };
  return {
    key: own.overdue ? 'progress.liabilityLate' : 'progress.liabilityDue',
    values: { by: moment(own.by) },
    quick,
  };
}
