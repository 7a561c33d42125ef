/** Shows what a progress answer holds: days, sources of law, names of papers, and the way so far. */
type T = (key: string, values?: Readonly<Record<string, unknown>>) => string;

interface Source {
  readonly source: { readonly title: string; readonly article?: string };
  readonly mark: string;
}
interface Step {
  readonly day: string;
  readonly change: string;
  readonly stage: string;
}

/** `date` shows a day in full. */
export const progressShows = (
  t: T,
  date: (iso: string) => string,
): Readonly<Record<string, (a: unknown) => string>> => ({
  day: (a) => date(String(a)),
  law: (a) => lawText(a as Source, t),
  papers: (a) => (a as readonly string[]).map((id) => t(`documents.paper.${id}.name`)).join(t('show.listJoin')),
  steps: (a) => (a as readonly Step[]).map((step, i) => stepText(step, i + 1, t, date)).join('\n'),
  numbers: (a) => (a as readonly string[]).map((number, i) => `${i + 1}. ${number}`).join('\n'),
});

/** What nobody has read in the law itself is shown as such. */
function lawText({ source: { title, article }, mark }: Source, t: T): string {
  const law = article ? t('show.law', { title, article }) : t('show.lawWhole', { title });
  return mark === 'unconfirmed' ? t('show.lawUnconfirmed', { law }) : law;
}

const stepText = ({ day, change, stage }: Step, n: number, t: T, date: (iso: string) => string): string =>
  t('show.stepLine', { n, day: date(day), step: t(`show.step.${change}`, { stage: t(`stages.name.${stage}`) }) });
