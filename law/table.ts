/**
 * A year's table of a province (CSV) → changed parameter files and new sources. Pure: it plans, `scripts/law-import.ts`
 * checks the plan with the loader and writes it. Nothing that is there already is overwritten unless that is asked for.
 */
import { STATISTICS, usedDuring } from './statistics.ts';
import type { DatedValue, Law, Parameter, Source } from './types.ts';

export const COLUMNS = [
  'region',
  'metric',
  'year',
  'value',
  'title',
  'body',
  'number',
  'address',
  'grade',
  'from',
  'to',
] as const;
type Column = (typeof COLUMNS)[number];
export type TableRow = Readonly<Record<Column, string>>;
const NEEDED: readonly Column[] = ['region', 'metric', 'year', 'value', 'title', 'body', 'number'];

/** Lines of the file that cannot be used, each with its number and what is expected. */
export class TableError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'TableError';
  }
}

export function readTable(text: string): readonly TableRow[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = cells(head);
  const unknown = columns.filter((column) => !COLUMNS.includes(column as Column));
  const absent = NEEDED.filter((column) => !columns.includes(column));
  if (unknown.length + absent.length > 0)
    throw new TableError([
      ...unknown.map((column) => `line 1: no column ${column}; expected ${COLUMNS.join(', ')}`),
      ...absent.map((column) => `line 1: column ${column} is missing`),
    ]);
  const rows = lines.flatMap((line, i) =>
    line.trim() === '' ? [] : [{ at: i + 2, row: rowOf(columns, cells(line)) }],
  );
  const problems = rows.flatMap(({ at, row }) => wrong(row).map((problem) => `line ${at}: ${problem}`));
  if (problems.length > 0) throw new TableError(problems);
  return rows.map(({ row }) => row);
}

const rowOf = (columns: readonly string[], values: readonly string[]): TableRow =>
  Object.fromEntries(COLUMNS.map((column) => [column, values[columns.indexOf(column)] ?? ''])) as TableRow;

/** Cells of one line; a cell with a comma stands in double quotes, a double quote in it is doubled. */
function cells(line: string): string[] {
  const found: string[] = [];
  let [cell, quoted] = ['', false];
  for (let i = 0; i < line.length; i++) {
    const char = line[i];
    if (quoted && char === '"' && line[i + 1] === '"') [cell, i] = [`${cell}"`, i + 1];
    else if (char === '"') quoted = !quoted;
    else if (char === ',' && !quoted) {
      found.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  return [...found, cell.trim()];
}

function wrong(row: TableRow): string[] {
  const problems = NEEDED.filter((column) => row[column] === '').map((column) => `${column} is empty`);
  if (row.metric && !STATISTICS[row.metric])
    problems.push(`metric ${row.metric} is not known; expected one of ${Object.keys(STATISTICS).join(', ')}`);
  if (row.year && !/^20\d\d$/.test(row.year))
    problems.push(`year ${row.year}: expected the statistical year, such as 2025`);
  if (row.value && !/^\d+(\.\d{1,2})?$/.test(row.value))
    problems.push(`value ${row.value}: expected digits, at most two decimals`);
  if (row.grade && !/^[ABC]$/.test(row.grade)) problems.push(`grade ${row.grade}: expected A, B or C`);
  return problems;
}

export interface Plan {
  readonly parameters: readonly Parameter[];
  readonly sources: readonly Source[];
  /** One line for each row: added, the same as before, or replaced. */
  readonly told: readonly string[];
}

/** `today` is the day somebody looked. With `replace` a different value takes the place of the old one. */
export function planImport(rows: readonly TableRow[], law: Law, today: string, replace: boolean): Plan {
  const parameters = new Map<string, Parameter>();
  const sources = new Map<string, Source>();
  const refused: string[] = [];
  const told: string[] = [];
  for (const row of rows) {
    const id = `stats.${row.metric}`;
    const key = `${id} ${row.region}`;
    const before = parameters.get(key) ?? law.parameters.find((p) => p.id === id && p.region === row.region);
    const old = before?.values.find((value) => value.basedOnYear === Number(row.year));
    const place = `${row.region} ${row.metric} ${row.year}`;
    if (old && old.value !== row.value && !replace) {
      refused.push(
        `${place}: ${old.value} is there already (${old.source}); ${row.value} would overwrite it: say --replace`,
      );
      continue;
    }
    told.push(
      `${place}: ${row.value} ${!old ? 'added' : old.value === row.value ? 'confirmed' : `in place of ${old.value}`}`,
    );
    const source = sourceOf(row, law, old);
    if (!law.source(source.id)) sources.set(source.id, source);
    parameters.set(key, withValue(before ?? emptyFor(row, today), datedOf(row, source, law), today));
  }
  if (refused.length > 0) throw new TableError(refused);
  return { parameters: [...parameters.values()], sources: [...sources.values()], told };
}

function datedOf(row: TableRow, source: Source, law: Law): DatedValue {
  const switchDay = law.at(`${Number(row.year) + 1}-01-01`, row.region).get('statistics.switch', 'import');
  const usual = usedDuring(Number(row.year), switchDay.status === 'value' ? switchDay.value : undefined);
  const { from, to } = { from: row.from || usual.from, to: row.to || usual.to };
  const grade = (row.grade || 'C') as 'A' | 'B' | 'C';
  return {
    from,
    value: row.value,
    source: source.id,
    mark: grade === 'A' ? 'verified' : 'secondary',
    to,
    basedOnYear: Number(row.year),
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

function withValue(parameter: Parameter, value: DatedValue, checkedOn: string): Parameter {
  const others = parameter.values.filter((one) => one.basedOnYear !== value.basedOnYear);
  const values = [...others, value].sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ...parameter, values, checkedOn };
}

/** The same text keeps its id; a new one is named after region, year and a count. */
function sourceOf(row: TableRow, law: Law, old: DatedValue | undefined): Source {
  const same = law.sources.find(
    (s) => s.title === row.title && s.number === row.number && (s.address ?? '') === row.address,
  );
  if (same) return same;
  const kept = old && old.value === row.value ? law.source(old.source) : undefined;
  if (kept) return kept;
  const base = `import-${row.year}`;
  const taken = law.sources.filter((s) => s.id.startsWith(base)).length;
  const { title, body, number, address } = row;
  const code = [...`${title}${number}${address}`].reduce(
    (sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_000_007,
    taken,
  );
  return {
    id: `${base}-${code}`,
    title,
    body,
    number,
    inForceFrom: `${Number(row.year) + 1}-01-01`,
    ...(address ? { address } : {}),
  };
}
