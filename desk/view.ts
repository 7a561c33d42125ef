/** Pages: templates of ours, compiled at the start, with words of locales. What a person wrote is a value and is escaped. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import type { Renderer } from '../locales/render.ts';
import { may, type Right } from './people/rights.ts';
import { oneLine } from './shown.ts';
import type { Visit } from './web/visit.ts';

export type View = (visit: Visit, template: string, values: Readonly<Record<string, unknown>>) => string;

const DIR = join(import.meta.dirname, 'templates');

/** Knows only what was there at the start. */
class Templates {
  readonly #sources = new Map(
    readdirSync(DIR)
      .filter((file) => file.endsWith('.njk'))
      .map((file) => [file, readFileSync(join(DIR, file), 'utf8')] as const),
  );
  getSource(name: string): nunjucks.LoaderSource {
    const src = this.#sources.get(name);
    if (src === undefined) throw new Error(`No template is called ${name}; desk/templates holds them.`);
    return { src, path: name, noCache: false };
  }
}

export function createView(renderer: Renderer): View {
  const env = new nunjucks.Environment(new Templates() as nunjucks.ILoader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  // Names and other values of one line: nothing in them may turn the text around them.
  env.addFilter('line', (text: unknown) => oneLine(String(text)));
  return ({ lang, me }, template, values) =>
    env.render(`${template}.njk`, {
      me: me ? { name: me.account.name, role: me.account.role, id: me.account.id } : null,
      csrf: me?.csrf ?? '',
      lang,
      may: (right: Right) => me !== undefined && may(me.account, right),
      t: (key: string, more?: Readonly<Record<string, unknown>>) => renderer.sentence(lang, key, more),
      /** One a form: sent twice, it is done once. */
      key: () => randomUUID(),
      ...values,
    });
}
