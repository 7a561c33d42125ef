/**
 * `npm run law:import FILE.csv`: a year's table of a province into law/parameters, checked and sourced.
 * Columns: region, metric, year, value, title, body, number, and if wanted address, grade, from, to (docs/tasks/add-a-years-table.md).
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LawError, loadLaw } from '../law/load.ts';
import { type Plan, planImport } from '../law/plan.ts';
import { readTable, TableError } from '../law/table.ts';
import type { Parameter, Source } from '../law/types.ts';
import { argumentsOf, chinaToday, misused, stopped } from './arguments.ts';

const USAGE = 'npm run law:import FILE.csv [-- --replace]';
const { values, positionals } = argumentsOf(USAGE, {
  allowPositionals: true,
  options: { replace: { type: 'boolean', default: false } },
});
const [file, ...more] = positionals;
if (!file || more.length > 0) misused(USAGE, 'One file, please');
const law = process.env.LAW_DIR ?? join(import.meta.dirname, '../law');
const today = chinaToday();

try {
  const plan = planImport(readTable(contentOf(file)), loadLaw(law, today), today, values.replace);
  tried(plan);
  write(law, plan);
  process.stdout.write(`${plan.told.join('\n')}\n`);
} catch (error) {
  if (!(error instanceof TableError || error instanceof LawError)) throw error;
  stopped(new Error(`${error.message}\nNothing was changed.`), 2);
}

function contentOf(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : undefined;
    throw new TableError([
      `${path}: ${why ?? (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not UTF-8; save it as “CSV UTF-8”' : String(code))}`,
    ]);
  }
}

/** On a copy first: the loader refuses what does not fit, and the real files stay as they are. */
function tried(plan: Plan): void {
  const copy = mkdtempSync(join(tmpdir(), 'law-import-'));
  try {
    cpSync(law, copy, { recursive: true });
    write(copy, plan);
    loadLaw(copy, today);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function write(dir: string, { parameters, sources, unused }: Plan): void {
  const path = join(dir, 'sources.json');
  const before: Source[] = JSON.parse(readFileSync(path, 'utf8'));
  const kept = before.filter((source) => !unused.includes(source.id));
  if (sources.length + unused.length > 0) writeFileSync(path, text([...kept, ...sources]));
  for (const parameter of parameters) writeFileSync(join(dir, 'parameters', nameOf(dir, parameter)), text(parameter));
}
function text(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The file that holds it already, else a new one named after the region. */
function nameOf(dir: string, { id, region }: Parameter): string {
  const holds = (name: string): boolean => {
    const other: Parameter = JSON.parse(readFileSync(join(dir, 'parameters', name), 'utf8'));
    return other.id === id && other.region === region;
  };
  const candidates = readdirSync(join(dir, 'parameters')).filter((name) => name.startsWith(`${id}.`));
  return candidates.find(holds) ?? `${id}.${region}.json`;
}
