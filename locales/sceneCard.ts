/** The scene card as data for the page: its words, with the distances that the law in force today gives. */
import type { Lang, Renderer } from './render.ts';

/** `metres` answers a parameter's name with its value. */
export function sceneCard(
  renderer: Renderer,
  metres: (parameter: string) => string,
  lang: Lang,
): Readonly<Record<string, unknown>> {
  const word = (name: string, values: Readonly<Record<string, unknown>> = {}): string =>
    renderer.sentence(lang, `sceneCard.${name}`, values);
  const all = (name: string): string[] => {
    const found: string[] = [];
    for (let n = 1; renderer.has(lang, `sceneCard.${name}${n}`); n += 1) found.push(word(`${name}${n}`));
    return found;
  };
  const ordinary = { least: metres('scene.warning.ordinary.min'), most: metres('scene.warning.ordinary.max') };
  return {
    title: word('title'),
    steps: all('step'),
    photos: all('photo'),
    dont: all('dont'),
    note: word('note'),
    distances: [
      { road: 'road', text: word('distanceRoad', ordinary) },
      { road: 'motorway', text: word('distanceMotorway', { least: metres('scene.warning.motorway.min') }) },
    ],
  };
}
