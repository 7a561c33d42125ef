/** The form of one person's settlement: each look at it says what it adds up to and what does not reconcile. Works without a script. */
import { money } from '../../claims/figure.ts';
import { parseYuan } from '../../claims/money.ts';
import { partyName } from '../claim/named.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { type Checked, check } from './check.ts';
import { choicesOf } from './choices.ts';
import { changed, type Draft, draftOf, LAYERS } from './draft.ts';
import { placeOf } from './place.ts';
import { acceptedFen, sumsOf } from './sums.ts';
import { firstDraft, seenVictim, type Victim } from './victim.ts';

/** GET /workbench/k/:claim/settlement/:victim */
export async function settlementPage(desk: Desk, visit: Colleague): Promise<Answer> {
  const victim = await seenVictim(desk, visit);
  await desk.trail.note(visit.me.account.id, 'settlement.seen', victim.id);
  return formAnswer(desk, visit, victim, firstDraft(victim), { fresh: true });
}

/** POST: a row more or less, or only how it stands. Nothing is kept. */
export async function lookAtDraft(desk: Desk, visit: Colleague): Promise<Answer> {
  const victim = await seenVictim(desk, visit);
  await desk.trail.noteView(visit.me.account.id, 'settlement.seen', victim.id);
  const { draft, focus } = changed(draftOf(visit.form), visit.form.get('do') ?? '');
  return formAnswer(desk, visit, victim, draft, { focus, problem: newer(visit, victim) ? 'newVersion' : '' });
}

/** Somebody has recorded one since the form was opened. */
export const newer = ({ form }: Colleague, { fixed }: Victim): boolean => form.get('version') !== String(fixed.version);

interface Shown {
  /** Opened now: what is still empty is no mistake. */
  readonly fresh?: boolean;
  /** The field to go on with. */
  readonly focus?: string;
  /** Of the whole: a name of `desk.settle.problem`. */
  readonly problem?: string;
  readonly status?: number;
}

export function formAnswer(desk: Desk, visit: Colleague, victim: Victim, draft: Draft, shown: Shown): Answer {
  const checked = check(desk, visit.lang, draft, victim);
  const values = valuesOf(desk, visit, victim, draft, checked, shown);
  return page(visit.part ? 'settlementForm' : 'settlement', values, shown.status);
}

function valuesOf(desk: Desk, visit: Colleague, victim: Victim, draft: Draft, checked: Checked, shown: Shown) {
  const { problems, preview, mark } = checked;
  const { fresh = false, focus = '', problem = '' } = shown;
  const found = new Map(fresh ? [] : problems.map(({ name, text }) => [name, text]));
  const { id, fixed, party, facts, theirs } = victim;
  return {
    ...{ id, number: facts.registered?.number ?? facts.number, victim: party.id, name: partyName(facts, party.id) },
    ...{ version: fixed.version, draft, layers: LAYERS.map((name) => ({ name, value: draft.layers[name] ?? '' })) },
    ...{ sums: sumsOf(draft), preview, mark, theirs, focus, problem },
    problems: fresh ? [] : problems,
    err: (name: string): string => found.get(name) ?? '',
    choices: choicesOf(desk, visit.lang),
    key: visit.form.get('key') || crypto.randomUUID(),
    above: money(parseYuan(String(desk.releaseAbove.settlement))),
    ...{ reconciles: checked.settlement !== undefined, fresh },
    proposes: acceptedFen(draft) > parseYuan(String(desk.releaseAbove.settlement)),
    place: (where: string): string => placeOf(desk.renderer, visit.lang, where),
  };
}
