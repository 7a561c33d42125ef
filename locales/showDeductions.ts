/** Shows of a settlement: sentences that computations explain, who pays what, and each reason in a line. */
import type { Lang, Sentence } from './render.ts';
import { type Saying, sayingText } from './sayings.ts';

interface Payer {
  readonly who: string;
  readonly amount: string;
}
interface Row {
  readonly n: number;
  /** Empty: of which item is not told. */
  readonly item: string;
  readonly code: string;
  readonly amount: string;
}
type T = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export const deductionShows = (
  lang: Lang,
  sentence: Sentence,
  t: T,
): Readonly<Record<string, (answer: unknown) => string>> => ({
  sayings: (a) => (a as readonly Saying[]).map((one) => sayingText(lang, sentence, one)).join('\n'),
  payers: (a) =>
    (a as readonly Payer[])
      .map(({ who, amount }) => t('explanation.payerLine', { who: t(`explanation.payer.${who}`), amount }))
      .join('\n'),
  cutRows: (a) => (a as readonly Row[]).map((row) => rowText(row, t)).join('\n'),
  cutReason: (a) => t(`explanation.reason.${a}`),
  item: (a) => t(`deductions.item.${a}`),
  /** In somebody's own words, as they were. */
  quoted: (a) => t('show.quoted', { text: String(a) }),
  /** Of the lines that come after the one that is spoken of. */
  ahead: (a) =>
    Object.entries(a as Readonly<Record<string, string>>)
      .map(([n, text]) => `\n${t('objection.aheadRow', { n, text })}`)
      .join('')
      // What her yes does: it is more than one line.
      .concat(Object.keys(a as object).length > 0 ? `\n${t('objection.aheadEnd')}` : ''),
});

function rowText({ n, item, code, amount }: Row, t: T): string {
  const reason = t(`explanation.reason.${code}`);
  if (item === '') return t('explanation.rowOfReason', { n, reason, amount });
  return t('explanation.row', { n, item: t(`deductions.item.${item}`), reason, amount });
}
