/** “要不要继续垫”: who can pay first, what to keep, what to answer, how it comes back – one message, the rest on request. */
import { isWay } from '../../claims/advance/find.ts';
import { ledgerOf, type Row } from '../../claims/advance/ledger.ts';
import { money } from '../../claims/figure.ts';
import { sumFen } from '../../claims/money.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Json } from '../../store/ports.ts';
import { tellsPaid } from '../../understanding/advance.ts';
import { sumsIn } from '../../understanding/deductions.ts';
import { isAbout } from '../../understanding/requestWords.ts';
import { isFresh } from '../identity/index.ts';
import { lawSource } from '../lawFigure.ts';
import { hasClaim } from '../menu.ts';
import type { Whose } from '../papers/whose.ts';
import { shown } from '../shown.ts';
import { isSettling, stepsOf } from './plan.ts';
import { allOf } from './routes.ts';
import { type Given, isFamily, patientsOf, seenOf } from './sight.ts';

const MORE = ['advanceProof', 'advanceReply', 'advanceBack', 'human'];
const without = (one: string): readonly string[] => MORE.filter((name) => name !== one);

export function keepSays(given: Given, own: Whose | undefined): readonly Say[] {
  const [whom = {}] = own ? patientsOf(given, own) : [];
  const ways = allOf(given, own, whom).filter(isWay).slice(0, WAYS);
  const names = ways.map(({ route }) => `advance.way.${route}`);
  const family = isFamily(given, own);
  const quick = family ? ['advanceWish', 'advanceProof', 'advanceBack', 'human'] : MORE;
  if (family) return [{ key: 'advance.keepFamily', values: { ways: shown('sentences', names) }, quick }];
  const steps = shown('toDo', stepsOf(given, own));
  if (isSettling(given, own)) return [{ key: 'advance.keepSettling', values: { steps }, quick }];
  const values = { ways: shown('sentences', names), steps };
  return [{ key: 'advance.keep', values, quick }];
}
/** Who reads on a phone, between two calls, reads no more. */
const WAYS = 3;

/** Who can pay first was told to him. */
export const heardKeep = ({ draft }: Pick<Given, 'draft'>): boolean => draft.state.moneyTold?.includes('keep') === true;

export const proofSays = (): readonly Say[] => [{ key: 'advance.proof', quick: without('advanceProof') }];
export function replySays(given: Given, own: Whose | undefined): readonly Say[] {
  const quick = without('advanceReply');
  if (isSettling(given, own)) return [{ key: 'advance.replySettling', quick }];
  // Whoever has reported nothing does not say that it is under way.
  const isFiled = hasClaim(given) || given.draft.state.reportedSaid === true;
  const stand = isFiled ? 'advance.replyStand.filed' : 'advance.replyStand.mine';
  const sum = paidSum(given);
  const values = { stand: shown('words', stand), paid: sum === undefined ? '' : money(sum) };
  return [{ key: 'advance.reply', values, quick }];
}

/** What he told that he has paid, where that is one sum and exact: he may name it to the other side. */
function paidSum({ draft }: Given): bigint | undefined {
  const words = [...(draft.state.paidWords ?? []), ...(draft.state.paidNoted ?? [])];
  const sums = words.flatMap((one) => (isAbout(one) ? [] : sumsIn(one)));
  return words.length === 1 && sums.length === 1 ? sums[0] : undefined;
}

export function backSays({ deps, draft }: Given, own?: Whose): readonly Say[] {
  const source = lawSource({ deps, draft }, 'document.payee');
  const say: Say = { key: 'advance.back', values: { source }, quick: ['advanceMine', 'advanceProof', 'human'] };
  // What is not booked is not counted.
  const { grant, viewer } = own ? seenOf({ deps, draft }, own) : {};
  const empty = own?.side === 'insured' && grant && viewer && ledgerOf(own.facts, viewer, draft.at).length === 0;
  return empty && (draft.state.paidNoted ?? []).length === 0 ? [say, EMPTY] : [say];
}

/** “我垫了多少”: what stands in the claim, for whoever has just proved who she is. */
export function ledgerSays(given: Given, own: Whose): readonly Say[] {
  const { grant, viewer } = seenOf(given, own);
  const rows = viewer ? ledgerOf(own.facts, viewer, given.draft.at) : [];
  const told = own.facts.corrections.some(({ changes }) =>
    Object.values(changes ?? {}).some((one) => typeof one === 'string' && tellsPaid(one)),
  );
  const { paidNoted = [] } = given.draft.state;
  if (rows.length === 0 && paidNoted.length > 0) return [saidSay(paidNoted)];
  if (rows.length === 0 && told) return [{ key: 'advance.ledgerTold', quick: ['advanceProof', 'human'] }];
  if (rows.length === 0) return [EMPTY];
  if (!grant || !isFresh(given, grant)) return [{ key: 'advance.ledgerLater', quick: ['verify', 'human'] }];
  const back = sumFen(rows.map(({ back: of = 0n }) => of));
  const values = {
    rows: shown('ledger', rows.map(rowOf)),
    count: rows.length,
    total: money(sumFen(rows.map(({ fen }) => fen))),
    netted: rows.some(({ netted }) => netted),
    back: back > 0n ? money(back) : '',
  };
  return [{ key: 'advance.ledger', values, quick: ['advanceBack', 'human'] }];
}

export const EMPTY: Say = { key: 'advance.ledgerEmpty', quick: ['advanceProof', 'human'] };
/** What he told here, in his words; it stands in the claim. */
export const saidSay = (words: readonly string[]): Say => ({
  ...{ key: 'advance.ledgerSaid', values: { words: words.join('；') } },
  quick: ['advanceProof', 'human'],
});

const rowOf = ({ by, fen, day, name }: Row): Json => ({ by, amount: money(fen), day: day ?? '', name: name ?? '' });
