/** Shows papers in words: their names, numbered rows with how each stands, and what brings them onto a list. */
type T = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** One line of a list. */
interface PaperRow {
  readonly n: number;
  readonly document: string;
  readonly state?: { readonly state: string; readonly why?: string };
  /** Facts that brought it. */
  readonly because?: readonly string[];
}
/** Somebody waits for it: who asked for it and why, or what is wrong with what came. */
interface AwaitedRow extends PaperRow {
  readonly asked?: { readonly who: string; readonly why: string };
}
/** Papers that are needed if a fact turns out so. */
interface PerhapsRow {
  readonly fact: string;
  readonly documents: readonly string[];
}

export const paperShows = (t: T): Readonly<Record<string, (answer: unknown) => string>> => {
  const name = (document: unknown): string => t(`documents.paper.${document}.name`);
  const names = (documents: unknown): string => (documents as readonly string[]).map(name).join(t('papers.join'));
  return {
    words: (a) => t(String(a)),
    sentences: (a) => (a as readonly string[]).map((key) => t(key)).join('\n'),
    toDo: (a) => (a as readonly string[]).map((key, i) => t('advance.stepRow', { n: i + 1, step: t(key) })).join('\n'),
    paper: (a) => (a === 'none' ? t('choices.paper.none') : name(a)),
    paperNames: names,
    paperTicks: (a) => (a as readonly string[]).map((one) => t('papers.tick', { name: name(one) })).join('\n'),
    paperState: (a) => stateText(a as { state: string; why?: string }, t),
    awaitedRows: (a) => (a as readonly AwaitedRow[]).map((row) => awaitedText(row, name(row.document), t)).join('\n'),
    paperRows: (a) => (a as readonly PaperRow[]).map((row) => rowText(row, name(row.document), t)).join('\n'),
    perhapsRows: (a) =>
      (a as readonly PerhapsRow[])
        .map(({ fact, documents }) => t('papers.if', { fact: t(`choices.caseFact.${fact}`), names: names(documents) }))
        .join('\n'),
  };
};

function rowText({ n, state, because = [] }: PaperRow, name: string, t: T): string {
  if (because.length > 0) {
    const facts = because.map((fact) => t(`choices.caseFact.${fact}`)).join(t('papers.join'));
    return t('papers.freshRow', { n, name, because: facts });
  }
  return state ? t('papers.rowState', { n, name, state: stateText(state, t) }) : t('papers.row', { n, name });
}

function awaitedText({ n, state, asked }: AwaitedRow, name: string, t: T): string {
  const stands = state && stateText(state, t);
  const whys = [
    ...(asked ? [t('papers.askedBy', asked)] : []),
    ...(stands ? [state.state === 'unreadable' ? t('papers.unread', { state: stands }) : stands] : []),
  ];
  return whys.length > 0 ? t('papers.rowState', { n, name, state: whys.join('') }) : t('papers.row', { n, name });
}

/** The reason says it all where there is one: “a little blurred; please take it again”. */
function stateText({ state, why }: { readonly state: string; readonly why?: string }, t: T): string {
  if (why === undefined) return t(`documents.state.${state}`);
  const group = state === 'missing' ? 'askedAgain' : state;
  return t(`documents.because.${group}.${why}`);
}
