/** Buttons where a channel has them, else the same in words. */

import type { Lang } from '../../locales/render.ts';
import type { Json, JsonObject } from '../../store/ports.ts';
import type { Context } from './deps.ts';

export interface Action {
  readonly type: string;
  readonly title: string;
  readonly value: string;
}

interface Buttons {
  /** So many the channel shows. */
  readonly most: number;
  /** Whether it also dials and opens links. */
  readonly all: boolean;
}

/** Channels that are not named here get words: a list too much harms less than answers that nobody can see. */
const BUTTONS: Readonly<Record<string, Buttons>> = {
  emulator: { most: 100, all: true },
  webchat: { most: 100, all: true },
  msteams: { most: 6, all: false },
  telegram: { most: 100, all: false },
  line: { most: 13, all: false },
};

const isAction = (value: Json): value is JsonObject & Action =>
  typeof value === 'object' && value !== null && 'title' in value && 'value' in value;

export function actionsOf(line: JsonObject): readonly Action[] {
  const given = (line.suggestedActions ?? {}) as { readonly actions?: readonly Json[] };
  return (given.actions ?? []).filter(isAction);
}

const answers = (actions: readonly Action[]): readonly Action[] => actions.filter(({ type }) => type === 'imBack');

/** Whether the answers that a line offers are buttons in this channel. */
export function hasButtons(channelId: string, line: JsonObject): boolean {
  const most = BUTTONS[channelId]?.most ?? 0;
  return answers(actionsOf(line)).length <= most;
}

/** Where a number could itself be the answer (“1 person”, “at 3”) nothing is numbered. */
export function numbered(line: JsonObject): readonly Action[] {
  const { input } = (line.channelData ?? {}) as { readonly input?: string };
  const offered = answers(actionsOf(line));
  const plain = (input === undefined || input === 'choice') && !offered.some(({ title }) => /\d/.test(title));
  return plain && offered.length > 1 ? offered : [];
}

const langOf = (line: JsonObject): Lang => (line.locale === 'en' ? 'en' : 'zh-CN');

export const absolute = ({ origin }: Pick<Context, 'origin'>, url: string): string =>
  url.startsWith('/') ? `${origin()}${url}` : url;

/** A number to dial or a page to open, written out. */
function written(context: Context, { type, title, value }: Action): string {
  const target = type === 'call' ? value.replace(/^tel:/, '') : absolute(context, value);
  return title.includes(target) ? title : `${title}: ${target}`;
}

function listed(context: Context, line: JsonObject): string[] {
  const offered = answers(actionsOf(line));
  const counted = numbered(line);
  if (counted.length === 0) return offered.map(({ title }) => `· ${title}`);
  const hint = context.sentence(langOf(line), 'channel.pick');
  return [...counted.map(({ title }, i) => `${i + 1}. ${title}`), hint];
}

function joined(text: Json | undefined, ...blocks: readonly (readonly string[])[]): string {
  const parts = [typeof text === 'string' ? text : '', ...blocks.map((lines) => lines.join('\n'))];
  return parts.filter((part) => part !== '').join('\n\n');
}

const besides = (line: JsonObject): readonly Action[] => actionsOf(line).filter(({ type }) => type !== 'imBack');

/** A whole line in words. */
export const inWords = (context: Context, line: JsonObject): string =>
  joined(
    line.text,
    besides(line).map((one) => written(context, one)),
    listed(context, line),
  );

/** What of a line is text and what are buttons, in one channel. */
export function withButtons(context: Context, channelId: string, line: JsonObject): JsonObject {
  if (actionsOf(line).length === 0) return { text: line.text ?? '' };
  if (!hasButtons(channelId, line)) return { text: inWords(context, line) };
  const all = BUTTONS[channelId]?.all ?? false;
  const shown = all ? actionsOf(line) : answers(actionsOf(line));
  const text = all
    ? (line.text ?? '')
    : joined(
        line.text,
        besides(line).map((one) => written(context, one)),
      );
  const actions = shown.map(({ type, title, value }) => ({ type, title, value: absolute(context, value) }));
  return actions.length > 0 ? { text, suggestedActions: { actions } } : { text };
}
