/** 垫付: what a colleague needs to know before money for treatment is asked for. What the claim knows is not asked; read back once. */

import type { InjuredState } from '../../claims/report.ts';
import { choice, hospital, orUnknown, pick, place, ward } from '../../prompts/index.ts';
import * as words from '../../prompts/vocabulary.ts';
import { askedBy, purpose } from '../../prompts/vocabulary-advance.ts';
import { ask, type Flow, type Script } from '../flow.ts';
import { factsIn, revises, total } from './sum.ts';

export interface AdvanceAnswers {
  /** Place in the list of injured people, from 1 on. */
  readonly whom: number;
  /** Asked here, as it was not asked before. */
  readonly consent?: boolean;
  readonly where?: string;
  readonly told: Told;
  /** Whole fen. */
  readonly asked?: number;
  readonly askedBy: (typeof askedBy.options)[number] | 'unknown';
}
interface Told {
  readonly state?: InjuredState;
  readonly hospital?: string;
  readonly ward?: string;
  readonly purpose: (typeof purpose.options)[number] | 'unknown';
}

/** Who has died is not asked for here. */
const states = {
  ...words.injuredState,
  options: ['critical', 'inpatient', 'outpatient', 'notTreated', 'unknown'],
} as const;
const IN_BED: ReadonlySet<string> = new Set(['critical', 'inpatient', 'unknown']);

export const advance: Flow<AdvanceAnswers> = {
  name: 'advance',
  understands: factsIn,
  revises,
  *script({ params }) {
    if (params.moved !== undefined) return yield* moved(params.moved === 'ward');
    const people = (params.people ?? []) as readonly string[];
    const whom = people.length > 1 ? yield* ask('whom', pick(people.length), shown(people)) : 1;
    const consent = params.consent === true ? undefined : yield* ask('consent', choice(words.consent));
    const where = params.placed === true ? 'unknown' : yield* ask('where', orUnknown(place()));
    const of = consent === 'decline' ? { purpose: 'unknown' as const } : yield* treatment();
    const sum = yield* ask('asked', orUnknown(total()));
    const by = yield* ask('askedBy', orUnknown(choice(askedBy)));
    yield* ask('check', choice(words.submit), { readBack: true });
    return {
      ...{ whom, told: of, askedBy: by },
      ...(consent !== undefined && { consent: consent === 'agree' }),
      ...(where !== 'unknown' && { where: where.text }),
      ...(sum !== 'unknown' && { asked: sum.fen }),
    };
  },
};

/** Where she lies now, of a request that was sent: only whoever agrees has it noted. */
function* moved(bedOnly: boolean): Script<AdvanceAnswers> {
  const consent = (yield* ask('consent', choice(words.consent))) === 'agree';
  const now = consent ? yield* bedside(bedOnly) : {};
  return { whom: 1, consent, told: { purpose: 'unknown', ...now }, askedBy: 'unknown' };
}

const shown = (people: readonly string[]) => ({ values: { people: { kind: 'numbers', answer: [...people] } } });

function* treatment(): Script<Told> {
  const state = yield* ask('state', choice(states));
  const where = yield* ask('hospital', orUnknown(hospital()));
  const bed = IN_BED.has(state) ? yield* ask('ward', orUnknown(ward())) : 'unknown';
  // Whoever fights for life is not asked what the money is for.
  const use = state === 'critical' ? 'rescue' : yield* ask('purpose', orUnknown(choice(purpose)));
  return { state, purpose: use, ...told(where, bed) };
}

function* bedside(bedOnly: boolean): Script<Pick<Told, 'hospital' | 'ward'>> {
  const where = bedOnly ? 'unknown' : yield* ask('hospital', orUnknown(hospital()));
  return told(where, yield* ask('ward', orUnknown(ward())));
}

const told = (where: string, bed: string): Pick<Told, 'hospital' | 'ward'> => ({
  ...(where !== 'unknown' && { hospital: where }),
  ...(bed !== 'unknown' && { ward: bed }),
});
