/** “垫付批了吗”: the state of what the insurer has recorded, as far as whoever asks may see it; else that of her own wish. */
import { promisedAnswer } from '../../claims/advance/answer.ts';
import { wishFor } from '../../claims/advance/wish.ts';
import { dayAt, dayNameOf, nameOf } from '../../claims/clocks/days.ts';
import { money } from '../../claims/figure.ts';
import type { Advance } from '../../claims/recording/advances.ts';
import type { Say } from '../../dialogs/say.ts';
import { isFresh } from '../identity/index.ts';
import type { Whose } from '../papers/whose.ts';
import { shown } from '../shown.ts';
import { name } from './routes.ts';
import { type Given, patientsOf, seenAdvances, seenOf } from './sight.ts';

export const noAdvance: Say = { key: 'advance.nothing', quick: ['advanceWish', 'human'] };

/** Undefined: there is nothing that she may hear of. */
export function statusSays(given: Given, own: Whose): readonly Say[] | undefined {
  const seen = seenAdvances(given, own);
  const rows = seen.flatMap((one) => stateSays(given, own, one, seen.length > 1));
  // One that she has filed herself since is not the insurer's yet.
  const newer = wishSays(given, own, Math.max(0, ...seen.map(({ at }) => Date.parse(at))));
  const says = rows.length > 0 ? [...newer, ...withLack(seen, rows)] : wishSays(given, own);
  return says.length > 0 ? says : undefined;
}

/** “强制险那份呢”, before it is asked. */
function withLack(seen: readonly Advance[], rows: readonly Say[]): readonly Say[] {
  if (seen.some(({ route }) => route.startsWith('compulsory'))) return rows;
  return rows.map((row, i) => (i < rows.length - 1 ? row : { ...row, values: { ...row.values, noCompulsory: true } }));
}

/** Those that are not decided, or not paid yet. */
export const openAdvances = (given: Given, own: Whose): readonly Advance[] =>
  seenAdvances(given, own).filter(({ state }) => state !== 'paid' && state !== 'refused');

const QUICK = {
  requested: ['advancePapers', 'advanceNext', 'press', 'human'],
  papersMissing: ['whatIsThis', 'advanceNext', 'human'],
  approved: ['advanceAmount', 'human'],
  refused: ['advanceNext', 'human'],
  paid: ['advanceMine', 'human'],
} as const satisfies Record<Advance['state'], readonly string[]>;

function stateSays(given: Given, own: Whose, one: Advance, several: boolean): Say[] {
  const { grant } = seenOf(given, own);
  const fresh = grant !== undefined && isFresh(given, grant);
  const { route, state, documents = [], why = '', hospital = '', person } = one;
  const sum = state === 'paid' ? one.paid : one.approved;
  const amount = state === 'approved' || state === 'paid' ? sum : undefined;
  const party = own.facts.registered?.parties.find(({ id }) => id === person);
  // “Another way” goes on from this one.
  given.draft.set({ advance: { route, whom: { person } } });
  const values = {
    ...{ route: name(route), state, day: shown('day', dayNameOf(one.at)), fresh },
    name: several && own.side === 'insured' ? (party?.name ?? '') : '',
    amount: fresh && amount !== undefined ? money(BigInt(amount)) : '',
    withheld: !fresh && amount !== undefined,
    papers: documents.length > 0 ? shown('papers', [...documents]) : '',
    why: fresh ? why : '',
    pressed: given.draft.state.pressed !== undefined,
    hospital: fresh ? hospital : '',
  };
  const quick = fresh ? QUICK[state] : (['verify', ...QUICK[state]] as const);
  return [{ key: 'advance.state', values, quick }];
}

/** What she has asked for herself, and by when somebody answers. `after`: only what was filed whole since then. */
export function wishSays(given: Given, own: Whose, after?: number): readonly Say[] {
  const { draft } = given;
  const mine = patientsOf(given, own)
    .map((whom) => wishFor(own.facts.wishes, whom))
    .filter((one) => one !== undefined && one.from === draft.conversation.person);
  const [wish] = mine;
  if (!wish || (after !== undefined && (wish.at <= after || wish.state === undefined))) return [];
  const promise = promisedAnswer(own.facts);
  const day = shown('day', nameOf(dayAt(wish.at)));
  const quick = ['advanceNext', 'advanceChange', 'human'];
  if (!promise) return [{ key: 'advance.wishSeen', values: { day }, quick }];
  const late = Date.parse(promise.by) < draft.at;
  const values = { day, by: shown('instant', promise.by) };
  return [
    {
      key: late ? 'advance.wishLate' : 'advance.wishOpen',
      values,
      quick: late ? ['human'] : quick,
      ...(late && { raise: 'overdue' as const }),
    },
  ];
}
