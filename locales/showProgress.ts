/** Shows what a progress answer holds: days, sources of law, names of papers, and the way so far. */
import { lawShows } from './showLaw.ts';

type T = (key: string, values?: Readonly<Record<string, unknown>>) => string;

interface Done {
  readonly change: string;
  readonly stage: string;
  readonly document?: string;
}
interface Step extends Done {
  readonly day: string;
}

interface ConsentShown {
  readonly purpose: string;
  readonly at: string;
  readonly version: string;
}

interface Beside {
  readonly stage: string;
  readonly who: string;
  readonly because: string;
  readonly by: string | null;
  readonly late: boolean;
}

interface Promised {
  readonly what: string;
  readonly who: string;
  readonly by: string;
  readonly late: boolean;
}
interface Awaited {
  readonly document: string;
  readonly state: string;
  readonly asked?: { readonly who: string; readonly why: string };
}
/** One sum that somebody has paid before the settlement. */
interface LedgerRow {
  readonly by: string;
  readonly amount: string;
  readonly day: string;
  readonly name: string;
}
interface Reach {
  readonly phone: string;
  readonly days: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** `date` shows a day in full. */
export const progressShows = (
  t: T,
  date: (iso: string) => string,
): Readonly<Record<string, (a: unknown) => string>> => ({
  day: (a) => date(String(a)),
  ...lawShows(t),
  papers: (a) => (a as readonly string[]).map((id) => t(`documents.paper.${id}.name`)).join(t('show.listJoin')),
  beside: (a) => (a as readonly Beside[]).map((one) => besideText(one, t, date)).join('\n'),
  promises: (a) => (a as readonly Promised[]).map((one) => promiseText(one, t, date)).join('\n'),
  awaited: (a) => (a as readonly Awaited[]).map((one, i) => awaitedText(one, i + 1, t)).join('\n'),
  reach: (a) => reachText(a as Reach, t),
  ledger: (a) => (a as readonly LedgerRow[]).map((one) => ledgerText(one, t, date)).join('\n'),
  stage: (a) => t(`stages.name.${a}`),
  step: (a) => doneText(a as Done, t),
  steps: (a) => (a as readonly Step[]).map((step, i) => stepText(step, i + 1, t, date)).join('\n'),
  consents: (a) =>
    (a as readonly ConsentShown[])
      .map(({ purpose, at, version }) =>
        t('show.consent', {
          ...{ purpose: t(`choices.consentPurpose.${purpose}`), date: date(at), time: at.slice(11, 16) },
          version: version || '1',
        }),
      )
      .join('\n'),
  numbers: (a) => (a as readonly string[]).map((number, i) => `${i + 1}. ${number}`).join('\n'),
});

function besideText({ stage, who, because, by, late }: Beside, t: T, date: (iso: string) => string): string {
  const values = { stage: t(`stages.name.${stage}`), who: t(`stages.actor.${who}`), by: by ? date(by) : '' };
  if (because !== 'stage') return t('show.beside.held', { ...values, hold: t(`stages.hold.${because}`) });
  return t(`show.beside.${by === null ? 'open' : late ? 'late' : 'due'}`, values);
}

/** What the program promises has a name; what people promise, they say in their words. */
const OURS: ReadonlySet<string> = new Set([
  ...['firstContact', 'answer', 'answerPressed', 'answerAdvance', 'itemisedList', 'objection'],
]);

function promiseText({ what, who, by, late }: Promised, t: T, date: (iso: string) => string): string {
  const until = by.includes('T') ? `${date(by)} ${by.slice(11, 16)}` : date(by);
  // What the program has promised no colleague has.
  if (OURS.has(what))
    return t(late ? 'show.promise.oursLate' : 'show.promise.ours', { what: t(`telling.what.${what}`), by: until });
  return t(`show.promise.${late ? 'late' : 'open'}`, { what, who: who || t('common.unset.caller'), by: until });
}

/** Each with its own reason. */
function awaitedText({ document, state, asked }: Awaited, n: number, t: T): string {
  const values = { n, name: t(`documents.paper.${document}.name`), who: asked?.who ?? '', why: asked?.why ?? '' };
  if (state === 'unreadable') return t('show.awaited.unreadable', values);
  return t(asked ? 'show.awaited.asked' : 'show.awaited.missing', values);
}

function ledgerText({ by, amount, day, name }: LedgerRow, t: T, date: (iso: string) => string): string {
  const who = t(`advance.payer.${by}`);
  const whom = name ? t('advance.forWhom', { name }) : '';
  return t('advance.row', { who: `${who}${whom}`, amount, day: day ? date(day) : '' });
}

/** Working days in a row by one name, others one by one. */
function reachText({ phone, days, opens, closes }: Reach, t: T): string {
  const all = [...days].sort((a, b) => a - b).join('');
  const when =
    all === '0123456'
      ? t('show.days.all')
      : all === '12345'
        ? t('show.days.working')
        : days.map((day) => t(`show.weekday.${day}`)).join(t('show.listJoin'));
  return t('show.reach', { phone, when, opens, closes });
}

const stepText = (step: Step, n: number, t: T, date: (iso: string) => string): string =>
  t('show.stepLine', { n, day: date(step.day), step: doneText(step, t) });

function doneText({ change, stage, document }: Done, t: T): string {
  const paper = document === undefined ? '' : t(`documents.paper.${document}.name`);
  return t(`show.step.${change}`, { stage: t(`stages.name.${stage}`), paper });
}
