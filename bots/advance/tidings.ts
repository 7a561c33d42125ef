/** What is told of a request that is in hand: a sum that the hospital asks for since, another hospital, another bed. */
import { type AdvanceWish, wishFor } from '../../claims/advance/wish.ts';
import { money } from '../../claims/figure.ts';
import { parseYuan, yuanText } from '../../claims/money.ts';
import { begin } from '../../dialogs/begin.ts';
import type { Say } from '../../dialogs/say.ts';
import { advanceAsked } from '../../understanding/advance.ts';
import { asksSomething } from '../../understanding/asks.ts';
import {
  adds,
  asksAgain,
  asksForMore,
  asksOnTop,
  bedIn,
  isOwnMoney,
  namesHospital,
  tellsOfMove,
} from '../../understanding/requestWords.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { proceed, type Scope, sayBeside } from '../scope.ts';
import { shown } from '../shown.ts';
import { movedSays, promised, recorded } from './filed.ts';
import { isInHand } from './inHand.ts';
import { mayAsk } from './known.ts';
import { patientsOf } from './sight.ts';
import { openAdvances } from './status.ts';

interface Tidings {
  readonly sum?: bigint;
  readonly hospital?: string;
  readonly ward?: string;
  /** She lies elsewhere; where is not said. */
  readonly whereTo?: true;
}

/** “又要三万”, “转院了，现在在湘雅骨科”, of a request that is in hand. */
export async function isTidings(scope: Scope, text: string): Promise<boolean> {
  if (Object.keys(tidingsIn(scope, text)).length === 0) return false;
  const own = await whose(scope);
  return own !== undefined && isInHand(scope, own);
}

function tidingsIn(scope: Scope, text: string): Tidings {
  const { lastSaid } = scope.draft.state;
  // A doubt or a question is passed on to nobody, and her own money is not what the hospital asks for.
  if (asksSomething(text) || isOwnMoney(text) || advanceAsked(text, false) === 'keep') return {};
  const speaking = lastSaid.startsWith('advance.');
  const said = saidIn(scope, text);
  const { hospital: name = '' } = said;
  const bed = bedIn(text.slice(text.indexOf(name) + name.length));
  // Whoever caused it speaks of the family's demands as well.
  const ofHospital = namesHospital(text) || (speaking && OF_SUM.test(lastSaid));
  const sum = said.asked && asksForMore(text) && ofHospital ? BigInt(said.asked.fen) : undefined;
  const named = said.hospital !== undefined || bed !== undefined;
  // A name and nothing besides, or one that stands beside the sum, is where she lies as well.
  const place = tellsOfMove(text) || (speaking && (sum !== undefined || text.length <= ONLY_A_PLACE));
  return {
    ...(sum !== undefined && { sum }),
    ...(place && said.hospital !== undefined && { hospital: said.hospital }),
    ...(place && bed !== undefined && { ward: bed }),
    ...(tellsOfMove(text) && !named && { whereTo: true as const }),
  };
}

const ONLY_A_PLACE = 14;
/** What was said last is of what the hospital asks for. */
const OF_SUM = /^advance\.(?:more|moreUnclear|filed|already|wish|route|state|nowAt)/;

interface Said {
  readonly asked?: { readonly fen: number };
  readonly hospital?: string;
}
const saidIn = ({ deps, runtime }: Scope, text: string): Said =>
  (deps.flows.advance?.understands?.(text, runtime.now, undefined) ?? {}) as Said;

/** Passed on, once; false: nothing of it is told, or it stands so already. */
export async function hearsTidings(scope: Scope, own: Whose, text: string): Promise<boolean> {
  const told = tidingsIn(scope, text);
  const [whom, ...others] = patientsOf(scope, own);
  if (!whom || others.length > 0 || Object.keys(told).length === 0) return false;
  const ref = { ...(whom.person !== undefined && { person: whom.person }), ...(whom.n !== undefined && { n: whom.n }) };
  const before = wishFor(own.facts.wishes, ref);
  if (openAdvances(scope, own).length === 0 && !before) return false;
  if (told.whereTo) return sayBeside(scope, { key: 'advance.whereTo' });
  const sum = sumSays(scope, own, { ref, sum: told.sum, before, text });
  const { hospital, ward } = told;
  if (hospital === undefined && ward === undefined) return sum.length > 0 && sayBeside(scope, ...sum);
  scope.say(...sum);
  // Where somebody lies is noted of whoever has agreed to it.
  if (!mayAsk(scope, own)) return asksConsent(scope, own, ref, told);
  const now = { ...own, facts: scope.draft.facts.get(own.id) ?? own.facts };
  const wish = { ...ref, ...NOTHING_ELSE, ...(hospital && { hospital }), ...(ward && { ward }) };
  return sayBeside(scope, ...movedSays(scope, now, wish));
}

type Ref = Pick<AdvanceWish, 'person' | 'n'>;
const NOTHING_ELSE = { purpose: 'unknown', askedBy: 'unknown' } as const;

interface Sum {
  readonly ref: Ref;
  readonly sum: bigint | undefined;
  readonly before: AdvanceWish | undefined;
  readonly text: string;
}

function sumSays(scope: Scope, own: Whose, { ref, sum, before, text }: Sum): readonly Say[] {
  if (sum === undefined) return [];
  const asked = before?.asked;
  const less = asked !== undefined && sum < parseYuan(asked) && asksAgain(text);
  if (less || asksOnTop(text) || adds(text)) return [{ key: 'advance.moreUnclear', values: { amount: money(sum) } }];
  const askedBy = namesHospital(text) ? 'hospital' : 'unknown';
  const { wish, fresh } = recorded(scope.draft, own.id, { ...ref, ...NOTHING_ELSE, askedBy, asked: yuanText(sum) });
  const by = fresh ? shown('instant', promised(scope, own, wish)) : undefined;
  return by === undefined ? [] : [{ key: 'advance.more', values: { amount: money(sum), by } }];
}

async function asksConsent(scope: Scope, own: Whose, ref: Ref, at: Pick<Tidings, 'hospital' | 'ward'>): Promise<true> {
  const known = { ...(at.hospital && { hospital: at.hospital }), ...(at.ward && { ward: at.ward }) };
  const params = { claim: own.id, whom: [{ ...ref }], moved: at.hospital === undefined ? 'ward' : 'hospital' };
  await proceed(scope, await begin(scope.runtime, scope.draft.state.talk, 'advance', { params, known }));
  return true;
}
