/** What an answer is called, and what changes it when it is tapped: the same words for everybody, asked for with every message. */
import { plain } from '../dialogs/say.ts';
import type { Lang, Renderer } from '../locales/render.ts';

interface Labels {
  readonly label: string;
  readonly change: string;
}

const known = new WeakMap<Renderer, Map<string, Labels | undefined>>();
/** Questions may have a number in their name; no conversation has so many. */
const MOST = 5_000;

/** Nothing for an answer that is not read back. */
export function labelsOf(renderer: Renderer, lang: Lang, flow: string, question: string): Labels | undefined {
  const all = known.get(renderer) ?? new Map<string, Labels | undefined>();
  known.set(renderer, all);
  const name = `${lang} ${flow}.${question}`;
  if (!all.has(name)) {
    if (all.size >= MOST) all.clear();
    all.set(name, made(renderer, lang, flow, question));
  }
  return all.get(name);
}

function made(renderer: Renderer, lang: Lang, flow: string, question: string): Labels | undefined {
  if (!renderer.has(lang, `labels.${flow}.${plain(question)}`)) return undefined;
  const label = renderer.show(lang, { kind: 'field', answer: `${flow}.${question}` });
  return { label, change: renderer.sentence(lang, 'common.change', { label }) };
}
