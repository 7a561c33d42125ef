/** Which part of the form a name means, in words. */
import type { Lang, Renderer } from '../../locales/render.ts';

const FIELDS: ReadonlySet<string> = new Set(['item', 'asked', 'accepted', 'code', 'amount', 'paper', 'note', 'bearer']);
const PARTS: ReadonlySet<string> = new Set(['layers', 'advances', 'payable']);

/** `lines.0.reasons.1.amount`: the second reason of the first item, its amount. */
export function placeOf({ sentence, has }: Pick<Renderer, 'sentence' | 'has'>, lang: Lang, name: string): string {
  const say = (key: string, values?: Readonly<Record<string, unknown>>): string => sentence(lang, key, values);
  const [part = '', i = '0', , n] = name.split('.');
  if (PARTS.has(part)) {
    const layer = `desk.settle.layer.${name.slice('layers.'.length)}`;
    return say(has(lang, layer) ? layer : `desk.settle.${part}`);
  }
  if (part !== 'lines') return name;
  const line = Number(i) + 1;
  const row =
    n === undefined ? say('desk.settle.line', { n: line }) : say('desk.settle.reason', { line, n: Number(n) + 1 });
  const field = name.split('.').at(-1) ?? '';
  const basis = `desk.basisName.${field}`;
  const label = name.includes('.basis.') ? basis : `desk.settle.${field}`;
  return FIELDS.has(field) || has(lang, basis) ? `${row} · ${say(label)}` : row;
}
