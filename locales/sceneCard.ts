/** The scene card as data for the page: its words, with the distances that the law in force today gives. */
import type { Lang, Renderer } from './render.ts';

/** `metres` answers a parameter's name with its value, if it has one today. */
export function sceneCard(
  renderer: Renderer,
  metres: (parameter: string) => string | undefined,
  lang: Lang,
): Readonly<Record<string, unknown>> {
  const word = (name: string, values: Readonly<Record<string, unknown>> = {}): string =>
    renderer.sentence(lang, `sceneCard.${name}`, values);
  const all = (name: string): string[] => {
    const found: string[] = [];
    for (let n = 1; renderer.has(lang, `sceneCard.${name}${n}`); n += 1) found.push(word(`${name}${n}`));
    return found;
  };
  const least = metres('scene.warning.ordinary.min');
  const most = metres('scene.warning.ordinary.max');
  const motorway = metres('scene.warning.motorway.min');
  return {
    title: word('title'),
    steps: all('step'),
    photos: all('photo'),
    dont: all('dont'),
    note: word('note'),
    // A distance for which the law's data has no figure today is left out, not guessed.
    distances: [
      ...(least && most ? [{ road: 'road', text: word('distanceRoad', { least, most }) }] : []),
      ...(motorway ? [{ road: 'motorway', text: word('distanceMotorway', { least: motorway }) }] : []),
    ],
  };
}
