/** A year's table of a province (CSV) → its rows, or every line that cannot be used. `plan.ts` says what becomes of them. */
import { wrongRegion } from './regions.ts';
import { isDay, STATISTICS } from './statistics.ts';

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
  const rows = lines.flatMap((line, i) => (line.trim() === '' ? [] : [{ at: i + 2, line }]));
  if (rows.length === 0) throw new TableError(['no row: there is nothing below the names of the columns']);
  const problems = rows.flatMap(({ at, line }) => wrongLine(columns, line).map((problem) => `line ${at}: ${problem}`));
  if (problems.length > 0) throw new TableError(problems);
  return rows.map(({ line }) => rowOf(columns, cells(line)));
}

/** A comma that nobody quoted shifts every cell after it: what they hold is not looked at. */
function wrongLine(columns: readonly string[], line: string): string[] {
  if (line.split('"').length % 2 === 0) return ['a double quote is opened and not closed'];
  const found = cells(line);
  if (found.slice(columns.length).every((cell) => cell === '')) return wrong(rowOf(columns, found));
  return [
    `${found.length} cells under ${columns.length} columns: quote it where a cell has a comma ("…, …"), and write numbers without one (53000)`,
  ];
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
  const region = row.region && wrongRegion(row.region);
  if (region) problems.push(region);
  if (row.metric && !STATISTICS[row.metric])
    problems.push(`metric ${row.metric} is not known; expected one of ${Object.keys(STATISTICS).join(', ')}`);
  if (row.year && !/^20\d\d$/.test(row.year))
    problems.push(`year ${row.year}: expected the statistical year, such as 2025`);
  if (row.value && !/^\d+(\.\d{1,2})?$/.test(row.value))
    problems.push(`value ${row.value}: expected digits without a comma, at most two decimals, such as 53000.00`);
  if (row.grade && !/^[ABC]$/.test(row.grade)) problems.push(`grade ${row.grade}: expected A, B or C`);
  for (const column of ['from', 'to'] as const)
    if (row[column] && !isDay(row[column])) problems.push(`${column} ${row[column]}: expected a day YYYY-MM-DD`);
  return problems;
}
