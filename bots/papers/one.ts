/** What is said of one paper, and the law that it rests on. */
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import type { Standing } from '../../claims/documents/told.ts';
import type { ShownAnswer } from '../../dialogs/flow.ts';
import type { Say } from '../../dialogs/say.ts';
import { shown } from '../shown.ts';

/** Where to get one paper, in which form, and why. */
export function itemSay(document: string, row: Standing | undefined, rests: readonly string[]): Say[] {
  const rule = DOCUMENTS.find(({ id }) => id === document);
  if (!rule) return [{ key: 'papers.notSure' }];
  const word = (key: string): ShownAnswer => shown('words', key);
  const of = `documents.paper.${document}`;
  const values = {
    ...{ name: word(`${of}.name`), why: word(`${of}.why`), tip: word(`${of}.tip`) },
    ...{ issuer: word(`documents.issuer.${rule.issuer}`), copy: word(`documents.copy.${rule.copy}`) },
  };
  const rest = { rests: rests.join('; '), state: row && row.state.state !== 'missing' ? stateOf(row) : '' };
  return [{ key: 'papers.item', values: { ...values, ...rest }, quick: ['papersMissing', 'human'] }];
}

function stateOf({ state }: Standing): ShownAnswer {
  const why = 'why' in state && state.why !== undefined ? { why: state.why } : {};
  return shown('paperState', { state: state.state, ...why });
}

/** The parameters of law that a paper rests on. */
export const lawOf = (document: string): readonly string[] => DOCUMENTS.find(({ id }) => id === document)?.law ?? [];
