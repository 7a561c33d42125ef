/** Shows what is told of a claim: one sentence where it is one thing, else a numbered line each. */
import type { Answered } from './show.ts';

type Values = Readonly<Record<string, unknown>>;
interface Tongue {
  readonly t: (key: string, values?: Values) => string;
  readonly has: (key: string) => boolean;
  readonly show: (answered: Answered) => string;
}

/** As claims/telling names them. */
export interface NewsItem {
  readonly kind: string;
  readonly [field: string]: unknown;
}

export function showNews(items: readonly NewsItem[], tongue: Tongue): string {
  // Beside papers that she has to send, a stage does not say that there is nothing to do.
  const asks = items.some(({ kind }) => kind === 'papers');
  const lines = items.map((item) => lineOf(asks && item.kind === 'stage' ? { ...item, own: false } : item, tongue));
  if (lines.length === 1) return lines.join('');
  return lines.map((line, i) => tongue.t('telling.several', { n: i + 1, line })).join('\n');
}

function lineOf(item: NewsItem, tongue: Tongue): string {
  const { t } = tongue;
  const lines: Readonly<Record<string, () => string>> = {
    stage: () => stageLine(item, t),
    held: () =>
      t(item.because === 'papers' && item.side === 'insured' ? 'progress.otherPapers' : `stages.hold.${item.because}`),
    resumed: () => t('telling.resumed', { stage: stageName(item, t) }),
    advance: () =>
      t(`telling.advance.${item.change}`, { papers: tongue.show({ kind: 'papers', answer: item.documents }) }),
    paid: () => t('telling.paid'),
    handler: () => t('telling.handler', { name: item.name, phone: item.phone }),
    papers: () => papersLine(item, tongue),
    settlement: () => t(`telling.settlement.${item.again ? 'again' : 'first'}`),
    liability: () => t(`telling.liability.${item.by}`),
    clock: () => clockLine(item, tongue),
    appraisal: () => t(`telling.appraisal.${item.confirmed ? 'confirmed' : 'unconfirmed'}`, item),
    promised: () => t('telling.promised', promiseValues(item, tongue)),
    broken: () => brokenLine(item, tongue),
    still: () => stillLine(item, tongue),
    unregistered: () => t('telling.unregistered'),
    door: () => t('telling.door'),
  };
  return lines[item.kind]?.() ?? '';
}

type T = Tongue['t'];

const stageName = ({ stage }: NewsItem, t: T): string => t(`stages.name.${stage}`);

function stageLine(item: NewsItem, t: T): string {
  const values = { stage: stageName(item, t), plain: t(`stages.plain.${item.stage}`) };
  if (item.whole !== undefined)
    return t(Number(item.whole) > 1 ? 'telling.stageSlowest' : 'telling.stageWhole', values);
  if (item.name) return t('telling.stageOf', { ...values, name: item.name });
  if (item.own) return t('telling.stageYours', { ...values, client: t(`stages.client.${item.stage}`) });
  return t('telling.stage', values);
}

function papersLine(item: NewsItem, { t, show }: Tongue): string {
  const papers = show({ kind: 'papers', answer: item.documents });
  if (item.fault)
    return t('telling.paperFault', { papers, because: t(`documents.because.${item.wish}.${item.fault}`) });
  const line = t(`telling.papers.${item.wish}`, { papers });
  return item.why === undefined ? line : `${line}${t('telling.because', { why: item.why })}`;
}

/** A day, or a day with its time. */
const moment = (at: unknown, show: Tongue['show']): string =>
  show({ kind: String(at).includes('T') ? 'instant' : 'day', answer: at });

function clockLine(item: NewsItem, { t, show }: Tongue): string {
  const values = { by: moment(item.by, show), source: show({ kind: 'law', answer: item.law }) };
  return t(`telling.clock.${item.clock}`, values);
}

/** What the program promises has a name of its own; what people promise, they say in their words. */
function promiseValues({ what, by, who }: NewsItem, { t, has, show }: Tongue): Values {
  const key = `telling.what.${what}`;
  return { what: has(key) ? t(key) : what, by: moment(by, show), who: show({ kind: 'caller', answer: who }) };
}

function brokenLine(item: NewsItem, tongue: Tongue): string {
  const values = promiseValues(item, tongue);
  if (item.next === undefined) return tongue.t('telling.brokenAgain', values);
  return tongue.t('telling.broken', { ...values, next: moment(item.next, tongue.show) });
}

function stillLine(item: NewsItem, { t, show }: Tongue): string {
  const values = {
    ...{ stage: stageName(item, t), since: moment(item.since, show), actor: t(`stages.actor.${item.actor}`) },
    ...{ client: t(`stages.client.${item.stage}`), papers: show({ kind: 'papers', answer: item.papers }) },
  };
  return t(`telling.still.${whyStill(item)}`, values);
}

function whyStill({ because, side, actor, papers }: NewsItem): string {
  if (because === 'police') return 'police';
  if ((papers as readonly string[]).length > 0) return 'papers';
  if (because === 'papers') return side === 'insured' ? 'otherPapers' : 'wantsPapers';
  if (actor !== 'client') return 'others';
  return side === 'insured' ? 'other' : 'yours';
}
