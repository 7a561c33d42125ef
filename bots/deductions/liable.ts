/** What whoever is liable asks of a settlement: what he bears, on what it rests, and what he says against it. */
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId } from '../../store/ports.ts';
import { reasonBeside } from '../../understanding/reasons.ts';
import { noteOn } from '../noteOn.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { besideSays, termSay } from './beside.ts';
import { noSuchSay } from './none.ts';
import { liableSay, liableSources } from './one.ts';
import type { Seen } from './seen.ts';
import { setN } from './topic.ts';
import { liableSays } from './whole.ts';
import type { Asked } from './wish.ts';

type Liable = Extract<Seen, { kind: 'liable' }>;

const SHORT = 10;

/** What whoever is liable says against it is kept in his words; a colleague reads it. */
export function notedOf({ draft, say }: Scope, claim: ClaimId, text: string): true {
  noteOn(draft, claim, text);
  say({ key: 'explanation.liableNoted', quick: ['human'] });
  return true;
}

export function ofLiable(scope: Scope, seen: Liable, asked: Asked): boolean {
  const { wish, text } = asked;
  const onlyWish = reasonBeside(text) === undefined && text.length <= SHORT;
  if (wish.what === 'object' && !onlyWish) return notedOf(scope, asked.grant.claim, text);
  const says = tellsLiable(scope, seen, asked);
  return says ? sayBeside(scope, ...says) : tellsRow(scope, seen, asked);
}

/** Undefined: a row is named, or nothing of this. */
function tellsLiable(scope: Scope, seen: Liable, { wish, before }: Asked): readonly Say[] | undefined {
  const n = Math.max(before, 1);
  const told = seen.rows[n - 1];
  switch (wish.what) {
    case 'whole':
      return liableSays(seen);
    case 'object':
      return [{ key: 'explanation.liableObjects', quick: ['human'] }];
    case 'term':
      return [termSay(wish.term, ['human'])];
    case 'beside':
      return besideSays(scope, seen, wish.asked, before);
    case 'itemisedList':
      return [{ key: 'explanation.liableAsks', quick: ['human'] }];
    case 'figure':
      return wish.percent ? besideSays(scope, seen, 'shareFrom', before) : liableSays(seen);
    case 'sources':
      return told && [liableSources(scope, told, n)];
    default:
      return undefined;
  }
}

function tellsRow(scope: Scope, { rows }: Liable, { wish, before }: Asked): boolean {
  const codes = 'names' in wish ? (wish.names?.codes ?? []) : [];
  const named = rows.findIndex(({ code }) => codes.includes(code)) + 1;
  const n = wish.what === 'number' ? wish.n : wish.what === 'next' ? before + 1 : named;
  const row = rows[n - 1];
  if (!row && n === 0) return sayBeside(scope, { key: 'explanation.liableAsks', quick: ['human'] });
  if (!row) return sayBeside(scope, noSuchSay(rows.length));
  setN(scope, n);
  return sayBeside(scope, liableSay(scope, row, { n, of: rows.length }));
}
