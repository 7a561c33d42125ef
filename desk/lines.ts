/** Lines of a transcript as the desk shows them: who speaks, what with, when. */
import { fileIdOf } from '../channels/contract.ts';
import type { JsonObject, StoredActivity } from '../store/ports.ts';
import { masked, when } from './shown.ts';

export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly image: boolean;
}
export interface ShownLine {
  readonly seq: number;
  readonly at: string;
  /** user | bot | person | note */
  readonly who: string;
  readonly name: string;
  /** A note that nobody wrote: a reminder of ours. */
  readonly bySystem: boolean;
  readonly text: string;
  /** So long that a page shows its beginning, and the rest at a press. */
  readonly long: boolean;
  readonly files: readonly ShownFile[];
  readonly choices: readonly string[];
}

/** `open`: whoever reads has said why she needs what is masked. */
export function shownLine({ seq, at, direction, payload }: StoredActivity, now: number, open: boolean): ShownLine[] {
  const text = textOf(payload);
  const files = filesOf(payload);
  if (text === '' && files.length === 0) return [];
  const from = object(payload.from);
  return [
    {
      ...{ seq, at: when(at, now), who: direction, files, choices: choicesOf(payload) },
      name: direction === 'user' ? '' : String(from.name ?? ''),
      bySystem: direction === 'note' && from.name === undefined,
      text: shownText(direction === 'user' ? withoutCode(text) : text, open),
      long: isLong(text),
    },
  ];
}

const shownText = (text: string, open: boolean): string => (open ? text : masked(text));

/** Six digits alone, or named as a code. */
const ALONE = /^[\d\uFF10-\uFF19\s]{6,20}$/;
const NAMED = /\u9a8c\u8bc1\u7801|\u6821\u9a8c\u7801|\u52a8\u6001\u7801|\bcode\b/i;
const SIX = /(?<![\d\uFF10-\uFF19])(?:[\d\uFF10-\uFF19] ?){5}[\d\uFF10-\uFF19](?![\d\uFF10-\uFF19])/g;

/** A one-time code is nobody's but hers, and no reason opens it. */
function withoutCode(text: string): string {
  const alone = ALONE.test(text) && text.replace(/\s/g, '').length === 6;
  return alone ? HIDDEN_CODE : NAMED.test(text) ? text.replace(SIX, HIDDEN_CODE) : text;
}
const HIDDEN_CODE = '••••••';

/** Rows that a line takes at most before the rest of it is folded, and how many letters fill a row; a Chinese one is as wide as two. */
const ROWS = 12;
const WIDE = 60;

function isLong(text: string): boolean {
  const rows = text.split('\n').map((row) => Math.max(1, Math.ceil(widthOf(row) / WIDE)));
  return rows.reduce((sum, one) => sum + one, 0) > ROWS;
}

const widthOf = (row: string): number => row.length + (row.match(/[\u2e80-\uffef]/g)?.length ?? 0);

/** The words of a line, or the place it names. */
export function textOf({ type, text, entities }: JsonObject): string {
  if (type !== 'message') return '';
  if (typeof text === 'string' && text !== '') return text;
  const place = Array.isArray(entities) ? entities.map(object).find((one) => one.type === 'Place') : undefined;
  return place ? String(place.name ?? object(place.geo).latitude ?? '') : '';
}

function filesOf({ attachments }: JsonObject): ShownFile[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.map(object).flatMap(({ contentUrl, contentType, name }) => {
    const id = fileIdOf(contentUrl);
    return id ? [{ id, name: String(name ?? ''), image: String(contentType ?? '').startsWith('image/') }] : [];
  });
}

function choicesOf({ suggestedActions }: JsonObject): string[] {
  const { actions } = object(suggestedActions);
  return Array.isArray(actions) ? actions.map(object).map(({ title }) => String(title ?? '')) : [];
}

const object = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
