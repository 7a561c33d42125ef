/** One reason: a plain sentence, the arithmetic, the text it rests on, the paper, who has to prove it, who bears it, what would change it. */

import { dayAt, nameOf } from '../../claims/clocks/days.ts';
import { type Explanation, lawOf } from '../../claims/deductions/explain.ts';
import { reasonSayings } from '../../claims/deductions/general.ts';
import { reasonOf } from '../../claims/deductions/reasons/index.ts';
import { cutSayings, once, type Saying } from '../../claims/deductions/sayings.ts';
import { type NumberedCut, numberedCuts } from '../../claims/deductions/whole.ts';
import { parseYuan } from '../../claims/money.ts';
import type { LiableRow } from '../../claims/sections.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Named } from '../../understanding/deductions.ts';
import type { Scope } from '../scope.ts';
import { shown } from '../shown.ts';

const NO_LIST: Saying = { key: 'explanation.noList', values: {} };

export const cutsOf = (explanation: Explanation): readonly NumberedCut[] =>
  explanation.status === 'explained' ? numberedCuts(explanation.lines) : [];

export function cutSay({ n, line, cut }: NumberedCut, of: number): Say {
  const { reason, byPaper, toPerson } = cut;
  const isDrugs = reason.code === 'nonMedicare';
  const sayings = [...cutSayings(cut), ...(isDrugs && byPaper ? [NO_LIST] : [])];
  const values = { n, of, item: shown('item', line.item), sayings: shown('sayings', sayings) };
  const more = [...(n < of ? ['nextCut'] : []), ...(isDrugs ? ['itemisedList'] : []), 'sources', 'object'];
  // Cover, blame, what may not be right: whoever decides is a person.
  return toPerson
    ? { key: 'explanation.oneForPerson', values, quick: ['human', ...more] }
    : { key: 'explanation.one', values, quick: [...more, 'human'] };
}

/** Asked about once more, right behind that: the plain sentence and who has to prove it. */
export function cutAgain(scope: Pick<Scope, 'deps' | 'draft'>, { n, cut }: NumberedCut): Say {
  const all = reasonSayings(cut.reason.code, lawNow(scope)).filter(({ key }) => /\.(?:reason|proves)\./.test(key));
  return {
    key: 'explanation.again',
    values: { n, sayings: shown('sayings', all) },
    quick: ['object', 'sources', 'human'],
  };
}

/** Its texts in full: version, first day, and whether somebody has read them. */
export const sourcesSay = ({ n, cut }: NumberedCut): Say => ({
  key: cut.reason.code === 'nonMedicare' ? 'explanation.byAnalogy' : 'explanation.sources',
  values: { n, laws: shown('laws', once(cut.rests)) },
  quick: ['object', 'human'],
});

/** The same for whoever bears it, as far as it is his to know. */
export function liableSay(
  { deps, draft }: Pick<Scope, 'deps' | 'draft'>,
  { code, amount }: LiableRow,
  { n, of }: { readonly n: number; readonly of: number },
): Say {
  const sayings = reasonSayings(code, lawNow({ deps, draft }), parseYuan(amount));
  return {
    key: 'explanation.oneLiable',
    values: { n, of, sayings: shown('sayings', sayings) },
    quick: [...(n < of ? ['nextCut'] : []), 'human'],
  };
}

export const liableSources = (scope: Pick<Scope, 'deps' | 'draft'>, { code }: LiableRow, n: number): Say => ({
  key: code === 'nonMedicare' ? 'explanation.byAnalogy' : 'explanation.liableSources',
  values: { n, laws: shown('laws', once(lawOf(reasonOf(code), lawNow(scope), undefined).rests)) },
  quick: ['human'],
});

/** What holds of a reason whatever the claim; to whoever has none here. */
export const generalSay = (scope: Pick<Scope, 'deps' | 'draft'>, code: string): Say => ({
  key: 'explanation.general',
  values: { sayings: shown('sayings', reasonSayings(code, lawNow(scope))) },
  quick: ['progress', 'human'],
});

/** Of those that words name: by their reason first, else by their item. */
export function namedCut(cuts: readonly NumberedCut[], { codes, items }: Named): NumberedCut | undefined {
  const both = cuts.find(({ cut, line }) => codes.includes(cut.reason.code) && items.includes(line.item));
  const byCode = cuts.find(({ cut }) => codes.includes(cut.reason.code));
  // “进口药到底扣没扣”, where nothing was taken off for that: no other reason of the same item is meant.
  if (codes.length > 0) return both ?? byCode;
  return cuts.find(({ line }) => items.includes(line.item));
}

export const lawNow = ({ deps, draft }: Pick<Scope, 'deps' | 'draft'>) => deps.clocks.law.at(nameOf(dayAt(draft.at)));
