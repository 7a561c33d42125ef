/** “要准备什么材料”, “还差什么”, “误工怎么证明”, “诊断证明去哪开”: answered wherever they are said; what was open is taken up again. */
import { BUNDLES } from '../../claims/documents/asking.ts';
import type { ListTold, Standing } from '../../claims/documents/told.ts';
import type { CaseFacts } from '../../claims/documents/types.ts';
import { begin } from '../../dialogs/begin.ts';
import { running } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Input } from '../../prompts/kind.ts';
import type { JsonObject } from '../../store/ports.ts';
import type { Meaning } from '../../understanding/meaning.ts';
import {
  factsSaid,
  occupationSaid,
  type PaperWish,
  paperAlone,
  paperWishIn,
  sideNamed,
} from '../../understanding/papers.ts';
import { goOn, goOnLater, proceed, type Scope } from '../scope.ts';
import { knowsSide } from './between.ts';
import { filePages, filesAs, isFree } from './filing.ts';
import { dayOf, paramsOf, reportOf } from './known.ts';
import { additionSays, awaitedSay, itemSay, lawOf, listSays, missingSay, phaseSays, shown } from './said.ts';
import { awaited, isWithheld, standing, toldTo, urlOf, type Whose, whose } from './whose.ts';

const GRAVE: ReadonlySet<string> = new Set(['crisis', 'emergency', 'human', 'cancel', 'correct']);

/** In a report a longer one is part of the account. */
const SHORT = 40;

/** True where the message was about papers and is answered. */
export async function asksForPapers(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const { talk, papers } = scope.draft.state;
  if (input.text === '' || (meant && GRAVE.has(meant.command))) return false;
  // Most messages are about something else: the claim is not read for them.
  if (!papers && !justSent(scope) && !paperWishIn(input.text, [], scope.runtime.now)) return false;
  const own = await whose(scope);
  const told = own && toldTo(own);
  const listed = rowsOf(own, told).map(({ document }) => document);
  const wish = paperWishIn(input.text, listed, scope.runtime.now) ?? named(scope, input, listed);
  if (!wish) return false;
  // A report is not broken off for it: what is asked now decides what the list will be.
  if (running(talk, 'documents')) await knowsSide(scope);
  if (running(talk, 'report')) {
    const asks = wish.what === 'list' || wish.what === 'missing';
    if (!asks || input.text.length > SHORT) return false;
    scope.say({ key: 'papers.afterReport' });
    goOnLater(scope);
    return true;
  }
  return granted(scope, wish, own, input.text);
}

/** In words that only the classifier has understood. */
export const wantsList = async (scope: Scope): Promise<boolean> => granted(scope, { what: 'list' }, await whose(scope));

/** Pages were the last thing that came, and nothing was asked since. */
const justSent = ({ draft: { state } }: Scope): boolean =>
  state.lastSaid === 'common.filesKept' && (state.pages ?? []).length > 0;

/** With nothing open but what may wait, and a list told, the name of a paper alone asks for it; right after a photo it says what that is. */
function named(scope: Scope, { text }: Input, listed: readonly string[]) {
  const sent = justSent(scope);
  if (!(sent || listed.length > 0) || !isFree(scope)) return undefined;
  const document = paperAlone(text, listed, scope.runtime.now);
  if (document === undefined) return undefined;
  return sent ? ({ what: 'file', document } as const) : ({ what: 'item', document } as const);
}

async function granted(scope: Scope, wish: PaperWish, own: Whose | undefined, text = ''): Promise<boolean> {
  if (wish.what === 'lostIncome') return coach(scope, text);
  if (wish.what === 'whatIsThis') return filePages(scope, own);
  if (wish.what === 'file') return filesAs(scope, own, wish.document);
  const told = own && toldTo(own);
  if (wish.what === 'item') return tellItem(scope, own, told, wish.document);
  if (wish.what === 'number' && !told) {
    const row = rowsOf(own, told).find(({ n }) => n === wish.n);
    if (row) return tellItem(scope, own, told, row.document);
  }
  const named = sideNamed(text);
  if (own?.side && named && named !== own.side) scope.say({ key: 'papers.others' });
  const waiting = own && !told && wish.what === 'missing' ? awaitedSays(scope, own) : [];
  if (waiting.length > 0) {
    scope.say(...waiting);
    goOnLater(scope);
    return true;
  }
  if (!own || !told || wish.what === 'changed') return askFirst(scope, own, told, wish, text);
  scope.say(...saysOf(scope, own, told, wish));
  goOnLater(scope);
  return true;
}

/** How somebody earns is asked only where it was not said; said back, since it may have been misheard. */
function coach(scope: Scope, text: string): Promise<boolean> {
  const trade = occupationSaid(text, scope.runtime.now);
  if (trade) scope.say({ key: 'papers.heard', values: { facts: shown('choice.occupation', trade) } });
  return startFlow(scope, { topic: 'lostIncome', ...(trade && { trade }) });
}

/** What somebody at the insurer waits for, where no list was told; photos that come now are these papers. */
function awaitedSays({ draft }: Scope, own: Whose): readonly Say[] {
  const rows = awaited(own);
  if (rows.length === 0 || !own.side) return [];
  const { talk } = draft.state;
  // Who asked what is missing, and not for a list, has the answer: the questions for a list are only offered.
  const stack = talk.stack.filter(({ flow, params }) => flow !== 'documents' || params.wish !== 'missing');
  draft.set({ papers: { side: own.side, at: draft.at }, talk: { ...talk, stack } });
  return [awaitedSay(rows), ...withheldSays(own)];
}

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
function saysOf(scope: Scope, own: Whose, told: ListTold, wish: PaperWish): readonly Say[] {
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
const rowsOf = (own: Whose | undefined, told: ListTold | undefined): readonly Standing[] =>
  own ? (told ? standing(own, told) : awaited(own)) : [];

/** Where it comes from and why; told also where no list was, since it is the same for everybody. */
function tellItem(scope: Scope, own: Whose | undefined, told: ListTold | undefined, document: string): boolean {
  const row = rowsOf(own, told).find((one) => one.document === document);
  if (told && !row) scope.say(absent(document));
  else scope.say(...itemSay(document, row, restsOf(scope, document)));
  goOnLater(scope);
  return true;
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

/** What the list lacks, of what report and earlier list tell. */
async function askFirst(
  scope: Scope,
  own: Whose | undefined,
  told: ListTold | undefined,
  { what }: PaperWish,
  text: string,
): Promise<boolean> {
  const asking = running(scope.draft.state.talk, 'documents') && what !== 'changed';
  if (what === 'missing') scope.say({ key: 'papers.noList' });
  if (asking) return goOn(scope);
  const side = own?.side ?? sideNamed(text);
  if ((reportOf(own).dead ?? 0) > 0 && own?.side === 'injured') scope.say({ key: 'papers.died', quick: ['human'] });
  const params = { ...paramsOf(scope, own, told, side), ...(what === 'missing' && { wish: what }) };
  return startFlow(scope, params, params.consent && side === 'injured' ? heardIn(scope, text, params.facts) : {});
}

/** What the wish itself tells is not asked again; said back, since it may have been misheard. */
function heardIn(scope: Scope, text: string, facts: CaseFacts): JsonObject {
  const said = factsSaid(text, scope.runtime.now).filter((fact) => facts[fact] === undefined);
  const of = (bundle: 'treatment' | 'losses') => said.filter((fact) => BUNDLES[bundle].some((one) => one === fact));
  const [treatment, losses] = [of('treatment'), of('losses')];
  if (treatment.length + losses.length === 0) return {};
  scope.say({ key: 'papers.heard', values: { facts: shown('several.caseFact', [...treatment, ...losses]) } });
  return { ...(treatment.length && { 'treatment.1': treatment }), ...(losses.length && { 'losses.1': losses }) };
}

async function startFlow(scope: Scope, params: JsonObject, known: JsonObject = {}): Promise<boolean> {
  const { talk } = scope.draft.state;
  // Asked anew, it is asked from the beginning.
  const rest = { ...talk, stack: talk.stack.filter(({ flow }) => flow !== 'documents') };
  await proceed(scope, await begin(scope.runtime, rest, 'documents', { params, known }));
  return true;
}
