/** A printable receipt of a report: time, number and content. Reached only by a signed link that the bot gave. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { Lang, Renderer } from '../locales/render.ts';
import type { ClaimId, ClaimRow, Store } from '../store/ports.ts';

export interface ReceiptDeps {
  readonly store: Pick<Store, 'claim' | 'events'>;
  readonly renderer: Renderer;
  readonly key: Buffer;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const lifetime = 30 * 24 * 60 * 60 * 1000;

export function receiptUrl(key: Buffer, claim: ClaimId, now: number): string {
  const body = `${claim}.${(now + lifetime).toString(36)}`;
  return `/receipt/${body}.${sign(key, body)}`;
}

export function mountReceipt(server: Server, deps: ReceiptDeps): void {
  server.get('/receipt/:signed', async (req: Request, res: Response) => {
    try {
      await answer(deps, String(req.params.signed ?? ''), res);
    } catch (error) {
      deps.onError(error);
      res.sendRaw(503, '', plainHeaders);
    }
  });
}

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};
const plainHeaders = { 'Content-Type': 'text/plain; charset=utf-8' };

async function answer(deps: ReceiptDeps, signed: string, res: Response): Promise<void> {
  const claim = verified(deps, signed);
  const row = claim && (await deps.store.claim(claim));
  if (!claim || !row) return void res.sendRaw(404, deps.renderer.sentence('zh-CN', 'receipt.gone'), plainHeaders);
  const [first] = await deps.store.events(claim);
  const lang = first?.data.lang === 'en' ? 'en' : 'zh-CN';
  res.sendRaw(200, page(deps.renderer, lang, row, first?.at ?? row.updatedAt), pageHeaders);
}

function verified(deps: ReceiptDeps, signed: string): ClaimId | undefined {
  const [claim = '', until = '', signature = ''] = signed.split('.');
  const expected = Buffer.from(sign(deps.key, `${claim}.${until}`));
  const given = Buffer.from(signature);
  const right = given.length === expected.length && timingSafeEqual(given, expected);
  return right && Number.parseInt(until, 36) > deps.now() ? (claim as ClaimId) : undefined;
}

const sign = (key: Buffer, body: string): string =>
  createHmac('sha256', key).update(`receipt:${body}`).digest('base64url');

interface ReportFacts {
  readonly number: string;
  readonly report: Readonly<Record<string, unknown>>;
  readonly promises: readonly { by: string; who: string }[];
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
  const { number, report, promises } = row.facts as unknown as ReportFacts;
  const t = (key: string): string => escaped(renderer.sentence(lang, key));
  const shown = (kind: string, answer: unknown): string =>
    escaped(renderer.show(lang, { kind, answer: answer ?? 'unknown' }));
  const rows = [
    [t('receipt.number'), shown('number', number)],
    [t('receipt.received'), shown('instant', new Date(at + 8 * 3_600_000).toISOString())],
    ...lines
      .filter(([name]) => name in report)
      .map(([name, kind]) => [t(`labels.report.${name}`), shown(kind, report[name])]),
    ...promises.map((promise) => [
      t('receipt.caller'),
      `${shown('caller', promise.who)} · ${shown('instant', promise.by)}`,
    ]),
  ];
  const list = rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('');
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t('receipt.title')}</title><link rel="stylesheet" href="/page/receipt.css"><main><h1>${t('receipt.title')}</h1><p>${t('receipt.insurer')}</p><dl>${list}</dl><p>${t('receipt.noPromise')}</p></main></html>`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
