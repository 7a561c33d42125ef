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

/** `date` shows a day in full. */
export const progressShows = (
  t: T,
  date: (iso: string) => string,
): Readonly<Record<string, (a: unknown) => string>> => ({
  day: (a) => date(String(a)),
  law: (a) => lawText(a as Source, t),
  papers: (a) => (a as readonly string[]).map((id) => t(`documents.paper.${id}.name`)).join(t('show.listJoin')),
  beside: (a) => (a as readonly Beside[]).map((one) => besideText(one, t, date)).join('\n'),
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

/** What nobody has read in the law itself is shown as such. */
function lawText({ source: { title, article }, mark }: Source, t: T): string {
  const law = article ? t('show.law', { title, article }) : t('show.lawWhole', { title });
  return mark === 'unconfirmed' ? t('show.lawUnconfirmed', { law }) : law;
}

function besideText({ stage, who, because, by, late }: Beside, t: T, date: (iso: string) => string): string {
  const values = { stage: t(`stages.name.${stage}`), who: t(`stages.actor.${who}`), by: by ? date(by) : '' };
  if (because !== 'stage') return t('show.beside.held', { ...values, hold: t(`stages.hold.${because}`) });
  return t(`show.beside.${by === null ? 'open' : late ? 'late' : 'due'}`, values);
}

const stepText = ({ day, change, stage }: Step, n: number, t: T, date: (iso: string) => string): string =>
  t('show.stepLine', { n, day: date(day), step: t(`show.step.${change}`, { stage: t(`stages.name.${stage}`) }) });
