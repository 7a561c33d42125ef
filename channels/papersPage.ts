/** The page of a list of papers: every paper with where to get it, why, a tip and what it rests on; then what may come, and what was asked for later. */
import { dayNameOf } from '../claims/clocks/days.ts';
import { PHASES, phaseOf } from '../claims/documents/phase.ts';
import { DOCUMENTS } from '../claims/documents/rules/index.ts';
import { type ListTold, type Standing, standingOf } from '../claims/documents/told.ts';
import type { ClaimFacts } from '../claims/fold.ts';
import type { Law } from '../law/types.ts';
import type { Lang, Renderer } from '../locales/render.ts';
import { escaped } from './signedLink.ts';

interface Words {
  readonly renderer: Renderer;
  readonly laws: Law;
}
export interface ListShown {
  readonly lang: Lang;
  readonly facts: ClaimFacts;
  readonly told: ListTold;
  /** There is a newer one. */
  readonly isOld: boolean;
}
/** What is at hand while the page is written. */
interface Tongue {
  readonly t: (key: string, values?: Readonly<Record<string, unknown>>) => string;
  readonly show: (kind: string, answer: unknown) => string;
  /** The texts that a paper rests on. */
  readonly rests: (document: string) => string;
}

export function papersPage({ renderer, laws }: Words, { lang, facts, told, isOld }: ListShown): string {
  const tongue: Tongue = {
    t: (key, values) => renderer.sentence(lang, key, values),
    show: (kind, answer) => renderer.show(lang, { kind, answer }),
    rests: (document) => textsOf(laws, told, document).join('; '),
  };
  const title = escaped(tongue.t('papers.page.title'));
  const body = `${head(tongue, facts, told, isOld)}${lists(tongue, facts, told)}${foot(tongue, told)}`;
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="stylesheet" href="/page/receipt.css"><main>${body}</main></html>`;
}

function head({ t, show }: Tongue, { number }: ClaimFacts, { version, list }: ListTold, isOld: boolean): string {
  const report = t('papers.page.number', { number: show('number', number) });
  const told = t('papers.page.version', { version, day: show('day', list.at) });
  const older = isOld ? `<p><strong>${escaped(t('papers.page.older'))}</strong></p>` : '';
  return `<h1>${escaped(t('papers.page.title'))}</h1><p>${escaped(`${report} · ${told}`)}</p>${older}`;
}

function lists(tongue: Tongue, facts: ClaimFacts, told: ListTold): string {
  const asked = (facts.papersAsked ?? []).filter(({ person }) => person === undefined || person === told.party);
  // How each paper stands changes, and is told in the conversation: here stands what was told.
  const rows = standingOf(told, [], asked);
  const listed = rows.filter(({ added }) => !added);
  const needed = listed.filter(({ need }) => need === 'needed');
  const phases = PHASES.map((phase) => {
    const own = needed.filter(({ document }) => phaseOf(document, told.facts) === phase);
    return section(
      tongue,
      phase,
      own.map((row) => item(tongue, row)),
    );
  });
  const perhaps = listed.filter(({ need }) => need === 'depends').map((row) => perhapsItem(tongue, row));
  const later = rows.filter(({ added }) => added).map((row) => addition(tongue, row) + item(tongue, row));
  return [...phases, section(tongue, 'perhaps', perhaps), section(tongue, 'added', later)].join('');
}

const HEADS = {
  now: 'papers.page.now',
  leaving: 'papers.page.leaving',
  later: 'papers.page.later',
  perhaps: 'papers.page.perhaps',
  added: 'papers.page.added',
} as const;
const section = ({ t }: Tongue, name: keyof typeof HEADS, items: readonly string[]): string =>
  items.length > 0 ? `<h2>${escaped(t(HEADS[name]))}</h2><ol>${items.join('')}</ol>` : '';

function item({ t, rests }: Tongue, { n, document }: Pick<Standing, 'n' | 'document'>): string {
  const rule = DOCUMENTS.find(({ id }) => id === document);
  const words = (name: string): string => t(`documents.paper.${document}.${name}`);
  const [issuer, copy] = [t(`documents.issuer.${rule?.issuer}`), t(`documents.copy.${rule?.copy}`)];
  const from = t('papers.page.from', { issuer, copy });
  const source = t('papers.page.rests', { rests: rests(document) });
  return `<li value="${n}"><strong>${escaped(words('name'))}</strong><p>${escaped(from)}</p><p>${escaped(`${words('why')} ${words('tip')}`)}</p><p><small>${escaped(source)}</small></p></li>`;
}

function perhapsItem({ show }: Tongue, { n, document, dependsOn: [fact] }: Standing): string {
  return `<li value="${n}">${escaped(show('perhapsRows', [{ fact, documents: [document] }]))}</li>`;
}

function addition({ t, show }: Tongue, { document, added }: Standing): string {
  const values = { name: show('paper', document), who: added?.who, day: show('day', added?.at), why: added?.why };
  return `<p>${escaped(t('documents.notInList', values))}</p>`;
}

function foot({ t }: Tongue, { list }: ListTold): string {
  const check = t('papers.page.check', { hash: list.hash });
  return `<p>${escaped(t('papers.page.note'))} ${escaped(t('papers.page.print'))}</p><p class="check"><small>${escaped(check)}</small></p>`;
}

/** As they stood on the day of the list. */
function textsOf(laws: Law, { list }: ListTold, document: string): readonly string[] {
  const day = dayNameOf(list.at);
  const texts = (DOCUMENTS.find(({ id }) => id === document)?.law ?? []).flatMap((id) => {
    const found = laws.at(day).get(id, `channels/papers/${document}`);
    return found.status === 'value' ? [[found.source.title, found.source.article].filter(Boolean).join(' ')] : [];
  });
  return [...new Set(texts)];
}
