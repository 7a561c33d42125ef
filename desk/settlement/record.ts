/** POST: the settlement is recorded by the rules of the API; above the limit it stands as proposed until a second colleague releases it. */

import type { Settlement } from '../../claims/deductions/settlement.ts';
import { parseYuan, sumFen } from '../../claims/money.ts';
import { refusalsOf } from '../../claims/recording/record.ts';
import type { Why } from '../../claims/recording/types.ts';
import type { Account, JsonObject } from '../../store/ports.ts';
import { isKept, type Judged, keepEvents, onceOf } from '../claim/commit.ts';
import { type Answer, type Colleague, type Desk, go } from '../web/visit.ts';
import { check } from './check.ts';
import { draftOf } from './draft.ts';
import { formAnswer, newer } from './page.ts';
import { seenVictim, type Victim } from './victim.ts';

/** POST /workbench/k/:claim/settlement/:victim/record */
export async function recordSettlement(desk: Desk, visit: Colleague): Promise<Answer> {
  const victim = await seenVictim(desk, visit);
  const { account } = visit.me;
  const once = onceOf(victim.id, account, `settlement ${victim.party.id} ${visit.form.get('key') ?? ''}`);
  if (await isKept(desk, victim.id, once)) return kept(victim, 'recorded');
  const draft = draftOf(visit.form);
  const { settlement, mark } = check(desk, visit.lang, draft, victim);
  const refuse = (problem: string, status = 409): Answer =>
    formAnswer(desk, visit, victim, draft, { focus: 'found', problem, status });
  if (newer(visit, victim)) return refuse('newVersion');
  if (!settlement) return refuse('doesNotReconcile', 422);
  // What the person will read is read first by whoever records it.
  if (visit.form.get('read') !== mark) return refuse('readFirst');
  const proposes = isAbove(desk, settlement);
  const { version } = settlement;
  const what = proposes ? 'settlement.propose' : 'settlement.record';
  await desk.trail.note(account.id, what, victim.id, { field: `party.${victim.party.id}`, version });
  const no = await keepEvents(desk, account, victim, judgeOf(desk, account, settlement, once, proposes), once);
  return no === undefined ? kept(victim, proposes ? 'proposed' : 'recorded') : refuse(noWord(no));
}

const noWord = (no: Why): string => (no === 'otherVersion' ? 'newVersion' : 'refused');

/** Where the form's draft is forgotten. */
const kept = ({ id, party }: Victim, done: string): Answer => go(`/workbench/k/${id}?done=${done}&of=${party.id}`);

export const isAbove = ({ releaseAbove }: Pick<Desk, 'releaseAbove'>, { lines }: Settlement): boolean =>
  sumFen(lines.map(({ accepted }) => parseYuan(accepted))) > parseYuan(String(releaseAbove.settlement));

const judgeOf =
  (desk: Desk, me: Account, settlement: Settlement, id: string, proposes: boolean) =>
  ({ facts }: Pick<Victim, 'facts'>): Judged<Why> => {
    const data = { settlement: settlement as unknown as JsonObject };
    const wish = { type: 'settlement', data } as const;
    if (!desk.fits('settlement', data)) return { no: 'doesNotAddUp' };
    const [refused] = refusalsOf(facts, wish, { now: desk.now(), law: desk.clocks.law });
    if (refused) return { no: refused.why };
    if (!proposes) return { events: [{ id, type: 'settled', data }] };
    const proposal = { account: me.id, who: me.name, type: 'settlement', what: data };
    return { events: [{ id, type: 'proposed', data: proposal }] };
  };
