/**
 * Rows of a year's table → changed parameter files and new sources. Pure: it plans, `scripts/law-import.ts` checks the
 * plan with the loader and writes it. Nothing that is there already is changed unless that is asked for.
 */
import { STATISTICS, usedDuring } from './statistics.ts';
import { TableError, type TableRow } from './table.ts';
import type { DatedValue, Day, Law, Parameter, Source } from './types.ts';

export interface Plan {
  readonly parameters: readonly Parameter[];
  readonly sources: readonly Source[];
  /** Sources that nothing rests on any more. */
  readonly unused: readonly string[];
  /** One line for each row: added, confirmed, or what is replaced; and the sources that go. */
  readonly told: readonly string[];
}

/**
 * `today` is the day somebody looked. What is there and the same is only confirmed; what differs (value, days, grade,
 * mark, source) is refused, difference by difference, or with `replace` takes the place of the old.
 */
export function planImport(rows: readonly TableRow[], law: Law, today: Day, replace: boolean): Plan {
  const parameters = new Map<string, Parameter>();
  const sources = new Map<string, Source>();
  const refused = rows.flatMap((row) => notOver(row, today));
  const told: string[] = [];
  for (const row of rows) {
    const id = `stats.${row.metric}`;
    const key = `${id} ${row.region}`;
    const before = parameters.get(key) ?? law.parameters.find((p) => p.id === id && p.region === row.region);
    const old = before?.values.find((value) => value.basedOnYear === Number(row.year));
    const source = sourceOf(row, [...law.sources, ...sources.values()], old);
    const value = datedOf(row, source, law, old);
    const differences = old ? differencesOf(old, value) : [];
    const line = toldOf(row, old, differences, replace);
    if (differences.length > 0 && !replace) refused.push(line);
    else told.push(line);
    if (!law.source(source.id)) sources.set(source.id, source);
    parameters.set(key, withValue(before ?? emptyFor(row, today), value, today));
  }
  if (refused.length > 0) throw new TableError(refused);
  const unused = unusedIn(law, [...parameters.values()]);
  const gone = unused.map((source) => `source ${source}: nothing rests on it any more, it is taken out`);
  return { parameters: [...parameters.values()], sources: [...sources.values()], unused, told: [...told, ...gone] };
}

const placeOf = ({ region, metric, year }: TableRow): string => `${region} ${metric} ${year}`;

/** Statistics are of a year that is over. */
const notOver = (row: TableRow, today: Day): string[] =>
  row.year < today.slice(0, 'YYYY'.length) ? [] : [`${placeOf(row)}: the year ${row.year} is not over on ${today}`];

function toldOf(row: TableRow, old: DatedValue | undefined, differences: readonly string[], replace: boolean): string {
  const place = placeOf(row);
  if (!old) return `${place}: ${row.value} added`;
  if (differences.length === 0) return `${place}: ${row.value} confirmed`;
  const what = differences.join(', ');
  if (replace) return `${place}: replaced, ${what}`;
  return `${place}: ${old.value} is there already (${old.source}); this row would change ${what}: say --replace`;
}

const COMPARED = ['value', 'from', 'to', 'grade', 'mark', 'source'] as const;
const differencesOf = (old: DatedValue, value: DatedValue): string[] =>
  COMPARED.flatMap((field) =>
    old[field] === value[field] ? [] : [`${field} ${old[field] ?? 'none'} → ${value[field] ?? 'none'}`],
  );

/** What a row leaves open stays as it is; for a new value it follows the change-over day of the region. */
function datedOf(row: TableRow, source: Source, law: Law, old: DatedValue | undefined): DatedValue {
  const year = Number(row.year);
  const switchDay = law.at(`${year + 1}-01-01`, row.region).get('statistics.switch', 'import');
  const usual = old ?? usedDuring(year, switchDay.status === 'value' ? switchDay.value : undefined);
  const to = row.to || usual.to;
  const kept = old?.source === source.id ? old : undefined;
  const grade = (row.grade || (kept?.grade ?? 'C')) as 'A' | 'B' | 'C';
  const mark = kept?.grade === grade ? kept.mark : grade === 'A' ? 'verified' : 'secondary';
  const { value } = row;
  return {
    from: row.from || usual.from,
    value: old && Number(old.value) === Number(value) ? old.value : value,
    source: source.id,
    mark,
    ...(to ? { to } : {}),
    basedOnYear: year,
    grade,
  };
}

const emptyFor = ({ region, metric }: TableRow, checkedOn: string): Parameter => ({
  id: `stats.${metric}`,
  about: `${STATISTICS[metric]?.about}; the year before the trial or the negotiation.`,
  unit: STATISTICS[metric]?.unit ?? 'CNYPerYear',
  region,
  values: [],
  checkedOn,
});

function withValue(parameter: Parameter, value: DatedValue, today: Day): Parameter {
  const others = parameter.values.filter((one) => one.basedOnYear !== value.basedOnYear);
  const values = [...others, value].sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ...parameter, values, checkedOn: parameter.checkedOn > today ? parameter.checkedOn : today };
}

/** The text that a value rests on already, or another that is there, keeps its id; a new one is named by what it says. */
function sourceOf(row: TableRow, all: readonly Source[], old: DatedValue | undefined): Source {
  const { title, body, number, address, year } = row;
  const same = (s: Source): boolean =>
    s.title === title && s.body === body && s.number === number && (address === '' || s.address === address);
  const there = all.find((s) => s.id === old?.source && same(s)) ?? all.find(same);
  if (there) return there;
  const base = `import-${year}`;
  const code = [...`${title}${body}${number}${address}`].reduce(
    (sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_000_007,
    all.filter((s) => s.id.startsWith(base)).length,
  );
  const inForceFrom = `${Number(year) + 1}-01-01`;
  return { id: `${base}-${code}`, title, body, number, inForceFrom, ...(address ? { address } : {}) };
}

/** Sources that values rested on before and none does after. */
function unusedIn({ parameters: before, sources }: Law, changed: readonly Parameter[]): string[] {
  const replaced = (p: Parameter): Parameter => changed.find((one) => one.id === p.id && one.region === p.region) ?? p;
  const usedBy = (all: readonly Parameter[]) => new Set(all.flatMap((p) => p.values.map((value) => value.source)));
  const [was, is] = [usedBy(before), usedBy([...before.map(replaced), ...changed])];
  return sources.map(({ id }) => id).filter((id) => was.has(id) && !is.has(id));
}
