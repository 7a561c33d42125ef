import { type Lang, languages, type Renderer } from '../../locales/render.ts';
import { sceneCard } from '../../locales/sceneCard.ts';
import type { JsonObject } from '../../store/ports.ts';
import type { DirectLineDeps } from './deps.ts';

/** What the page asks for in a language; `figure` gives a legal figure of today for the scene card. */
export function pageWords(
  renderer: Renderer,
  insurer: { readonly name: string; readonly hotline: string },
  figure: (id: string) => string | undefined,
  /** Claims of the demo, to be offered. */
  demo: readonly JsonObject[] = [],
): DirectLineDeps['words'] {
  const insurerName = insurer.name || renderer.sentence('zh-CN', 'common.unset.insurer');
  return {
    page: (lang) => known(lang, (l) => renderer.file(l, 'page')),
    card: (lang) => known(lang, (l) => sceneCard(renderer, figure, l)),
    config: () => ({
      ...{ insurerName, insurerHotline: insurer.hotline, languages },
      ...(demo.length > 0 ? { demo } : {}),
    }),
  };
}

const known = (lang: string, get: (lang: Lang) => unknown): JsonObject | undefined =>
  languages.includes(lang as Lang) ? (get(lang as Lang) as JsonObject | undefined) : undefined;
