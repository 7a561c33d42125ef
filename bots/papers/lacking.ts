/** What is said of papers that are not here yet, or could not be used: of a list, and where none was told. */
import { PHASES, phaseOf } from '../../claims/documents/phase.ts';
import { isOpen, type Standing } from '../../claims/documents/told.ts';
import type { CaseFacts } from '../../claims/documents/types.ts';
import type { ShownAnswer } from '../../dialogs/flow.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Json } from '../../store/ports.ts';
import { shown } from '../shown.ts';

/** “还差什么” in one message: what can be got now first. */
export function missingSay(rows: readonly Standing[], facts: CaseFacts): Say {
  const waiting = rows.filter(({ waits }) => waits);
  const open = rows.filter((row) => isOpen(row) && !row.waits);
  const of = (phase: (typeof PHASES)[number]) => open.filter(({ document }) => phaseOf(document, facts) === phase);
  const phases = PHASES.map((one) => [one, shown('paperRows', of(one).map(missingRow) as unknown)] as const);
  const count = (state: string) => rows.filter((row) => row.need === 'needed' && row.state.state === state).length;
  const awaited = awaitedRows(waiting);
  const values = { ...Object.fromEntries(phases), awaited, received: count('received'), accepted: count('accepted') };
  return {
    key: 'papers.missing',
    values,
    quick: open.length + waiting.length > 0 ? ['whatIsThis', 'human'] : ['progress', 'human'],
  };
}

/** Where no list was told: what is waited for is told at once, the questions for a list are only offered. */
export const awaitedSay = (rows: readonly Standing[]): Say => ({
  ...{ key: 'papers.awaited', values: { count: rows.length, rows: awaitedRows(rows) } },
  quick: ['documents', 'progress', 'human'],
});

/** Each with its own reason. Of what stands not in the list it was said before who asked for it. */
const awaitedRows = (rows: readonly Standing[]): ShownAnswer =>
  shown(
    'awaitedRows',
    rows.map(({ added, asked, ...row }) => ({
      ...missingRow(row),
      ...(asked && !added && { asked: { who: asked.who, why: asked.why } }),
    })) as unknown as Json,
  );

/** Only what is more than “not here yet” is said of each. */
const missingRow = ({ n, document, state }: Pick<Standing, 'n' | 'document' | 'state'>) => ({
  ...{ n, document },
  ...('why' in state && state.why !== undefined && { state: { state: state.state, why: state.why } }),
});

/** What was asked for after the list was told. */
export const additionSays = (rows: readonly Standing[]): Say[] =>
  rows.flatMap(({ document, added }) => {
    if (!added) return [];
    const values = { name: shown('paper', document), who: added.who, day: shown('day', added.at), why: added.why };
    return [{ key: 'documents.notInList', values }];
  });
