/** Where two statements about one report disagree, in neutral words, and the closed question that settles it. */
import type { Line, Right } from '../bots/desk.ts';
import { disagreements, type Words } from '../bots/disagreements.ts';
import { type Picture, pictureOf } from '../bots/picture.ts';
import { markOf } from '../bots/source.ts';
import type { Contradiction, Statement } from '../claims/contradictions.ts';
import type { Lang, Renderer } from '../locales/render.ts';
import type { JsonObject } from '../store/ports.ts';
import { textOf } from './lines.ts';
import type { Seen } from './seen.ts';
import { masked, when } from './shown.ts';
import type { Desk, DeskDeps } from './web/visit.ts';

/** So many of the last lines to a colleague are looked at. */
const LINES = 40;
const QUOTED = 60;
/** A choice to tap is no longer. */
const CHOICE = 40;
const MOST = 200;

/** What disagrees in a conversation; read again only when something was said or noted. */
export interface Disagreeing {
  of(seen: Seen, picture: Picture): Promise<readonly Contradiction[]>;
}

export function createDisagreeing(deps: Pick<DeskDeps, 'store' | 'flows'>): Disagreeing {
  const kept = new Map<string, { readonly mark: string; readonly found: readonly Contradiction[] }>();
  return {
    of: async ({ conversation, handoff }, picture) => {
      const { report, events } = picture;
      if (!report) return picture.doubts ?? [];
      const mark = `${conversation.lastSeq} ${events.length} ${handoff?.id ?? ''}`;
      const held = kept.get(conversation.id);
      if (held?.mark === mark) return held.found;
      const words = await wordsOf(deps, { conversation, handoff }, picture);
      const found = disagreements(deps.flows.report, report, events, words);
      if (kept.size >= MOST) kept.clear();
      kept.set(conversation.id, { mark, found });
      return found;
    },
  };
}

/** The account, what was added to the report, and what a colleague was told since she was asked for. */
async function wordsOf(
  { store }: Pick<DeskDeps, 'store'>,
  { conversation, handoff }: Seen,
  picture: Picture,
): Promise<Words[]> {
  const { report, events } = picture;
  const reported = events.find(({ type }) => type === 'reported')?.at ?? 0;
  const added = events.flatMap(({ type, at, data }): Words[] => {
    if (type !== 'corrected' || data.part !== 'details') return [];
    const notes = Object.entries((data.changes ?? {}) as JsonObject).filter(([name]) => name.startsWith('note.'));
    return notes.map(([, text]) => ({ text: String(text), at, source: 'added' }));
  });
  const since = Math.max(reported, handoff?.askedAt ?? Number.POSITIVE_INFINITY);
  const rows = await store.transcript(conversation.id, Math.max(0, conversation.lastSeq - LINES), LINES);
  const told = rows.flatMap(({ direction, at, payload }): Words[] =>
    direction === 'user' && at >= since ? [{ text: textOf(payload), at, source: 'told' }] : [],
  );
  return [{ text: report?.what ?? '', at: reported, source: 'account' }, ...added, ...told];
}

/** For the side column. */
export async function disagreeing(desk: Desk, lang: Lang, seen: Seen, picture: Picture) {
  const { renderer, now } = desk;
  return (await desk.differing.of(seen, picture)).map((one) => ({
    what: one.what,
    about: renderer.sentence(lang, `desk.about.${one.what}`),
    statements: one.statements.map((said) => ({
      value: masked(shownValue(renderer, lang, said).replace('·', '')),
      quote: said.quote === undefined ? '' : cut(masked(said.quote), QUOTED),
      source: said.source,
      at: when(said.at, now()),
    })),
    asks: questionOf(renderer, lang, one) !== undefined,
    takes: one.settles !== undefined && one.statements[1].source !== 'report',
  }));
}

/** What the person has said last, to stand from now on; undefined where nothing disagrees any more, or a person must look. */
export async function takenOver(desk: Desk, seen: Seen, picture: Picture, what: string): Promise<Right | undefined> {
  const one = (await desk.differing.of(seen, picture)).find((other) => other.what === what);
  if (!one?.settles || one.statements[1].source === 'report') return undefined;
  const { field, values } = one.settles;
  const police = field === 'policeCalled';
  const value = police ? (values[1] === true ? 'yes' : 'no') : values[1];
  const label = `report.${police ? 'police' : field}`;
  return { field: label, value, seen: markOf(picture, label) };
}

/** The closed question as a line to be sent; undefined where it is no longer asked, or is for a person's own tact. */
export async function whichIsRight(desk: Desk, seen: Seen, what: string): Promise<Line | undefined> {
  const picture = await pictureOf(desk, seen.conversation);
  const one = (await desk.differing.of(seen, picture)).find((other) => other.what === what);
  return one && questionOf(desk.renderer, picture.lang === 'en' ? 'en' : 'zh-CN', one);
}

function questionOf(renderer: Renderer, lang: Lang, one: Contradiction): Line | undefined {
  if (one.what === 'deaths') return undefined;
  if (one.what === 'plates') {
    const choices = ['human.plateOwn', 'human.plateOther'].map((key) => renderer.sentence(lang, key));
    const plate = shownValue(renderer, lang, one.statements[0]);
    return { text: renderer.sentence(lang, 'human.whosePlate', { plate }), choices };
  }
  const choices = one.statements.map((said) => cut(shownValue(renderer, lang, said), CHOICE));
  if (new Set(choices).size < choices.length) return undefined;
  const about = renderer.sentence(lang, `desk.about.${one.what}`);
  const text = renderer.sentence(lang, 'human.whichIsRight', { about });
  return { text, choices, ...(one.settles ? { settles: one.settles } : {}) };
}

function shownValue(renderer: Renderer, lang: Lang, { kind, answer }: Statement): string {
  if (kind === 'police') return renderer.sentence(lang, `desk.police.${String(answer)}`);
  return renderer.show(lang, { kind, answer });
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
