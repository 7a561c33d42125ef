/** A photo becomes a paper of the list: filed at once where it is said which one it is, else it is asked. */

import { wallClock } from '../../claims/clocks/days.ts';
import { isOpen, type ListTold } from '../../claims/documents/told.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { begin } from '../../dialogs/begin.ts';
import { openQuestion, running } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { FileRef, Input } from '../../prompts/kind.ts';
import { paperSaid } from '../../understanding/papers.ts';
import type { TurnDeps } from '../deps.ts';
import type { Draft } from '../draft.ts';
import { proceed, type Scope, sayBeside } from '../scope.ts';
import { shown } from '../shown.ts';
import { awaited, standing, toldTo, type Whose, whose } from './whose.ts';

/** What can be a page: sound and video are evidence of something else. */
const isPage = ({ type }: FileRef): boolean => type.startsWith('image/') || type === 'application/pdf';
/** What people send first, where no list was told. */
const USUAL = ['invoices', 'diagnosis', 'outpatientRecord', 'examReports', 'determination'];
/** Buttons for which there is room. */
const OFFERED = 6;

/** Pages of this message wait to be told what they are. */
export function keepPages({ draft }: Scope, { files }: Input): void {
  const pages = files.filter(isPage).map(({ id }) => id);
  if (pages.length === 0) return;
  const waiting = running(draft.state.talk, 'paper') ? (draft.state.pages ?? []) : [];
  draft.set({ pages: [...new Set([...waiting, ...pages])] });
}

/** After a list was told, photos are its papers; so they are where somebody waits for some. True where the message has been dealt with. */
export async function takesPages(scope: Scope, input: Input): Promise<boolean> {
  if (!input.files.some(isPage) || !(isFree(scope) || isOfPapers(scope))) return false;
  const own = await whose(scope);
  const listed = own ? listedOf(scope, own) : [];
  if (!own || listed.length === 0) return false;
  const said = input.text === '' ? undefined : paperSaid(input.text, listed, scope.runtime.now);
  if (said !== undefined) return filesAs(scope, own, said);
  if (input.text !== '') return false;
  return filePages(scope, own);
}

/** Among questions about papers a photo is one of those that are waited for. */
const isOfPapers = ({ draft: { state } }: Scope): boolean =>
  running(state.talk, 'paper') || state.talk.stack.at(-1)?.flow === 'documents';

/** Nothing is asked but which photos there are, or which paper they are. */
export function isFree({ draft, runtime }: Scope): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  return !open || open.position.ask.kind.kind === 'photo';
}

/** The papers that a photo may be: of the list that was told here, and what is waited for. */
function listedOf({ draft }: Scope, own: Whose): readonly string[] {
  const told = draft.state.papers && toldTo(own);
  const waiting = own.verified || draft.state.papers ? awaited(own) : [];
  return [...new Set([...waiting.map(({ document }) => document), ...(told ? listedIn(told) : [])])];
}

const listedIn = ({ list }: ListTold): readonly string[] => list.items.map(({ document }) => document);

/** “这张是什么”: asks which paper the pages are that came last. */
export async function filePages(scope: Scope, own: Whose | undefined): Promise<boolean> {
  const { draft, runtime } = scope;
  const pages = draft.state.pages ?? [];
  const told = own && toldTo(own);
  if (!own || pages.length === 0) return sayBeside(scope, { key: 'papers.noPhoto' });
  const rows = told ? standing(own, told) : [];
  const open = told ? rows.filter(isOpen).map(({ document }) => document) : USUAL;
  const waiting = awaited(own).map(({ document }) => document);
  const last = own.facts.filed?.at(-1)?.document;
  // What is waited for is likely, and a page more of the paper that was sent last.
  const likely = [...(last ? [last] : []), ...waiting];
  const offered = [...new Set([...likely, ...(waiting.length > 0 && !told ? [] : open)])].slice(0, OFFERED);
  const params = { offered, listed: [...new Set([...waiting, ...(told ? listedIn(told) : [])])] };
  const { talk } = draft.state;
  const rest = { ...talk, stack: talk.stack.filter(({ flow }) => flow !== 'paper') };
  await proceed(scope, await begin(runtime, rest, 'paper', { params }));
  return true;
}

/** “这张是诊断证明”. */
export async function filesAs(scope: Scope, own: Whose | undefined, document: string): Promise<boolean> {
  const { draft, deps } = scope;
  const pages = draft.state.pages ?? [];
  if (!own || pages.length === 0) return sayBeside(scope, { key: 'papers.noPhoto' });
  const { talk } = draft.state;
  draft.set({ talk: { ...talk, stack: talk.stack.filter(({ flow }) => flow !== 'paper') } });
  return sayBeside(scope, ...(await filed(deps, draft, document)));
}

/** The pages that wait are that paper from now on; said with what is still missing. */
export async function filed(deps: TurnDeps, draft: Draft, document: string): Promise<readonly Say[]> {
  const own = await whose({ deps, draft });
  const pages = draft.state.pages ?? [];
  if (document === 'none' || !own || pages.length === 0) {
    draft.set({ pages: [] });
    return [{ key: 'papers.kept', quick: QUICK }];
  }
  const moved = wasFiled(own.facts, pages);
  const at = wallClock(draft.at);
  const whom = own.party === undefined ? {} : { person: own.party };
  draft.event(own.id, 'paperFiled', { document, files: pages, at, ...whom });
  const name = shown('paper', document);
  const first: Say = moved
    ? { key: 'papers.moved', values: { name } }
    : { key: 'papers.filed', values: { name, count: pages.length } };
  const told = toldTo(own);
  const after = { ...own, facts: draft.facts.get(own.id) ?? own.facts };
  const waiting = awaited(own).length > 0;
  if (!told && !waiting) return [{ ...first, quick: QUICK }];
  const left = told ? standing(after, told).filter(isOpen).length : awaited(after).length;
  // Without a list nobody knows whether that was all.
  if (!told && left === 0) return [{ ...first, quick: QUICK }];
  const rest: Say = left > 0 ? { key: 'papers.left', values: { count: left } } : { key: 'documents.complete' };
  return [first, { ...rest, quick: QUICK }];
}
const QUICK = ['papersMissing', 'human'];

const wasFiled = ({ filed = [] }: ClaimFacts, pages: readonly string[]): boolean =>
  filed.some(({ files }) => files.some((file) => pages.includes(file)));
