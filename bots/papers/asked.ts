/** “要准备什么材料”, “还差什么”, “误工怎么证明”, “诊断证明去哪开”: answered wherever they are said; what was open is taken up again. */
import { running, type Talk } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import type { Meaning } from '../../understanding/meaning.ts';
import { type PaperWish, paperAlone, paperWishIn, sideNamed } from '../../understanding/papers.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { awaitedSays, doneSay, rowsOf, saysOf, tellItem } from './answers.ts';
import { knowsSide } from './between.ts';
import { filePages, filesAs, isFree } from './filing.ts';
import { askFirst, coach } from './first.ts';
import { toldTo, type Whose, whose } from './whose.ts';

const GRAVE: ReadonlySet<string> = new Set(['crisis', 'emergency', 'human', 'cancel', 'correct']);

/** In a report a longer one is part of the account. */
const SHORT = 40;

/** True where the message was about papers and is answered. */
export async function asksForPapers(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const { talk, papers } = scope.draft.state;
  if (input.text === '' || (meant && GRAVE.has(meant.command)) || (objectsNow(talk) && !onlyMissing(scope, input.text)))
    return false;
  // “到底为什么没动，是不是还缺我啥”: what it waits for is told there.
  if (meant?.command === 'why') return false;
  // Most messages are about something else: the claim is not read for them.
  if (!papers && !justSent(scope) && !paperWishIn(input.text, [], scope.runtime.now)) return false;
  const own = await whose(scope);
  const told = own && toldTo(own);
  const listed = rowsOf(own, told).map(({ document }) => document);
  const wish = paperWishIn(input.text, listed, scope.runtime.now) ?? named(scope, input, listed);
  if (!wish) return false;
  // A number means nothing where no list was told.
  if (wish.what === 'number' && listed.length === 0) return false;
  // A report is not broken off for it: what is asked now decides what the list will be.
  if (running(talk, 'documents')) await knowsSide(scope);
  if (running(talk, 'report')) {
    const asks = wish.what === 'list' || wish.what === 'missing';
    if (!asks || input.text.length > SHORT) return false;
    return sayBeside(scope, { key: 'papers.afterReport' });
  }
  return granted(scope, wish, own, input.text);
}

/** “还差什么”, and no reason of hers. */
const onlyMissing = ({ runtime }: Scope, text: string): boolean =>
  text.length <= 10 && paperWishIn(text, [], runtime.now)?.what === 'missing';

/** “第 2 条” is a line of the settlement then. */
const objectsNow = (talk: Talk): boolean => running(talk, 'objection') || running(talk, 'objectionWay');

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
  if (waiting.length > 0) return sayBeside(scope, ...waiting);
  const done = own && !told && wish.what === 'missing' ? doneSay(scope, own) : undefined;
  if (done) return sayBeside(scope, done);
  // What somebody waits for comes before the whole list.
  if (own && !told && wish.what === 'list') scope.say(...awaitedSays(scope, own));
  if (!own || !told || wish.what === 'changed') return askFirst(scope, own, told, wish, text);
  return sayBeside(scope, ...saysOf(scope, own, told, wish));
}
