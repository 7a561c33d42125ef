/**
 * `npm run law:import FILE.csv`: a year's table of a province into law/parameters, checked and sourced.
 * Columns: region, metric, year, value, title, body, number, and if wanted address, grade, from, to (docs/tasks/add-a-years-table.md).
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LawError, loadLaw } from '../law/load.ts';
import { type Plan, planImport, readTable, TableError } from '../law/table.ts';
import type { Parameter } from '../law/types.ts';

const args = process.argv.slice(2);
const [file] = args.filter((arg) => !arg.startsWith('--'));
const law = process.env.LAW_DIR ?? join(import.meta.dirname, '../law');

try {
  if (!file) throw new TableError(['usage: npm run law:import FILE.csv [-- --replace]']);
  const today = new Date().toISOString().slice(0, 10);
  const plan = planImport(readTable(readFileSync(file, 'utf8')), loadLaw(law), today, args.includes('--replace'));
  tried(plan);
  write(law, plan);
  process.stdout.write(`${plan.told.join('\n')}\n`);
} catch (error) {
  if (!(error instanceof TableError || error instanceof LawError)) throw error;
  process.stderr.write(`${error.message}\nNothing was changed.\n`);
  process.exitCode = 2;
}

/** On a copy first: the loader refuses what does not fit, and the real files stay as they are. */
function tried(plan: Plan): void {
  const copy = mkdtempSync(join(tmpdir(), 'law-import-'));
  try {
    cpSync(law, copy, { recursive: true });
    write(copy, plan);
    loadLaw(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function write(dir: string, { parameters, sources }: Plan): void {
  const path = join(dir, 'sources.json');
  writeFileSync(path, text([...JSON.parse(readFileSync(path, 'utf8')), ...sources]));
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
