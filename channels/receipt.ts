/** A printable receipt of a report: time, number and content. Reached only by a signed link that the bot gave. */
import type { Response, Server } from 'restify';
import { isFirstContact } from '../claims/promises.ts';
import type { Lang, Renderer } from '../locales/render.ts';
import type { ClaimId, ClaimRow, ConversationId, Store } from '../store/ports.ts';
import { escaped, isLiving, LINK_LIFE, pageHeaders, plainHeaders, signedLink, verified } from './signedLink.ts';
import { mountSignedPage, type SignedPageDeps } from './signedPage.ts';

export interface ReceiptDeps extends SignedPageDeps {
  readonly store: Pick<Store, 'claim' | 'conversation' | 'events'>;
  readonly renderer: Renderer;
  readonly key: Buffer;
}

const PATH = '/receipt/';

/** Milliseconds; the bot gives a new link whenever it is asked for the receipt. */
export const RECEIPT_LIFE = LINK_LIFE;

export const receiptUrl = (key: Buffer, claim: ClaimId, conversation: ConversationId, now: number): string =>
  `${PATH}${signedLink(key, 'receipt', { claim, conversation, iat: now, exp: now + RECEIPT_LIFE })}`;

export const mountReceipt = (server: Server, deps: ReceiptDeps): void =>
  mountSignedPage(server, PATH, deps, (signed, res) => answer(deps, signed, res));

async function answer(deps: ReceiptDeps, signed: string, res: Response): Promise<void> {
  const grant = verified(deps.key, 'receipt', signed, deps.now());
  const row = grant && (await isLiving(deps.store, grant)) ? await deps.store.claim(grant.claim) : undefined;
  if (!grant || !row || !isReported(row.facts))
    return void res.sendRaw(404, deps.renderer.sentence('zh-CN', 'receipt.gone'), plainHeaders);
  const [first] = await deps.store.events(grant.claim);
  const lang = first?.data.lang === 'en' ? 'en' : 'zh-CN';
  res.sendRaw(200, page(deps.renderer, lang, row, first?.at ?? row.updatedAt), pageHeaders);
}

/** After an erasure nothing is left of what was said. */
const isReported = (facts: ClaimRow['facts']): boolean => typeof facts.report === 'object' && facts.report !== null;

interface ReportFacts {
  readonly number: string;
  readonly report: Readonly<Record<string, unknown>>;
  readonly promises?: readonly { what: string; by: string; who: string }[];
}
/** What stands on it, by question and kind. */
const lines: readonly (readonly [name: string, kind: string])[] = [
  ['when', 'time'],
  ['where', 'place'],
  ['what', 'text'],
  ['injuredCount', 'count'],
  ['scene', 'choice.sceneStatus'],
  ['ownPlate', 'plate'],
  ['other', 'otherSide'],
  ['phone', 'phone'],
];

function page(renderer: Renderer, lang: Lang, row: ClaimRow, at: number): string {
  const { number, report, promises = [] } = row.facts as unknown as ReportFacts;
  const t = (key: string): string => escaped(renderer.sentence(lang, key));
  const shown = (kind: string, answer: unknown): string =>
    // In the chat a story is cut short; here it stands as it was told.
    escaped(
      kind === 'text' && answer !== 'unknown'
        ? String(answer)
        : renderer.show(lang, { kind, answer: answer ?? 'unknown' }),
    );
  const rows = [
    [t('receipt.number'), shown('number', number)],
    [t('receipt.received'), shown('instant', new Date(at + 8 * 3_600_000).toISOString())],
    ...lines
      .filter(([name]) => name in report)
      .map(([name, kind]) => [t(`labels.report.${name}`), shown(kind, report[name])]),
    // Who calls by when; what else was promised is told in the conversation.
    ...promises
      .filter(isFirstContact)
      .map((promise) => [t('receipt.caller'), `${shown('caller', promise.who)} · ${shown('instant', promise.by)}`]),
  ];
  const list = rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('');
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t('receipt.title')}</title><link rel="stylesheet" href="/page/receipt.css"><main><h1>${t('receipt.title')}</h1><p>${t('receipt.insurer')}</p><dl>${list}</dl><p>${t('receipt.noPromise')}</p></main></html>`;
}
