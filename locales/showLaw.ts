/** Shows a text of law: by name and article, and in full with its version, its first day and whether somebody has read it. */
type T = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export interface Source {
  readonly source: {
    readonly title: string;
    readonly short?: string;
    readonly article?: string;
    readonly number?: string;
    readonly inForceFrom?: string;
    readonly dayUnread?: true;
  };
  readonly mark: string;
}

export const lawShows = (t: T): Readonly<Record<string, (a: unknown) => string>> => ({
  law: (a) => lawText(a as Source, t),
  lawFull: (a) => lawFull(a as Source, t),
  laws: (a) => (a as readonly Source[]).map((one, i) => `${i + 1}. ${lawFull(one, t)}`).join('\n'),
});

/** What nobody has read in the law itself is shown as such. */
function lawText(given: Source, t: T): string {
  const { source } = given;
  const law = named({ ...given, source: { ...source, title: source.short ?? source.title } }, t);
  return given.mark === 'unconfirmed' ? t('show.lawUnconfirmed', { law }) : law;
}

function named({ source }: Source, t: T): string {
  const { article, number } = source;
  if (!article && number === '') return source.title; // A custom is no text.
  const title = source.title.replaceAll('《', '〈').replaceAll('》', '〉'); // A title within a title.
  return article ? t('show.law', { title, article }) : t('show.lawWhole', { title });
}

function lawFull(given: Source, t: T): string {
  const { number = '', inForceFrom, dayUnread } = given.source;
  const since = inForceFrom !== undefined && dayUnread === undefined ? [dayOnly(inForceFrom, t)] : [];
  const facts = [
    ...(number === '' ? [] : [number]),
    ...since.map((from) => t('show.lawSince', { from })),
    t(`deductions.mark.${given.mark}`),
  ];
  return t('show.lawFull', { law: named(given, t), facts: facts.join(t('show.factJoin')) });
}

function dayOnly(iso: string, t: T): string {
  const [year, month, day] = iso.split('-').map(Number);
  return t('show.dateOnly', { year, month, day, monthName: t(`show.month.${month}`) });
}
