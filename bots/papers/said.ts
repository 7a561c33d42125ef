/** What is said of a list of papers: few lines at a time, the rest on request. */
import { PHASES, phaseOf } from '../../claims/documents/phase.ts';
import type { ListTold, Standing } from '../../claims/documents/told.ts';
import type { CaseFacts, FactName } from '../../claims/documents/types.ts';
import type { ShownAnswer } from '../../dialogs/flow.ts';
import type { Say } from '../../dialogs/say.ts';
import { shown } from '../shown.ts';

export type Phase = (typeof PHASES)[number] | 'perhaps';

/** A message with more lines is not read on a phone. */
const LINES = 8;

/** What is known of a list, however it came about. */
export interface Listed {
  readonly rows: readonly Pick<Standing, 'n' | 'document' | 'need' | 'dependsOn' | 'waits'>[];
  readonly facts: CaseFacts;
}
const of = ({ rows, facts }: Listed, phase: Phase) =>
  rows.filter(({ document, need, waits }) =>
    // What somebody waits for is wanted now, whenever it could be got.
    phase === 'perhaps'
      ? need === 'depends'
      : need === 'needed' && (waits ? 'now' : phaseOf(document, facts)) === phase,
  );

/** The whole of it in short: what is needed now, and how many of the rest. */
export function listSays(told: ListTold, listed: Listed, url: string): Say[] {
  const [first = [], ...more] = inPages(firstRows(listed));
  const counts = Object.fromEntries((['leaving', 'later', 'perhaps'] as const).map((p) => [p, of(listed, p).length]));
  const values = {
    ...{ version: told.version, day: shown('day', told.list.at), rows: rowsOf(first), ...counts },
    items: listed.rows.filter(({ need }) => need === 'needed').length,
  };
  const head: Say = { key: 'papers.told', values };
  return ended([head, ...more.map(moreSay)], { links: [{ name: 'papers', url }], quick: quickOf(listed) });
}

/** Where nothing is needed now, what comes next stands first. */
const firstRows = (listed: Listed) => {
  const phase = PHASES.find((one) => of(listed, one).length > 0) ?? 'perhaps';
  return of(listed, phase);
};

/** Before anything was reported: nothing is fixed yet. */
export function sketchSays(listed: Listed): Say[] {
  const names = (phase: Phase): ShownAnswer =>
    shown(
      'paperNames',
      of(listed, phase).map(({ document }) => document),
    );
  const perhaps = shown('perhapsRows', byFact(of(listed, 'perhaps')));
  const values = { rows: rowsOf(of(listed, 'now')), leaving: names('leaving'), later: names('later'), perhaps };
  return [{ key: 'papers.sketch', values, quick: ['report', 'lostIncomeProof', 'human'] }];
}

export function phaseSays(listed: Listed, phase: keyof typeof QUICK): Say[] {
  const rows = of(listed, phase);
  const quick = quickOf(listed, phase);
  if (rows.length === 0) return [{ key: 'papers.nothingThere', quick }];
  if (phase === 'perhaps')
    return [{ key: 'papers.perhaps', values: { rows: shown('perhapsRows', byFact(rows)) }, quick }];
  const [first = [], ...more] = inPages(rows);
  const key = phase === 'leaving' ? 'papers.leaving' : 'papers.later';
  return ended([{ key, values: { rows: rowsOf(first) } }, ...more.map(moreSay)], { quick });
}

/** What is new in the list and why, and what is not needed any more. */
export function changeSay({ version, list, fresh, gone }: ListTold): Say {
  const n = (document: string): number => list.items.find((item) => item.document === document)?.n ?? 0;
  const rows = fresh.map(({ document, because }) => ({ n: n(document), document, because }));
  const values = { fresh: shown('paperRows', rows as unknown), gone: shown('paperNames', gone) };
  return { key: 'papers.changed', values: { version, day: shown('day', list.at), ...values } };
}

const rowsOf = (rows: readonly Pick<Standing, 'n' | 'document'>[]): ShownAnswer =>
  shown(
    'paperRows',
    rows.map(({ n, document }) => ({ n, document })),
  );
const moreSay = (rows: readonly Pick<Standing, 'n' | 'document'>[]): Say => ({
  key: 'papers.more',
  values: { rows: rowsOf(rows) },
});
const inPages = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / LINES) }, (_, i) => rows.slice(i * LINES, (i + 1) * LINES));

function byFact(rows: readonly Pick<Standing, 'document' | 'dependsOn'>[]) {
  const facts = [...new Set(rows.flatMap(({ dependsOn }) => dependsOn.slice(0, 1)))];
  const under = (fact: FactName) =>
    rows.filter(({ dependsOn }) => dependsOn[0] === fact).map(({ document }) => document);
  return facts.map((fact) => ({ fact, documents: under(fact) }));
}

const QUICK = { leaving: 'papersLeaving', later: 'papersLater', perhaps: 'papersPerhaps' } as const;
const quickOf = (listed: Listed, without?: Phase): string[] => [
  ...(['leaving', 'later', 'perhaps'] as const)
    .filter((p) => p !== without && of(listed, p).length > 0)
    .map((p) => QUICK[p]),
  ...['papersMissing', 'human'],
];
/** Buttons stand under the last line. */
const ended = (says: readonly Say[], more: Partial<Say>): Say[] =>
  says.map((say, i) => (i === says.length - 1 ? { ...say, ...more } : say));
