/** Whether a draft reconciles: by the door of the API, and by what the person would be told of it. What does not is said in words, by field. */
import { createHash } from 'node:crypto';
import { explain } from '../../claims/deductions/explain.ts';
import { type Problem, readSettlement, type Settlement } from '../../claims/deductions/settlement.ts';
import { money } from '../../claims/figure.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { parseYuan } from '../../claims/money.ts';
import type { Lang } from '../../locales/render.ts';
import type { Desk } from '../web/visit.ts';
import type { Draft } from './draft.ts';
import { previewOf } from './preview.ts';
import { type Fixed, settlementOf } from './read.ts';

export interface Told {
  /** Of the field, or of the part of the form. */
  readonly name: string;
  readonly text: string;
}
/** What the server says of it itself, and who reads it. */
export interface Whose {
  readonly fixed: Fixed;
  readonly theirs: Lang;
  readonly facts: ClaimFacts;
}
export interface Checked {
  readonly problems: readonly Told[];
  /** Absent unless it reconciles to the fen. */
  readonly settlement?: Settlement;
  /** What the person would read, message by message, in her language. */
  readonly preview: readonly string[];
  /** Stands for what the preview was made of. */
  readonly mark: string;
}

export function check(desk: Desk, lang: Lang, draft: Draft, { fixed, theirs, facts }: Whose): Checked {
  const { law } = desk.clocks;
  const read = readSettlement(settlementOf(draft, fixed), law);
  if (read.status === 'refused') return { problems: told(desk, lang, read.problems), preview: [], mark: '' };
  const { settlement } = read;
  const explained = explain(settlement, law);
  if (explained.status === 'unreconciled')
    return { problems: told(desk, lang, explained.problems), preview: [], mark: '' };
  return { problems: [], settlement, preview: previewOf(desk, theirs, facts, settlement), mark: markOf(settlement) };
}

/** Not of the moment: that is the one of the record. */
const markOf = (settlement: Settlement): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...settlement, at: '' }))
    .digest('base64url');

/** As the sums beside them. */
const shown = (values: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, yuan]) => [name, money(parseYuan(yuan))]));

/** One sentence a field: of several the first. */
function told({ renderer }: Desk, lang: Lang, problems: readonly Problem[]): readonly Told[] {
  const all = problems.map(({ pointer, rule }) => ({
    name: pointer.slice(1).replaceAll('/', '.') || 'lines',
    text: renderer.sentence(lang, `desk.settleRule.${rule?.name ?? 'other'}`, shown(rule?.values)),
  }));
  return all.filter(({ name }, i) => all.findIndex((one) => one.name === name) === i);
}
