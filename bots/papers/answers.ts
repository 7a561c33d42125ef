/** What is answered of a list that was told, or where none was, of what somebody waits for. */
import type { ListTold, Standing } from '../../claims/documents/told.ts';
import { stageOf } from '../../claims/stages/standing.ts';
import type { Say } from '../../dialogs/say.ts';
import type { PaperWish } from '../../understanding/papers.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { shown } from '../shown.ts';
import { dayOf } from './known.ts';
import { additionSays, awaitedSay, missingSay } from './lacking.ts';
import { itemSay, lawOf } from './one.ts';
import { listSays, phaseSays } from './said.ts';
import { awaited, isWithheld, standing, toldTo, urlOf, type Whose, whose } from './whose.ts';

/** What somebody at the insurer waits for, where no list was told; photos that come now are these papers. */
export function awaitedSays({ draft }: Scope, own: Whose): readonly Say[] {
  const rows = awaited(own);
  if (rows.length === 0 || !own.side) return [];
  const { talk } = draft.state;
  // Who asked what is missing, and not for a list, has the answer: the questions for a list are only offered.
  const stack = talk.stack.filter(({ flow, params }) => flow !== 'documents' || params.wish !== 'missing');
  draft.set({ papers: { side: own.side, at: draft.at }, talk: { ...talk, stack } });
  return [awaitedSay(rows), ...withheldSays(own)];
}

/** Nothing is waited for of what was asked of her, or the claim is past its papers: undefined where neither is so. */
export function doneSay({ draft }: Scope, { facts, party, side, verified }: Whose): Say | undefined {
  if (!verified || party === undefined || side !== 'injured') return undefined;
  const stage = stageOf(facts.stages ?? [], party, draft.at)?.stage;
  const quick = ['progress', 'human'];
  if (stage !== undefined && PAST_PAPERS.has(stage)) return { key: 'papers.nothingNow', quick };
  const asked = [...(facts.papersAsked ?? []), ...(facts.papers ?? [])].some(({ person }) => person === party);
  return asked ? { key: 'papers.allIn', quick: ['documents', ...quick] } : undefined;
}
const PAST_PAPERS: ReadonlySet<string> = new Set(['assessment', 'approval', 'payment', 'closed']);

const withheldSays = (own: Whose): readonly Say[] =>
  isWithheld(own) ? [{ key: 'papers.mustVerify', quick: ['verify', 'human'] }] : [];

/** What is missing, to whoever has just proved who she is; undefined: no list was told and nothing is waited for. */
export async function missingSays(scope: Scope): Promise<readonly Say[] | undefined> {
  const own = await whose(scope);
  const told = own && toldTo(own);
  if (own && told) return saysOf(scope, own, told, { what: 'missing' });
  const waiting = own ? awaitedSays(scope, own) : [];
  return waiting.length > 0 ? waiting : undefined;
}

/** Of a list that was told. */
export function saysOf(scope: Scope, own: Whose, told: ListTold, wish: PaperWish): readonly Say[] {
  const rows = standing(own, told);
  const listed = { rows, facts: told.facts };
  if (wish.what === 'number') {
    const row = rows.find(({ n }) => n === wish.n);
    return row ? itemSay(row.document, row, restsOf(scope, row.document)) : [{ key: 'papers.notSure' }];
  }
  if (wish.what === 'missing') {
    // What is asked stands last, with its buttons.
    return [...additionSays(rows), missingSay(rows, told.facts), ...withheldSays(own)];
  }
  if (wish.what === 'leaving' || wish.what === 'later' || wish.what === 'perhaps') return phaseSays(listed, wish.what);
  return [...additionSays(rows), ...listSays(told, listed, urlOf(scope, own, told))];
}

/** Of the list, or where none was told, what somebody waits for. */
export const rowsOf = (own: Whose | undefined, told: ListTold | undefined): readonly Standing[] =>
  own ? (told ? standing(own, told) : awaited(own)) : [];

/** Where it comes from and why; told also where no list was, since it is the same for everybody. */
export function tellItem(scope: Scope, own: Whose | undefined, told: ListTold | undefined, document: string): boolean {
  const row = rowsOf(own, told).find((one) => one.document === document);
  const says = told && !row ? [absent(document)] : itemSay(document, row, restsOf(scope, document));
  return sayBeside(scope, ...says);
}

/** Who asks for proof of living in town hears why nobody needs it. */
const absent = (document: string) =>
  document === 'urbanResidence'
    ? { key: 'documents.unneededResidence' }
    : { key: 'papers.notOnList', values: { name: shown('paper', document) } };

/** The texts that a paper rests on, as of today. */
function restsOf({ deps, draft }: Scope, document: string): readonly string[] {
  return lawOf(document).flatMap((id) => {
    const found = deps.clocks.law.at(dayOf({ draft })).get(id, `bots/papers/${document}`);
    return found.status === 'value' ? [[found.source.title, found.source.article ?? ''].join(' ').trim()] : [];
  });
}
