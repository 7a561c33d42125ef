/** Replies that are written already, with this report's values in them: shown before they are sent, and may be changed. */
import type { Picture } from '../bots/picture.ts';
import type { Lang, Renderer } from '../locales/render.ts';
import type { Account } from '../store/ports.ts';

const NAMES = ['hello', 'papers', 'wait', 'hospital', 'keep', 'bye'] as const;

/** What a template cannot do without. */
const LACKING: Readonly<Record<string, (number: string | undefined, me: Account) => boolean>> = {
  papers: (number) => number === undefined,
  bye: (_, { reach }) => reach.trim() === '',
};

export interface Template {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** In the person's language. A value that is not known leaves its template out. */
export function templatesFor(renderer: Renderer, lang: Lang, picture: Picture, me: Account): readonly Template[] {
  const number = picture.claim?.number;
  const values = {
    ...{ name: me.name, reach: me.reach },
    number: number ? renderer.show(lang, { kind: 'number', answer: number }) : '',
  };
  return NAMES.filter((name) => !LACKING[name]?.(number, me)).map((name) => ({
    name,
    title: renderer.sentence(lang, `desk.template.${name}.title`),
    text: renderer.sentence(lang, `desk.template.${name}.text`, values),
  }));
}
