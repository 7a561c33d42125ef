/** The letter: what is objected to with its figures, the person's own words, the texts it rests on, what is asked for; to be signed by hand. */
import { dayAt, dayNameOf, nameOf } from '../claims/clocks/days.ts';
import type { Objection } from '../claims/deductions/objection.ts';
import { reasonOf } from '../claims/deductions/reasons/index.ts';
import { once } from '../claims/deductions/sayings.ts';
import type { Settlement } from '../claims/deductions/settlement.ts';
import { money } from '../claims/figure.ts';
import type { ClaimFacts } from '../claims/fold.ts';
import { parseYuan } from '../claims/money.ts';
import type { Law, LawValue } from '../law/types.ts';
import type { Lang, Renderer } from '../locales/render.ts';
import { escaped } from './signedLink.ts';

interface Words {
  readonly renderer: Renderer;
  readonly laws: Law;
}
interface Shown {
  readonly lang: Lang;
  readonly facts: ClaimFacts;
  readonly objection: NonNullable<ClaimFacts['objections']>[number];
  readonly settlement: Settlement;
}

const sum = (yuan: string): string => money(parseYuan(yuan));

export function objectionPage({ renderer, laws }: Words, { lang, facts, objection, settlement }: Shown): string {
  const t = (key: string, values?: Readonly<Record<string, unknown>>): string => renderer.sentence(lang, key, values);
  const show = (kind: string, answer: unknown): string => renderer.show(lang, { kind, answer });
  const day = nameOf(dayAt(objection.at));
  const line = settlement.lines.find(({ item }) => item === objection.item);
  const figures = {
    ...{ n: objection.n, item: show('item', objection.item), reason: show('cutReason', objection.code) },
    ...{ asked: line && sum(line.asked), accepted: line && sum(line.accepted), amount: sum(objection.amount) },
  };
  const decided = { number: facts.registered?.number ?? facts.number, version: objection.version };
  const texts = textsOf(laws, objection.code, day).map((value) => show('lawFull', value));
  const parts = [
    `<h1>${escaped(t('letter.title'))}</h1>`,
    paragraph(t('letter.to')),
    paragraph(t('letter.about', { ...decided, day: show('day', dayNameOf(settlement.at)) })),
    paragraph(t('letter.figures', figures)),
    `<h2>${escaped(t('letter.why'))}</h2>`,
    paragraph(objection.why ?? t('letter.noWhy')),
    ...(texts.length > 0 ? [`<h2>${escaped(t('letter.rests'))}</h2>`, list(texts)] : []),
    `<h2>${escaped(t('letter.wants'))}</h2>`,
    list(wishesOf(objection).map((name) => t(`letter.wish.${name}`))),
    ...(objection.way === 'outside' ? [paragraph(t('letter.outside'))] : []),
    paragraph(t('letter.sign', { day: show('day', day) })),
    `<p class="check"><small>${escaped(t('letter.note'))}</small></p>`,
  ];
  const title = escaped(t('letter.title'));
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="stylesheet" href="/page/receipt.css"><main>${parts.join('')}</main></html>`;
}

const paragraph = (text: string): string => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;
const list = (lines: readonly string[]): string =>
  `<ol>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ol>`;

/** Whoever has to prove it shows it; in any case it is checked again, and answered in writing. */
function wishesOf({ code, way }: Objection): readonly string[] {
  const proves = reasonOf(code).proves === 'insurer' || way === 'itemisedList';
  const asks = { addPaper: ['paper'], supervisor: ['supervisor'] } as Readonly<Record<string, readonly string[]>>;
  return [...(proves ? ['list'] : []), ...(asks[way] ?? []), 'recheck', 'answer', 'undisputed'];
}

/** On the day of the objection. What nobody has read in its text is no ground for a letter. */
function textsOf(laws: Law, code: string, day: string): readonly LawValue[] {
  const view = laws.at(day);
  const found = reasonOf(code)
    .law.map((id) => view.get(id, `channels/objection/${code}`))
    .filter((value) => value.status === 'value')
    .filter(({ mark }) => mark !== 'unconfirmed');
  return once(found);
}
