/** Which branch a conversation belongs to: by what was reported in it, or is being reported. */
import type { Report } from '../claims/report.ts';
import { framesOf, type Talk } from '../dialogs/runtime.ts';
import type { Json } from '../store/ports.ts';
import { branchOf } from '../understanding/branch.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { standing } from './handoff.ts';

export { branchOf };

/** Null: of none, or it is not known yet. */
export async function branchNow({ service, store }: TurnDeps, draft: Draft): Promise<string | null> {
  const { branches } = service;
  if (branches.length === 0) return null;
  const asked = standing(draft)?.branch;
  if (asked) return asked;
  const { claim, talk } = draft.state;
  const running = branchOf(toldIn(talk), branches);
  if (running !== null || !claim) return running;
  await draft.know(claim.id, store);
  const facts = draft.facts.get(claim.id);
  return facts?.assigned?.branch ?? branchOf(placed(facts?.report ?? {}), branches);
}

/** Before the commit: who has asked, and what was noted for staff, is of the branch that is known by now. */
export async function settleBranch(deps: TurnDeps, draft: Draft): Promise<void> {
  const asked = standing(draft);
  const open = asked?.branch === null || draft.tickets.some((ticket) => ticket.branch === undefined);
  if (deps.service.branches.length === 0 || !open) return;
  const branch = await branchNow(deps, draft);
  if (branch === null) return;
  if (asked?.branch === null) draft.hand({ ...asked, branch });
  draft.placeTickets(branch);
}

/** What a report tells of where it belongs. */
export const placed = ({ where, ownPlate }: Partial<Pick<Report, 'where' | 'ownPlate'>>) => ({
  place: where?.text,
  plate: ownPlate ?? undefined,
});

function toldIn(talk: Talk) {
  const answers = framesOf(talk).find(({ flow }) => flow === 'report')?.answers ?? {};
  const answered = (name: string): Json | undefined => answers[name]?.value;
  const where = answered('where');
  const plate = answered('ownPlate');
  const text = typeof where === 'object' && where !== null && 'text' in where ? where.text : undefined;
  return {
    place: typeof text === 'string' ? text : undefined,
    plate: typeof plate === 'string' ? plate : undefined,
  };
}
